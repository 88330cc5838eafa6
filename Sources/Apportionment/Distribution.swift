/// Seats to be distributed among parties by their votes: the question, whose answer is ``allocation()``.
///
/// Exact for every input it accepts: quotients are compared by full-width cross multiplication.
/// Parties are numbered from 0 in the order of ``votes``.
public struct Distribution: Hashable, Sendable {
    /// The votes a party can have: below 2⁵³, so that no exchange format loses a digit.
    public static let voteRange = 0..<(1 << 53)

    /// The rule.
    public let method: Method

    /// The seats to be distributed; zero or more.
    public let seats: Int

    /// Votes per party.
    public private(set) var votes: [Int]

    /// The votes of all parties that take part; a quota is a part of this sum.
    public private(set) var total: Int

    /// Who takes part; nil: everybody.
    private let participation: [Bool]?

    /// Accepts the figures of one district.
    ///
    /// - Parameters:
    ///   - method: The rule.
    ///   - seats: Any number from zero.
    ///   - votes: Votes per party, each in ``voteRange``, together at most `Int.max`.
    ///   - participates: For each party whether it takes part (above the threshold); nil: everybody does.
    /// - Throws: ``InputError`` naming the first thing that is wrong.
    /// - Complexity: O(parties).
    public init(
        _ method: Method,
        seats: Int,
        votes: [Int],
        participates: [Bool]? = nil
    ) throws(InputError) {
        guard seats >= 0 else { throw .negativeSeats(seats) }
        if let participates, participates.count != votes.count {
            throw .countsDiffer(votes: votes.count, other: participates.count)
        }
        var total = 0
        var someoneTakesPart = false
        for party in votes.indices {
            guard Self.voteRange.contains(votes[party]) else {
                throw .votesOutOfRange(party: party, votes: votes[party])
            }
            guard participates?[party] ?? true else { continue }
            someoneTakesPart = true
            let (sum, overflow) = total.addingReportingOverflow(votes[party])
            guard !overflow else { throw .totalOutOfRange }
            total = sum
        }
        guard someoneTakesPart || seats == 0 else { throw .nobodyTakesPart(seats: seats) }
        self.method = method
        self.seats = seats
        self.votes = votes
        self.total = total
        self.participation = participates?.contains(false) == true ? participates : nil
    }

    /// Whether `party` takes part.
    public func takesPart(_ party: Int) -> Bool {
        participation?[party] ?? true
    }

    /// Whether `party` can win a seat by its votes: it takes part and has any.
    func contends(_ party: Int) -> Bool {
        votes[party] > 0 && takesPart(party)
    }

    /// Moves `count` votes, back when negative; nil stands for people who did not vote.
    ///
    /// ``Shift`` keeps `count` within the bounds that `init` would accept.
    mutating func move(_ count: Int, from giver: Int?, to taker: Int?) {
        if let giver {
            votes[giver] -= count
            if takesPart(giver) { total -= count }
        }
        if let taker {
            votes[taker] += count
            if takesPart(taker) { total += count }
        }
    }
}
