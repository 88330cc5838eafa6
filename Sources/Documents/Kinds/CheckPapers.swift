import Elections

/// Legal source: domain reference 4.5, P11; docs/audit.md.
extension DocumentRoom {
    /// Where certified figures are not the sum of what was read right below: the unexplained first.
    func shiftReport(_ ballot: Ballot) -> Document? {
        guard let election = elections[ballot], let snapshot = try? Snapshot(election),
            let result = snapshot.result(of: ballot), !result.comparison.isEmpty
        else { return nil }
        let report = ShiftReport(snapshot, result)
        let contestants = result.contest.contestants
        let rows = report.rows.map { row in
            Document.Table.Row(
                [name(row.comparison.region.code), standing(row.standing)]
                    + row.differences.map { $0 == 0 ? "" : numbers.signed($0) }
            )
        }
        let sums = report.balances().map { balance in numbers.signed(balance.gained - balance.lost) }
        return document(
            .shiftReport(ballot),
            title: [
                "LAPORAN PERGESERAN ANGKA", ballot.name.indonesian.uppercased(), name(place).uppercased(),
            ],
            of: state.date,
            isWide: contestants.count > 8,
            [
                .text(
                    "Angka sertifikat dikurangi jumlah yang dibacakan tepat di bawahnya, wilayah demi wilayah. "
                        + "\(report.rows.count) wilayah berbeda; \(report.open) belum dapat dibandingkan."
                ),
                .table(
                    Document.Table(
                        [("Wilayah", .wide), ("Keadaan", .text)]
                            + contestants.map { ($0.shortName, .number) },
                        rows + [Document.Table.Row(["Jumlah", ""] + sums, .sum)]
                    )
                ),
                .signatures([chair(of: place)]),
            ]
        )
    }

    private func standing(_ standing: ShiftReport.Standing) -> String {
        switch standing {
        case .unexplained: "tanpa penjelasan"
        case .compatible: "ada angka yang cocok"
        case .proven: "terbukti satu TPS"
        case .corrected: "dibetulkan dalam pleno"
        }
    }

    /// The forms that dice drew for a plenary, what a second team read on them, and what that bounds.
    func auditReport(_ number: Int, _ ballot: Ballot) -> Document? {
        guard let plenary = state.plenaries[number],
            let audit = state.audits(of: number).first(where: { $0.ballot == ballot }),
            let contest = contest(ballot)
        else { return nil }
        let report = AuditReport(audit, in: state, sha256: sha256)
        let words = FieldWords(.indonesian, law, contest)
        let wrong = Set(report.wrong)
        let open = Set(report.open)
        var blocks: [Document.Block] = [
            .facts([
                Document.Fact("Rapat pleno", "\(number), \(numbers.date(plenary.call.date))"),
                Document.Fact("Benih dari dadu", audit.seed.description),
                Document.Fact("Formulir dalam daftar", figure(audit.manifest.lines.count)),
                Document.Fact("Formulir yang diundi", figure(report.drawn.count)),
                Document.Fact("Dibaca lain", figure(report.wrong.count)),
                Document.Fact(
                    "Paling banyak yang mungkin salah",
                    report.bound.map { figure($0.mostWrong) } ?? "belum dapat dikatakan"
                ),
            ]),
            .table(
                Document.Table(
                    [("No.", .number), ("Formulir", .wide), ("Hasil baca ulang", .text)],
                    report.drawn.enumerated().map { place, form in
                        Document.Table.Row(
                            [
                                "\(place + 1)", form.words.indonesian,
                                open.contains(form)
                                    ? "belum dibaca" : wrong.contains(form) ? "berbeda" : "sama",
                            ]
                        )
                    }
                )
            ),
        ]
        if !report.differences.isEmpty {
            blocks.append(.heading("Yang berbeda"))
            blocks.append(
                .table(
                    Document.Table(
                        [
                            ("Formulir", .wide), ("Uraian", .wide), ("Dihitung", .number),
                            ("Dibaca ulang", .number),
                        ],
                        report.differences.map { difference in
                            Document.Table.Row(
                                [
                                    difference.form.words.indonesian, words.name(difference.field),
                                    figure(difference.counted), figure(difference.read),
                                ]
                            )
                        }
                    )
                )
            )
        }
        return document(
            .auditReport(plenary: number, ballot),
            title: [
                "LAPORAN AUDIT CUPLIKAN", ballot.name.indonesian.uppercased(),
                name(plenary.region).uppercased(),
            ],
            of: plenary.call.date,
            blocks + [.signatures([chair(of: plenary.region)])]
        )
    }
}
