import Apportionment
import Elections

/// The tables of one district: quotients, seats in order, margins.
struct SeatTable {
    private let district: DistrictResult
    private let contestants: [Contestant]
    private let context: PageContext
    private let order: [Step]

    init(_ district: DistrictResult, _ contestants: [Contestant], _ context: PageContext) {
        self.district = district
        self.contestants = contestants
        self.context = context
        order = Array(district.distribution.steps())
    }

    private var words: QuotientWords { QuotientWords(context.numbers) }
    /// Contestants by votes, most first.
    private var ranked: [Int] {
        contestants.indices.sorted { district.distribution.votes[$0] > district.distribution.votes[$1] }
    }

    /// Every contestant's quotients, one more than anybody needed; those that won carry their seat's number.
    var quotients: DataTable {
        let most = (district.allocation.seats.max() ?? 0) + 1
        let divisors = (0..<most).map { district.distribution.divisor(after: $0).description }
        return DataTable(
            caption: context.say("Hasil bagi setiap partai", "Quotients of every party"),
            columns: [
                .text("party", context.say("Partai", "Party")),
                .number("seats", context.say("Kursi", "Seats")),
            ]
                + divisors.map { .number("quotient_\($0)", context.say("dibagi \($0)", "divided by \($0)")) },
            rows: ranked.map { party in quotientRow(party, most) }
        )
    }

    private func quotientRow(_ party: Int, _ most: Int) -> [DataTable.Cell] {
        let won = order.filter { $0.winner.party == party }.map(\.seat)
        let isTied = district.allocation.tie?.parties.contains(party) ?? false
        return [
            name(party), .number(district.allocation.seats[party], context.numbers),
        ]
            + (0..<most).map { seat in
                let quotient = district.distribution.quotient(of: party, holding: seat)
                let text = words.text(quotient)
                if seat < won.count {
                    let shown = HTML.tag("span") {
                        text
                        HTML.tag("small", text: context.say("kursi \(won[seat])", "seat \(won[seat])"))
                    }
                    return DataTable.Cell(shown: shown, value: .text(quotient.description), mark: .won)
                }
                let mark: DataTable.Mark? = isTied && seat == won.count ? .tied : nil
                return DataTable.Cell(shown: .text(text), value: .text(quotient.description), mark: mark)
            }
    }

    /// The seats in the order in which they were won.
    var steps: DataTable {
        DataTable(
            caption: context.say(
                "Setiap kursi, pemenangnya, dan hasil bagi terbaik partai lain saat itu",
                "Every seat, its winner, and the best quotient of another party at that moment"
            ),
            columns: [
                .number("seat", context.say("Kursi", "Seat")), .text("party", context.say("Partai", "Party")),
                .number("votes", context.say("Suara", "Votes")),
                .number("divisor", context.say("Pembagi", "Divisor")),
                .number("quotient", context.say("Hasil bagi", "Quotient")),
                .text("runner_up", context.say("Berikutnya", "Next")),
                .number("runner_up_quotient", context.say("Hasil baginya", "Its quotient")),
            ],
            rows: order.map { step in
                [
                    .number(step.seat, context.numbers),
                    name(step.winner.party),
                    .number(step.votes, context.numbers),
                    .text(step.divisor.description),
                    quotient(step.winner.quotient),
                    .text(step.runnerUp.map { contestants[$0.party].shortName } ?? "–"),
                    step.runnerUp.map { quotient($0.quotient) } ?? .text("–"),
                ]
            }
        )
    }

    /// The fewest votes that would have changed any seat, for every contestant.
    var margins: DataTable {
        let margins = district.margins
        let words = MarginWords(context.language)
        return DataTable(
            caption: context.say(
                "Jumlah suara paling sedikit yang mengubah suatu kursi di dapil ini",
                "The fewest votes that change any seat of this district"
            ),
            columns: [
                .text("party", context.say("Partai", "Party")),
                .number("votes", context.say("Suara", "Votes")),
                .number("seats", context.say("Kursi", "Seats")),
                .number("added", context.say("bila bertambah", "if it had more")),
                .number("taken", context.say("bila berkurang", "if it had fewer")),
                .number("moved", context.say("bila pindah ke partai lain", "if moved to another party")),
                .text("moved_to", context.say("ke", "to")),
            ],
            rows: ranked.map { party in
                let moved = closestMove(from: party, margins)
                return [
                    name(party),
                    .number(district.figures.votes[party], context.numbers),
                    .number(district.allocation.seats[party], context.numbers),
                    margin(margins.adding(to: party), words),
                    margin(margins.taking(from: party), words),
                    margin(moved?.margin, words),
                    .text(moved.map { contestants[$0.party].shortName } ?? "–"),
                ]
            }
        )
    }

    private func closestMove(from party: Int, _ margins: Margins) -> (party: Int, margin: Margin)? {
        contestants.indices
            .compactMap { taker in margins.moving(from: party, to: taker).map { (taker, $0) } }
            .min { $0.1.votes < $1.1.votes }
    }

    private func margin(_ margin: Margin?, _ words: MarginWords) -> DataTable.Cell {
        DataTable.Cell(shown: .text(words.text(margin)), value: .number(margin?.votes))
    }

    private func quotient(_ quotient: Quotient) -> DataTable.Cell {
        DataTable.Cell(shown: .text(words.text(quotient)), value: .text(quotient.description))
    }

    private func name(_ party: Int) -> DataTable.Cell {
        .link(
            contestants[party].shortName,
            context.path(.contestant(context.ballot, contestants[party].number))
        )
    }
}

extension PageContext {
    /// The ballot a page is about; the regency council's where the address names none.
    var ballot: Ballot {
        switch address.route {
        case .seats(let ballot), .candidates(let ballot), .elected(let ballot), .district(let ballot, _),
            .contestant(let ballot, _),
            .members(let ballot), .member(let ballot, _), .comparison(let ballot), .shifts(let ballot),
            .listShifts(let ballot), .trail(let ballot, _, _):
            ballot
        case .home, .region, .station, .sources, .findings, .rule, .regionFindings, .readings, .revotes,
            .candidacies, .plenaries, .plenary, .cases, .casesDue, .dispute, .law, .deadlines, .calendar,
            .stages, .glossary,
            .record, .papers, .paper:
            .regencyCouncil
        }
    }
}
