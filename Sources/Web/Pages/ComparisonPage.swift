import Elections

/// Certified figures beside the sums of the stations: where they differ first, then everywhere.
enum ComparisonPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot), !result.comparison.isEmpty else { return nil }
        let differing = result.comparison.filter { $0.differs && $0.region.code.tier == .village }
        let all = table(
            result,
            result.comparison,
            caption: context.say(
                "Semua wilayah dengan hasil rekapitulasi",
                "All regions with certified figures"
            ),
            context
        )
        return Page(
            title: context.say("Perbandingan", "Comparison"),
            body: .tag("div") {
                HTML.tag(
                    "h1",
                    text: context.say(
                        "Hasil rekapitulasi dan jumlah TPS",
                        "Certified figures and station sums"
                    )
                )
                HTML.tag("p", .class("lead"), text: ballot.name[context.language])
                ComparisonWords(context).summary(result)
                HTML.tag("p") {
                    context.link(
                        context.say(
                            "Adakah yang diuntungkan? Pergeseran suara",
                            "Did anybody gain? Vote shifts"
                        ),
                        .shifts(ballot)
                    )
                }
                if !differing.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Yang berbeda", "Where they differ"))
                        table(
                            result,
                            differing,
                            caption: context.say(
                                "Selisih = hasil rekapitulasi − jumlah TPS",
                                "Difference = certified − sum of the stations"
                            ),
                            context
                        ).html
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Semua tingkat", "All tiers"))
                    all.html
                    Forms.links(context)
                }
            },
            table: all
        )
    }

    private static func table(
        _ result: ContestResult,
        _ rows: [CertifiedComparison],
        caption: String,
        _ context: PageContext
    ) -> DataTable {
        let numbers = context.numbers
        let columns: [DataTable.Column] = result.contest.contestants.flatMap { contestant in
            [
                .number(
                    "counted_\(contestant.number)",
                    context.say("\(contestant.shortName): TPS", "\(contestant.shortName): stations")
                ),
                .number(
                    "certified_\(contestant.number)",
                    context.say("rekapitulasi", "certified")
                ),
                .number("difference_\(contestant.number)", context.say("selisih", "difference")),
            ]
        }
        return DataTable(
            caption: caption,
            columns: [
                .text("region", context.say("Wilayah", "Region")), .text("code", context.say("Kode", "Code")),
            ] + columns,
            rows: rows.map { row in
                let differences = row.differences
                let figures: [DataTable.Cell] = row.counted.indices.flatMap { contestant in
                    [
                        DataTable.Cell.number(row.counted[contestant], numbers),
                        .number(row.certified[contestant], numbers),
                        .signed(differences[contestant], numbers),
                    ]
                }
                return [
                    .link(
                        row.region.name,
                        context.path(.trail(result.contest.ballot, .region(row.region.code), nil))
                    ),
                    .text(row.region.code.description),
                ] + figures
            }
        )
    }
}
