private typealias Text = LocalizedText

extension Check {
    /// B01–B04: what must agree between the forms of one station.
    ///
    /// Everybody of a list gets the same ballots, but moved-in voters: these get the fewer, the farther
    /// they come from (UU 7/2017 art. 348).
    static let acrossBallots: [Check] = [
        Check(
            "B01",
            .ballots,
            .hard,
            Text(
                id: "Pemilih DPT serta pengguna DPT dan DPK sama di semua surat suara TPS itu.",
                en:
                    "Electorate and voters of the DPT, and special voters, are the same on all ballots of a station."
            ),
            source: Text(
                id: "UU 7/2017 ps. 348: mereka menerima semua surat suara",
                en: "UU 7/2017 art. 348: they receive all ballot papers"
            ),
            typist: Text(
                id: "Bandingkan bagian I kedua formulir; mungkin halaman TPS lain.",
                en: "Compare part I of both forms; a page may belong to another station."
            ),
            approver: Text(
                id:
                    "Cocokkan dengan daftar hadir; pemilih yang hanya menerima satu surat suara adalah temuan.",
                en: "Match with the attendance list; voters who got one paper only are a finding."
            ),
            reader: Text(
                id: "Formulir satu TPS menyebut jumlah pemilih yang berbeda-beda.",
                en: "The forms of one station name different numbers of voters."
            )
        ) { kind in
            guard let reference = kind.reference else { return [] }
            let sexes: [Field.Sex] = [.male, .female, .both]
            let fields =
                sexes.map { Field.electorate(.permanent, $0) } + sexes.map { .voters(.permanent, $0) }
                + sexes.map { .voters(.special, $0) }
            return fields.map {
                Condition(Formula(.field($0), .equal, .figure($0, .ballot(reference))), .hard)
            }
        },
        Check(
            "B02",
            .ballots,
            .hard,
            Text(
                id:
                    "Surat suara yang diterima lebih sedikit pemilih pindahan tidak mempunyai lebih banyak pengguna.",
                en: "A ballot that fewer moved-in voters receive has no more voters than the others."
            ),
            source: Text(
                id:
                    "UU 7/2017 ps. 348(4): surat suara pemilih pindahan menurut daerah asalnya; pilkada serupa: "
                    + "gubernur sebelum bupati",
                en:
                    "UU 7/2017 art. 348(4): a moved-in voter's papers follow from where they come from; regional "
                    + "elections alike: governor before regent"
            ),
            typist: Text(
                id: "Bandingkan baris pemilih pindahan dan jumlah pengguna kedua formulir.",
                en: "Compare the rows of moved-in and of all voters of both forms."
            ),
            approver: Text(
                id: "Pemilih pindahan diberi semua surat suara? Itu alasan pemungutan suara ulang.",
                en: "Were moved-in voters given all papers? That is a ground for a re-vote."
            ),
            reader: Text(
                id: "Lebih banyak yang memilih pada surat suara yang diterima lebih sedikit orang.",
                en: "More people voted on a ballot that fewer people receive; that cannot be right."
            )
        ) { kind in
            guard let wider = kind.wider else { return [] }
            return [Field.voters(.movedIn, .both), .voters(.all, .both)].map {
                Condition(Formula(.field($0), .atMost, .figure($0, .ballot(wider))), .hard)
            }
        },
        Check(
            "B03",
            .ballots,
            .hard,
            Text(
                id: "Pemilih disabilitas sama di semua surat suara, kecuali yang pindahan.",
                en: "Voters with a disability are the same on all ballots, but for moved-in ones."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian II; UU 7/2017 ps. 348",
                en: "Forms C1/C.Hasil, part II; UU 7/2017 art. 348"
            ),
            typist: Text(
                id: "Bandingkan bagian II kedua formulir pada foto.",
                en: "Compare part II of both forms on the photos."
            ),
            approver: Text(
                id: "Cocokkan dengan daftar hadir; suara tidak terpengaruh.",
                en: "Match with the attendance list; votes are not affected."
            ),
            reader: Text(
                id: "Data pemilih disabilitas berbeda antarformulir; suara tidak terpengaruh.",
                en: "The figures on disability differ between forms; votes are not affected."
            )
        ) { kind in
            guard let reference = kind.reference else { return [] }
            func wide(_ field: Field) -> Term { .figure(field, .ballot(reference)) }
            return Field.Sex.allCases.flatMap { sex -> [Condition] in
                let (voted, moved) = (Field.disabledVoters(sex), Field.voters(.movedIn, sex))
                let fewer = Term.difference(wide(voted), .field(voted))
                let fewerMoved = Term.difference(wide(moved), .field(moved))
                return [
                    Condition(Formula(.field(.disabled(sex)), .equal, wide(.disabled(sex))), .hard),
                    Condition(Formula(.field(voted), .atMost, wide(voted)), .hard),
                    Condition(Formula(fewer, .atMost, fewerMoved), .hard),
                ]
            }
        },
        Check(
            "B04",
            .ballots,
            .hard,
            Text(
                id:
                    "Surat suara yang diterima sama di semua jenis, atau berbeda tidak lebih dari cadangannya.",
                en:
                    "As many papers were received of every ballot, or they differ by no more than the reserve."
            ),
            source: Text(id: "UU 7/2017 ps. 344(2)", en: "UU 7/2017 art. 344(2)"),
            typist: Text(
                id: "Bandingkan baris \"diterima\" kedua formulir pada foto.",
                en: "Compare the row \"received\" of both forms on the photos."
            ),
            approver: Text(
                id: "Cocokkan dengan tanda terima logistik TPS itu.",
                en: "Match with the receipt of the station's materials."
            ),
            reader: Text(
                id: "TPS ini menerima surat suara yang tidak sama banyak untuk tiap pemilihan.",
                en: "The station received different numbers of papers for its ballots."
            )
        ) { kind in
            guard let reference = kind.reference, let reserve = kind.reserve else { return [] }
            let here = Term.field(.papers(.received))
            let there = Term.figure(.papers(.received), .ballot(reference))
            let slack = Term.share(reserve, of: .field(.electorate(.permanent, .both)))
            return [
                Condition(Formula(here, .atMost, .sum([there, slack])), .hard),
                Condition(Formula(there, .atMost, .sum([here, slack])), .hard),
            ]
        },
    ]
}
