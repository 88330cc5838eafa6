import Elections

/// Who is elected on a ballot without lists: the votes, what was compared, and how close it was.
struct WinnersPage {
    private let result: ContestResult
    private let winners: Winners?
    private let words: WinnerWords
    private let context: PageContext

    /// The page of a ballot; `nil` where lists stand on it, or nothing is counted.
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        guard ballot.choice != .list, let result = context.snapshot.result(of: ballot) else { return nil }
        return WinnersPage(
            result: result,
            winners: context.snapshot.winners(of: ballot),
            words: WinnerWords(result.contest, context.election.law),
            context: context
        ).page
    }

    private var ballot: Ballot { result.contest.ballot }
    private var place: RegionCode { context.election.place }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    private var page: Page {
        let title = say("Siapa yang terpilih: ", "Who is elected: ") + ballot.name[context.language]
        let table = table
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: lead)
                HTML.tag("p", .class("quiet")) {
                    say(
                        "Dihitung dari formulir yang berlaku. Yang sah adalah penetapan KPU. ",
                        "Computed from the forms that count. What counts is what the commission determines. "
                    )
                    if let winners { "(\(winners.source[context.language])) " }
                    if MembersPage.isDetermined(ballot, context.election.results) {
                        context.link(say("Yang ditetapkan", "Who was determined"), .members(ballot))
                    }
                }
                HTML.tag("p", .class("quiet"), text: result.rules.winner[context.language])
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                }
                if let winners {
                    for ground in winners.grounds where ground.measure != .votes { compared(ground) }
                }
                if let petition { petition }
            },
            table: table
        )
    }

    private var lead: String {
        if let winners { return words.outcome(winners)[context.language] }
        if ballot.electingTier == place.tier {
            return say(
                "Angka dan pesertanya tidak cocok satu sama lain.",
                "Its figures and contestants do not fit together."
            )
        }
        let whole = ballot.electingTier?.name[context.language] ?? say("negara", "country")
        return say(
            "Yang terpilih ditentukan suara seluruh \(whole); di sini hanya suara wilayah ini.",
            "Who is elected follows from the votes of the whole \(whole); here are those of this area alone."
        )
    }

    private var table: DataTable {
        let figures = context.snapshot.figures(of: ballot, in: place)
        let sum = figures?.sum
        let votes = result.contest.contestants.indices.map { figures?.votes[$0] }
        let rows = zip(result.contest.contestants, votes).sorted { ($0.1 ?? -1) > ($1.1 ?? -1) }
        return DataTable(
            caption: say("Suara dan hasilnya", "Votes and what they come to"),
            columns: [
                .number("number", say("Nomor", "Number")), .text("name", say("Nama", "Name")),
                .number("votes", say("Suara", "Votes")), .number(nil, say("Bagian", "Share")),
            ] + (winners == nil ? [] : [.text("outcome", say("Hasil", "Outcome"))]),
            rows: rows.map { contestant, votes in
                let share = votes.flatMap { votes in
                    sum.map { context.numbers.percent(votes, of: $0) }
                }
                let standing = winners.map { winners in
                    DataTable.Cell.text(words.standing(of: contestant.number, winners)[context.language])
                }
                return [
                    .number(contestant.number, context.numbers), .text(contestant.name),
                    DataTable.Cell(
                        shown: .text(context.numbers.whole(votes)),
                        value: .number(votes)
                    ),
                    .text(share ?? "–"),
                ] + [standing].compactMap(\.self)
            }
        )
    }

    /// What told equals apart, or what else was asked of the first.
    private func compared(_ ground: Winners.Ground) -> HTML {
        let numbers = context.numbers
        return .tag("section", .class("block")) {
            DataTable(
                caption: words.measure(ground)[context.language],
                columns: [
                    .number("number", say("Nomor", "Number")), .text("name", say("Nama", "Name")),
                    .text("figure", say("Angka", "Figure")),
                ],
                rows: result.contest.contestants.compactMap { contestant in
                    ground.figures[contestant.number].map { figure in
                        [
                            .number(contestant.number, numbers), .text(contestant.shortName),
                            .text("\(numbers.whole(Int(figure.part))) / \(numbers.whole(Int(figure.whole)))"),
                        ]
                    }
                }
            ).html
            HTML.tag("p", .class("quiet"), text: ground.source[context.language])
        }
    }

    // MARK: - Petitions

    /// Whether the margin of each other pair lets the Constitutional Court hear a petition, by the population; `nil` where
    /// the law asks for no margin, or nobody is elected.
    private var petition: HTML? {
        guard let rule = context.election.law.petition, let brackets = rule.brackets(of: ballot),
            case .elected(let elected)? = winners?.outcome, let first = elected.first,
            let figures = context.snapshot.figures(of: ballot, in: place)
        else { return nil }
        let contestants = result.contest.contestants
        let others = contestants.filter { $0.number != first }
        func votes(_ number: Int) -> Int? {
            contestants.firstIndex { $0.number == number }.flatMap { figures.votes[$0] }
        }
        func verdict(_ number: Int, _ bracket: Law.PetitionRule.Bracket) -> String {
            let margin = winners.flatMap { winners in
                context.snapshot.petitionMargin(
                    of: number,
                    on: ballot,
                    against: winners,
                    population: bracket.population ?? Int(Int32.max)
                )
            }
            return margin.map { words.verdict($0)[context.language] } ?? "–"
        }
        let numbers = context.numbers
        return .tag("section", .class("block")) {
            HTML.tag(
                "h2",
                text: say(
                    "Apakah selisihnya memungkinkan permohonan ke MK",
                    "Whether the margin admits a petition"
                )
            )
            HTML.tag(
                "p",
                .class("quiet"),
                text: say(
                    "Ambangnya bergantung pada jumlah penduduk menurut data pemerintah, yang bukan angka pemilihan: "
                        + "cari barisnya. ",
                    "The bound depends on the population by the government's data, which is no figure of the election: "
                        + "find its row. "
                ) + rule.source[context.language]
            )
            DataTable(
                caption: say("Ambang dan selisih", "Bounds and margins"),
                columns: [
                    .text("population", say("Penduduk", "Population")),
                    .text("bound", say("Ambang", "Bound")),
                ]
                    + others.map { contestant in
                        let lacking = votes(contestant.number).flatMap { own in votes(first).map { $0 - own }
                        }
                        return .text(
                            "contestant_\(contestant.number)",
                            "\(contestant.number) \(contestant.shortName) (−\(numbers.whole(lacking)))"
                        )
                    },
                rows: brackets.map { bracket in
                    [
                        .text(
                            bracket.population.map {
                                say("sampai \(numbers.whole($0))", "up to \(numbers.whole($0))")
                            } ?? say("lebih banyak", "more")
                        ),
                        .text(numbers.percent(bracket.share.part, of: bracket.share.whole, digits: 1)),
                    ] + others.map { .text(verdict($0.number, bracket)) }
                }
            ).html
        }
    }
}
