import Testing

@testable import Elections

/// Article 416 of UU 7/2017, paragraph by paragraph.
@Suite("The president")
struct PresidentTests {
    private static let wider = Ballots.decision(.spread, "areas")

    private static func winners(
        _ votes: ContestVotes,
        law: Law = .pemilu2024,
        round: Winners.Round = .first,
        _ decisions: [Decision] = [wider]
    ) throws -> Winners {
        try #require(law.winners(of: .president, in: nil, votes: votes, round: round, decisions: decisions))
    }

    /// Certified for each province, as the press gave them in May 2019.
    private static let certified2019: [String: [Int?]] = [
        "51": [2_351_057, 213_415], "19": [495_729, 288_235], "65": [248_239, 106_162],
        "62": [830_948, 537_138], "75": [369_803, 345_129], "17": [583_488, 585_999],
        "63": [823_939, 1_470_163], "61": [1_709_896, 1_263_757], "76": [475_312, 263_620],
        "34": [1_655_174, 742_481], "64": [1_094_845, 870_443], "18": [2_853_585, 1_955_689],
        "82": [310_548, 344_823], "15": [859_833, 1_203_025], "53": [2_368_982, 305_587],
        "72": [914_588, 706_654], "71": [1_220_524, 359_685], "16": [1_942_987, 2_847_502],
        "35": [16_231_668, 8_441_247], "33": [16_825_511, 4_944_447], "32": [10_750_568, 16_007_446],
        "31": [3_279_547, 3_066_137], "13": [407_761, 2_488_733],
    ]

    @Test("of 2019 is elected by the most votes of two pairs, and would be by majority and breadth")
    func year2019() throws {
        let votes = try Ballots.votes([85_607_362, 68_650_239], Self.certified2019)
        let winners = try Self.winners(votes, law: .pemilu2019, [])
        #expect(winners.outcome == .elected([1]))
        #expect(winners.source.english.contains("PKPU 5/2019 art. 3(7)"))
        let share = try #require(winners.grounds.first?.figures[1])
        #expect(share == Ratio(85_607_362, of: 154_257_601))
        // 22 of the 23 provinces at hand have a fifth for sure, all but West Sumatra: more than half of 34.
        var three = try Ballots.votes([85_607_362, 68_650_239, 0], Self.certified2019.mapValues { $0 + [0] })
        let majority = try Self.winners(three, law: .pemilu2019, [])
        #expect(majority.outcome == .elected([1]))
        #expect(majority.grounds.last?.measure == .provinces(reaching: Share(1, of: 5)))
        #expect(majority.grounds.last?.figures == [1: Ratio(22, of: 34)])
        #expect(majority.source.english.contains("UU 7/2017 art. 416"))
        // With five provinces fewer it is not certain, and nothing is assumed of those that are missing.
        let fewer = Self.certified2019.filter { !["31", "32", "33", "35", "16"].contains($0.key) }
        three = try Ballots.votes([85_607_362, 68_650_239, 0], fewer.mapValues { $0 + [0] })
        let missing = try Self.winners(three, law: .pemilu2019, [])
        #expect(missing.outcome == .missing([.areas(.province, known: 18, of: 34)]))
    }

    @Test(
        "needs more than half of the votes and a fifth in more than half of the 38 provinces",
        arguments: [
            (
                [501, 400, 99], 20, [20, 70, 10], .elected([1]), "416(1): exactly a fifth in twenty provinces"
            ),
            ([501, 400, 99], 19, [20, 70, 10], .runOff([1, 2]), "416(2): in exactly half of them"),
            ([501, 400, 99], 20, [19, 71, 10], .runOff([1, 2]), "416(2): a vote less than a fifth"),
            ([500, 400, 100], 38, [50, 40, 10], .runOff([1, 2]), "416(2): exactly half of the votes"),
            ([501, 499, 0], 38, [1, 4, 0], .elected([1]), "416(1): one of five"),
            ([99, 400, 501], 20, [10, 70, 20], .elected([3]), "416(1): whoever it is"),
        ] as [([Int?], Int, [Int?], Winners.Outcome, String)]
    )
    func majority(
        totals: [Int?],
        count: Int,
        province: [Int?],
        expected: Winners.Outcome,
        reason: String
    ) throws {
        let others = (count..<38).map { ("\(11 + $0)", [0, 1, 0] as [Int?]) }
        let areas = Ballots.provinces(count, province).merging(others) { own, _ in own }
        let votes = try Ballots.votes(totals.map { $0.map { $0 * 1_000 } }, areas)
        #expect(try Self.winners(votes).outcome == expected, "\(reason)")
    }

