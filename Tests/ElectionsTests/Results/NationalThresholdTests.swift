import Apportionment
import Elections
import TestSupport
import Testing

@Suite("The national threshold")
struct NationalThresholdTests {
    /// DPR 2019, in ballot order without the parties of Aceh, as determined on 31 August 2019.
    private static let dpr2019: [Int?] = [
        13_570_097, 17_594_839, 27_053_961, 17_229_789, 12_661_792, 702_536, 2_929_495, 11_493_663,
        3_738_320, 6_323_147, 2_650_361, 9_572_623, 2_161_507, 10_876_057, 1_099_848, 312_775,
    ]

    private static func threshold(_ law: Law) throws -> Threshold {
        try #require(law.ballots[.house]?.seats?.threshold)
    }

    @Test("of 2019 is 4% of 139,970,810 votes: exactly 5,598,832.40, which nine parties reached")
    func year2019() throws {
        let reach = try NationalThreshold(Self.threshold(.pemilu2019), votes: Self.dpr2019)
        #expect(reach.total == 139_970_810)
        let needed = try #require(reach.needed)
        #expect(needed.part * 100 == 559_883_240 * needed.whole)
        #expect(reach.standings.count { $0 == .reached } == 9)
        let below = reach.standings.indices.filter { reach.standings[$0] == .below }.map { $0 + 1 }
        #expect(below == [6, 7, 9, 11, 13, 15, 16], "Garuda, Berkarya, Perindo, PSI, Hanura, PBB, PKPI")
    }

    @Test(
        "is reached at the exact share",
        arguments: [
            (Law.pemilu2019, [4, 96], .reached, "4 of 100"), (.pemilu2019, [39, 961], .below, "3.9%"),
            (.pemilu2014, [35, 965], .reached, "3.5% in 2014"), (.pemilu2014, [34, 966], .below, "3.4%"),
            (.pemilu2024, [5_878_777, 145_917_853], .below, "PPP 2024: 3.87%"),
            (.pemilu2024, [5_598_833, 134_371_977], .reached, "the next whole number above 5,598,832.40"),
            (.pemilu2024, [5_598_832, 134_371_978], .below, "the one below it"),
            (.pemilu2024, [3, nil], .unknown, "the others are missing"),
            (.pemilu2024, [3, 97, nil], .below, "too few already, whatever is missing"),
            (.pemilu2024, [nil, 97], .unknown, "its own are missing"),
            (.pemilu2024, [0, 0], .reached, "nobody voted: nobody is left out"),
        ] as [(Law, [Int?], NationalThreshold.Standing, String)]
    )
    func standing(
        law: Law,
        votes: [Int?],
        expected: NationalThreshold.Standing,
        reason: String
    ) throws {
        let reach = try NationalThreshold(Self.threshold(law), votes: votes)
        #expect(reach.standings[0] == expected, "\(reason)")
        #expect((reach.total == nil) == votes.contains(nil))
        #expect((reach.needed == nil) == votes.contains(nil))
    }

    // Kalimantan Timur 2019: Golkar, PDIP, Gerindra, PKS, NasDem, Demokrat.
    @Test("the seats of a district go to parties that reach it, and wait for the nation's votes")
    func seats() throws {
        let rule = try #require(Law.pemilu2019.ballots[.house]?.seats)
        let votes = [340_829, 333_405, 194_261, 159_557, 137_093, 112_985]
        let nation: [Int?] = [17_229_789, 27_053_961, 17_594_839, 11_493_663, 12_661_792, 10_876_057]
        let all = try rule.distribution(seats: 8, votes: votes, nation: nation)
        #expect(all.allocation().seats == [2, 2, 1, 1, 1, 1])
        var fewer = nation
        fewer[5] = 1_000_000
        let without = try rule.distribution(seats: 8, votes: votes, nation: fewer)
        #expect(!without.takesPart(5))
        #expect(without.allocation().seats == [3, 2, 1, 1, 1, 0])
        #expect(throws: Law.SeatRule.Refusal.nationMissing(parties: Array(0..<6))) {
            try rule.distribution(seats: 8, votes: votes, nation: nil)
        }
        fewer[2] = nil
        #expect(throws: Law.SeatRule.Refusal.nationMissing(parties: [2])) {
            try rule.distribution(seats: 8, votes: votes, nation: fewer)
        }
        #expect(throws: Law.SeatRule.Refusal.partiesDiffer(district: 6, nation: 5)) {
            try rule.distribution(seats: 8, votes: votes, nation: Array(nation.prefix(5)))
        }
        #expect(throws: Law.SeatRule.Refusal.figures(.negativeSeats(-1))) {
            try rule.distribution(seats: -1, votes: votes, nation: nation)
        }
        let council = try #require(Law.pemilu2019.ballots[.regencyCouncil]?.seats)
        #expect(
            try council.distribution(seats: 8, votes: votes, nation: nil)
                == Distribution(
                    .sainteLague,
                    seats: 8,
                    votes: votes
                )
        )
    }

    @Test("refuses votes that no nation can have")
    func faults() throws {
        let threshold = try Self.threshold(.pemilu2024)
        #expect(throws: InputError.votesOutOfRange(party: 1, votes: -1)) {
            try NationalThreshold(threshold, votes: [1, -1])
        }
        let most = (1 << 53) - 1
        #expect(throws: InputError.totalOutOfRange) {
            try NationalThreshold(threshold, votes: Array(repeating: most, count: 1_025))
        }
    }

    @Test("what is sure of a party while votes are missing stays so whatever they are")
    func random() throws {
        var dice = Dice(salt: "threshold")
        let threshold = try Self.threshold(.pemilu2024)
        for _ in Dice.rounds(400) {
            let votes = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
                Int.random(in: 0...99, using: &dice)
            }
            let full = try NationalThreshold(threshold, votes: votes)
            let some = try NationalThreshold(
                threshold,
                votes: votes.map { Bool.random(using: &dice) ? $0 : nil }
            )
            for (sure, end) in zip(some.standings, full.standings) where sure != .unknown {
                #expect(sure == end)
            }
        }
    }
}
