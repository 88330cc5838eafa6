import Elections
import TestSupport
import Testing

@Suite("Who of a list is elected")
struct ListRankingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        var law = Law.pemilu2024
        var decided: KeyValuePairs<Law.RuleID, String> = [.spread: "areas"]
        let seats: Int
        let list: [String]
        let expected: [String]

        var testDescription: String { reason }
    }

    private static let areas: KeyValuePairs<Law.RuleID, String> = [.spread: "areas"]
    private static let evenness: KeyValuePairs<Law.RuleID, String> = [.spread: "evenness"]

    @Test(
        "by votes, as the law says of equals, and as far as it says so",
        arguments: [
            Row(
                reason: "UU 7/2017 art. 422, PKPU 6/2024 art. 27: the most votes, whatever the number",
                seats: 2,
                list: ["1 m 10", "2 f 30", "3 m 20"],
                expected: ["1 #2 votes", "2 #3 votes"]
            ),
            Row(
                reason: "art. 27: equals who all get a seat need no rule",
                seats: 2,
                list: ["1 m 5", "2 ? 30", "3 ? 30"],
                expected: ["1 #2 votes", "2 #3 votes"]
            ),
            Row(
                reason: "art. 27: equals of whom nobody gets a seat need none either",
                seats: 1,
                list: ["1 ? 5", "2 m 30", "3 ? 5"],
                expected: ["1 #2 votes"]
            ),
            Row(reason: "no seat", seats: 0, list: ["1 m 5"], expected: []),
            Row(
                reason: "art. 28: nobody on the list has a vote",
                seats: 2,
                list: ["3 f 0", "2 m 0", "1 m 0"],
                expected: ["1 #1 number, no votes", "2 #2 number, no votes"]
            ),
            Row(
                reason:
                    "art. 28 asks of the whole list: with one vote on it, those without are equals of art. 29",
                seats: 2,
                list: ["1 m 0", "2 m 7", "3 f 0"],
                expected: ["1 #2 votes", "2 #3 woman"]
            ),
            Row(
                reason: "art. 28: the votes of somebody who died keep it from being a list without votes",
                seats: 1,
                list: ["1 m 0", "2 f 0", "3 m 4 died"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "art. 29(1): votes in more subdistricts",
                seats: 1,
                list: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                expected: ["1 #2 subdistrict 1:1 2:2"]
            ),
            Row(
                reason: "art. 29(1): then in more villages",
                seats: 1,
                list: ["1 f 20 0:10 1:10", "2 m 20 0:10 2:10"],
                expected: ["1 #2 village 1:1 2:2"]
            ),
            Row(
                reason: "art. 29(1): then at more stations",
                seats: 1,
                list: ["1 f 20 0:20", "2 m 20 0:10 1:10"],
                expected: ["1 #2 station 1:1 2:2"]
            ),
            Row(
                reason: "art. 29(2): spread alike, the woman",
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 1:20"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "art. 29(2): of the same sex, the smaller number",
                seats: 1,
                list: ["5 f 20 0:20", "2 f 20 1:20", "1 m 20 1:20"],
                expected: ["1 #2 number"]
            ),
            Row(
                reason: "art. 29: three equals for two seats; each step goes on among those it left equal",
                seats: 2,
                list: ["1 m 20 0:10 3:10", "2 m 20 0:20", "3 f 20 1:20"],
                expected: ["1 #1 subdistrict 1:2 2:1 3:1", "2 #3 woman"]
            ),
            Row(
                reason: "art. 29(1), areas in which there are none of the votes do not count",
                seats: 1,
                list: ["1 m 20 0:20 3:0 5:0", "2 f 20 0:20"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "art. 29(1) does not say how a spread is measured: the question, not an answer",
                decided: [:],
                seats: 2,
                list: ["1 m 30", "2 m 20 0:20", "3 f 20 0:10 3:10"],
                expected: ["1 #1 votes", "tie [2, 3] for 1: open spread"]
            ),
            Row(
                reason:
                    "art. 29: the same question does not arise for those without votes, who have them nowhere",
                decided: [:],
                seats: 1,
                list: ["1 m 0", "2 f 0", "3 m 1 resigned"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "decided as evenness: 10 and 10 are more even than 15 and 5 by any measure",
                decided: evenness,
                seats: 1,
                list: ["1 f 20 0:15 3:5", "2 m 20 0:10 3:10"],
                expected: ["1 #2 subdistrict 1:2 2:2"]
            ),
            Row(
                reason: "decided as evenness: 10, 10, 0 and 12, 4, 4 are not comparable",
                decided: evenness,
                seats: 1,
                list: ["1 f 20 0:10 3:10", "2 m 20 0:12 3:4 5:4"],
                expected: ["tie [1, 2] for 1: unclear subdistrict"]
            ),
            Row(
                reason: "decided as evenness: alike in every tier, then the woman",
                decided: evenness,
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 3:20"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "UU 7/2017 art. 426(1): who died takes no seat, and the next one does",
                seats: 2,
                list: ["1 m 40 died", "2 f 30", "3 m 20"],
                expected: ["1 #2 votes", "2 #3 votes"]
            ),
            Row(
                reason:
                    "art. 426(1): nor who resigned, is no longer eligible or was cancelled; one seat is left over",
                seats: 2,
                list: ["1 m 40 resigned", "2 f 30 ineligible", "3 m 20 cancelled", "4 m 1"],
                expected: ["1 #4 votes", "unfilled 1: open"]
            ),
            Row(
                reason: "more seats than candidates: no rule was found",
                seats: 3,
                list: ["1 m 4", "2 f 3"],
                expected: ["1 #1 votes", "2 #2 votes", "unfilled 1: open"]
            ),
            Row(
                reason: "more seats than candidates, decided as vacant",
                decided: [.exhaustedList: "vacant"],
                seats: 3,
                list: ["1 m 4"],
                expected: ["1 #1 votes", "unfilled 2: vacant"]
            ),
            Row(
                reason: "a list without candidates, decided as the nearest district's",
                decided: [.exhaustedList: "neighbouring-district"],
                seats: 1,
                list: [],
                expected: ["unfilled 1: neighbouring-district"]
            ),
            Row(
                reason: "PKPU 5/2019 art. 13(2): both readings begin with the spread",
                law: .pemilu2019,
                seats: 1,
                list: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                expected: ["1 #2 subdistrict 1:1 2:2"]
            ),
            Row(
                reason: "PKPU 5/2019 art. 13(2): what comes behind the spread is open",
                law: .pemilu2019,
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 1:20"],
                expected: ["tie [1, 2] for 1: open candidateTie"]
            ),
            Row(
                reason: "2019, decided as in PKPU 6/2024",
                law: .pemilu2019,
                decided: [.spread: "areas", .candidateTie: "spread-woman-list-number"],
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 1:20"],
                expected: ["1 #2 woman"]
            ),
            Row(
                reason: "2019, decided as left to the plenary",
                law: .pemilu2019,
                decided: [.spread: "areas", .candidateTie: "spread-plenary"],
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 1:20"],
                expected: ["tie [1, 2] for 1: plenary"]
            ),
            Row(
                reason: "PKPU 29/2013 art. 42(2): the wider spread, in all three readings",
                law: .pemilu2014,
                seats: 1,
                list: ["1 m 20 0:20", "2 m 20 0:10 3:10"],
                expected: ["1 #2 subdistrict 1:1 2:2"]
            ),
            Row(
                reason: "UU 8/2012 art. 215: whether a woman comes next is open",
                law: .pemilu2014,
                seats: 1,
                list: ["1 m 20 0:20", "2 f 20 1:20"],
                expected: ["tie [1, 2] for 1: open candidateTie"]
            ),
            Row(
                reason: "2014, decided as the woman and then the plenary",
                law: .pemilu2014,
                decided: [.spread: "areas", .candidateTie: "spread-woman-plenary"],
                seats: 2,
                list: ["1 m 20 0:20", "2 f 20 1:20", "3 m 20 1:20"],
                expected: ["1 #2 woman", "tie [1, 3] for 1: plenary"]
            ),
        ]
    )
    func rows(row: Row) throws {
        let small = try SmallList(row.list)
        let rules = try #require(TieRules.candidates(row.law, .regencyCouncil, Law.decided(row.decided)))
        let ranking = try ListRanking(row.seats, to: small.list, small.standings, rules)
        #expect(ranking.lines == row.expected)
        let turned = CandidateList(district: 1, contestant: 4, candidates: small.list.candidates.reversed())
        #expect(try ListRanking(row.seats, to: turned, small.standings, rules).lines == row.expected)
    }

    @Test(
        "what is missing is refused, with whom it is missing of",
        arguments: [
            ("a seat below none", -1, ["1 m 1"], .negativeSeats(-1)),
            ("votes not known", 1, ["1 m 10", "2 f ?", "4 m ?"], .votesMissing([2, 4])),
            (
                "votes not known of somebody who died: whether nobody has votes hangs on them", 1,
                ["1 m 10", "2 f ? died"], .votesMissing([2])
            ),
            ("a number twice", 1, ["1 m 10", "2 f 3", "2 m 4"], .numberTwice(2)),
            (
                "equal, and where the votes come from is not known", 1, ["1 m 10 0:10", "2 f 10"],
                .spreadMissing(.subdistrict, [2])
            ),
            (
                "equal, and the areas do not add up", 1, ["1 m 10 0:10", "2 f 10 0:9"],
                .spreadDiffers(.subdistrict, [2])
            ),
            ("spread alike, and the sex is not known", 1, ["1 ? 10 0:10", "2 f 10 0:10"], .sexMissing([1])),
        ] as [(String, Int, [String], RankingRefusal)]
    )
    func refusals(reason: String, seats: Int, list: [String], expected: RankingRefusal) throws {
        let small = try SmallList(list)
        let rules = try #require(TieRules.candidates(.pemilu2024, .regencyCouncil, Law.decided(Self.areas)))
        #expect(throws: expected) { try ListRanking(seats, to: small.list, small.standings, rules) }
    }

    @Test("a tier that is reached and not known is missing; one that is not reached is not asked for")
    func tiers() throws {
        let subdistricts = try ["73.12.01", "73.12.02"].map {
            VoteSpread.Area.region(try RegionCode(parsing: $0))
        }
        func standing(_ votes: [Int]) -> CandidateStanding {
            let areas = Dictionary(uniqueKeysWithValues: zip(subdistricts, votes))
            return CandidateStanding(votes: votes.reduce(0, +), spread: VoteSpread([.subdistrict: areas]))
        }
        let small = try SmallList(["1 m 20", "2 f 20"])
        let rules = try #require(TieRules.candidates(.pemilu2024, .regencyCouncil, Law.decided(Self.areas)))
        let wider = [1: standing([20, 0]), 2: standing([10, 10])]
        #expect(try ListRanking(1, to: small.list, wider, rules).lines == ["1 #2 subdistrict 1:1 2:2"])
        let alike = [1: standing([5, 15]), 2: standing([10, 10])]
        #expect(throws: RankingRefusal.spreadMissing(.village, [1, 2])) {
            try ListRanking(1, to: small.list, alike, rules)
        }
    }

    @Test("the tiers of a ballot begin with the regency where its districts have several")
    func ballots() throws {
        #expect(VoteSpread.Tier.tiers(of: .regencyCouncil) == [.subdistrict, .village, .station])
        #expect(VoteSpread.Tier.tiers(of: .provincialCouncil).first == .regency)
        #expect(VoteSpread.Tier.tiers(of: .house).first == .regency)
    }

    @Test("laws and ballots without lists have no rules on equals")
    func otherLaws() {
        for law in Law.all {
            let hasLists = law.ballots[.regencyCouncil] != nil
            #expect((TieRules.candidates(law, .regencyCouncil) != nil) == hasLists)
            #expect((TieRules.parties(law, .regencyCouncil) != nil) == hasLists)
            #expect(TieRules.candidates(law, .president) == nil)
        }
    }
}
