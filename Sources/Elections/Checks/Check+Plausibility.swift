private typealias Text = LocalizedText

extension Check {
    /// P01–P12: what is unusual enough for a second look; the figure stays.
    static let plausibility: [Check] = [
        Check(
            "P01",
            .form,
            .soft,
            Text(
                id: "DPT sebuah TPS tidak melebihi batas undang-undang.",
                en: "A station's DPT is within the limit of the law."
            ),
            source: Text(
                id: "Batas pemilih per TPS pemilu ini; lihat halaman peraturannya",
                en: "The limit of electors per station of this election; see the page of its law"
            ),
            typist: Text(
                id: "Periksa jumlah DPT pada foto; mungkin satu angka kelebihan.",
                en: "Check the DPT on the photo; there may be a digit too many."
            ),
            approver: Text(
                id: "Cocokkan dengan keputusan DPT. Melampaui batas bukan alasan menolak formulir.",
                en:
                    "Match with the decree of the DPT. A station above the limit is no reason to refuse a form."
            ),
            reader: Text(
                id: "TPS ini mempunyai lebih banyak pemilih daripada yang seharusnya.",
                en: "The station has more electors than it should."
            )
        ) { kind in
            guard let limit = kind.stationLimit else { return [] }
            return [Term.Origin.form, .register].map { origin in
                Condition(
                    Formula(.figure(.electorate(.permanent, .both), origin), .atMost, .number(limit)),
                    .soft
                )
            }
        },
        Check(
            "P02",
            .form,
            .soft,
            Text(
                id:
                    "Surat suara yang diterima sama dengan jumlah pemilih ditambah cadangan, dibulatkan ke atas.",
                en: "Papers received are the electorate's and the reserve, rounded up."
            ),
            source: Text(
                id: "UU 7/2017 ps. 344(2) (2%); pilkada 2,5%. Surat suara dapat dipindahkan antar-TPS "
                    + "(PKPU 9/2019 ps. 228)",
                en:
                    "UU 7/2017 art. 344(2) (2%); regional elections 2.5%. Papers may be moved between stations "
                    + "(PKPU 9/2019 art. 228)"
            ),
            typist: Text(
                id: "Periksa \"diterima\" pada foto; bila benar, lanjutkan.",
                en: "Check \"received\" on the photo; if it says so, go on."
            ),
            approver: Text(
                id: "Pindahan dari TPS lain harus tercatat di kedua TPS.",
                en: "Papers moved from another station must be recorded at both."
            ),
            reader: Text(
                id: "TPS ini menerima surat suara dalam jumlah yang tidak biasa.",
                en: "The station received an unusual number of papers."
            )
        ) { kind in
            guard let supply = kind.supply, let share = kind.reserve else { return [] }
            let papers = supply.map { Term.field(.electorate($0, .both)) }
            let reserve = Term.share(share, of: .field(.electorate(.permanent, .both)))
            return [
                Condition(Formula(.field(.papers(.received)), .equal, .sum(papers + [reserve])), .soft)
            ]
        },
        Check(
            "P03",
            .form,
            .soft,
            Text(
                id: "Pengguna tidak lebih banyak daripada surat suara diterima dikurangi yang rusak.",
                en: "Voters are no more than the papers received less the spoiled ones."
            ),
            source: Text(
                id: "Batas fisik; kecuali surat suara ditambah dari TPS lain (PKPU 9/2019 ps. 228)",
                en: "A physical limit, unless papers were added from another station (PKPU 9/2019 art. 228)"
            ),
            typist: Text(
                id: "Periksa \"diterima\", \"rusak\" dan jumlah pengguna pada foto.",
                en: "Check received, spoiled and the number of voters on the photo."
            ),
            approver: Text(
                id: "Cari catatan penambahan surat suara di kejadian khusus.",
                en: "Look for added papers in the special events."
            ),
            reader: Text(
                id: "Surat suara tidak cukup bagi semua pengguna, menurut formulir.",
                en: "By the form there were not enough papers for all voters."
            )
        ) { _ in
            [
                Condition(
                    Formula(
                        .field(.voters(.all, .both)),
                        .atMost,
                        .difference(.field(.papers(.received)), .field(.papers(.spoiled)))
                    ),
                    .soft
                )
            ]
        },
        Check(
            "P04",
            .form,
            .soft,
            Text(
                id: "Partisipasi pemilih DPT antara 40% dan 98%; pengguna melebihi DPT hanya informasi.",
                en: "Turnout of the DPT is from 40% to 98%; more voters than the DPT is information only."
            ),
            source: Text(
                id: "Kewajaran; pemilih DPTb dan DPK sah memilih di luar DPT (UU 7/2017 ps. 348)",
                en:
                    "Plausibility; moved-in and special voters vote without standing on the DPT (UU 7/2017 art. 348)"
            ),
            typist: Text(
                id: "Periksa DPT dan penggunanya pada foto.",
                en: "Check the DPT and its voters on the photo."
            ),
            approver: Text(
                id: "Partisipasi 100% atau 0% perlu penjelasan; cocokkan dengan daftar hadir.",
                en: "A turnout of 100% or none wants an explanation; match with the attendance list."
            ),
            reader: Text(
                id: "Partisipasi di TPS ini tidak biasa. Melebihi DPT itu sah bila ada pemilih pindahan.",
                en: "The turnout here is unusual. Exceeding the roll is legal where voters moved in."
            )
        ) { _ in
            let electorate = Term.field(.electorate(.permanent, .both))
            let voters = Term.times(100, .field(.voters(.permanent, .both)))
            let isOpen = [Formula(electorate, .atLeast, .number(1))]
            let register = Term.figure(.electorate(.permanent, .both), .register)
            return [
                Condition(Formula(voters, .atLeast, .times(40, electorate)), when: isOpen, .soft),
                Condition(Formula(voters, .atMost, .times(98, electorate)), when: isOpen, .soft),
                Condition(Formula(.field(.voters(.all, .both)), .atMost, electorate), .information),
                Condition(
                    Formula(.field(.total), .atMost, register),
                    when: [Formula(register, .atLeast, .number(1))],
                    .information
                ),
            ]
        },
        Check(
            "P05",
            .form,
            .soft,
            Text(
                id: "Suara tidak sah paling banyak 5% untuk pasangan calon, 20% untuk surat suara lain.",
                en: "Invalid votes are at most 5% on a ballot of pairs, 20% on others."
            ),
            source: Text(
                id: "Kewajaran (PPWP Soppeng 2024: 1,55%)",
                en: "Plausibility (Soppeng's presidential ballot of 2024: 1.55%)"
            ),
            typist: Text(
                id: "Periksa suara sah dan tidak sah pada foto; mungkin tertukar.",
                en: "Check valid and invalid votes on the photo; they may be exchanged."
            ),
            approver: Text(
                id: "Banyak suara tidak sah: tanyakan cara KPPS menilai coblosan. Nol: periksa apakah diisi.",
                en:
                    "Many invalid votes: ask how the station judged marks. None at all: was the field filled in?"
            ),
            reader: Text(
                id: "Bagian suara tidak sah di TPS ini tidak biasa.",
                en: "The share of invalid votes here is unusual."
            )
        ) { kind in
            let most = kind.ballot.choice == .pair ? 5 : 20
            let total = Term.field(.total)
            return [
                Condition(
                    Formula(.times(100, .field(.invalid)), .atMost, .times(most, total)),
                    when: [Formula(total, .atLeast, .number(1))],
                    .soft
                ),
                Condition(
                    Formula(.field(.invalid), .atLeast, .number(1)),
                    when: [Formula(total, .atLeast, .number(100))],
                    .information
                ),
            ]
        },
        Check(
            "P06",
            .form,
            .soft,
            Text(
                id: "Tidak satu peserta pun memperoleh semua suara sah, atau sebanyak semua pengguna.",
                en: "No contestant has all valid votes, or as many as there were voters."
            ),
            source: Text(id: "Kewajaran", en: "Plausibility"),
            typist: Text(
                id: "Periksa apakah jumlah tertulis di baris peserta.",
                en: "Was a total written in a contestant's row?"
            ),
            approver: Text(
                id: "Bandingkan dengan TPS tetangga dan dengan surat suara lain di TPS ini.",
                en: "Compare with the neighbouring stations and with this station's other ballots."
            ),
            reader: Text(
                id: "Satu peserta memperoleh semuanya; jarang, tetapi ada.",
                en: "One contestant has everything; rare, but it happens."
            )
        ) { kind in
            guard kind.options.count > 1 else { return [] }
            let largest = Term.largest(kind.votes)
            return [Field.valid, .voters(.all, .both)].map { all in
                Condition(
                    Formula(largest, .unequal, .field(all)),
                    when: [Formula(.field(all), .atLeast, .number(1))],
                    .soft
                )
            }
        },
        Check(
            "P07",
            .form,
            .soft,
            Text(
                id: "Tidak ada angka yang tampak seperti salah ketik: angka tertukar, kurang atau lebih satu "
                    + "angka, satu angka berubah, atau sama dengan isian lain.",
                en: "No figure looks like a slip: digits exchanged, one too few or too many, one changed, or "
                    + "the figure of another field."
            ),
            source: Text(id: "Kewajaran; pola salah ketik", en: "Plausibility; patterns of slips"),
            typist: Text(
                id: "Lihat lagi angka yang ditandai pada foto, satu per satu.",
                en: "Look at the marked figure on the photo again, digit by digit."
            ),
            approver: Text(
                id: "Kemungkinan penyebab saja; pembetulan tetap menurut kertas.",
                en: "A likely cause only; a correction follows the paper."
            ),
            reader: Text(
                id: "Angka ini mungkin salah tulis; yang seharusnya disebut di samping.",
                en: "The figure may be a slip; what it may have been is named beside it."
            )
        ) { _ in
            [
                Field.electorate(.permanent, .both), .papers(.received),
            ].map { other in
                Condition(
                    Formula(.field(.valid), .unequal, .field(other)),
                    when: [Formula(.field(.valid), .atLeast, .number(1))],
                    .soft
                )
            }
        },
        Check(
            "P08",
            .neighbours,
            .soft,
            Text(
                id: "Tidak ada dua TPS sedesa dengan perolehan suara yang sama persis.",
                en: "No two stations of a village have exactly the same votes."
            ),
            source: Text(id: "Kewajaran; salah salin", en: "Plausibility; copying errors"),
            typist: Text(
                id: "Apakah foto ini milik TPS yang benar? Periksa nomor TPS di kepala formulir.",
                en: "Is this the right station's photo? Check the number at the head of the form."
            ),
            approver: Text(
                id: "Bandingkan kedua foto; kebetulan mungkin pada TPS kecil.",
                en: "Compare both photos; at small stations it may be chance."
            ),
            reader: Text(
                id: "Dua TPS mempunyai suara yang sama persis; mungkin salah salin.",
                en: "Two stations have exactly the same votes; perhaps a copying error."
            )
        ),
        Check(
            "P09",
            .neighbours,
            .soft,
            Text(
                id: "Bagian suara setiap peserta tidak menyimpang jauh dari TPS-TPS sekitarnya.",
                en: "No contestant's share is far from those of the stations around."
            ),
            source: Text(
                id: "Kewajaran; simpangan mutlak median ganda (MAD ganda), ambang 3,5",
                en: "Plausibility; double median absolute deviation, cut-off 3.5"
            ),
            typist: Text(
                id: "Periksa apakah suara dua peserta tertukar baris.",
                en: "Were the rows of two contestants exchanged?"
            ),
            approver: Text(
                id: "Penyimpangan bukan kesalahan; periksa foto, lalu terima.",
                en: "A deviation is no error; look at the photo, then accept."
            ),
            reader: Text(
                id: "TPS ini memilih lain daripada sekitarnya. Itu boleh.",
                en: "This station voted unlike those around it. It may."
            )
        ),
        Check(
            "P10",
            .form,
            .soft,
            Text(
                id: "Suara seorang calon tidak melebihi suara partainya; tanpa suara logo hanya informasi.",
                en:
                    "No candidate has more votes than the party; no votes for the party itself is information."
            ),
            source: Text(
                id: "UU 7/2017 ps. 353(1)b; formulir C1/C.Hasil bagian IV",
                en: "UU 7/2017 art. 353(1)b; forms C1/C.Hasil, part IV"
            ),
            typist: Text(
                id: "Periksa baris calon dan jumlah partainya pada foto.",
                en: "Check the candidate's row and the party's total on the photo."
            ),
            approver: Text(
                id: "Cocokkan dengan plano partai itu.",
                en: "Match with that party's tally sheet."
            ),
            reader: Text(
                id: "Suara calon lebih besar daripada jumlah partainya; satu di antaranya keliru.",
                en: "A candidate has more votes than the party's total; one of them is wrong."
            )
        ) { kind in
            kind.options.filter { !($0.candidates ?? []).isEmpty }.flatMap { option -> [Condition] in
                let candidates = kind.candidates(of: option)
                return [
                    Condition(
                        Formula(.largest(candidates), .atMost, .field(.votes(option.number))),
                        .soft
                    ),
                    Condition(
                        Formula(.field(.partyVotes(option.number)), .atLeast, .number(1)),
                        when: [Formula(.entered(candidates), .atLeast, .number(1))],
                        .information
                    ),
                ]
            }
        },
        Check(
            "P11",
            .form,
            .soft,
            Text(
                id: "Suara di formulir TPS sama dengan kolom TPS itu di rekapitulasi.",
                en: "The votes on a station's form are those in its column of the recapitulation."
            ),
            source: Text(
                id: "UU 7/2017 ps. 393; PKPU 4/2019 dan 5/2024 (DAA1, lampiran D.Hasil Kecamatan)",
                en: "UU 7/2017 art. 393; PKPU 4/2019 and 5/2024 (DAA1, annex of D.Hasil Kecamatan)"
            ),
            typist: Text(
                id: "Periksa formulir; bila benar, laporkan kolom rekapitulasinya.",
                en: "Check the form; if it is right, report the column of the recapitulation."
            ),
            approver: Text(
                id: "Perubahan tanpa catatan pembetulan adalah pola pergeseran suara.",
                en: "A change without a recorded correction is the pattern of shifted votes."
            ),
            reader: Text(
                id: "Suara TPS ini berubah antara formulir dan rekapitulasi.",
                en: "This station's votes changed between form and recapitulation."
            )
        ) { kind in
            kind.options.map { option in
                Condition(
                    Formula(
                        .field(.votes(option.number)),
                        .equal,
                        .figure(.votes(option.number), .certified)
                    ),
                    .soft
                )
            }
        },
        Check(
            "P12",
            .form,
            .soft,
            Text(
                id: "Tidak ada nol di jumlah yang bagian-bagiannya terisi.",
                en: "No total is zero while its parts are filled in."
            ),
            source: Text(
                id: "Kewajaran; nol yang berarti \"belum diisi\"",
                en: "Plausibility; a zero that means \"not filled in\""
            ),
            typist: Text(
                id: "Bila di kertas kosong, kosongkan; jangan isi nol.",
                en: "If the paper is blank, leave it blank; do not put zero."
            ),
            approver: Text(
                id: "Kembalikan untuk diketik lagi; ini bukan salah jumlah.",
                en: "Send it back to be typed again; this is no error of addition."
            ),
            reader: Text(
                id: "Angka ini rupanya belum diisi.",
                en: "The figure was apparently not filled in."
            )
        ) { kind in
            let votes = Term.entered(kind.votes)
            let cases: [(Term, Field)] = [
                (votes, .valid), (.field(.valid), .total), (.field(.total), .voters(.all, .both)),
            ]
            return cases.map { part, total in
                Condition(
                    Formula(.field(total), .atLeast, .number(1)),
                    when: [Formula(part, .atLeast, .number(1))],
                    .soft
                )
            }
        },
    ]
}
