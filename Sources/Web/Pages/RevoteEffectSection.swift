import Elections

/// What all votes held again changed on a ballot: votes and seats before and after, for each contestant.
struct RevoteEffectSection {
    let result: ContestResult
    let effect: RevoteEffect
    let context: PageContext

    /// `nil` where nothing was held again.
    init?(_ result: ContestResult, _ context: PageContext) {
        guard let effect = RevoteEffect(context.snapshot, result) else { return nil }
        (self.result, self.effect, self.context) = (result, effect, context)
    }

    var html: HTML {
        let numbers = context.numbers
        let hasSeats = effect.rows.contains { $0.seatsAfter != nil }
        let seats: [DataTable.Column] = [
            .number("seats_before", context.say("Kursi semula", "Seats before")),
            .number("seats_after", context.say("Kursi kini", "Seats after")),
        ]
        let table = DataTable(
            caption: context.say("Semula dan kini", "Before and after")
                + ", \(result.contest.ballot.rawValue)",
            columns: [
                .number("number", context.say("Nomor", "Number")),
                .text("name", context.say("Peserta", "Contestant")),
                .number("votes_before", context.say("Suara semula", "Votes before")),
                .number("votes_after", context.say("Suara kini", "Votes after")),
                .text("change", context.say("Perubahan", "Change")),
            ] + (hasSeats ? seats : []),
            rows: zip(result.contest.contestants, effect.rows).map { contestant, row in
                let change = row.votesBefore.flatMap { before in row.votesAfter.map { $0 - before } }
                return [
                    .number(contestant.number, numbers), .text(contestant.shortName),
                    .number(row.votesBefore, numbers), .number(row.votesAfter, numbers),
                    .text(change.map { numbers.signed($0) } ?? "–"),
                ] + (hasSeats ? [.number(row.seatsBefore, numbers), .number(row.seatsAfter, numbers)] : [])
            }
        )
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: result.contest.ballot.name[context.language])
            if hasSeats { HTML.tag("p", text: words) }
            table.html
        }
    }

    /// Whether any seat changed, in a sentence.
    private var words: String {
        guard !effect.districts.isEmpty else {
            return context.say(
                "Hasil yang ulang tidak mengubah satu kursi pun.",
                "What was held again changed no seat."
            )
        }
        let places = effect.districts.map(String.init).joined(separator: ", ")
        return context.say("Kursi berubah di dapil \(places).", "Seats changed in district \(places).")
    }
}
