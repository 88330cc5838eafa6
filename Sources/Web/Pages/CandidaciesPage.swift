import Elections

/// The ballots on which lists of candidates stand, and how far each has come.
enum CandidaciesPage {
    static func page(_ context: PageContext) -> Page {
        let title = context.say("Daftar calon", "Lists of candidates")
        let ballots = context.election.contests.filter { $0.ballot.choice == .list }
        let table = table(ballots.map { ShownLists($0, context.election.candidacies) }, context)
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Siapa yang dicalonkan partai: daftar sementara (DCS) untuk ditanggapi, lalu daftar tetap (DCT).",
                        "Whom the parties put up: provisional lists (DCS), to which anybody may object, then the final ones (DCT)."
                    )
                )
                if ballots.isEmpty {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Pemilu ini tidak mempunyai daftar calon di sini.",
                            "No ballot of this election has lists of candidates here."
                        )
                    )
                } else {
                    HTML.tag("section", .class("block")) { table.html }
                    Forms.links(context)
                }
            },
            table: ballots.isEmpty ? nil : table
        )
    }

    private static func table(_ all: [ShownLists], _ context: PageContext) -> DataTable {
        let numbers = context.numbers
        return DataTable(
            caption: context.say("Surat suara dengan daftar calon", "Ballots with lists of candidates"),
            columns: [
                .text("ballot", context.say("Surat suara", "Ballot")),
                .text("stage", context.say("Tahap", "Stage")), .text("date", context.say("Tanggal", "Day")),
                .number("lists", context.say("Daftar", "Lists")),
                .number("candidates", context.say("Calon", "Candidates")),
                .number("women", context.say("Perempuan", "Women")),
            ],
            rows: all.map { shown in
                let (ballot, everybody) = (shown.ballot, shown.lists.everybody)
                let day = shown.publication?.date
                return [
                    shown.kind == nil
                        ? DataTable.Cell(
                            shown: .text(ballot.name[context.language]),
                            value: .text(ballot.rawValue)
                        )
                        : DataTable.Cell(
                            shown: context.link(ballot.name[context.language], .candidates(ballot)),
                            value: .text(ballot.rawValue)
                        ),
                    DataTable.Cell(
                        shown: .text(shown.words[context.language]),
                        value: .text(shown.kind?.rawValue ?? "")
                    ),
                    DataTable.Cell(
                        shown: .text(day.map { numbers.date($0) } ?? "–"),
                        value: .text(day?.description ?? "")
                    ),
                    .number(shown.lists.count, numbers), .number(everybody.count, numbers),
                    DataTable.Cell(
                        shown: .text(everybody.isEmpty ? "–" : everybody.women(numbers)),
                        value: .number(everybody.women)
                    ),
                ]
            }
        )
    }
}

extension ShownLists {
    /// What is published, in words.
    var words: LocalizedText {
        kind?.name ?? LocalizedText(id: "belum diterbitkan di sini", en: "not published here")
    }
}
