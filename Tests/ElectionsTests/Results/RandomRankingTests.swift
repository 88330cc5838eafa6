import Elections
import TestSupport
import Testing

@Suite("Who of a random list is elected")
struct RandomRankingTests {
    private struct Entry {
        let number: Int
        let isWoman: Bool
        let isStanding: Bool
        var votes: [Int]

        var sum: Int { votes.reduce(0, +) }

        /// Areas with votes: subdistricts, villages, stations.
        var areas: [Int] {
            let stations = votes.indices.filter { votes[$0] > 0 }.map { SmallList.stations[$0] }
            return [
                Set(stations.map(\.village.parent)).count, Set(stations.map(\.village)).count, stations.count,
            ]
        }

        var standing: CandidateStanding {
            let pairs = zip(SmallList.stations, votes).filter { $0.1 > 0 }
            return CandidateStanding(
                votes: sum,
                status: isStanding ? .standing : .died,
                spread: VoteSpread(stations: Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) }))
            )
        }
    }

    /// Few votes at few stations, so that equals are frequent.
    private static func entries(_ dice: inout Dice) -> [Entry] {
        let numbers = Array(1...12).shuffled(using: &dice).prefix(Int.random(in: 0...7, using: &dice))
        return numbers.map { number in
            Entry(
                number: number,
                isWoman: .random(using: &dice),
                isStanding: Int.random(in: 0...5, using: &dice) > 0,
                votes: SmallList.stations.map { _ in max(0, Int.random(in: -4...2, using: &dice)) }
            )
        }
    }

    private static func ranking(
        _ seats: Int,
        _ entries: [Entry],
        law: Law = .pemilu2024,
        _ readings: KeyValuePairs<Law.RuleID, String> = [.spread: "areas"],
        _ decisions: [ListDecision] = []
    ) throws -> ListRanking {
        let candidates = entries.map {
            Candidate(number: $0.number, name: PersonName(name: "C"), sex: $0.isWoman ? .female : .male)
        }
        let list = CandidateList(district: 1, contestant: 4, candidates: candidates)
        let standings = Dictionary(uniqueKeysWithValues: entries.map { ($0.number, $0.standing) })
        let rules = try #require(TieRules.candidates(law, .regencyCouncil, Law.decided(readings)))
        return try ListRanking(seats, to: list, standings, rules, decisions: decisions)
    }

    /// The order of articles 27 to 29 of PKPU 6/2024 in one comparison.
    private static func order(_ entries: [Entry]) -> [Int] {
        let isVotedFor = entries.contains { $0.sum > 0 }
        return entries.filter(\.isStanding).sorted { left, right in
            guard isVotedFor else { return left.number < right.number }
            let (first, second) = ([left.sum] + left.areas, [right.sum] + right.areas)
            if first != second { return second.lexicographicallyPrecedes(first) }
            return left.isWoman == right.isWoman ? left.number < right.number : left.isWoman
        }.map(\.number)
    }

    @Test("follows one order of all candidates, in whatever order they are given")
    func order() throws {
        var dice = Dice(salt: "list ranking")
        for _ in Dice.rounds(400) {
            let entries = Self.entries(&dice)
            let expected = Self.order(entries)
            for seats in 0...(expected.count + 1) {
                let ranking = try Self.ranking(seats, entries)
                #expect(Set(ranking.elected.map(\.candidate.number)) == Set(expected.prefix(seats)))
                #expect(ranking.elected.map(\.seat) == (0..<min(seats, expected.count)).map { $0 + 1 })
                #expect(ranking.tie == nil && ranking.unfilled?.seats ?? 0 == max(0, seats - expected.count))
                #expect(try Self.ranking(seats, entries.shuffled(using: &dice)).lines == ranking.lines)
            }
        }
    }

    @Test("a vote more for a candidate never makes the place worse")
    func monotone() throws {
        var dice = Dice(salt: "list ranking, a vote more")
        for _ in Dice.rounds(400) {
            var entries = Self.entries(&dice)
            guard let lucky = entries.indices.filter({ entries[$0].isStanding }).randomElement(using: &dice)
            else {
                continue
            }
            let before = try Self.place(of: lucky, entries)
            entries[lucky].votes[Int.random(in: 0..<SmallList.stations.count, using: &dice)] += 1
            #expect(try Self.place(of: lucky, entries) <= before)
        }
    }

    /// The fewest seats with which a candidate is elected.
    private static func place(of candidate: Int, _ entries: [Entry]) throws -> Int {
        let number = entries[candidate].number
        return try #require(
            try (1...entries.count).first { seats in
                try ranking(seats, entries).elected.contains { $0.candidate.number == number }
            }
        )
    }

    @Test("a decision is used exactly where those it names, and no others, are tied for as many seats")
    func decisions() throws {
        var dice = Dice(salt: "list decisions")
        var used = 0
        let readings: KeyValuePairs<Law.RuleID, String> = [.spread: "areas", .candidateTie: "spread-plenary"]
        for _ in Dice.rounds(1_500) {
            let entries = Self.entries(&dice)
            let seats = Int.random(in: 0...4, using: &dice)
            let open = try Self.ranking(seats, entries, law: .pemilu2019, readings)
            var order = open.tie?.tied.shuffled(using: &dice) ?? []
            if Int.random(in: 0...3, using: &dice) == 0 { order = order.dropLast() + [1] }
            let decision = ListDecision(
                district: 1,
                contestant: 4,
                order: order,
                seats: (open.tie?.seats ?? 1) + (Int.random(in: 0...3, using: &dice) == 0 ? 1 : 0),
                basis: "BA 7"
            )
            let fits = open.tie.map { $0.tied == order.sorted() && $0.seats == decision.seats } ?? false
            let ranking = try Self.ranking(seats, entries, law: .pemilu2019, readings, [decision])
            #expect((ranking.decision == decision) == fits && ranking.staleDecisions.isEmpty == fits)
            guard fits else {
                #expect(ranking.lines == open.lines)
                continue
            }
            used += 1
            let decided = ranking.elected.suffix(decision.seats).map(\.candidate.number)
            #expect(ranking.tie == nil && decided == Array(order.prefix(decision.seats)))
        }
        #expect(used > 0)
    }
}
