import Elections

/// The election at a glance: seats, turnout, votes, what differs and what is not in.
enum FrontPage {
    static func page(_ context: PageContext) -> Page {
        let name = context.election.name[context.language]
        let table = RegionPage.childrenTable(of: context.election.place, context)
        return Page(
            title: name,
            body: .tag("div") {
                HTML.tag("h1", text: name)
                HTML.tag("p", .class("lead"), text: lead(context))
                for result in context.snapshot.results where !result.districts.isEmpty {
                    seats(result, context)
                }
                HTML.tag("div", .class("cards")) {
                    turnout(context)
                    findings(context)
                    for result in context.snapshot.results { differences(result, context) }
                }
                for result in context.snapshot.results { votes(result, context) }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Yang belum ada di sini", "What is not in"))
                    HTML.tag("ul", .class("plain")) {
                        for gap in Gaps(context).list { HTML.tag("li") { gap } }
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Wilayah", "Regions"))
                    table.html
                    Forms.links(context)
                }
            },
            table: table
        )
    }

    private static func lead(_ context: PageContext) -> String {
        let path = context.election.regions.path(to: context.election.place).reversed().map(\.name)
        return path.joined(separator: ", ") + " · " + context.numbers.date(context.election.date) + " · "
            + context.election.law.title[context.language]
    }

    private static func seats(_ result: ContestResult, _ context: PageContext) -> HTML {
        let ballot = result.contest.ballot
        let winners = zip(result.contest.contestants, result.seats).filter { $1 > 0 }.sorted { $0.1 > $1.1 }
        return .tag("section", .class("block")) {
            HTML.tag("h2") {
                context.link(
                    context.say("Kursi ", "Seats: ") + ballot.name[context.language],
                    .seats(ballot)
                )
            }
            Charts.council(
                winners.map { (name: $0.shortName, seats: $1, colour: $0.colour) },
                label: winners.map { "\($0.shortName) \($1)" }.joined(separator: ", "),
                unit: context.say("kursi", "seats")
            )
            HTML.tag("ul", .class("legend")) {
                for (party, seats) in winners {
                    HTML.tag("li") {
                        Charts.swatch(party.colour)
                        context.link(party.shortName, .contestant(ballot, party.number))
                        HTML.tag("b", text: context.numbers.whole(seats))
                    }
                }
            }
            HTML.tag(
                "p",
                text: SeatWords(context).summary(result)
            )
            SeatWords(context).tied(result)
            SeatWords(context).determined(result)
            SeatWords(context).closest(result)
        }
    }

    private static func turnout(_ context: PageContext) -> HTML {
        .tag("section", .class("card")) {
            HTML.tag("h2", text: context.say("Partisipasi", "Turnout"))
            TurnoutWords(context).paragraph(in: context.election.place)
        }
    }

    private static func findings(_ context: PageContext) -> HTML? {
        let counts = context.findings.counts(in: context.election.place)
        guard counts.forms > 0 else { return nil }
        return .tag("section", .class("card")) {
            HTML.tag("h2") { context.link(context.say("Temuan", "Findings"), .findings) }
            HTML.tag("p", .class("big"), text: context.numbers.percent(counts.brokenForms, of: counts.forms))
            FindingCounts(context).html(counts)
        }
    }

    private static func differences(_ result: ContestResult, _ context: PageContext) -> HTML? {
        guard !result.comparison.isEmpty else { return nil }
        return .tag("section", .class("card")) {
            HTML.tag("h2") {
                context.link(
                    context.say("Hasil rekapitulasi dan TPS", "Certified against stations"),
                    .comparison(result.contest.ballot)
                )
            }
            ComparisonWords(context).summary(result)
        }
    }

    private static func votes(_ result: ContestResult, _ context: PageContext) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag(
                "h2",
                text: context.say("Suara ", "Votes: ") + result.contest.ballot.name[context.language]
            )
            VoteBars.html(result, in: context.election.place, context)
            if result.contest.ballot.choice != .list {
                HTML.tag("p") {
                    context.link(
                        context.say("Siapa yang terpilih", "Who is elected"),
                        .elected(result.contest.ballot)
                    )
                }
            }
        }
    }
}
