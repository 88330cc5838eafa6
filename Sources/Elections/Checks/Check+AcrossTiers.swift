private typealias Text = LocalizedText

extension Check {
    /// R01–R06: what must hold from tier to tier.
    static let acrossTiers: [Check] = [
        Check(
            "R01",
            .tiers,
            .hard,
            Text(
                id: "Angka suatu tingkat sama dengan penjumlahan tingkat di bawahnya.",
                en: "A tier's figure is the sum of those below it."
            ),
            source: Text(
                id: "UU 7/2017 ps. 389–413; PKPU 4/2019 dan 5/2024",
                en: "UU 7/2017 art. 389–413; PKPU 4/2019 and 5/2024"
            ),
            typist: Text(
                id: "Periksa apakah formulir semua TPS wilayah ini sudah benar.",
                en: "Check the forms of all stations of this region."
            ),
            approver: Text(
                id: "Cari pembetulan yang tercatat; bila tidak ada, buka plano TPS yang ditunjuk.",
                en:
                    "Look for a recorded correction; if there is none, open the tally sheet of the station named."
            ),
            reader: Text(
                id: "Hasil rekapitulasi berbeda dari jumlah di bawahnya; lihat penjelasannya.",
                en: "The certified figure differs from the sum below; see the explanation."
            )
        ) { kind in
            // Signatures are of a meeting, and add up to nothing.
            kind.certified.filter { $0.part != .signatures }.flatMap { field in
                [Term.Origin.stations, .below, .columns].map { origin in
                    Condition(
                        Formula(.figure(field, .certified), .equal, .figure(field, origin)),
                        .hard
                    )
                }
            }
        },
        Check(
            "R02",
            .tiers,
            .hard,
            Text(
                id: "Formulir semua TPS di wilayah yang direkapitulasi sudah terbaca.",
                en: "The forms of all stations of a certified region are read."
            ),
            source: Text(
                id: "UU 7/2017 ps. 391–398; PKPU 4/2019 dan 5/2024",
                en: "UU 7/2017 art. 391–398; PKPU 4/2019 and 5/2024"
            ),
            typist: Text(
                id: "Ketik formulir TPS yang masih kurang.",
                en: "Type the forms of the stations that are missing."
            ),
            approver: Text(
                id: "Jangan tutup rapat pleno sebelum semua TPS dibacakan.",
                en: "Do not close the plenary before every station was read."
            ),
            reader: Text(
                id: "Belum semua TPS wilayah ini ada di sini.",
                en: "Not all stations of this region are here."
            )
        ),
        Check(
            "R03",
            .tiers,
            .hard,
            Text(
                id: "Rumus formulir TPS (A01–A13) berlaku juga di setiap tingkat rekapitulasi.",
                en: "The formulas of a station's form (A01–A13) hold at every tier too."
            ),
            source: Text(
                id: "PKPU 4/2019 dan 5/2024 (DA1, DB1; D.Hasil)",
                en: "PKPU 4/2019 and 5/2024 (DA1, DB1; D.Hasil)"
            ),
            typist: Text(
                id: "Ketik ulang angka rekapitulasi wilayah ini dari dokumennya.",
                en: "Type this region's certified figures again from the document."
            ),
            approver: Text(
                id: "Sertifikat yang tidak cocok dengan dirinya sendiri harus dibetulkan dengan paraf.",
                en: "A certificate that contradicts itself must be corrected with initials."
            ),
            reader: Text(
                id: "Sertifikat wilayah ini bertentangan dengan dirinya sendiri.",
                en: "This region's certificate contradicts itself."
            )
        ) { kind in
            Check.arithmetic.flatMap { $0.conditions(for: kind) }
        },
        Check(
            "R04",
            .tiers,
            .hard,
            Text(
                id: "DPT di formulir dan rekapitulasi sama dengan DPT yang ditetapkan.",
                en: "The DPT on forms and certificates is the one that was decreed."
            ),
            source: Text(
                id: "UU 7/2017 ps. 202–208; keputusan penetapan DPT",
                en: "UU 7/2017 art. 202–208; the decree of the DPT"
            ),
            typist: Text(
                id: "Periksa DPT pada foto dan nomor TPS di kepala formulir.",
                en: "Check the DPT on the photo, and the station's number at its head."
            ),
            approver: Text(
                id: "Cocokkan dengan keputusan DPT terakhir (DPTHP).",
                en: "Match with the latest decree of the DPT (DPTHP)."
            ),
            reader: Text(
                id: "DPT di formulir tidak sama dengan DPT yang ditetapkan.",
                en: "The DPT on the form is not the one that was decreed."
            )
        ) { _ in
            Field.Sex.allCases.map { sex in
                let field = Field.electorate(.permanent, sex)
                return Condition(Formula(.field(field), .equal, .figure(field, .register)), .hard)
            }
        },
        Check(
            "R05",
            .tiers,
            .hard,
            Text(
                id: "Peserta di rekapitulasi sama dengan peserta di surat suara.",
                en: "The contestants of a certificate are those on the ballot."
            ),
            source: Text(
                id: "PKPU 4/2019 dan 5/2024; daftar calon tetap dapil",
                en: "PKPU 4/2019 and 5/2024; the district's final list of candidates"
            ),
            typist: Text(
                id: "Lengkapi angka semua peserta dari dokumen rekapitulasi.",
                en: "Complete the figures of all contestants from the certificate."
            ),
            approver: Text(
                id: "Sertifikat tanpa angka satu peserta belum selesai.",
                en: "A certificate that lacks a contestant's figure is not finished."
            ),
            reader: Text(
                id: "Rekapitulasi wilayah ini tidak memuat semua peserta.",
                en: "This region's certificate does not hold all contestants."
            )
        ) { kind in
            let filled = Term.filled(kind.options.map { .figure(.votes($0.number), .certified) })
            return [
                Condition(
                    Formula(filled, .equal, .number(kind.options.count)),
                    when: [Formula(filled, .atLeast, .number(1))],
                    .hard
                )
            ]
        },
        Check(
            "R06",
            .file,
            .hard,
            Text(
                id: "Berkas yang diterbitkan sama dengan yang ditandatangani.",
                en: "A published file is the one that was signed."
            ),
            source: Text(
                id: "Sidik SHA-256 di election.yaml; perubahan memerlukan versi dan keputusan baru",
                en: "The SHA-256 digest in election.yaml; a change needs a new version and a decree"
            ),
            typist: Text(
                id: "Jangan ubah berkas ini; laporkan kepada ketua.",
                en: "Do not change the file; tell the chair."
            ),
            approver: Text(
                id: "Kembalikan berkas yang ditandatangani, atau terbitkan versi baru dengan keputusan.",
                en: "Restore the signed file, or publish a new version by decree."
            ),
            reader: Text(
                id: "Berkas ini bukan lagi yang ditandatangani.",
                en: "The file is no longer the one that was signed."
            )
        ),
    ]
}
