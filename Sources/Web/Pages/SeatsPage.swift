import Apportionment
import Elections

/// The seats of a ballot: parties by district, with totals.
enum SeatsPage {
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard let result = context.snapshot.result(of: ballot), !result.districts.isEmpty else { return nil }
        let table = table(result, context)
        let title = context.say("Kursi ", "Seats: ") + ballot.name[context.language]
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: SeatWords(context).summary(result)
                )
                SeatWords(context).tied(result)
                SeatWords(context).determined(result)
                if ShownLists(result.contest, context.election.candidacies).kind != nil {
                    HTML.tag("p") {
                        context.link(context.say("Daftar calon", "Candidates"), .candidates(ballot))
                    }
                }
                if ElectedCandidates.isKnown(result) {
                    HTML.tag("p") {
                        context.link(context.say("Siapa yang terpilih", "Who is elected"), .elected(ballot))
                        if !context.election.results.members(of: ballot).isEmpty {
                            " · "
                            context.link(context.say("Anggota terpilih", "Elected members"), .members(ballot))
                        }
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Partai dan daerah pemilihan", "Parties and districts"))
                    table.html
                    Forms.links(context)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Seberapa ketat", "How close was it"))
                    lastSeats(result, context).html
                }
                if let nation = nation(result, context) {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Ambang batas nasional", "The nation's threshold"))
                        nation.html
                    }
                }
            },
            table: table
        )
    }

    private static func table(_ result: ContestResult, _ context: PageContext) -> DataTable {
        let ballot = result.contest.ballot
        let rows = result.contest.contestants.enumerated().map { party, contestant in
            let seats = result.districts.map { $0.allocation.seats[party] }
            return [
                DataTable.Cell.link(
                    contestant.shortName,
                    context.path(.contestant(ballot, contestant.number))
                )
            ]
                + seats.map { seats in
                    var cell = DataTable.Cell.number(seats, context.numbers)
                    if seats > 0 { cell.mark = .won }
                    return cell
                } + [.number(seats.reduce(0, +), context.numbers)]
        }
        return DataTable(
            caption: context.say(
                "Kursi per partai dan daerah pemilihan (dapil)",
                "Seats by party and electoral district"
            ),
            columns: [.text("party", context.say("Partai", "Party"))]
                + result.districts.map { .number("district_\($0.district.number)", $0.district.name) }
                + [.number("seats", context.say("Jumlah", "Total"))],
            rows: rows
        )
    }

    /// Which parties take part, by the nation's votes; `nil` where the law asks for no share of them.
    private static func nation(_ result: ContestResult, _ context: PageContext) -> DataTable? {
        let contest = result.contest
        guard let threshold = result.rules.seats?.threshold,
            let nation = try? NationalThreshold(
                threshold,
                votes: contest.contestants.map { contest.nation[$0.number] }
            ), let total = nation.total
        else { return nil }
        let numbers = context.numbers
        let rows = zip(contest.contestants, zip(nation.votes, nation.standings)).sorted {
            ($0.1.0 ?? 0) > ($1.1.0 ?? 0)
        }
        let share = numbers.percent(threshold.numerator, of: threshold.denominator, digits: 1)
        return DataTable(
            caption: context.say(
                "Partai yang mendapat sedikitnya \(share) dari \(numbers.whole(total)) suara sah nasional",
                "Parties with at least \(share) of the nation's \(numbers.whole(total)) valid votes"
            ),
            columns: [
                .text("party", context.say("Partai", "Party")),
                .number("votes", context.say("Suara nasional", "Votes in the nation")),
                .number("share", context.say("Bagian", "Share")),
                .text("standing", context.say("Ikut dibagi", "Takes part")),
            ],
            rows: rows.map { contestant, figures in
                let (votes, standing) = figures
                let isIn = standing == .reached
                return [
                    .text(contestant.shortName), .number(votes ?? 0, numbers),
                    .text(numbers.percent(votes ?? 0, of: total)),
                    .text(isIn ? context.say("ya", "yes") : context.say("tidak", "no")),
                ]
            }
        )
    }

    private static func lastSeats(_ result: ContestResult, _ context: PageContext) -> DataTable {
        let names = result.contest.contestants.map(\.shortName)
        let numbers = context.numbers
        return DataTable(
            caption: context.say(
                "Kursi terakhir setiap dapil, pesaing terdekat, dan suara yang kurang baginya",
                "The last seat of each district, the best loser, and the votes it lacked"
            ),
            columns: [
                .text("district", context.say("Dapil", "District")),
                .number("seats", context.say("Kursi", "Seats")),
                .text("winner", context.say("Kursi terakhir", "Last seat")),
                .text("runner_up", context.say("Berikutnya", "Next")),
                .number("votes_lacking", context.say("Kurang suara", "Votes lacking")),
            ],
            rows: result.districts.map { district in
                let last = district.lastSeat
                return [
                    .link(
                        district.district.name,
                        context.path(.district(result.contest.ballot, district.district.number))
                    ),
                    .number(district.district.seats, numbers),
                    .text(last.map { names[$0.winner.party] } ?? "–"),
                    .text(last.map { names[$0.runnerUp.party] } ?? "–"),
                    DataTable.Cell(
                        shown: .text(last == nil ? "–" : MarginWords(context.language).text(last?.lacking)),
                        value: .number(last?.lacking?.votes)
                    ),
                ]
            }
        )
    }
}
