import Elections

/// What the checks found: by rule with its share, by weight, and by region.
enum FindingsPage {
    static func page(_ context: PageContext) -> Page {
        let rules = rules(context)
        let title = context.say("Temuan", "Findings")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Setiap formulir diuji dengan aturan yang sama. Temuan bukan tuduhan: angka di kertas tetap "
                            + "sebagaimana tertulis, dan temuan menunjukkan apa yang perlu dilihat lagi.",
                        "Every form is held against the same rules. A finding is no accusation: the figures stay as "
                            + "the paper says, and a finding shows what wants a second look."
                    )
                )
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Menurut aturan", "By rule"))
                    rules.html
                    Forms.links(context)
                    idle(context)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Menurut wilayah", "By region"))
                    FindingTables(context).regions(in: context.election.place).html
                }
                ReadingsSection(context).html
            },
            table: rules
        )
    }

    private static func rules(_ context: PageContext) -> DataTable {
        DataTable(
            caption: context.say(
                "Aturan yang diuji; bagian = yang gagal dari yang dapat diuji",
                "The rules that were asked; share = failed of those that could be asked"
            ),
            columns: [
                .text("rule", context.say("Aturan", "Rule")),
                .text("statement", context.say("Yang harus berlaku", "What must hold")),
                .text("source", context.say("Sumber angka", "Figures")),
                .number("applicable", context.say("Diuji", "Asked")),
                .number("hard", context.say("Gagal: keras", "Failed: hard")),
                .number("soft", context.say("lunak", "soft")),
                .number("information", context.say("informasi", "information")),
                .number(nil, context.say("Bagian", "Share")),
            ],
            rows: context.findings.tallies.filter { $0.applicable > 0 }.map { tally in
                [
                    .link(tally.check.code, context.path(.rule(tally.check.code))),
                    .text(tally.check.statement[context.language]),
                    .text(FindingTables(context).name(tally.source)),
                    .number(tally.applicable, context.numbers),
                    count(.hard, of: tally, context), count(.soft, of: tally, context),
                    count(.information, of: tally, context),
                    .shown(context.numbers.percent(tally.failures, of: tally.applicable)),
                ]
            }
        )
    }

    private static func count(
        _ severity: Condition.Severity,
        of tally: CheckTally,
        _ context: PageContext
    ) -> DataTable.Cell {
        let count = tally.failed[severity, default: 0]
        var cell = DataTable.Cell.number(count, context.numbers)
        if count > 0, severity == .hard { cell.mark = .differs }
        return cell
    }

    /// The rules that no figure could be asked by.
    private static func idle(_ context: PageContext) -> HTML? {
        let asked = Set(context.findings.tallies.filter { $0.applicable > 0 }.map(\.check))
        let idle = Check.all.filter { !asked.contains($0) }
        guard !idle.isEmpty else { return nil }
        return .tag("p", .class("quiet")) {
            context.say(
                "Tidak dapat diuji karena isiannya tidak ada di sini: ",
                "Not applicable, as their figures are not here: "
            )
            for (place, check) in idle.enumerated() {
                if place > 0 { ", " }
                context.link(check.code, .rule(check.code))
            }
            "."
        }
    }
}

/// The readings beside each other: where they differ.
struct ReadingsSection {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    var html: HTML? {
        let results = context.snapshot.results.filter { !$0.readingDifferences.isEmpty }
        guard !results.isEmpty else { return nil }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Pembacaan yang berbeda", "Readings that differ"))
            for result in results { table(result).html }
        }
    }

    private func table(_ result: ContestResult) -> DataTable {
        let words = FieldWords(context.language, context.election.law, result.contest)
        let differences = result.readingDifferences
        return DataTable(
            caption: "\(result.contest.ballot.name[context.language]): "
                + context.say(
                    "\(differences.count) TPS, \(differences.count { $0.inVotes }) pada suara",
                    "\(differences.count) stations, \(differences.count { $0.inVotes }) in votes"
                ),
            columns: [
                .text(nil, context.say("TPS", "Station")), .text(nil, context.say("Isian", "Fields")),
                .text(nil, context.say("Sebab", "Reason")),
            ],
            rows: differences.map { difference in
                let fields = result.contest.readings[0].forms.fields.filter(difference.fields.contains)
                return [
                    FindingTables(context).station(difference.station),
                    .text(fields.map(words.name).joined(separator: ", ")),
                    .text(
                        difference.areOfDifferentVotes
                            ? context.say(
                                "satu pembacaan memuat pemungutan suara ulang",
                                "one reading holds the re-vote"
                            ) : context.say("belum dijelaskan", "not explained")
                    ),
                ]
            }
        )
    }
}
