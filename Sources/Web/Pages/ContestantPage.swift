import Apportionment
import Elections

/// A party on a ballot with seats: how it came to them, district by district, seat by seat.
enum ContestantPage {
    static func page(_ ballot: Ballot, _ number: Int, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot), !result.districts.isEmpty,
            let party = result.contest.contestants.firstIndex(where: { $0.number == number })
        else { return nil }
        let contestant = result.contest.contestants[party]
        let seats = result.seats[party]
        let table = seatTable(party, result, context)
        return Page(
            title: contestant.shortName,
            body: .tag("div") {
                HTML.tag("h1", text: contestant.name)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text:
                        "\(context.say("Nomor urut", "Number")) \(number) · \(ballot.name[context.language])"
                )
                HTML.tag(
                    "p",
                    .class("big"),
                    text: context.say("\(seats) kursi", seats == 1 ? "1 seat" : "\(seats) seats")
                )
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Per daerah pemilihan", "By district"))
                    districtTable(party, result, context).html
                }
                if seats > 0 {
                    HTML.tag("section", .class("block")) {
                        HTML.tag(
                            "h2",
                            text: context.say("Bagaimana kursinya diperoleh", "How the seats came about")
                        )
                        table.html
                        Forms.links(context)
                    }
                }
            },
            table: seats > 0 ? table : nil,
            crumbs: [(context.say("Kursi", "Seats"), .seats(ballot))]
        )
    }

    private static func districtTable(_ party: Int, _ result: ContestResult, _ context: PageContext)
        -> DataTable
    {
        let numbers = context.numbers
        return DataTable(
            caption: context.say("Suara dan kursi", "Votes and seats"),
            columns: [
                .text("district", context.say("Dapil", "District")),
                .number("votes", context.say("Suara", "Votes")),
                .number(nil, context.say("Bagian", "Share")), .number("seats", context.say("Kursi", "Seats")),
                .number(nil, context.say("dari", "of")),
                .number(
                    "added",
                    context.say("Suara yang kurang untuk mengubah kursi", "Votes more to change a seat")
                ),
            ],
            rows: result.districts.map { district in
                let votes = district.figures.votes[party]
                return [
                    .link(
                        district.district.name,
                        context.path(.district(result.contest.ballot, district.district.number))
                    ),
                    .number(votes, numbers),
                    .shown(numbers.percent(votes ?? 0, of: district.figures.sum ?? 0)),
                    .number(district.allocation.seats[party], numbers),
                    .number(district.district.seats, numbers),
                    DataTable.Cell(
                        shown: .text(MarginWords(context.language).text(district.margins.adding(to: party))),
                        value: .number(district.margins.adding(to: party)?.votes)
                    ),
                ]
            }
        )
    }

    private static func seatTable(_ party: Int, _ result: ContestResult, _ context: PageContext) -> DataTable
    {
        let words = QuotientWords(context.numbers)
        let names = result.contest.contestants.map(\.shortName)
        let rows = result.districts.flatMap { district in
            district.distribution.steps().filter { $0.winner.party == party }.map { step in
                [
                    DataTable.Cell.link(
                        district.district.name,
                        context.path(.district(result.contest.ballot, district.district.number))
                    ),
                    .number(step.seat, context.numbers),
                    .number(step.votes, context.numbers),
                    .text(step.divisor.description),
                    DataTable.Cell(
                        shown: .text(words.text(step.winner.quotient)),
                        value: .text(step.winner.quotient.description)
                    ),
                    .text(step.runnerUp.map { "\(names[$0.party]) \(words.text($0.quotient))" } ?? "–"),
                ]
            }
        }
        return DataTable(
            caption: context.say("Setiap kursi dengan hasil baginya", "Every seat with its quotient"),
            columns: [
                .text("district", context.say("Dapil", "District")),
                .number("seat", context.say("Kursi ke-", "Seat")),
                .number("votes", context.say("Suara", "Votes")),
                .number("divisor", context.say("Pembagi", "Divisor")),
                .number("quotient", context.say("Hasil bagi", "Quotient")),
                .text(
                    "runner_up",
                    context.say("Hasil bagi terbaik partai lain", "Best quotient of another party")
                ),
            ],
            rows: rows
        )
    }
}
