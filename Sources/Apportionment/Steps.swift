/// The sure seats of an allocation in the order in which they are won, made as they are asked for.
///
/// Equal quotients that all win are served in party order. Contested seats have no step, nor has a seat that
/// was won without votes.
public struct Steps: Sequence, IteratorProtocol, Sendable {
    private let distribution: Distribution
    private var contest: Contest<Int128>
    private let count: Int
    private var seat = 0

    fileprivate init(_ distribution: Distribution) {
        self.distribution = distribution
        contest = Contest(distribution)
        count = contest.entries.isEmpty ? 0 : distribution.allocation().seats.reduce(0, +)
    }

    /// The next seat; nil after the last sure one.
    ///
    /// - Complexity: O(log parties).
    public mutating func next() -> Step? {
        guard seat < count else { return nil }
        let leader = contest.leader
        let divisor = distribution.divisor(after: contest.seats[leader.party])
        let winner = bid(leader.party)
        contest.award()
        seat += 1
        return Step(
            seat: seat,
            winner: winner,
            votes: distribution.votes[leader.party],
            divisor: divisor,
            runnerUp: contest.rival(of: leader.party).map { bid($0.party) }
        )
    }

    private func bid(_ party: Int) -> Bid {
        Bid(party: party, quotient: distribution.quotient(of: party, holding: contest.seats[party]))
    }
}

extension Distribution {
    /// How the sure seats of ``allocation()`` came about, seat by seat.
    ///
    /// - Complexity: O(parties) to begin with, O(log parties) per seat.
    public func steps() -> Steps {
        Steps(self)
    }
}
