import Apportionment
import TestSupport
import Testing

@Suite("Steps and the last seat")
struct StepsTests {
    @Test("Penajam Paser Utara 1, 2019: the second seat of Gerindra precedes PBB by one vote")
    func workedExample() throws {
        let districts = try Fixture("worked-examples.csv").districts
        let rows = try #require(districts.first { $0[0].district == "PPU 2019 dapil 1" })
        let distribution = try Distribution(.sainteLague, seats: 12, votes: rows.map(\.votes))
        let order = distribution.steps().map { "\(rows[$0.winner.party].party) \($0.winner.quotient)" }
        #expect(
            order == [
                "Gerindra 7380/1", "Demokrat 6458/1", "PDIP 6391/1", "Golkar 5157/1", "PAN 3413/1",
                "PKB 3244/1", "Perindo 2905/1", "PKS 2838/1", "Gerindra 7380/3", "PBB 2459/1",
                "Demokrat 6458/3", "PDIP 6391/3",
            ]
        )
        let last = try #require(distribution.margins().lastSeat())
        #expect(rows[last.winner.party].party == "PDIP" && last.winner.quotient.description == "6391/3")
        #expect(rows[last.runnerUp.party].party == "PPP" && last.runnerUp.quotient.description == "2094/1")
        // 2094 + 37 = 2131 is the first whole number above 6391 ÷ 3.
        #expect(last.lacking == Margin(votes: 37, makesTie: false, oneMoreDecides: false))
    }

    @Test("every step shows the best quotient of the others, in falling order", arguments: Method.allCases)
    func steps(method: Method) throws {
        var dice = Dice(salt: "steps \(method)")
        for _ in Dice.rounds(20) {
            let votes = dice.votes(parties: 1...6, upTo: 30)
            let distribution = try Distribution(method, seats: dice.roll(0...15), votes: votes)
            let steps = Array(distribution.steps())
            var held = votes.map { _ in 0 }
            for (index, step) in steps.enumerated() {
                let party = step.winner.party
                #expect(step.seat == index + 1 && step.votes == votes[party])
                #expect(step.winner.quotient == distribution.quotient(of: party, holding: held[party]))
                #expect(step.divisor == distribution.divisor(after: held[party]))
                let others = votes.indices.filter { $0 != party && votes[$0] > 0 }
                let best = others.map { distribution.quotient(of: $0, holding: held[$0]).ratio }.max()
                #expect(step.runnerUp?.quotient.ratio == best)
                #expect(step.runnerUp?.party != party)
                if let best { #expect(step.winner.quotient.ratio >= best) }
                held[party] += 1
            }
            #expect(votes.allSatisfy { $0 == 0 } || held == distribution.allocation().seats)
        }
    }

    @Test(
        "seats that nobody won by votes have no step",
        arguments: [
            (0, [3, 4], 0),  // No seats.
            (3, [0, 0], 0),  // No votes: all contested.
            (3, [0], 0),  // No votes: one party has them all the same.
            (3, [4, 4], 2),  // The third is contested.
        ]
    )
    func fewerSteps(seats: Int, votes: [Int], expected: Int) throws {
        #expect(Array(try Distribution(.dHondt, seats: seats, votes: votes).steps()).count == expected)
    }

    @Test("steps are made as they are asked for: the first of many is there at once")
    func streaming() throws {
        let distribution = try Distribution(.sainteLague, seats: .max, votes: [5, 3])
        #expect(distribution.steps().prefix(3).map(\.winner.party) == [0, 1, 0])
    }

    @Test(
        "no last seat where it is open or nobody competes",
        arguments: [
            (3, [4, 4]),  // A tie.
            (3, [4, 0]),  // One party alone.
            (0, [4, 3]),  // No seat at all.
        ]
    )
    func noLastSeat(seats: Int, votes: [Int]) throws {
        #expect(try Distribution(.dHondt, seats: seats, votes: votes).margins().lastSeat() == nil)
    }

    @Test("of equals the later party won the last seat, the earlier one is the runner-up")
    func equalLastSeats() throws {
        let last = try Distribution(.dHondt, seats: 2, votes: [3, 3, 2, 2]).margins().lastSeat()
        #expect(last?.winner.party == 1)
        #expect(last?.runnerUp.party == 2)
        // One vote makes three equals for two seats; with one more the other two still share one.
        #expect(last?.lacking == Margin(votes: 1, makesTie: true, oneMoreDecides: false))
    }
}
