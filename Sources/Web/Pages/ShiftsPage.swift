import Elections

/// Whether votes moved between the stations and the plenaries: who gained, who lost, and what explains it.
enum ShiftsPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot), !result.comparison.isEmpty else { return nil }
        let now = ShiftReport(context.snapshot, result)
        let before = result.firstComparison.map { _ in
            ShiftReport(context.snapshot, result, beforeRevotes: true)
        }
        let tables = ShiftTables(context, result)
        // What is the same with the re-votes is said once.
        let mended = before.map { report in
            report.rows.filter { row in
                !now.rows.contains {
                    $0.comparison.region.code == row.comparison.region.code
                        && $0.differences == row.differences
                }
            }
        }
        return Page(
            title: context.say("Pergeseran suara", "Vote shifts"),
            body: .tag("div") {
                HTML.tag(
                    "h1",
                    text: context.say(
                        "Adakah suara yang bergeser?",
                        "Did votes shift?"
                    )
                )
                HTML.tag("p", .class("lead"), text: ballot.name[context.language])
                answer(now, result, context)
                HTML.tag("p", .class("quiet")) {
                    context.say(
                        "Setiap angka rekapitulasi dibandingkan dengan tingkat tepat di bawahnya: desa dengan TPS-nya, "
                            + "wilayah di atasnya dengan rekapitulasi wilayah di dalamnya. ",
                        "Each certified figure is held against the tier right below it: a village against its stations, "
                            + "regions above against the certified figures of those in them. "
                    )
                    context.link(context.say("Semua angka", "All figures"), .comparison(ballot))
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Menurut peserta", "By contestant"))
                    tables.balances(now).html
                }
                if !now.rows.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Menurut wilayah", "By region"))
                        tables.rows([(.now, now.rows)]).html
                        tables.reasons(now.rows, beforeRevotes: false)
                    }
                }
                ListShiftsPage.section(result, context)
                if let mended, !mended.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag(
                            "h2",
                            text: context.say("Sebelum pemungutan suara ulang", "Before the re-votes")
                        )
                        tables.rows([(.beforeRevotes, mended)]).html
                        tables.reasons(mended, beforeRevotes: true)
                    }
                }
                Forms.links(context)
            },
            table: tables.rows([(.now, now.rows), (.beforeRevotes, before?.rows ?? [])])
        )
    }

    private static func answer(
        _ report: ShiftReport,
        _ result: ContestResult,
        _ context: PageContext
    ) -> HTML {
        .tag("div", .class("notice")) {
            HTML.tag("p", text: ShiftWords(context.language).answer(report, result))
            if report.open > 0 {
                HTML.tag(
                    "p",
                    text: context.say(
                        "\(context.numbers.whole(report.open)) wilayah belum dapat dibandingkan.",
                        "\(context.numbers.whole(report.open)) regions cannot be compared yet."
                    )
                )
            }
        }
    }
}

/// The tables of a shift report.
private struct ShiftTables {
    /// With which forms a region was compared.
    enum State: String {
        case now
        case beforeRevotes = "before-revotes"
    }

    private let context: PageContext
    private let result: ContestResult
    private let words: ShiftWords

    init(_ context: PageContext, _ result: ContestResult) {
        self.context = context
        self.result = result
        words = ShiftWords(context.language)
    }

    /// What the differences come to for everybody.
    func balances(_ report: ShiftReport) -> DataTable {
        let numbers = context.numbers
        return DataTable(
            caption: context.say(
                "Suara lebih dan kurang dari yang dibaca, di semua wilayah",
                "Votes more and fewer than were read, over all regions"
            ),
            columns: [
                .text("contestant", context.say("Peserta", "Contestant")),
                .number("gained", context.say("Bertambah", "Gained")),
                .number("lost", context.say("Berkurang", "Lost")),
                .number(
                    "gained_unexplained",
                    context.say("bertambah, tidak terjelaskan", "gained, unexplained")
                ),
                .number("lost_unexplained", context.say("berkurang, tidak terjelaskan", "lost, unexplained")),
            ],
            rows: zip(
                result.contest.contestants,
                zip(report.balances(), report.balances([.unexplained]))
            ).map { contestant, balances in
                [
                    .text(contestant.shortName), .number(balances.0.gained, numbers),
                    .number(balances.0.lost, numbers), .number(balances.1.gained, numbers),
                    .number(balances.1.lost, numbers),
                ]
            }
        )
    }

    /// The regions that differ, the least explained first.
    func rows(_ parts: [(State, [ShiftReport.Row])]) -> DataTable {
        DataTable(
            caption: parts.contains { $0.0 == .now }
                ? context.say("Selisih = rekapitulasi − yang dibaca", "Difference = certified − read below")
                : context.say(
                    "Selisih = rekapitulasi − yang dibaca dari formulir pertama",
                    "Difference = certified − read from the first forms"
                ),
            columns: [
                .text("region", context.say("Wilayah", "Region")), .machine("code"), .machine("forms"),
                .text("below", context.say("Dibandingkan dengan", "Held against")),
            ]
                + result.contest.contestants.map {
                    .number("difference_\($0.number)", $0.shortName)
                } + [
                    .text("pattern", context.say("Pola", "Pattern")),
                    .text("standing", context.say("Penjelasan", "Explanation")), .machine("evidence"),
                ],
            rows: parts.flatMap { state, rows in
                rows.map { row in
                    let region = row.comparison.region
                    return [
                        .link(region.name, trail(region)), .text(region.code.description),
                        .text(state.rawValue), .text(words.name(row.basis)),
                    ] + row.differences.map { .signed($0, context.numbers) } + [
                        .text(words.name(row.pattern)), .text(words.name(row.standing)),
                        .text(sentences(row, beforeRevotes: state == .beforeRevotes)),
                    ]
                }
            }
        )
    }

    /// What explains each of them.
    func reasons(_ rows: [ShiftReport.Row], beforeRevotes: Bool) -> HTML {
        .tag("ul", .class("plain")) {
            for row in rows {
                HTML.tag("li") {
                    context.link(row.comparison.region.name, .region(row.comparison.region.code))
                    ": "
                    sentences(row, beforeRevotes: beforeRevotes)
                }
            }
        }
    }

    private func sentences(_ row: ShiftReport.Row, beforeRevotes: Bool) -> String {
        ExplanationWords(context.snapshot, context.language)
            .sentences(row, result, beforeRevotes: beforeRevotes)
            .joined(separator: " ")
    }

    private func trail(_ region: Region) -> String {
        context.path(.trail(result.contest.ballot, .region(region.code), nil))
    }
}
