import Apportionment
import TestSupport
import Testing

@Suite("Whether contested votes can change an outcome")
struct MaterialityTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let method: Method
        let seats: Int
        let votes: [Int]
        let contested: [Int]
        let most: Int
        /// The fewest contested votes of the closest pair; nil: nobody can be reached.
        let needed: Int?
        let canChange: Bool

        var testDescription: String { reason }
    }

    @Test(
        "by hand",
        arguments: [
            Row(
                reason:
                    "without its 2 contested votes the winner has 20 ÷ 3; the loser's 11 ÷ 3 needs 9 for that",
                method: .sainteLague,
                seats: 3,
                votes: [11, 22],
                contested: [0, 2],
                most: 9,
                needed: 9,
                canChange: true
            ),
            Row(
                reason: "the same, and only 8 may come",
                method: .sainteLague,
                seats: 3,
                votes: [11, 22],
                contested: [0, 2],
                most: 8,
                needed: 9,
                canChange: false
            ),
            Row(
                reason:
                    "UU 7/2017 art. 415(2), Penajam Paser Utara 1 of 2019: 2,094 against PDI Perjuangan's 6,391 ÷ 3",
                method: .sainteLague,
                seats: 12,
                votes: [
                    3_244, 7_380, 6_391, 5_157, 1_720, 10, 180, 2_838, 2_905, 2_094, 115, 3_413, 534, 6_458,
                    2_459, 8,
                ],
                contested: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
                most: 37,
                // Not a tie: 2,131 is above 2,130⅓.
                needed: 37,
                canChange: true
            ),
            Row(
                reason: "all is contested: even a party of nobody can have everything",
                method: .sainteLague,
                seats: 1,
                votes: [100, 0],
                contested: [100, 0],
                most: 1,
                needed: 0,
                canChange: true
            ),
            Row(
                reason: "nothing is contested",
                method: .sainteLague,
                seats: 3,
                votes: [60, 40],
                contested: [0, 0],
                most: 0,
                needed: 20,
                canChange: false
            ),
            Row(
                reason: "contested votes are gone, and none may come: the outcome of the others is another",
                method: .dHondt,
                seats: 1,
                votes: [10, 9],
                contested: [2, 0],
                most: 0,
                needed: 0,
                canChange: true
            ),
            Row(
                reason: "a tie ends with any vote",
                method: .sainteLague,
                seats: 2,
                votes: [9, 3],
                contested: [0, 0],
                most: 1,
                needed: nil,
                canChange: true
            ),
            Row(
                reason: "a tie stays where no vote may come and none goes",
                method: .sainteLague,
                seats: 2,
                votes: [9, 3],
                contested: [0, 0],
                most: 0,
                needed: nil,
                canChange: false
            ),
            Row(
                reason: "no seats, no change",
                method: .sainteLague,
                seats: 0,
                votes: [9, 3],
                contested: [1, 1],
                most: 5,
                needed: nil,
                canChange: false
            ),
            Row(
                reason: "one party alone wins everything, with or without votes",
                method: .hare,
                seats: 4,
                votes: [9],
                contested: [9],
                most: 5,
                needed: nil,
                canChange: false
            ),
            Row(
                reason:
                    "UU 8/2012 art. 212, remainders: 60 of 45 leaves 15, 30 stay; 30 more make 30 of 60 twice",
                method: .hare,
                seats: 2,
                votes: [60, 30],
                contested: [0, 0],
                most: 30,
                needed: 30,
                canChange: true
            ),
            Row(
                reason: "the same with a vote less",
                method: .hare,
                seats: 2,
                votes: [60, 30],
                contested: [0, 0],
                most: 29,
                needed: 30,
                canChange: false
            ),
            Row(
                reason:
                    "a party with a seat in the first round of a vanishing divisor cannot be caught there",
                method: .adams,
                seats: 2,
                votes: [5, 4],
                contested: [0, 0],
                most: 1_000,
                needed: nil,
                canChange: false
            ),
        ]
    )
    func byHand(row: Row) throws {
        let materiality = try contested(row.method, row.seats, row.votes, row.contested, row.most)
            .materiality()
        #expect(materiality.closest?.needed == row.needed)
        #expect(materiality.canChange == row.canChange)
    }

    @Test(
        "the figures of a pair are the fewest votes of the winner and the most of the loser, as exact fractions"
    )
    func figures() throws {
        let contested = try contested(.sainteLague, 3, [11, 22], [3, 2], 10)
        let pair = try #require(contested.materiality().closest)
        #expect((pair.winner, pair.loser) == (1, 0))
        #expect((pair.winnerVotes, pair.loserVotes, pair.needed) == (20, 18, 12))
        #expect("\(pair.winnerQuotient) \(pair.loserQuotient)" == "20/3 18/3")
        #expect(!pair.reaches)
    }

    @Test(
        "what cannot be taken out is refused",
        arguments: [
            ([1], 1, .countsDiffer(parties: 2, contested: 1)),
            ([0, 4], 1, .contestedOutOfRange(party: 1, votes: 4, of: 3)),
            ([-1, 0], 1, .contestedOutOfRange(party: 0, votes: -1, of: 9)),
            ([0, 0], -1, .mostOutOfRange(-1)),
            ([0, 0], 1 << 53, .mostOutOfRange(1 << 53)),  // A party could have more votes than figures hold.
        ] as [([Int], Int, ContestedVotes.Fault)]
    )
    func refusals(votes: [Int], most: Int, expected: ContestedVotes.Fault) throws {
        let recorded = try Distribution(.sainteLague, seats: 2, votes: [9, 3])
        #expect(throws: expected) { try ContestedVotes(recorded, contested: votes, most: most) }
    }

    @Test(
        "votes outside the bounds have no outcome",
        arguments: [
            ([6, 0], false), ([3, 3], false), ([-1, 0], false), ([1], false), ([5, 0], true), ([0, 0], true),
        ]
    )
    func bounds(votes: [Int], areWithin: Bool) throws {
        let contested = try contested(.sainteLague, 2, [9, 3], [1, 1], 5)
        #expect((contested.outcome(with: votes) != nil) == areWithin)
    }

    @Test(
        "every possible vote of small elections confirms the answer, in both directions",
        arguments: Method.allCases
    )
    func exhaustive(method: Method) throws {
        var dice = Dice(salt: "materiality \(method)")
        var changed = 0
        let rounds = Dice.rounds(400)
        for _ in rounds {
            let election = try SmallContest(method, &dice)
            let materiality = election.contested.materiality()
            let other = election.possible.first {
                election.contested.outcome(with: $0) != materiality.outcome
            }
            #expect(materiality.canChange == (other != nil), "\(election)")
            changed += materiality.canChange ? 1 : 0
            if let change = materiality.change {
                #expect(election.contested.outcome(with: change.votes) == change.outcome, "\(election)")
                #expect(change.outcome != materiality.outcome, "\(election)")
            }
            confirmPairs(materiality, election)
        }
        #expect(changed > 0 && changed < rounds.count, "both answers must be seen")
    }

    /// Each pair reaches as it says, and with fewer votes for the loser alone it does not.
    private func confirmPairs(_ materiality: Materiality, _ election: SmallContest) {
        for pair in materiality.rivalries {
            let first = (0...election.contested.most).first {
                pair.isTurned(election, materiality.outcome, $0)
            }
            #expect(pair.reaches == (first != nil), "\(election) \(pair)")
            if let first { #expect(pair.needed == first, "\(election) \(pair)") }
        }
    }

    @Test(
        "a party's seats: every possible vote confirms what it can lose and win",
        arguments: Method.allCases
    )
    func parties(method: Method) throws {
        var dice = Dice(salt: "materiality of parties \(method)")
        var (fewer, more) = (0, 0)
        for _ in Dice.rounds(150) {
            let election = try SmallContest(method, &dice)
            let materiality = election.contested.materiality()
            let outcomes = election.possible.compactMap(election.contested.outcome)
            for party in election.votes.indices where election.participates[party] {
                for seats in 1..<max(2, election.seats + 1) where election.seats > 0 {
                    let falls = outcomes.contains { $0.seats[party] < seats && !$0.surely(seats, party) }
                    let fall = materiality.fewerSeats(than: seats, for: party)
                    #expect((fall != nil) == falls, "\(election) \(party) below \(seats)")
                    if let fall { confirm(fall, election) { !$0.surely(seats, party) } }
                    fewer += falls ? 1 : 0
                }
                for seats in 0..<max(1, election.seats) {
                    let rises = outcomes.contains { $0.most(party) > seats }
                    let rise = materiality.moreSeats(than: seats, for: party)
                    #expect((rise != nil) == rises, "\(election) \(party) above \(seats)")
                    if let rise { confirm(rise, election) { $0.most(party) > seats } }
                    more += rises ? 1 : 0
                }
            }
        }
        #expect(fewer > 0 && more > 0)
    }

    private func confirm(
        _ change: Materiality.Change,
        _ election: SmallContest,
        _ holds: (Allocation) -> Bool
    ) {
        #expect(election.contested.outcome(with: change.votes) == change.outcome, "\(election)")
        #expect(holds(change.outcome), "\(election) \(change)")
    }

    @Test("who takes no part neither wins nor loses")
    func nonParticipants() throws {
        let recorded = try Distribution(
            .sainteLague,
            seats: 2,
            votes: [9, 2, 5],
            participates: [true, true, false]
        )
        let materiality = try ContestedVotes(recorded, contested: [0, 0, 5], most: 4).materiality()
        #expect(materiality.rivalries.map(\.loser) == [1])
        #expect(materiality.fewerSeats(than: 1, for: 2) == nil)
        #expect(materiality.moreSeats(than: 0, for: 2) == nil)
    }

    @Test(
        "two others must share the votes to take a party's only seat: no single one could, however many it got"
    )
    func shared() throws {
        // What is certain is 11, 5, 9, 9: for two seats the first is not in the way of one of the others alone.
        let votes = [20, 15, 9, 9]
        let four = try contested(.sainteLague, 2, votes, [9, 10, 0, 0], 4).materiality()
        #expect(four.fewerSeats(than: 1, for: 0)?.votes == [0, 0, 2, 2])
        #expect(four.contested.outcome(with: [0, 0, 4, 0])?.seats == [1, 0, 1, 0])
        let three = try contested(.sainteLague, 2, votes, [9, 10, 0, 0], 3).materiality()
        #expect(three.canChange, "the second party is left with 5 votes")
        #expect(three.fewerSeats(than: 1, for: 0) == nil)
    }

    @Test("large figures stay exact", arguments: Method.allCases)
    func large(method: Method) throws {
        var dice = Dice(salt: "large materiality \(method)")
        for _ in Dice.rounds(20) {
            let votes = (0..<4).map { _ in dice.roll(1 << 40...1 << 50) }
            let distribution = try Distribution(method, seats: dice.roll(1...200), votes: votes)
            let probe = try ContestedVotes(distribution, contested: [0, 0, 0, 0], most: 0).materiality()
            guard let needed = probe.closest?.needed else { continue }
            let enough = try ContestedVotes(distribution, contested: [0, 0, 0, 0], most: needed).materiality()
            let less = try ContestedVotes(distribution, contested: [0, 0, 0, 0], most: needed - 1)
                .materiality()
            #expect(enough.canChange && !less.canChange)
            #expect(enough.change.map { $0.outcome != enough.outcome } == true)
        }
    }

    private func contested(
        _ method: Method,
        _ seats: Int,
        _ votes: [Int],
        _ contested: [Int],
        _ most: Int
    ) throws -> ContestedVotes {
        try ContestedVotes(Distribution(method, seats: seats, votes: votes), contested: contested, most: most)
    }
}

extension Rivalry {
    /// Whether with `given` votes for the loser alone the winner's last claim is not above the loser's next.
    fileprivate func isTurned(_ election: SmallContest, _ outcome: Allocation, _ given: Int) -> Bool {
        var votes = election.certain
        votes[loser] += given
        guard votes[winner] > 0 else { return true }
        guard votes[loser] > 0, let trial = election.distribution(votes) else { return false }
        return trial.quotient(of: loser, holding: outcome.seats[loser]).ratio
            >= trial.quotient(of: winner, holding: outcome.seats[winner] - 1).ratio
    }
}

extension Allocation {
    /// Whether `party` has `seats` without a tie about any of them.
    fileprivate func surely(_ seats: Int, _ party: Int) -> Bool { self.seats[party] >= seats }

    /// The seats `party` has or is tied for.
    fileprivate func most(_ party: Int) -> Int {
        seats[party] + (tie.map { $0.parties.contains(party) ? $0.most : 0 } ?? 0)
    }
}
