import Apportionment
import TestSupport

/// An election with so few contested votes that every way they could fall can be tried.
struct SmallContest: CustomStringConvertible {
    let method: Method
    let seats: Int
    let votes: [Int]
    let participates: [Bool]
    let contested: ContestedVotes
    /// The votes that are not contested.
    let certain: [Int]

    init(_ method: Method, _ dice: inout Dice) throws {
        let votes = dice.votes(parties: 2...4, upTo: [5, 14, 60][dice.roll(0...2)])
        var participates = votes.map { _ in dice.roll(0...9) > 0 }
        participates[dice.roll(0...votes.count - 1)] = true
        let share = dice.roll(0...3)
        let taken = votes.map { share == 0 ? dice.roll(0...$0) : min($0, dice.roll(0...share)) }
        seats = dice.roll(0...7)
        let recorded = try Distribution(method, seats: seats, votes: votes, participates: participates)
        contested = try ContestedVotes(
            recorded,
            contested: taken,
            most: dice.roll(0...(votes.count == 4 ? 6 : 9))
        )
        certain = zip(votes, taken).map { $0 - $1 }
        (self.method, self.votes, self.participates) = (method, votes, participates)
    }

    /// Every way the contested votes can fall.
    var possible: [[Int]] {
        votes.reduce([[]]) { ways, _ in
            ways.flatMap { way in (0...(contested.most - way.reduce(0, +))).map { way + [$0] } }
        }
    }

    /// The question with other votes.
    func distribution(_ votes: [Int]) -> Distribution? {
        try? Distribution(method, seats: seats, votes: votes, participates: participates)
    }

    var description: String {
        "\(method) \(seats) \(votes) \(participates) certain \(certain) most \(contested.most)"
    }
}
