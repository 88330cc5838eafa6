private typealias Text = LocalizedText

extension Check {
    /// A01–A13: what must add up on one form.
    static let arithmetic: [Check] = [
        Check(
            "A01",
            .form,
            .hard,
            Text(
                id: "Laki-laki ditambah perempuan sama dengan jumlahnya, di setiap baris.",
                en: "Men and women add up to the row's total, in every row."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian I dan II (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, parts I and II (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Bandingkan ketiga angka baris itu dengan foto. Bila kertas memang tidak cocok, biarkan.",
                en:
                    "Compare the row's three figures with the photo. If the paper itself does not add up, leave it."
            ),
            approver: Text(
                id: "Cocokkan dengan daftar hadir; pembetulan dicatat dengan paraf, bukan ditimpa.",
                en:
                    "Match with the attendance list; a correction is recorded with initials, never overwritten."
            ),
            reader: Text(
                id: "Salah jumlah di baris data pemilih; perolehan suara belum tentu ikut salah.",
                en: "A sum in the voters' rows is wrong; the votes need not be."
            )
        ) { kind in
            let rows = (kind.rolls + [.all]).flatMap { roll -> [(Field.Sex) -> Field] in
                [{ .electorate(roll, $0) }, { .voters(roll, $0) }]
            }
            return (rows + [{ .disabled($0) }, { .disabledVoters($0) }]).map { row in
                Condition(
                    Formula(.sum([.field(row(.male)), .field(row(.female))]), .equal, .field(row(.both))),
                    .hard
                )
            }
        },
        Check(
            "A02",
            .form,
            .hard,
            Text(
                id: "Jumlah pemilih sama dengan penjumlahan semua daftar.",
                en: "The electorate is the sum of all its lists."
            ),
            source: Text(
                id: "Formulir C1 2019 bagian I.A (PKPU 3/2019)",
                en: "Form C1 of 2019, part I.A (PKPU 3/2019)"
            ),
            typist: Text(
                id: "Periksa DPT, DPTb, DPK dan jumlahnya pada foto.",
                en: "Check DPT, DPTb, DPK and their total on the photo."
            ),
            approver: Text(
                id: "Cocokkan DPT dengan keputusan penetapan, DPTb dan DPK dengan daftarnya.",
                en: "Match the DPT with its decree, DPTb and DPK with their lists."
            ),
            reader: Text(
                id: "Jumlah pemilih TPS ini tidak sama dengan bagian-bagiannya.",
                en: "The station's electorate differs from its parts."
            )
        ) { kind in
            sumsOfRolls(kind) { .electorate($0, $1) }
        },
        Check(
            "A03",
            .form,
            .hard,
            Text(
                id: "Jumlah pengguna hak pilih sama dengan penjumlahan semua daftar.",
                en: "Those who voted are the sum of all lists."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian I.B (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, part I.B (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Periksa pengguna DPT, DPTb, DPK dan jumlahnya pada foto.",
                en: "Check the voters of DPT, DPTb, DPK and their total on the photo."
            ),
            approver: Text(
                id: "Hitung ulang dari daftar hadir C7 (2019) atau C.Daftar Hadir (2024).",
                en: "Count again from the attendance lists C7 (2019) or C.Daftar Hadir (2024)."
            ),
            reader: Text(
                id: "Jumlah orang yang memilih tidak sama dengan bagian-bagiannya.",
                en: "The number of voters differs from its parts."
            )
        ) { kind in
            sumsOfRolls(kind) { .voters($0, $1) }
        },
        Check(
            "A04",
            .form,
            .hard,
            Text(
                id: "Surat suara diterima = digunakan + tidak digunakan + rusak/keliru coblos.",
                en: "Ballot papers received are those used, unused and spoiled together."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian III (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, part III (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Periksa keempat angka bagian III pada foto.",
                en: "Check the four figures of part III on the photo."
            ),
            approver: Text(
                id: "Cocokkan dengan serah terima logistik dan surat suara yang kembali di kotak.",
                en: "Match with the receipts of the materials and the papers returned in the box."
            ),
            reader: Text(
                id: "Ada surat suara yang tidak dipertanggungjawabkan, atau salah tulis.",
                en: "Ballot papers are unaccounted for, or a figure was written wrongly."
            )
        ) { _ in
            [
                Condition(
                    Formula(
                        .field(.papers(.received)),
                        .equal,
                        .sum([.field(.papers(.used)), .field(.papers(.unused)), .field(.papers(.spoiled))])
                    ),
                    .hard
                )
            ]
        },
        Check(
            "A05",
            .form,
            .hard,
            Text(
                id: "Surat suara digunakan sama dengan jumlah pengguna hak pilih.",
                en: "As many ballot papers were used as people voted."
            ),
            source: Text(
                id:
                    "Formulir C1/C.Hasil bagian I.B dan III; surat suara rusak diganti, tidak dihitung digunakan",
                en:
                    "Forms C1/C.Hasil, parts I.B and III; a spoiled paper is replaced and does not count as used"
            ),
            typist: Text(
                id: "Periksa baris \"digunakan\" dan jumlah pengguna pada foto.",
                en: "Check the row \"used\" and the number of voters on the photo."
            ),
            approver: Text(
                id: "Selisih berarti pemilih tanpa surat suara, atau surat suara tanpa pemilih: buka plano.",
                en: "A gap means voters without papers or papers without voters: open the tally sheet."
            ),
            reader: Text(
                id: "Surat suara yang dipakai tidak sama banyak dengan orang yang memilih.",
                en: "The papers used are not as many as the people who voted."
            )
        ) { _ in
            [Condition(Formula(.field(.papers(.used)), .equal, .field(.voters(.all, .both))), .hard)]
        },
        Check(
            "A06",
            .form,
            .hard,
            Text(
                id: "Suara partai dan calonnya sama dengan suara logo ditambah suara semua calon.",
                en: "A party's total is its own votes and those of all its candidates."
            ),
            source: Text(
                id:
                    "Formulir C1/C.Hasil DPR dan DPRD bagian IV (PKPU 3/2019; PKPU 25/2023); UU 7/2017 ps. 353(1)b",
                en:
                    "Forms C1/C.Hasil DPR and DPRD, part IV (PKPU 3/2019; PKPU 25/2023); UU 7/2017 art. 353(1)b"
            ),
            typist: Text(
                id: "Ketik ulang baris partai itu; periksa calon yang terlewat.",
                en: "Type that party's block again; look for a candidate left out."
            ),
            approver: Text(
                id: "Cocokkan dengan plano; pergeseran suara antarcalon terlihat di sini.",
                en: "Match with the tally sheet; votes shifted between candidates show here."
            ),
            reader: Text(
                id: "Suara satu partai tidak sama dengan suara logo dan calonnya.",
                en: "A party's total differs from its own and its candidates' votes."
            )
        ) { kind in
            kind.options.filter { $0.candidates != nil }.map { option in
                Condition(
                    Formula(
                        .sum([.field(.partyVotes(option.number))] + kind.candidates(of: option)),
                        .equal,
                        .field(.votes(option.number))
                    ),
                    .hard
                )
            }
        },
        Check(
            "A07",
            .form,
            .hard,
            Text(
                id: "Suara semua peserta dijumlahkan sama dengan suara sah.",
                en: "The votes of all contestants add up to the valid votes."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian IV dan V.A (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, parts IV and V.A (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Ketik ulang suara peserta dan suara sah dari foto. Bila kertas memang begitu, biarkan.",
                en:
                    "Type the contestants' and the valid votes again from the photo. If the paper says so, leave it."
            ),
            approver: Text(
                id:
                    "Buka C1 Plano/C.Hasil: satu suara peserta atau suara sah salah tulis. Hasil dapat berubah.",
                en:
                    "Open the tally sheet: a contestant's votes or the valid votes are wrong. The result may change."
            ),
            reader: Text(
                id: "Salah satu angka suara di formulir ini pasti keliru; belum tentu suara siapa.",
                en: "One of the vote figures on this form is certainly wrong; not yet known which."
            )
        ) { kind in
            kind.options.isEmpty
                ? [] : [Condition(Formula(.sum(kind.votes), .equal, .field(.valid)), .hard)]
        },
        Check(
            "A08",
            .form,
            .hard,
            Text(
                id: "Suara sah ditambah tidak sah sama dengan jumlahnya.",
                en: "Valid and invalid votes add up to their total."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian V (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, part V (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Ketik ulang ketiga angka bagian V dari foto.",
                en: "Type the three figures of part V again from the photo."
            ),
            approver: Text(
                id: "Cocokkan dengan plano; sering hanya jumlahnya yang salah tulis.",
                en: "Match with the tally sheet; often only the total was written wrongly."
            ),
            reader: Text(
                id: "Suara sah dan tidak sah tidak menghasilkan jumlah yang tertulis.",
                en: "Valid and invalid votes do not make the total written."
            )
        ) { _ in
            [Condition(Formula(.sum([.field(.valid), .field(.invalid)]), .equal, .field(.total)), .hard)]
        },
        Check(
            "A09",
            .form,
            .hard,
            Text(
                id:
                    "Jumlah suara sah dan tidak sah sama dengan pengguna hak pilih dan surat suara digunakan.",
                en: "All votes together are as many as the voters and the ballot papers used."
            ),
            source: Text(
                id: "UU 7/2017 ps. 374(2)h: selisihnya sendiri adalah alasan penghitungan ulang di TPS",
                en: "UU 7/2017 art. 374(2)h: the gap itself is a ground for a recount at the station"
            ),
            typist: Text(
                id: "Periksa jumlah suara, jumlah pengguna dan surat suara digunakan pada foto.",
                en: "Check the total of votes, the voters and the papers used on the photo."
            ),
            approver: Text(
                id: "Bila kertas memang berbeda: alasan penghitungan ulang. Tanyakan pendapat pengawas.",
                en: "If the paper itself differs it is a ground for a recount. Ask the supervisor's opinion."
            ),
            reader: Text(
                id: "Jumlah suara tidak sama dengan jumlah orang yang memilih.",
                en: "There are not as many votes as people who voted."
            )
        ) { _ in
            [Field.voters(.all, .both), .papers(.used)].map { other in
                Condition(Formula(.field(.total), .equal, .field(other)), .hard)
            }
        },
        Check(
            "A10",
            .form,
            .hard,
            Text(
                id: "Pengguna dari suatu daftar tidak lebih banyak daripada pemilih di daftar itu.",
                en: "No list has more voters than people on it."
            ),
            source: Text(
                id: "UU 7/2017 ps. 348; formulir C1/C.Hasil bagian I",
                en: "UU 7/2017 art. 348; forms C1/C.Hasil, part I"
            ),
            typist: Text(
                id: "Periksa kedua baris daftar itu pada foto; sering tertukar baris.",
                en: "Check both rows of that list on the photo; rows are often swapped."
            ),
            approver: Text(
                id: "Cocokkan dengan daftar hadir: mungkin pemilih DPK tercatat di DPT.",
                en: "Match with the attendance list: special voters may have been counted with the DPT."
            ),
            reader: Text(
                id: "Menurut formulir, lebih banyak orang memilih dari daftar ini daripada yang terdaftar.",
                en: "By the form more people of this list voted than were on it."
            )
        ) { kind in
            kind.rolls.flatMap { roll in
                Field.Sex.allCases.map { sex in
                    Condition(
                        Formula(.field(.voters(roll, sex)), .atMost, .field(.electorate(roll, sex))),
                        .hard
                    )
                }
            }
        },
        Check(
            "A11",
            .form,
            .hard,
            Text(
                id: "Pemilih disabilitas yang memilih tidak melebihi yang terdaftar maupun semua pengguna.",
                en: "Voters with a disability who voted are no more than those listed, nor than all voters."
            ),
            source: Text(
                id: "Formulir C1/C.Hasil bagian II (PKPU 3/2019; PKPU 25/2023)",
                en: "Forms C1/C.Hasil, part II (PKPU 3/2019; PKPU 25/2023)"
            ),
            typist: Text(
                id: "Periksa kedua baris bagian II pada foto.",
                en: "Check both rows of part II on the photo."
            ),
            approver: Text(
                id: "Cocokkan dengan daftar hadir.",
                en: "Match with the attendance list."
            ),
            reader: Text(
                id: "Data pemilih disabilitas di formulir ini keliru; suara tidak terpengaruh.",
                en: "The figures on voters with a disability are wrong; votes are not affected."
            )
        ) { _ in
            Field.Sex.allCases.flatMap { sex in
                [Field.disabled(sex), .voters(.all, sex)].map { bound in
                    Condition(Formula(.field(.disabledVoters(sex)), .atMost, .field(bound)), .hard)
                }
            }
        },
        Check(
            "A12",
            .form,
            .hard,
            Text(
                id:
                    "Setiap peserta di surat suara dapil ini mempunyai angka, dan tidak ada angka bagi yang lain.",
                en: "Every contestant on this district's ballot has a figure, and nobody else has one."
            ),
            source: Text(
                id: "UU 7/2017 ps. 342 dan 353; daftar calon tetap dapil",
                en: "UU 7/2017 art. 342 and 353; the district's final list of candidates"
            ),
            typist: Text(
                id: "Periksa nomor partai dan calon; yang kosong di kertas dibiarkan kosong.",
                en: "Check the numbers of party and candidate; what is blank on paper stays blank."
            ),
            approver: Text(
                id: "Surat suara tertukar antardapil? Periksa kode dapil pada kotak dan surat suara.",
                en: "Ballot papers of another district? Check the district's code on box and papers."
            ),
            reader: Text(
                id: "Formulir ini tidak lengkap, atau memuat angka bagi yang tidak ada di surat suara.",
                en: "The form is incomplete, or holds a figure for somebody who is not on the ballot."
            )
        ) { kind in
            let complete = Condition(
                Formula(.filled(kind.votes), .equal, .number(kind.options.count)),
                when: [Formula(.filled(kind.votes), .atLeast, .number(1))],
                .hard
            )
            guard !kind.strangers.isEmpty else { return [complete] }
            let strange = Formula(.entered(kind.strangers.map { .field($0) }), .equal, .number(0))
            return [complete, Condition(strange, .hard)]
        },
        Check(
            "A13",
            .form,
            .hard,
            Text(
                id: "Surat suara yang diterima cukup bagi semua pengguna dan yang rusak.",
                en: "The ballot papers received suffice for all voters, and for the spoiled ones."
            ),
            source: Text(
                id: "UU 7/2017 ps. 344(2); formulir C1/C.Hasil bagian III",
                en: "UU 7/2017 art. 344(2); forms C1/C.Hasil, part III"
            ),
            typist: Text(
                id: "Periksa surat suara diterima, rusak, dan jumlah pengguna pada foto.",
                en: "Check papers received and spoiled and the number of voters on the photo."
            ),
            approver: Text(
                id: "Surat suara ditambah dari TPS lain? Harus tercatat sebagai kejadian khusus.",
                en: "Papers taken from another station? That must stand in the special events."
            ),
            reader: Text(
                id: "Lebih banyak yang memilih daripada surat suara yang diterima, menurut formulir.",
                en: "By the form more people voted than ballot papers were received."
            )
        ) { _ in
            [Field.voters(.all, .both), .papers(.spoiled)].map { figure in
                Condition(Formula(.field(figure), .atMost, .field(.papers(.received))), .hard)
            }
        },
    ]

    /// For each sex and both, the rows of all lists add up to the last row.
    private static func sumsOfRolls(
        _ kind: FormKind,
        _ row: (Field.Roll, Field.Sex) -> Field
    ) -> [Condition] {
        Field.Sex.allCases.map { sex in
            let parts = kind.rolls.map { Term.field(row($0, sex)) }
            return Condition(Formula(.sum(parts), .equal, .field(row(.all, sex))), .hard)
        }
    }
}
