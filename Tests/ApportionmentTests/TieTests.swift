import Apportionment
import Testing

@Suite("Ties and their decisions")
struct TieTests {
    @Test(
        "a tie names the parties and the contested seats",
        arguments: [
            (.dHondt, 3, [10, 10], Outcome(seats: [1, 1], tied: [0, 1], contested: 1)),
            (.dHondt, 2, [10, 10], Outcome(seats: [1, 1])),  // Equal, but enough for both.
            (.dHondt, 2, [10, 5, 5], Outcome(seats: [1, 0, 0], tied: [0, 1, 2], contested: 1)),
            (.sainteLague, 2, [30, 10], Outcome(seats: [1, 0], tied: [0, 1], contested: 1)),
            (.sainteLague, 2, [31, 10], Outcome(seats: [2, 0])),
            (.sainteLague, 2, [29, 10], Outcome(seats: [1, 1])),
            (.sainteLague, 2, [5, 5, 5], Outcome(seats: [0, 0, 0], tied: [0, 1, 2], contested: 2)),
            // 21 ÷ 3 = 7 = 9.8 ÷ 1.4: no whole votes; 15 ÷ 3 = 7 ÷ 1.4.
            (.modifiedSainteLague, 2, [15, 7], Outcome(seats: [1, 0], tied: [0, 1], contested: 1)),
            // 6 ÷ √72 = 1 ÷ √2.
            (.huntingtonHill, 10, [6, 1], Outcome(seats: [8, 1], tied: [0, 1], contested: 1)),
            (.imperiali, 2, [6, 4], Outcome(seats: [1, 0], tied: [0, 1], contested: 1)),
            (.dean, 4, [36, 20], Outcome(seats: [2, 1], tied: [0, 1], contested: 1)),
            (.danish, 2, [8, 2], Outcome(seats: [1, 0], tied: [0, 1], contested: 1)),
            (.adams, 3, [8, 8], Outcome(seats: [1, 1], tied: [0, 1], contested: 1)),
            // Infinite first quotients: ordered by votes, equal votes tie.
            (.adams, 1, [5, 4], Outcome(seats: [1, 0])),
            (.adams, 1, [5, 5], Outcome(seats: [0, 0], tied: [0, 1], contested: 1)),
            (.huntingtonHill, 2, [9, 5, 5], Outcome(seats: [1, 0, 0], tied: [1, 2], contested: 1)),
            (.dean, 2, [1, 1, 1000], Outcome(seats: [0, 0, 1], tied: [0, 1], contested: 1)),
            (.hare, 2, [3, 1], Outcome(seats: [1, 0], tied: [0, 1], contested: 1)),
            // Without votes everybody is tied for everything.
            (.sainteLague, 2, [0, 0], Outcome(seats: [0, 0], tied: [0, 1], contested: 2)),
            (.hare, 2, [0, 0], Outcome(seats: [0, 0], tied: [0, 1], contested: 2)),
            (.sainteLague, 0, [0, 0], Outcome(seats: [0, 0])),
            (.droop, 7, [0], Outcome(seats: [7])),  // Nobody else could have them.
            // A party without votes wins nothing beside one that has some.
            (.dHondt, 9, [1, 0], Outcome(seats: [9, 0])),
            (.adams, 9, [1, 0], Outcome(seats: [9, 0])),
            (.droop, 9, [1, 0], Outcome(seats: [9, 0])),
        ] as [(Method, Int, [Int], Outcome)]
    )
    func tie(method: Method, seats: Int, votes: [Int], expected: Outcome) throws {
        #expect(Outcome(try Distribution(method, seats: seats, votes: votes).allocation()) == expected)
    }

    @Test("who takes no part is not tied")
    func exclusion() throws {
        let taking = [true, false, true]
        let equal = try Distribution(.dHondt, seats: 1, votes: [4, 9, 4], participates: taking)
        #expect(Outcome(equal.allocation()) == Outcome(seats: [0, 0, 0], tied: [0, 2], contested: 1))
        let empty = try Distribution(.dHondt, seats: 3, votes: [0, 9, 0], participates: taking)
        #expect(Outcome(empty.allocation()) == Outcome(seats: [0, 0, 0], tied: [0, 2], contested: 3))
    }

    /// Sainte-Laguë, 4 seats for 9, 3, 3, 1: 9, then 9 ÷ 3 = 3 = 3 for three seats; with 3 seats a tie for 2.
    @Test(
        "a decision settles the tie or is refused",
        arguments: [
            ([1, 1, 0, 0], .success([2, 1, 0, 0])),
            ([0, 1, 1, 0], .success([1, 1, 1, 0])),
            ([1, 1, 0], .failure(.countsDiffer(parties: 4, decided: 3))),
            ([1, -1, 1, 0], .failure(.negative(party: 1, seats: -1))),
            ([1, 0, 0, 1], .failure(.notTied(party: 3, seats: 1))),
            ([2, 0, 0, 0], .failure(.tooMany(party: 0, seats: 2, most: 1))),
            ([1, 0, 0, 0], .failure(.wrongSum(contested: 2, decided: 1))),
            ([1, 1, 1, 0], .failure(.wrongSum(contested: 2, decided: 3))),
        ] as [([Int], Result<[Int], DecisionRefusal>)]
    )
    func decision(decision: [Int], expected: Result<[Int], DecisionRefusal>) throws {
        let allocation = try Distribution(.sainteLague, seats: 3, votes: [9, 3, 3, 1]).allocation()
        let settled = Result { () throws(DecisionRefusal) in try allocation.settled(by: decision) }
        #expect(settled.map(\.seats) == expected)
        #expect((try? settled.get())?.tie == nil)
    }

    @Test("a decision that no longer fits is refused: one vote more, and nothing is tied")
    func staleDecision() throws {
        let allocation = try Distribution(.sainteLague, seats: 2, votes: [9, 4]).allocation()
        #expect(throws: DecisionRefusal.noTie) { try allocation.settled(by: [1, 0]) }
    }

    @Test("without votes one party may be given many seats, and a huge decision does not overflow")
    func decisionWithoutVotes() throws {
        let allocation = try Distribution(.dHondt, seats: .max, votes: [0, 0]).allocation()
        #expect(allocation.tie == Tie(parties: [0, 1], seats: .max, most: .max))
        #expect(try allocation.settled(by: [.max - 5, 5]).seats == [.max - 5, 5])
        #expect(throws: DecisionRefusal.wrongSum(contested: .max, decided: .max)) {
            try allocation.settled(by: [.max, .max])
        }
    }
}
