import Apportionment
import TestSupport
import Testing

@Suite("The fewest votes that change anything")
struct LeastMarginTests {
    @Test(
        "by hand",
        arguments: [
            (.sainteLague, 1, [60, 40], 20, 10, "20 added or 10 moved make a tie"),
            (.sainteLague, 3, [11, 20], 9, 5, "20 ÷ 3 against 11 ÷ 3; 5 moved: 16 ÷ 3 against 15 ÷ 3"),
            (.sainteLague, 2, [9, 3], 1, 1, "a tie, which any vote ends"),
            (
                .hare, 2, [60, 30], 30, 8,
                "remainders: 15 against 30 of 45; 30 added make a tie, 30 against 30 of 60"
            ),
            (.dHondt, 1, [7], nil, nil, "nobody else"),
            (.dHondt, 1, [0, 0], 1, 1, "the first vote ends the tie of all"),
            (.dHondt, 0, [7, 5], nil, nil, "no seat"),
        ] as [(Method, Int, [Int], Int?, Int?, String)]
    )
    func byHand(method: Method, seats: Int, votes: [Int], added: Int?, changed: Int?, why: String) throws {
        let margins = try Distribution(method, seats: seats, votes: votes).margins()
        #expect(margins.leastAdded() == added, "\(why)")
        #expect(margins.leastChanged() == changed, "\(why)")
    }

    /// Every way in which up to `reach` votes are added to, taken from or moved between three parties.
    private static func changes(_ votes: [Int], reach: Int) -> [[Int]] {
        let ranges = votes.map { max(0, $0 - reach)...$0 + reach }
        return ranges[0].flatMap { first in
            ranges[1].flatMap { second in ranges[2].map { [first, second, $0] } }
        }
    }

    @Test("no spread of fewer votes changes anything", arguments: Method.allCases)
    func exhaustive(method: Method) throws {
        var dice = Dice(salt: "least margins \(method)")
        let reach = 5
        for _ in Dice.rounds(12) {
            let votes = (0..<3).map { _ in Int.random(in: 0...12, using: &dice) }
            let seats = Int.random(in: 0...6, using: &dice)
            let margins = try Distribution(method, seats: seats, votes: votes).margins()
            var (added, changed) = (reach + 1, reach + 1)
            for other in Self.changes(votes, reach: reach) {
                let differences = zip(other, votes).map { $0 - $1 }
                let more = differences.reduce(0) { $0 + max(0, $1) }
                let less = differences.reduce(0) { $0 + max(0, -$1) }
                guard max(more, less) < changed || less == 0 && more < added else { continue }
                let outcome = try Distribution(method, seats: seats, votes: other).allocation()
                guard outcome != margins.allocation else { continue }
                changed = min(changed, max(more, less))
                if less == 0 { added = min(added, more) }
            }
            let note: Comment = "\(method) \(seats) \(votes)"
            #expect(min(margins.leastAdded() ?? .max, reach + 1) == added, note)
            let least = min(margins.leastChanged() ?? .max, reach + 1)
            // Droop's quota jumps: several kinds of changes together can do with fewer.
            #expect(method == .droop ? least >= changed : least == changed, note)
        }
    }
}