    @Test(
        "ties go by paragraphs (3) to (5) of article 416, tier by tier",
        arguments: [
            ([400, 400, 200], [:], .runOff([1, 2]), "(3): two firsts both stand again"),
            ([400, 200, 400], [:], .runOff([1, 3]), "(3): whatever their numbers"),
            (
                [300, 300, 300], ["11": [1, 1, 1], "12": [1, 1, 0], "13": [1, 0, 0]], .runOff([1, 2]),
                "(4): three firsts, by provinces with votes"
            ),
            (
                [300, 300, 300, 100],
                [
                    "11": [1, 9, 9, 0], "12": [1, 0, 0, 0], "11.01": [1, 1, 1, 0], "11.02": [0, 0, 1, 0],
                ], .runOff([1, 3]), "(4): the second place by regencies, as provinces are equal"
            ),
            (
                [450, 275, 275], ["11": [0, 3, 1], "12": [0, 0, 1]], .runOff([1, 3]),
                "(5): two seconds, by provinces"
            ),
            (
                [450, 275, 275],
                [
                    "11": [0, 2, 2], "11.01": [0, 2, 2], "11.01.01": [0, 2, 2], "11.01.01.1001": [0, 1, 2],
                    "11.01.01.1002": [0, 1, 0],
                ], .runOff([1, 2]), "(5): two seconds, by villages at last"
            ),
        ] as [([Int?], [String: [Int?]], Winners.Outcome, String)]
    )
    func ties(totals: [Int?], areas: [String: [Int?]], expected: Winners.Outcome, reason: String) throws {
        #expect(try Self.winners(Ballots.votes(totals, areas)).outcome == expected, "\(reason)")
    }

