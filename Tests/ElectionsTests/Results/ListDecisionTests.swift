import Elections
import Testing

@Suite("Decisions on equal candidates of a list")
struct ListDecisionTests {
    private static let equals = ["1 m 30", "2 m 20 0:20", "3 f 20 1:20", "4 f 20 0:20", "5 m 3"]

    private static func decision(_ order: [Int], _ seats: Int, district: Int? = 1, of contestant: Int = 4)
        -> ListDecision
    {
        ListDecision(district: district, contestant: contestant, order: order, seats: seats, basis: "BA 7")
    }

    private static func ranking(_ seats: Int, _ list: [String], _ decisions: [ListDecision]) throws
        -> ListRanking
    {
        let small = try SmallList(list)
        let readings = Law.decided([.spread: "areas", .candidateTie: "spread-plenary"])
        let rules = try #require(TieRules.candidates(.pemilu2019, .regencyCouncil, readings))
        return try ListRanking(seats, to: small.list, small.standings, rules, decisions: decisions)
    }

    @Test("settle a tie of exactly those candidates for as many seats")
    func fitting() throws {
        let decision = Self.decision([4, 2, 3], 2)
        let ranking = try Self.ranking(3, Self.equals, [decision])
        #expect(ranking.lines == ["1 #1 votes", "2 #4 decided, BA 7", "3 #2 decided, BA 7"])
        #expect(ranking.decision == decision && ranking.tie == nil && ranking.staleDecisions.isEmpty)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        var seats = 3
        var list = equals
        let decisions: [ListDecision]
        let refusals: [ListDecision.Refusal]
        var isOpen = true

        var testDescription: String { reason }
    }

    @Test(
        "are reported and not used as soon as they do not fit",
        arguments: [
            Row(
                reason: "one is left out",
                decisions: [decision([4, 2], 2)],
                refusals: [.othersTied([2, 3, 4])]
            ),
            Row(
                reason: "somebody else is named",
                decisions: [decision([4, 2, 5], 2)],
                refusals: [.othersTied([2, 3, 4])]
            ),
            Row(
                reason: "one more is named",
                decisions: [decision([4, 2, 3, 5], 2)],
                refusals: [.othersTied([2, 3, 4])]
            ),
            Row(
                reason: "one is named twice",
                decisions: [decision([4, 2, 2], 2)],
                refusals: [.othersTied([2, 3, 4])]
            ),
            Row(
                reason: "there is another number of seats",
                seats: 2,
                decisions: [decision([4, 2, 3], 2)],
                refusals: [.otherSeats(1)]
            ),
            Row(
                reason: "a correction ended the tie",
                list: ["1 m 30", "2 m 21", "3 f 22", "4 f 20", "5 m 3"],
                decisions: [decision([4, 2, 3], 2)],
                refusals: [.noTie],
                isOpen: false
            ),
            Row(
                reason: "one of them died: two are tied, for two seats, so that nobody is",
                list: ["1 m 30", "2 m 20 died 0:20", "3 f 20 1:20", "4 f 20 0:20", "5 m 3"],
                decisions: [decision([4, 2, 3], 2)],
                refusals: [.noTie],
                isOpen: false
            ),
            Row(
                reason: "the spread tells them apart now",
                list: ["1 m 30", "2 m 20 0:10 3:10", "3 f 20 1:10 3:10", "4 f 20 0:20"],
                decisions: [decision([4, 2, 3], 2)],
                refusals: [.noTie],
                isOpen: false
            ),
            Row(
                reason: "an earlier one settled it",
                decisions: [decision([4, 2, 3], 2), decision([2, 3, 4], 2)],
                refusals: [.settledBefore],
                isOpen: false
            ),
            Row(
                reason: "one that does not fit is no hindrance for one that does",
                decisions: [decision([4, 2], 2), decision([2, 3, 4], 2)],
                refusals: [.othersTied([2, 3, 4])],
                isOpen: false
            ),
            Row(
                reason: "those of other lists are none of its business",
                decisions: [decision([4, 2, 3], 2, district: 2), decision([4, 2, 3], 2, of: 5)],
                refusals: []
            ),
        ]
    )
    func stale(row: Row) throws {
        let ranking = try Self.ranking(row.seats, row.list, row.decisions)
        #expect(ranking.staleDecisions.map(\.refusal) == row.refusals)
        #expect((ranking.tie != nil) == row.isOpen)
    }
}
