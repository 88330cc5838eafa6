import Apportionment
import TestSupport
import Testing

@testable import Elections

@Suite("What open forms could still change")
struct StakeVerdictTests {
    /// An open form: its uncertain votes, and whether they are counted.
    typealias Open = (votes: Int?, isCounted: Bool)

    private static func count(_ seats: Int, _ votes: [Int?], _ open: [Open]) throws -> DistrictCount {
        let village = try RegionCode(parsing: "73.12.01.1001")
        var count = DistrictCount(
            district: nil,
            method: .sainteLague,
            seats: seats,
            votes: votes.map { $0 ?? 0 }
        )
        count.isEntered = votes.contains { $0 != nil }
        count.open = open.enumerated().map { place, form in
            DistrictCount.OpenForm(
                form: FormKey(.regent, StationCode(village: village, number: place + 1)),
                station: place,
                reason: form.isCounted ? .breaks(["A07"]) : .waits(.untouched),
                uncertain: form.votes,
                isCounted: form.isCounted
            )
        }
        return count
    }

    // 60 to 40 for one seat: 20 votes more, or 10 that move, make a tie.
    @Test(
        "by hand",
        arguments: [
            (1, [60, 40], [(20, false)], [.alone], "as many as the margin: a tie"),
            (1, [60, 40], [(19, false)], [.cannot], "one less"),
            (1, [60, 40], [(19, false), (1, false)], [.together, .together], "only both"),
            (1, [60, 40], [(21, false), (1, false)], [.alone, .together], "one of them alone"),
            (1, [60, 40], [(18, false), (1, false)], [.cannot, .cannot], "not even both"),
            (
                1, [60, 40], [(0, false), (19, false), (1, false)], [.cannot, .together, .together], "nothing"
            ),
            (1, [60, 40], [(10, true)], [.alone], "votes that are counted can move"),
            (1, [60, 40], [(9, true)], [.cannot], "one less of them"),
            (1, [60, 40], [(10, false), (9, true)], [.together, .together], "added and moved"),
            (1, [60, 40], [(nil, false), (19, false)], [.unknown, .unknown], "a number is missing"),
            (
                1, [60, 40], [(nil, false), (20, false)], [.unknown, .alone], "and the other does not need it"
            ),
            (
                1, [60, 40], [(nil, false), (19, false), (1, false)], [.unknown, .together, .together],
                "nor do two"
            ),
            (1, [nil, nil], [(20, false)], [.unknown], "nothing counted: no margin, and none of zero"),
            (1, [0, 0], [(1, false)], [.alone], "counted, and nobody has a vote"),
            (1, [60], [(90, false), (nil, false)], [.cannot, .cannot], "nobody else stands"),
            (3, [11, 20], [(9, false)], [.alone], "the third seat: 20 ÷ 3 against 11 ÷ 3"),
            (3, [11, 20], [(8, false)], [.cannot], "one less for the third seat"),
            (2, [9, 3], [(1, false)], [.alone], "a tie, which any vote ends"),
        ] as [(Int, [Int?], [Open], [Stake.Verdict], String)]
    )
    func verdicts(seats: Int, votes: [Int?], open: [Open], expected: [Stake.Verdict], why: String) throws {
        let stakes = try Self.count(seats, votes, open).stakes()
        #expect(stakes.map(\.verdict) == expected, "\(why)")
    }

    @Test(
        "are ordered by what they could change",
        arguments: [
            ([(19, false), (20, false), (1, false)], [2, 1, 3], "alone before together"),
            (
                [(5, false), (15, false), (5, false)], [2, 1, 3],
                "the larger share; equals as in the register"
            ),
            ([(8, false), (5, true), (nil, false)], [2, 1, 3], "5 of 10 before 8 of 20, the unknown last"),
            ([(0, false), (nil, false), (3, false)], [3, 2, 1], "the unknown before what can do nothing"),
        ] as [([Open], [Int], String)]
    )
    func order(open: [Open], expected: [Int], why: String) throws {
        let stakes = try Self.count(1, [60, 40], open).stakes().sorted { $0.precedes($1) }
        #expect(stakes.map(\.form.station.number) == expected, "\(why)")
    }

    /// Whether any way to spread up to `most` more votes changes the outcome.
    private static func changes(_ distribution: Distribution, most: Int) throws -> Bool {
        let known = distribution.allocation()
        func spreads(_ votes: [Int], _ left: Int, from party: Int) throws -> Bool {
            let outcome = try Distribution(distribution.method, seats: distribution.seats, votes: votes)
                .allocation()
            if outcome != known { return true }
            guard left > 0 else { return false }
            return try (party..<votes.count).contains { next in
                var more = votes
                more[next] += 1
                return try spreads(more, left - 1, from: next)
            }
        }
        // Few votes in every way, many to one contestant each.
        if most <= 6 { return try spreads(distribution.votes, most, from: 0) }
        return try distribution.votes.indices.contains { party in
            try (1...most).contains { more in
                var votes = distribution.votes
                votes[party] += more
                return try Distribution(distribution.method, seats: distribution.seats, votes: votes)
                    .allocation()
                    != known
            }
        }
    }

    @Test("are what trying every spread of the votes finds", arguments: Dice.rounds(40))
    func exhaustive(round: Int) throws {
        var dice = Dice(salt: "stakes \(round)")
        let most = Bool.random(using: &dice) ? 3 : 40
        let votes = (0..<Int.random(in: 1...4, using: &dice)).map { _ in Int.random(in: 0...60, using: &dice)
        }
        let open: [Open] = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
            (Int.random(in: 0...most, using: &dice), false)
        }
        var count = try Self.count(Int.random(in: 1...6, using: &dice), votes, open)
        count = DistrictCount(
            district: nil,
            method: Bool.random(using: &dice) ? .sainteLague : .hare,
            seats: count.seats,
            votes: count.votes,
            isEntered: true,
            open: count.open
        )
        let distribution = try Distribution(count.method, seats: count.seats, votes: votes)
        let all = open.reduce(0) { $0 + ($1.votes ?? 0) }
        let allChange = try Self.changes(distribution, most: all)
        for (form, stake) in zip(open, count.stakes()) {
            let votes = form.votes ?? 0
            let note: Comment = "\(count.method) \(count.seats) \(count.votes) \(votes) of \(all)"
            let changes = try votes > 0 && Self.changes(distribution, most: votes)
            #expect((stake.verdict == .alone) == changes, note)
            #expect((stake.verdict == .cannot) == (!allChange || votes == 0), note)
        }
    }
}
