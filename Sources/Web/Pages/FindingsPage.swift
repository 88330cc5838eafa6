import Elections

/// What the checks found: by rule with its share, by weight, and by region.
enum FindingsPage {
    static func page(_ context: PageContext) -> Page {
        let failed = rules(context, failedOnly: true)
        let counts = context.findings.counts(in: context.election.place)
        let title = context.say("Temuan", "Findings")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Setiap formulir diuji dengan aturan yang sama. Temuan bukan tuduhan: angka di "
                            + "kertas tetap "
                            + "sebagaimana tertulis, dan temuan menunjukkan apa yang perlu dilihat lagi.",
                        "Every form is held against the same rules. A finding is no accusation: the figures "
                            + "stay as "
                            + "the paper says, and a finding shows what wants a second look."
                    )
                )
                HTML.tag("section", .class("block")) {
                    FindingCounts(context).html(counts)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Menurut aturan", "By rule"))
                    if failed.rows.isEmpty {
                        HTML.tag("p", text: context.say("Tidak ada temuan.", "No findings."))
                    } else {
                        failed.html
                    }
                    Forms.links(context)
                    unbroken(context)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Menurut wilayah", "By region"))
                    FindingTables(context).regions(in: context.election.place).html
                }
                readings(context)
            },
            table: rules(context, failedOnly: false)
        )
    }

    private static func readings(_ context: PageContext) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2") {
                context.link(context.say("Pembacaan yang berbeda", "Readings that differ"), .readings)
            }
            ReadingsTable(context).summary
        }
    }

    /// How often each rule was asked and failed, reading by reading; with those it never failed, or without.
    private static func rules(_ context: PageContext, failedOnly: Bool) -> DataTable {
        let tallies = context.findings.tallies.filter { tally in
            tally.applicable > 0 && (tally.failures > 0 || !failedOnly)
        }
        let sources = tallies.map(\.source)
        let starts = sources.indices.filter { $0 == 0 || sources[$0] != sources[$0 - 1] }
        return DataTable(
            caption: context.say(
                "Aturan yang tidak dipenuhi semua formulir, dan berapa dari yang dapat diuji gagal",
                "The rules that not every form satisfies, and how many fail of those that could be asked"
            ),
            columns: [
                .text("rule", context.say("Aturan", "Rule")), .machine("statement"), .machine("source"),
                .machine("hard"), .machine("soft"), .machine("information"),
                .machine("applicable"), .text(nil, context.say("Gagal", "Failed")),
            ],
            rows: tallies.map { row($0, context) },
            sections: starts.map {
                DataTable.Section(start: $0, title: FindingTables(context).name(sources[$0]))
            }
        )
    }

    private static func row(_ tally: CheckTally, _ context: PageContext) -> [DataTable.Cell] {
        let statement = tally.check.statement[context.language]
        let weights = Condition.Severity.allCases.reversed()
        let counts = weights.compactMap { severity in
            tally.failed[severity].map {
                "\(context.numbers.whole($0)) \(severity.name[context.language])"
            }
        }
        return [
            DataTable.Cell(
                shown: .tag("span") {
                    context.link(tally.check.code, .rule(tally.check.code))
                    HTML.tag("small", text: statement)
                },
                value: .text(tally.check.code)
            ),
            .text(statement), .text(FindingTables(context).name(tally.source)),
        ]
            + weights.map { .number(tally.failed[$0, default: 0], context.numbers) }
            + [
                .number(tally.applicable, context.numbers),
                DataTable.Cell(
                    shown: .tag("span") {
                        counts.isEmpty ? "0" : counts.joined(separator: ", ")
                        HTML.tag("small", text: share(tally, context))
                    },
                    value: .number(tally.failures),
                    mark: tally.failed[.hard, default: 0] > 0 ? .differs : nil
                ),
            ]
    }

    private static func share(_ tally: CheckTally, _ context: PageContext) -> String {
        let asked = context.numbers.whole(tally.applicable)
        let share = context.numbers.percent(tally.failures, of: tally.applicable)
        return context.say("dari \(asked) · \(share)", "of \(asked) · \(share)")
    }

    /// The rules that nothing broke, by how far they could be asked.
    @HTMLBuilder
    private static func unbroken(_ context: PageContext) -> HTML {
        let standing = CheckStanding.checks(context.findings.tallies, in: context.election)
        line(
            context.say("Dipenuhi di semua yang diuji", "Satisfied wherever asked"),
            standing[.passed],
            context
        )
        line(
            context.say("Dipenuhi sejauh isiannya ada", "Satisfied as far as the figures are there"),
            standing[.passedInPart],
            context
        )
        line(
            context.say(
                "Tidak dapat diuji, karena isiannya tidak ada di sini",
                "Not applicable, as their figures are not here"
            ),
            standing[.notApplicable],
            context
        )
        line(
            context.say(
                "Tidak diuji, karena aturannya menunggu putusan",
                "Not asked, as their rule waits for a decision"
            ),
            standing[.waiting],
            context
        )
    }

    private static func line(_ title: String, _ checks: [Check]?, _ context: PageContext) -> HTML? {
        guard let checks else { return nil }
        return .tag("p", .class("quiet")) {
            "\(title): "
            codes(checks, context)
            "."
        }
    }

    @HTMLBuilder
    private static func codes(_ checks: [Check], _ context: PageContext) -> HTML {
        for (place, check) in checks.enumerated() {
            if place > 0 { ", " }
            context.link(check.code, .rule(check.code))
        }
    }
}
