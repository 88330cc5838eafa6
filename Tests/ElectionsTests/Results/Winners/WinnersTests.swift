import TestSupport
import Testing

@testable import Elections

@Suite("Who is elected without lists")
struct WinnersTests {
    private static let areas = Ballots.decision(.evenSpread, "areas")
    private static let evenness = Ballots.decision(.evenSpread, "evenness")

    private static func outcome(
        _ ballot: Ballot,
        _ votes: ContestVotes,
        law: Law = .pilkada2024,
        in region: String = "73.12",
        round: Winners.Round = .first,
        _ decisions: [Decision] = []
    ) throws -> Winners.Outcome {
        let region = try RegionCode(parsing: region)
        return try #require(
            law.winners(of: ballot, in: region, votes: votes, round: round, decisions: decisions)
        ).outcome
    }

    private static func open(
        _ reason: OpenPlaces.Reason,
        _ purpose: OpenPlaces.Purpose = .election,
        sure: [Int] = [],
        tied: [Int],
        places: Int = 1
    ) -> Winners.Outcome {
        .open(OpenPlaces(reason: reason, purpose: purpose, sure: sure, tied: tied, places: places))
    }

    @Test(
        "the regional representatives are the four with the most votes in the province (UU 7/2017 art. 423)",
        arguments: [
            ([50, 40, 30, 20, 10], [:], .elected([1, 2, 3, 4]), "(1): the four"),
            ([10, 20, 30, 40, 50], [:], .elected([5, 4, 3, 2]), "(1): most votes first"),
            ([50, 50, 30, 30, 10], [:], .elected([1, 2, 3, 4]), "(1): equal, and both have a seat"),
            ([50, 40, 30], [:], .elected([1, 2, 3]), "fewer than there are seats"),
            (
                [50, 40, 30, 20, 20], ["73.01": [1, 1, 1, 1, 10], "73.02": [1, 1, 1, 19, 10]],
                .elected([1, 2, 3, 5]), "(2): the fourth seat; 10 and 10 are more even than 1 and 19"
            ),
            (
                [50, 40, 20, 20, 20],
                ["73.01": [0, 0, 0, 3, 0], "73.02": [0, 0, 10, 3, 9], "73.03": [0, 0, 10, 14, 11]],
                open(.notComparable, sure: [1, 2, 3], tied: [4, 5]),
                "(2): two seats for three; of the last two none is more even by every measure"
            ),
            (
                [50, 40, 20, 20, 20], ["73.01": [0, 0, 10, 1, 10], "73.02": [0, 0, 10, 19, 10]],
                .elected([1, 2, 3, 5]), "(2): two seats, and two are equally even"
            ),
            (
                [50, 40, 20, 20, 20], ["73.01": [0, 0, 10, 1, 1], "73.02": [0, 0, 10, 19, 19]],
                open(.equal, sure: [1, 2, 3], tied: [4, 5]), "(2): the last two are equal"
            ),
        ] as [([Int?], [String: [Int?]], Winners.Outcome, String)]
    )
    func senate(totals: [Int?], areas: [String: [Int?]], expected: Winners.Outcome, reason: String) throws {
        let outcome = try Self.outcome(
            .senate,
            Ballots.votes(totals, areas),
            law: .pemilu2019,
            in: "73",
            [Self.evenness]
        )
        #expect(outcome == expected, "\(reason)")
    }

    @Test(
        "a regent is elected by the most votes, of equals by the more even spread (UU 10/2016 art. 107)",
        arguments: [
            ([80_266, 61_758], [:], .elected([1]), "Soppeng 2024"),
            ([59_106, 80_802], [:], .elected([2]), "any number"),
            ([30, 29, 28], [:], .elected([1]), "no majority is needed"),
            ([30, 30, 20], [:], .missing([.tier(.subdistrict)]), "a tie asks for the subdistricts"),
            (
                [30, 30, 20], ["73.12.01": [10, 29, 20], "73.12.02": [20, 1, 0]], .elected([1]),
                "10 and 20 are more even than 1 and 29"
            ),
            (
                [30, 30], ["73.12.01": [20, 10], "73.12.02": [10, 20]], open(.equal, tied: [1, 2]),
                "the same spread, in other places"
            ),
            (
                [30, 30], ["73.12.01": [0, 2], "73.12.02": [15, 9], "73.12.03": [15, 19]],
                open(.notComparable, tied: [1, 2]), "Gini and others differ"
            ),
            (
                [20, 20, 20],
                ["73.12.01": [0, 0, 3], "73.12.02": [10, 9, 3], "73.12.03": [10, 11, 14]],
                open(.notComparable, tied: [1, 3]), "whoever is behind another for sure is out"
            ),
        ] as [([Int?], [String: [Int?]], Winners.Outcome, String)]
    )
    func regent(totals: [Int?], areas: [String: [Int?]], expected: Winners.Outcome, reason: String) throws {
        let outcome = try Self.outcome(.regent, Ballots.votes(totals, areas), [Self.evenness])
        #expect(outcome == expected, "\(reason)")
    }

    @Test("the measure of an even spread is open: undecided it stops, and each reading has its own outcome")
    func readings() throws {
        let votes = try Ballots.votes(
            [30, 30],
            ["73.12.01": [29, 15], "73.12.02": [1, 15], "73.12.03": [0, 0]]
        )
        #expect(try Self.outcome(.regent, votes) == Self.open(.rule(.evenSpread), tied: [1, 2]))
        #expect(try Self.outcome(.regent, votes, [Self.evenness]) == .elected([2]))
        #expect(try Self.outcome(.regent, votes, [Self.areas]) == Self.open(.equal, tied: [1, 2]))
        // What was decided on the spread of lists does not decide this.
        let other = Ballots.decision(.spread, "evenness")
        #expect(try Self.outcome(.regent, votes, [other]) == Self.open(.rule(.evenSpread), tied: [1, 2]))
        let winners = try #require(
            Law.pilkada2024.winners(of: .regent, in: nil, votes: votes, decisions: [Self.evenness])
        )
        // The differences of 0, 1 and 29, and of 0, 15 and 15, over three areas and thirty votes.
        #expect(winners.grounds.last?.figures == [1: Ratio(58, of: 90), 2: Ratio(30, of: 90)])
        #expect(winners.grounds.last?.measure == .unevenness(.subdistrict))
        #expect(winners.source.english == "UU 10/2016 art. 107(2)")
    }

    @Test("areas that hold fewer votes than there are decide nothing: one of them is not there")
    func remainder() throws {
        let votes = try Ballots.votes([30, 30], ["73.12.01": [10, 29], "73.12.02": [20, 0]])
        let missing = MissingVotes.remainder(.subdistrict, contestant: 2)
        #expect(try Self.outcome(.regent, votes, [Self.evenness]) == .missing([missing]))
    }

    @Test("a governor's tie is decided by regencies (UU 10/2016 art. 109)")
    func governor() throws {
        let votes = try Ballots.votes([30, 30], ["73.01": [15, 1], "73.02": [15, 29]])
        #expect(try Self.outcome(.governor, votes, in: "73", [Self.evenness]) == .elected([1]))
    }

    @Test(
        "a single pair needs more than half of the valid votes against the blank column (UU 10/2016 art. 54D)",
        arguments: [
            ([861, 139], .elected([1]), "86.1%, as Soppeng gave in 2020"),
            ([51, 50], .elected([1]), "a vote more"), ([50, 50], .newElection, "exactly half"),
            ([47, 53], .newElection, "the blank column has more, as in Makassar in 2018"),
            ([0, 0], .newElection, "nobody voted"), ([nil, 5], .missing([.total(contestant: 1)]), "missing"),
        ] as [([Int?], Winners.Outcome, String)]
    )
    func blank(totals: [Int?], expected: Winners.Outcome, reason: String) throws {
        let votes = try Ballots.votes(totals, blank: 2)
        #expect(try Self.outcome(.regent, votes, law: .pilkada2020) == expected, "\(reason)")
        #expect(try Self.outcome(.governor, votes, in: "31") == expected, "in Jakarta as well")
    }

    @Test("the acts of 2015 know no blank column, and no act a single pair without one")
    func alone() throws {
        let blank = try Ballots.votes([60, 40], blank: 2)
        #expect(try Self.outcome(.regent, blank, law: .pilkada2015) == Self.open(.noRule, tied: [1]))
        #expect(try Self.outcome(.regent, Ballots.votes([60])) == Self.open(.noRule, tied: [1]))
    }

    @Test(
        "Jakarta needs more than half, or the first two stand again (UU 29/2007 art. 11; UU 2/2024 art. 10)",
        arguments: [
            ([501, 300, 199], .first, .elected([1]), "more than half"),
            ([500, 300, 200], .first, .runOff([1, 2]), "exactly half"),
            ([300, 300, 200], .first, .runOff([1, 2]), "two firsts are the first two"),
            (
                [400, 300, 300], .first, open(.noRule, .runOff, sure: [1], tied: [2, 3]),
                "two seconds: no rule"
            ),
            ([300, 300, 300], .first, open(.noRule, .runOff, tied: [1, 2, 3], places: 2), "three firsts"),
            ([450, 550], .runOff, .elected([2]), "the second round"),
            ([500, 500], .runOff, open(.noRule, tied: [1, 2]), "equal in the second round"),
        ] as [([Int?], Winners.Round, Winners.Outcome, String)]
    )
    func jakarta(
        totals: [Int?],
        round: Winners.Round,
        expected: Winners.Outcome,
        reason: String
    ) throws {
        let votes = try Ballots.votes(totals)
        #expect(try Self.outcome(.governor, votes, in: "31", round: round) == expected, "\(reason)")
    }

    @Test("lists have no winners by votes alone, nor has a ballot that the law does not know")
    func noRule() throws {
        let votes = try Ballots.votes([2, 1])
        #expect(Law.pemilu2024.winners(of: .house, in: nil, votes: votes) == nil)
        #expect(Law.pemilu2024.winners(of: .regent, in: nil, votes: votes) == nil)
        for law in Law.all {
            for (ballot, rules) in law.ballots {
                #expect((rules.winners(in: nil) == nil) == (ballot.choice == .list), "\(law.id) \(ballot)")
            }
        }
    }

    @Test("figures that contradict each other are refused")
    func faults() throws {
        let region = try RegionCode(parsing: "73.12")
        func fault(
            _ contestants: [Int],
            _ totals: [Int?],
            blank: Int? = nil,
            _ areas: [[Int?]] = []
        ) -> ContestVotes.Fault? {
            do throws(ContestVotes.Fault) {
                _ = try ContestVotes(
                    contestants: contestants,
                    blank: blank,
                    totals: totals,
                    areas: areas.map { ContestVotes.Area(region, votes: $0) }
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(fault([], []) == .nobodyStands)
        #expect(fault([1, 2, 1], [1, 1, 1]) == .twice(1))
        #expect(fault([1, 2], [1, 1], blank: 3) == .blankUnknown(3))
        #expect(fault([1, 2, 3], [1, 1, 1], blank: 3) == .blankBesideOthers(2))
        #expect(fault([3], [1], blank: 3) == .blankBesideOthers(0))
        #expect(fault([1, 2], [1]) == .countsDiffer(nil))
        #expect(fault([1, 2], [1, 1], [[1]]) == .countsDiffer(region))
        #expect(fault([1, 2], [1, -1]) == .votesOutOfRange(contestant: 2, nil))
        #expect(fault([1, 2], [1, 1 << 53]) == .votesOutOfRange(contestant: 2, nil))
        #expect(fault([1, 2], [5, 5], [[1, -1]]) == .votesOutOfRange(contestant: 2, region))
        #expect(fault([1, 2], [5, 5], [[1, 1], [1, 1]]) == .areaTwice(region))
        #expect(fault([1, 2], [5, 5], [[6, 1]]) == .exceedsTotal(contestant: 1, .regency))
        #expect(fault([1, 2], [nil, 5], [[6, 1]]) == nil)
        #expect(fault([1, 2], [(1 << 53) - 1, 5], [[(1 << 53) - 1, 1]]) == nil)
    }
}

extension WinnersTests {
    private static let rules: [(law: Law, ballot: Ballot, region: String?)] = [
        (.pemilu2024, .president, nil), (.pemilu2024, .senate, "73"), (.pilkada2024, .regent, "73.12"),
        (.pilkada2024, .governor, "73"), (.pilkada2024, .governor, "31"),
    ]

    /// Votes in few villages and small numbers, so that ties of every kind come up; a column per contestant.
    private static func villages(_ contestants: Int, _ dice: inout Dice) -> [String: [Int]] {
        let codes = ["11.01.01.1001", "11.01.02.1001", "11.02.01.1001", "12.01.01.1001", "12.01.01.1002"]
        return codes.reduce(into: [:]) { villages, code in
            villages[code] = (0..<contestants).map { _ in Int.random(in: 0...2, using: &dice) }
        }
    }

    /// The same votes in every tier and in all, in another order of contestants and areas.
    private static func votes(
        _ villages: [String: [Int]],
        _ order: [Int],
        _ dice: inout Dice
    ) throws -> ContestVotes {
        var areas: [RegionCode: [Int]] = [:]
        for (code, row) in villages {
            var region: RegionCode? = try RegionCode(parsing: code)
            while let place = region {
                areas[place] = zip(areas[place] ?? row.map { _ in 0 }, row).map(+)
                region = place.parent
            }
        }
        let totals = order.map { contestant in villages.values.reduce(0) { $0 + $1[contestant] } }
        return try ContestVotes(
            contestants: order.map { $0 + 1 },
            totals: totals,
            areas: areas.keys.shuffled(using: &dice).map { region in
                ContestVotes.Area(region, votes: order.map { areas[region]?[$0] })
            }
        )
    }

    private static func decisions(_ dice: inout Dice) -> [Decision] {
        let measures = Law.SpreadMeasure.allCases.map(\.rawValue)
        return [
            Ballots.decision(.spread, measures.randomElement(using: &dice) ?? ""),
            Ballots.decision(.evenSpread, measures.randomElement(using: &dice) ?? ""),
            Ballots.decision(.ofTwo, Law.OfTwo.allCases.randomElement(using: &dice)?.rawValue ?? ""),
        ]
    }

    @Test("the order of contestants and areas does not matter, and places are as many as the law gives")
    func order() throws {
        var dice = Dice(salt: "order of votes")
        for _ in Dice.rounds(400) {
            let (law, ballot, region) = try #require(Self.rules.randomElement(using: &dice))
            let place = try region.map { try RegionCode(parsing: $0) }
            let count = Int.random(in: 2...6, using: &dice)
            let villages = Self.villages(count, &dice)
            let totals = (0..<count).map { contestant in villages.values.reduce(0) { $0 + $1[contestant] } }
            let decisions = Self.decisions(&dice)
            func winners(_ order: [Int]) throws -> Winners? {
                let votes = try Self.votes(villages, order, &dice)
                return law.winners(of: ballot, in: place, votes: votes, decisions: decisions)
            }
            let first = try #require(try winners(Array(0..<count)))
            let order = Array(0..<count).shuffled(using: &dice)
            let again = try winners(order)
            #expect(first == again)
            switch first.outcome {
            case .elected(let elected):
                #expect(elected.count == min(count, ballot == .senate ? 4 : 1))
                #expect(Set(elected).count == elected.count)
                let least = elected.map { totals[$0 - 1] }.min() ?? 0
                let others = (1...count).filter { !elected.contains($0) }.map { totals[$0 - 1] }
                #expect(others.allSatisfy { $0 <= least })
            case .runOff(let two): #expect(two.count == 2 && two[0] != two[1])
            case .open(let places):
                #expect(places.tied.count > places.places && places.places > 0)
                #expect(Set(places.tied).isDisjoint(with: places.sure))
                #expect(Set(places.tied.map { totals[$0 - 1] }).count == 1)
                let choice = WinnerDecision(
                    tied: places.tied,
                    chosen: Array(places.tied.prefix(places.places)),
                    basis: "BA"
                )
                #expect(try first.settled(by: choice).decision == choice)
            case .missing: #expect(ballot == .president)
            case .newElection: Issue.record("there is no blank column")
            }
        }
    }

    @Test("whoever is elected by the most votes stays so with more of them")
    func monotone() throws {
        var dice = Dice(salt: "more votes")
        for _ in Dice.rounds(400) {
            let count = Int.random(in: 2...6, using: &dice)
            let start = Self.villages(count, &dice)
            for (law, ballot) in [(Law.pemilu2024, Ballot.senate), (.pilkada2024, .regent)] {
                var villages = start
                /// Who has a place for sure; others may still be tied for the rest.
                func sure() throws -> [Int] {
                    let votes = try Self.votes(villages, Array(0..<count), &dice)
                    switch law.winners(of: ballot, in: nil, votes: votes, decisions: [Self.evenness])?.outcome
                    {
                    case .elected(let elected): return elected
                    case .open(let places): return places.sure
                    default: return []
                    }
                }
                guard let winner = try sure().randomElement(using: &dice) else { continue }
                let village = try #require(villages.keys.sorted().randomElement(using: &dice))
                villages[village]?[winner - 1] += Int.random(in: 1...3, using: &dice)
                #expect(try sure().contains(winner))
            }
        }
    }

    @Test(
        "of two who are compared, the one called more even has the smaller Gini fraction, and a move evens it"
    )
    func evenness() throws {
        var dice = Dice(salt: "evenness")
        for _ in Dice.rounds(400) {
            let areas = Int.random(in: 2...6, using: &dice)
            var votes = (0..<areas).map { _ in Int.random(in: 0...20, using: &dice) }
            let (most, fewest) = (
                votes.indices.max { votes[$0] < votes[$1] }, votes.indices.min { votes[$0] < votes[$1] }
            )
            guard let most, let fewest, votes[most] - votes[fewest] > 1 else { continue }
            let before = votes
            // From the area with most to the one with fewest: more even by every measure.
            votes[most] -= 1
            votes[fewest] += 1
            let total = before.reduce(0, +)
            let rows = Dictionary(
                uniqueKeysWithValues: votes.indices.map {
                    ("73.12.0\($0 + 1)", [before[$0], votes[$0]] as [Int?])
                }
            )
            let winners = try #require(
                Law.pilkada2024.winners(
                    of: .regent,
                    in: nil,
                    votes: Ballots.votes([total, total], rows),
                    decisions: [Self.evenness]
                )
            )
            #expect(winners.outcome == .elected([2]))
            let figures = try #require(winners.grounds.last?.figures)
            let (one, two) = (try #require(figures[1]), try #require(figures[2]))
            #expect(one.whole == two.whole && two.part < one.part)
        }
    }
}
