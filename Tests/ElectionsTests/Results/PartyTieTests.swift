import Apportionment
import Elections
import Testing

@Suite("Equal quotients of parties")
struct PartyTieTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let law: Law
        var decided: KeyValuePairs<Law.RuleID, String> = [.spread: "areas"]
        /// Votes by station of each party, as in ``SmallList``.
        let spreads: [String]
        let winners: [String]
        var open: String?

        var testDescription: String { reason }
    }

    /// 40, 20 and 20 for three seats: the second seat of none, so that two parties are equal for one.
    @Test(
        "are decided by the spread where the law says so, and by nobody where it does not",
        arguments: [
            Row(
                reason: "UU 8/2012 art. 213: the wider spread",
                law: .pemilu2014,
                spreads: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                winners: ["2 subdistrict 1:1 2:2"]
            ),
            Row(
                reason: "UU 8/2012 art. 213, spread alike in every tier: no further rule",
                law: .pemilu2014,
                spreads: ["1 m 20 0:20", "2 m 20 1:20"],
                winners: [],
                open: "equal"
            ),
            Row(
                reason: "UU 8/2012 art. 213 does not say how it is measured",
                law: .pemilu2014,
                decided: [:],
                spreads: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                winners: [],
                open: "open spread"
            ),
            Row(
                reason: "UU 7/2017 art. 420 has no rule",
                law: .pemilu2019,
                spreads: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                winners: [],
                open: "open partyTie"
            ),
            Row(
                reason: "2024, decided as the spread",
                law: .pemilu2024,
                decided: [.partyTie: "spread", .spread: "areas"],
                spreads: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                winners: ["2 subdistrict 1:1 2:2"]
            ),
            Row(
                reason: "2024, decided as left to the plenary",
                law: .pemilu2024,
                decided: [.partyTie: "plenary", .spread: "areas"],
                spreads: ["1 m 20", "2 m 20"],
                winners: [],
                open: "plenary"
            ),
        ]
    )
    func rows(row: Row) throws {
        let parties = try SmallList(row.spreads)
        let spreads = parties.standings.compactMapValues(\.spread)
        let (numbers, votes) = ([9, 1, 2], [19, 20, 20])
        let allocation = try Distribution(.sainteLague, seats: 1, votes: votes).allocation()
        let rules = try #require(TieRules.parties(row.law, .regencyCouncil, Law.decided(row.decided)))
        let tie = try #require(allocation.tie)
        let ranking = try PartyTieRanking(tie, contestants: numbers, votes: votes, spreads: spreads, rules)
        #expect(ranking.winners.map { "\($0.contestant) \($0.ground.word)" } == row.winners)
        #expect(ranking.open?.reason.word == row.open)
        let settlement = ranking.settlement(of: numbers)
        #expect((settlement == nil) == (row.open != nil))
        if let settlement { #expect(try allocation.settled(by: settlement).seats == [0, 0, 1]) }
    }

    @Test("votes of unequal parties are held against each other as shares where evenness decides")
    func shares() throws {
        // 30 ÷ 3 and 10 ÷ 1 are equal; 15 and 15 are as even as 5 and 5, 16 and 14 less.
        let rules = try #require(
            TieRules.parties(.pemilu2014, .regencyCouncil, Law.decided([.spread: "evenness"]))
        )
        let tie = Tie(parties: [0, 1], seats: 1, most: 1)
        for (lines, expected) in [
            (["1 m 30 0:15 3:15", "2 m 10 0:5 3:5"], [Int]()), (["1 m 30 0:16 3:14", "2 m 10 0:5 3:5"], [2]),
        ] {
            let spreads = try SmallList(lines).standings.compactMapValues(\.spread)
            let ranking = try PartyTieRanking(
                tie,
                contestants: [1, 2],
                votes: [30, 10],
                spreads: spreads,
                rules
            )
            #expect(ranking.winners.map(\.contestant) == expected)
        }
    }

    @Test("where nobody has a vote, nobody is spread wider")
    func nobody() throws {
        let rules = try #require(TieRules.parties(.pemilu2014, .regencyCouncil))
        let tie = try #require(try Distribution(.hare, seats: 3, votes: [0, 0]).allocation().tie)
        let ranking = try PartyTieRanking(tie, contestants: [1, 2], votes: [0, 0], spreads: [:], rules)
        #expect(ranking.winners.isEmpty && ranking.open?.seats == 3 && ranking.open?.reason == .equal)
    }
}