    @Test("a tie that no tier decides waits for a decision, which is used while it fits")
    func openTie() throws {
        let villages = [
            "11": [0, 2, 2], "11.01": [0, 2, 2], "11.01.01": [0, 2, 2], "11.01.01.1001": [0, 2, 2],
        ]
        let votes = try Ballots.votes([450, 275, 275], villages)
        let winners = try Self.winners(votes)
        let places = OpenPlaces(reason: .equal, purpose: .runOff, sure: [1], tied: [2, 3], places: 1)
        #expect(winners.outcome == .open(places))
        #expect(
            winners.grounds.map(\.measure) == [
                .votes, .areas(.province), .areas(.regency), .areas(.subdistrict), .areas(.village),
            ]
        )
        let decision = WinnerDecision(tied: [3, 2], chosen: [3], basis: "BA pleno")
        let settled = try winners.settled(by: decision)
        #expect(settled.outcome == .runOff([1, 3]))
        #expect(settled.decision == decision)
        // A vote moved: the tie is gone, and the decision does not fit any more.
        let moved = try Self.winners(Ballots.votes([449, 276, 275], villages))
        #expect(moved.outcome == .runOff([1, 2]))
        #expect(throws: WinnerDecision.Refusal.nothingOpen) { try moved.settled(by: decision) }
    }

    @Test(
        "a decision that does not fit the tied places is refused",
        arguments: [
            ([2, 4], [2], .othersTied([2, 3])), ([2, 3], [1], .notTied(1)), ([2, 3], [2, 2], .twice(2)),
            ([2, 3], [2, 3], .wrongCount(places: 1, chosen: 2)),
            ([2, 3], [], .wrongCount(places: 1, chosen: 0)),
        ] as [([Int], [Int], WinnerDecision.Refusal)]
    )
    func decisions(tied: [Int], chosen: [Int], refusal: WinnerDecision.Refusal) throws {
        let winners = try Self.winners(Ballots.votes([450, 275, 275]), [])
        #expect(throws: refusal) {
            try winners.settled(by: WinnerDecision(tied: tied, chosen: chosen, basis: "BA"))
        }
    }

    @Test("while the law leaves open how spread is measured, or what holds for two pairs, it stops")
    func openRules() throws {
        let tied = try Self.winners(Ballots.votes([450, 275, 275]), [])
        #expect(
            tied.outcome
                == .open(
                    OpenPlaces(reason: .rule(.spread), purpose: .runOff, sure: [1], tied: [2, 3], places: 1)
                )
        )
        // Of two pairs one has the majority, and not the breadth.
        let two = try Ballots.votes([501, 499], Ballots.provinces(38, [1, 9]))
        #expect(
            try Self.winners(two, []).outcome
                == .open(
                    OpenPlaces(reason: .rule(.ofTwo), purpose: .election, sure: [], tied: [1, 2], places: 1)
                )
        )
        let mostVotes = Ballots.decision(.ofTwo, "most-votes")
        #expect(try Self.winners(two, [mostVotes]).outcome == .elected([1]))
        let majority = Ballots.decision(.ofTwo, "majority")
        #expect(try Self.winners(two, [majority]).outcome == .runOff([1, 2]))
        // 2014: settled by the Constitutional Court.
        let year2014 = try Ballots.votes([501, 499], Ballots.provinces(33, [1, 9]))
        #expect(try Self.winners(year2014, law: .pilpres2014, []).outcome == .elected([1]))
        // With the breadth as well nobody needs to decide what holds for two pairs.
        let broad = try Ballots.votes([501, 499], Ballots.provinces(38, [5, 5]))
        #expect(try Self.winners(broad, []).outcome == .elected([1]))
        // Equal votes of two: both stand again, 416(3), whatever holds for two pairs.
        #expect(try Self.winners(Ballots.votes([500, 500]), []).outcome == .runOff([1, 2]))
        #expect(try Self.winners(Ballots.votes([500, 500]), [mostVotes]).outcome == .runOff([1, 2]))
    }

    @Test("the second round is won by the most votes; no rule is known for equal ones, nor for a single pair")
    func secondRound() throws {
        let won = try Self.winners(Ballots.votes([499, 501]), round: .runOff)
        #expect(won.outcome == .elected([2]))
        #expect(won.source.english.contains("6A(4)"))
        let equal = try Self.winners(Ballots.votes([500, 500]), round: .runOff)
        #expect(
            equal.outcome
                == .open(
                    OpenPlaces(reason: .noRule, purpose: .election, sure: [], tied: [1, 2], places: 1)
                )
        )
        let alone = try Self.winners(Ballots.votes([500]))
        #expect(
            alone.outcome
                == .open(
                    OpenPlaces(reason: .noRule, purpose: .election, sure: [], tied: [1], places: 1)
                )
        )
    }

    @Test(
        "what is missing is named, and never taken for zero",
        arguments: [
            ([501, nil, 99], [:], [.total(contestant: 2)], "a total"),
            ([501, 400, 99], [:], [.areas(.province, known: 0, of: 38)], "every province"),
            (
                [501, 400, 99], Ballots.provinces(39, [1, 1, 1]), [.areas(.province, known: 39, of: 38)],
                "more provinces than there were"
            ),
            ([450, 275, 275], [:], [.tier(.province)], "the tier a tie asks for"),
            (
                [450, 275, 275], ["11": [1, nil, 1], "12": [nil, 1, 1]], [.area(Self.aceh)],
                "an area of the tied"
            ),
        ] as [([Int?], [String: [Int?]], [MissingVotes], String)]
    )
    func missing(
        totals: [Int?],
        areas: [String: [Int?]],
        expected: [MissingVotes],
        reason: String
    ) throws {
        #expect(try Self.winners(Ballots.votes(totals, areas)).outcome == .missing(expected), "\(reason)")
    }

    private static let aceh: RegionCode = {
        guard let code = try? RegionCode(parsing: "11") else { preconditionFailure("a code") }
        return code
    }()

    @Test("a province whose figures are missing counts only where it cannot matter")
    func unknownProvinces() throws {
        var areas = Ballots.provinces(20, [5, 4, 1]).merging(
            (20..<38).map { ("\(11 + $0)", [nil, 4, 1] as [Int?]) }
        ) { own, _ in own }
        #expect(try Self.winners(Ballots.votes([501, 400, 99], areas)).outcome == .elected([1]))
        areas["11"] = [5, nil, 1]
        let outcome = try Self.winners(Ballots.votes([501, 400, 99], areas)).outcome
        guard case .missing(let missing) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(missing.count == 19)
        // A province without a vote gives nobody a fifth.
        let empty = try Ballots.votes([501, 400, 99], Ballots.provinces(38, [0, 0, 0]))
        #expect(try Self.winners(empty).outcome == .runOff([1, 2]))
    }
}
