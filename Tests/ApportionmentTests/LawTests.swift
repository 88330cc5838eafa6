import Apportionment
import TestSupport
import Testing

@Suite("Laws, on random input")
struct LawTests {
    @Test("agreement with a slow independent method over fractions", arguments: Method.allCases)
    func oracle(method: Method) throws {
        var dice = Dice(salt: "oracle \(method)")
        for _ in Dice.rounds(100) {
            let most = [3, 12, 100, (1 << 53) - 1][dice.roll(0...3)]
            let votes = dice.votes(parties: 1...6, upTo: most)
            let admitted = votes.map { _ in dice.roll(0...7) > 0 }
            guard admitted.contains(true) else { continue }
            let seats = dice.roll(0...25)
            let given = try Distribution(method, seats: seats, votes: votes, participates: admitted)
            let expected = Oracle.allocate(method, seats, votes, admitted)
            #expect(Outcome(given.allocation()) == expected, "\(method) \(seats) \(votes) \(admitted)")
        }
    }

    @Test("the seats sum up and no open quotient beats a winning one", arguments: Method.allCases)
    func minMax(method: Method) throws {
        var dice = Dice(salt: "min-max \(method)")
        for _ in Dice.rounds(100) {
            let votes = dice.votes(
                parties: 1...20,
                upTo: [9, 1000, 1 << 30, (1 << 53) - 1][dice.roll(0...3)]
            )
            let seats = dice.roll(0...[5, 100, 1 << 40][dice.roll(0...2)])
            let distribution = try Distribution(method, seats: seats, votes: votes)
            let allocation = distribution.allocation()
            #expect(allocation.seats.reduce(0, +) + (allocation.tie?.seats ?? 0) == seats)
            #expect(seats == 0 || isMinMax(allocation, of: distribution), "\(method) \(seats) \(votes)")
        }
    }

    @Test("one seat more takes no seat away", arguments: Method.allCases.filter { !$0.isQuotaMethod })
    func houseMonotonicity(method: Method) throws {
        var dice = Dice(salt: "house \(method)")
        for _ in Dice.rounds(10) {
            let votes = dice.votes(parties: 2...6, upTo: 50)
            var before = votes.map { _ in 0 }
            for seats in 1...30 {
                let now = try Distribution(method, seats: seats, votes: votes).allocation().seats
                #expect(zip(before, now).allSatisfy { $0 <= $1 })
                before = now
            }
        }
    }

    @Test("Hare gives every party its share rounded down or up")
    func quotaRule() throws {
        var dice = Dice(salt: "quota rule")
        for _ in Dice.rounds(200) {
            let votes = dice.votes(parties: 1...9, upTo: 60)
            let (seats, total) = (dice.roll(1...40), votes.reduce(0, +))
            guard total > 0 else { continue }
            let allocation = try Distribution(.hare, seats: seats, votes: votes).allocation()
            for party in votes.indices {
                let sure = allocation.seats[party]
                let most = sure + (allocation.tie?.parties.contains(party) == true ? 1 : 0)
                #expect(sure >= votes[party] * seats / total)
                #expect(most <= (votes[party] * seats + total - 1) / total)
            }
        }
    }

    @Test("the order of the parties does not matter", arguments: Method.allCases)
    func anonymity(method: Method) throws {
        var dice = Dice(salt: "anonymity \(method)")
        for _ in Dice.rounds(20) {
            let votes = dice.votes(parties: 2...8, upTo: 15)
            let seats = dice.roll(0...20)
            let order = votes.indices.shuffled(using: &dice)
            let straight = try Distribution(method, seats: seats, votes: votes).allocation()
            let shuffled = try Distribution(method, seats: seats, votes: order.map { votes[$0] }).allocation()
            #expect(shuffled.seats == order.map { straight.seats[$0] })
            let tied = shuffled.tie?.parties.map { order[$0] }.sorted()
            #expect(tied == straight.tie?.parties)
        }
    }

    @Test("only the shares of the votes matter", arguments: Method.allCases.filter { $0 != .droop })
    func scaling(method: Method) throws {
        var dice = Dice(salt: "scaling \(method)")
        for _ in Dice.rounds(20) {
            let votes = dice.votes(parties: 1...8, upTo: 15)
            let (seats, factor) = (dice.roll(0...20), dice.roll(2...1 << 48))
            let small = try Distribution(method, seats: seats, votes: votes)
            let large = try Distribution(method, seats: seats, votes: votes.map { $0 * factor })
            #expect(small.allocation() == large.allocation())
        }
    }
}
