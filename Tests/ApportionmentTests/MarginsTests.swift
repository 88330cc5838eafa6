import Apportionment
import TestSupport
import Testing

@Suite("Margins")
struct MarginsTests {
    private static let most = Distribution.voteRange.upperBound - 1

    /// Which votes move; nil: people who did not vote.
    private struct Move: CustomStringConvertible {
        let giver: Int?
        let taker: Int?

        var description: String { "\(giver.map(String.init) ?? "-") to \(taker.map(String.init) ?? "-")" }

        func margin(in margins: Margins) -> Margin? {
            switch (giver, taker) {
            case (nil, nil): nil
            case (let giver?, nil): margins.taking(from: giver)
            case (nil, let taker?): margins.adding(to: taker)
            case (let giver?, let taker?): margins.moving(from: giver, to: taker)
            }
        }
    }

    @Test(
        "margins by hand",
        arguments: [
            // 9 ÷ 3 = 3 against 2: one vote makes a tie, the second wins the seat.
            (.sainteLague, 2, [9, 2], nil, 1, Margin(votes: 1, makesTie: true, oneMoreDecides: true)),
            (.sainteLague, 2, [9, 2], 0, nil, Margin(votes: 3, makesTie: true, oneMoreDecides: true)),
            // 8 ÷ 3 is below 3: at once.
            (.sainteLague, 2, [9, 2], 0, 1, Margin(votes: 1, makesTie: false, oneMoreDecides: false)),
            // The winner of everything cannot win more.
            (.sainteLague, 2, [9, 2], nil, 0, nil),
            (.sainteLague, 2, [9, 2], 1, nil, nil),
            (.sainteLague, 2, [9, 2], 1, 0, nil),
            // A tie is ended by one vote.
            (.sainteLague, 2, [9, 3], nil, 0, Margin(votes: 1, makesTie: false, oneMoreDecides: false)),
            (.sainteLague, 2, [9, 3], nil, 1, Margin(votes: 1, makesTie: false, oneMoreDecides: false)),
            // Three tied for two seats: one vote more is sure, the others still tie, and so they do later.
            (.dHondt, 2, [10, 10, 10], nil, 0, Margin(votes: 1, makesTie: true, oneMoreDecides: false)),
            // One party alone keeps all until its last vote is gone.
            (.dHondt, 2, [7, 0], 0, nil, Margin(votes: 7, makesTie: true, oneMoreDecides: false)),
            (.dHondt, 2, [7], 0, nil, nil),
            (.dHondt, 0, [7, 5], nil, 1, nil),
            // Nobody has votes: the first vote takes all.
            (.hare, 5, [0, 0], nil, 0, Margin(votes: 1, makesTie: false, oneMoreDecides: false)),
            // The bound of what a party can have.
            (.dHondt, 1, [most, 5], nil, 1, Margin(votes: most - 5, makesTie: true, oneMoreDecides: false)),
            // Droop's quota falls in the piece that the party's last votes cut off: 5 to 4, and 7 to 6.
            (.droop, 4, [8, 17], 0, nil, Margin(votes: 6, makesTie: false, oneMoreDecides: false)),
            (.droop, 4, [15, 17, 9], 0, nil, Margin(votes: 12, makesTie: false, oneMoreDecides: false)),
            // 2⁶³ − 1 seats: 2⁵² − 1 and 2⁵¹ + 1 share the factor 3, so the claims meet at every 2⁵¹th seat.
            (
                .dHondt, .max, [1 << 52, 1 << 51], 0, 1,
                Margin(votes: 1, makesTie: true, oneMoreDecides: true)
            ),
        ] as [(Method, Int, [Int], Int?, Int?, Margin?)]
    )
    func byHand(method: Method, seats: Int, votes: [Int], giver: Int?, taker: Int?, expected: Margin?) throws
    {
        let margins = try Distribution(method, seats: seats, votes: votes).margins()
        #expect(Move(giver: giver, taker: taker).margin(in: margins) == expected)
    }

    @Test("those who take no part matter only as a source and a sink of votes")
    func nonParticipants() throws {
        let distribution = try Distribution(
            .sainteLague,
            seats: 2,
            votes: [9, 2, 5],
            participates: [true, true, false]
        )
        let margins = distribution.margins()
        #expect(margins.adding(to: 2) == nil)
        #expect(margins.taking(from: 2) == nil)
        #expect(margins.moving(from: 2, to: 1) == margins.adding(to: 1))
        #expect(margins.moving(from: 0, to: 2) == margins.taking(from: 0))
        #expect(margins.moving(from: 0, to: 0) == nil)
    }

    @Test("recounting after every smaller number confirms each margin", arguments: Method.allCases)
    func exhaustive(method: Method) throws {
        var dice = Dice(salt: "margins \(method)")
        for _ in Dice.rounds(method == .droop ? 60 : 15) {
            let votes = dice.votes(parties: 1...4, upTo: [4, 12, 40][dice.roll(0...2)])
            let admitted = votes.map { _ in dice.roll(0...7) > 0 }
            guard admitted.contains(true) else { continue }
            let distribution = try Distribution(
                method,
                seats: dice.roll(0...8),
                votes: votes,
                participates: admitted
            )
            let margins = distribution.margins()
            let ends = [nil] + votes.indices.map(Optional.some)
            for giver in ends {
                for taker in ends where taker != giver {
                    try confirm(margins, Move(giver: giver, taker: taker), admitted)
                }
            }
        }
    }

    @Test("large margins: one vote less does nothing", arguments: Method.allCases)
    func large(method: Method) throws {
        var dice = Dice(salt: "large margins \(method)")
        for _ in Dice.rounds(20) {
            let votes = (0..<4).map { _ in dice.roll(0...1 << 50) }
            let distribution = try Distribution(method, seats: dice.roll(1...200), votes: votes)
            let margins = distribution.margins()
            for move in [Move(giver: nil, taker: 0), Move(giver: 1, taker: nil), Move(giver: 2, taker: 3)] {
                guard let margin = move.margin(in: margins) else { continue }
                #expect(try outcome(distribution, move, margin.votes, nil) != margins.allocation)
                #expect(try outcome(distribution, move, margin.votes - 1, nil) == margins.allocation)
            }
        }
    }

    private func confirm(_ margins: Margins, _ move: Move, _ admitted: [Bool]) throws {
        let given = margins.distribution
        let margin = move.margin(in: margins)
        let bound = move.giver.map { given.votes[$0] } ?? 400
        let change = try (0...bound).first { try outcome(given, move, $0, admitted) != margins.allocation }
        let note: Comment = "\(given.method) \(given.seats) \(given.votes) \(admitted) \(move)"
        guard let change else {
            #expect(margin.map { $0.votes > bound } ?? true, note)
            return
        }
        let makesTie = try outcome(given, move, change, admitted).tie != nil
        let next = change < bound ? try outcome(given, move, change + 1, admitted) : margins.allocation
        let decides = makesTie && next.tie == nil && next != margins.allocation
        #expect(margin == Margin(votes: change, makesTie: makesTie, oneMoreDecides: decides), note)
    }

    private func outcome(
        _ distribution: Distribution,
        _ move: Move,
        _ count: Int,
        _ admitted: [Bool]?
    ) throws -> Allocation {
        var votes = distribution.votes
        if let giver = move.giver { votes[giver] -= count }
        if let taker = move.taker { votes[taker] += count }
        return try Distribution(
            distribution.method,
            seats: distribution.seats,
            votes: votes,
            participates: admitted
        ).allocation()
    }
}
