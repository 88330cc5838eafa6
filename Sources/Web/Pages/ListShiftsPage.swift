import Elections

/// What moved from one candidate of a list to another, or between them and the party.
enum ListShiftsPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot),
            let section = section(result, context)
        else { return nil }
        let title = context.say("Pergeseran di dalam daftar", "Shifts inside the lists")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: ballot.name[context.language])
                HTML.tag("p") {
                    context.link(
                        context.say("Pergeseran antarpeserta", "Shifts between contestants"),
                        .shifts(ballot)
                    )
                }
                section
            },
            table: table(ListShift.all(context.snapshot, result), result, context)
        )
    }

    /// The table with what is known of its rows; `nil` where nothing moved.
    static func section(_ result: ContestResult, _ context: PageContext) -> HTML? {
        let shifts = ListShift.all(context.snapshot, result)
        guard !shifts.isEmpty else { return nil }
        let corrections = shifts.flatMap { shift in shift.corrections.map { (shift.region, $0) } }
        let sentences = ExplanationWords(context.snapshot, context.language)
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Di dalam daftar", "Inside the lists"))
            HTML.tag(
                "p",
                .class("quiet"),
                text: context.say(
                    "Calon yang bertambah, sedangkan calon lain atau partainya sendiri dalam daftar yang sama berkurang.",
                    "Candidates who gained while others of the same list, or the party itself, lost."
                )
            )
            table(shifts, result, context).html
            Forms.links(context, to: .listShifts(result.contest.ballot))
            if !corrections.isEmpty {
                HTML.tag("ul", .class("plain")) {
                    for (region, correction) in corrections {
                        HTML.tag("li") {
                            region.name + ": " + sentences.correction(correction, result.contest)
                        }
                    }
                }
            }
        }
    }

    private static func table(
        _ shifts: [ListShift],
        _ result: ContestResult,
        _ context: PageContext
    ) -> DataTable {
        let names = FieldWords(context.language, context.election.law, result.contest)
        let words = ShiftWords(context.language)
        return DataTable(
            caption: context.say(
                "Perpindahan suara di dalam satu daftar: rekapitulasi − yang dibaca",
                "Votes moved inside one list: certified − read below"
            ),
            columns: [
                .text("region", context.say("Wilayah", "Region")), .machine("code"), .machine("contestant"),
                .text("list", context.say("Daftar", "List")),
                .text("below", context.say("Dibandingkan dengan", "Held against")),
                .number("moved", context.say("Berpindah", "Moved")),
                .number("balance", context.say("Selisih daftar", "The list together")),
                .text("parts", context.say("Siapa", "Who")), .machine("fields"),
                .text("standing", context.say("Penjelasan", "Explanation")),
            ],
            rows: shifts.map { shift in
                let list = result.contest.contestants.first { $0.number == shift.contestant }
                let parts = shift.parts.map {
                    "\(names.name($0.field)) \(context.numbers.signed($0.difference))"
                }
                let fields = shift.parts.map { "\($0.field.column)=\($0.difference)" }
                let place = Route.trail(result.contest.ballot, .region(shift.region.code), nil)
                return [
                    .link(shift.region.name, context.path(place)), .text(shift.region.code.description),
                    .number(shift.contestant, context.numbers), .text(list?.shortName ?? ""),
                    .text(words.name(shift.basis)), .number(shift.moved, context.numbers),
                    .signed(shift.balance, context.numbers), .text(parts.joined(separator: ", ")),
                    .text(fields.joined(separator: " ")),
                    .text(words.name(shift.isCorrected ? .corrected : ShiftReport.Standing.unexplained)),
                ]
            }
        )
    }
}
