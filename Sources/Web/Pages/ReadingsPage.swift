import Elections

/// The readings of the forms beside each other: the stations at which they differ.
enum ReadingsPage {
    static func page(_ context: PageContext) -> Page {
        let table = ReadingsTable(context)
        let title = context.say("Pembacaan yang berbeda", "Readings that differ")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "TPS yang formulirnya dibaca lebih dari sekali dengan hasil yang tidak sama.",
                        "Stations whose form was read more than once, with results that are not the same."
                    )
                )
                HTML.tag("section", .class("block")) {
                    table.summary
                    if !table.isEmpty {
                        table.all.html(of: table.count, context)
                        Forms.links(context)
                    }
                }
            },
            table: table.isEmpty ? nil : table.all,
            crumbs: [(context.say("Temuan", "Findings"), .findings)]
        )
    }
}

/// The stations at which readings differ, over all ballots.
struct ReadingsTable {
    private let context: PageContext
    private let results: [(result: ContestResult, differences: [ReadingDifference])]

    init(_ context: PageContext) {
        self.context = context
        results = context.snapshot.results.map { ($0, $0.readingDifferences) }
    }

    /// How many stations of how many ballots.
    var count: Int { results.reduce(0) { $0 + $1.differences.count } }

    /// Whether all readings agree, or there is one only.
    var isEmpty: Bool { results.allSatisfy(\.differences.isEmpty) }

    /// How many stations, ballot by ballot.
    var summary: HTML {
        let results = results.filter { $0.result.contest.readings.count > 1 }
        return .tag("ul", .class("plain")) {
            if results.isEmpty {
                HTML.tag(
                    "li",
                    text: context.say(
                        "Tidak ada formulir yang dibaca lebih dari sekali.",
                        "No form was read more than once."
                    )
                )
            }
            for (result, differences) in results {
                let all = context.numbers.whole(differences.count)
                let votes = context.numbers.whole(differences.count { $0.inVotes })
                HTML.tag(
                    "li",
                    text: "\(result.contest.ballot.name[context.language]): "
                        + context.say("\(all) TPS, \(votes) pada suara", "\(all) stations, \(votes) in votes")
                )
            }
        }
    }

    /// Every station at which they differ.
    var all: DataTable {
        DataTable(
            caption: context.say(
                "Isian yang berbeda di antara pembacaan",
                "The fields in which readings differ"
            ),
            columns: [
                .text("station", context.say("TPS", "Station")), .machine("code"),
                .text("ballot", context.say("Surat suara", "Ballot")),
                .text("fields", context.say("Isian", "Fields")),
                .text("reason", context.say("Sebab", "Reason")),
            ],
            rows: context.shown(results.flatMap { result, differences in differences.map { (result, $0) } })
                .map { result, difference in row(difference, result) }
        )
    }

    private func row(
        _ difference: ReadingDifference,
        _ result: ContestResult
    ) -> [DataTable.Cell] {
        let words = FieldWords(context.language, context.election.law, result.contest)
        let fields = result.contest.readings[0].forms.fields.filter(difference.fields.contains)
        let station = context.election.regions.stations[difference.station]
        return [
            FindingTables(context).station(difference.station), .text(station.description),
            .text(result.contest.ballot.rawValue),
            .text(fields.map(words.name).joined(separator: ", ")),
            difference.areOfDifferentVotes
                ? .link(
                    context.say(
                        "satu pembacaan memuat pemungutan suara "
                            + "ulang",
                        "one reading holds the re-vote"
                    ),
                    context.path(.revotes)
                ) : .text(context.say("belum dijelaskan", "not explained")),
        ]
    }
}
