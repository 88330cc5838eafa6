/// The contest for the last seat.
public struct LastSeat: Hashable, Sendable {
    /// The weakest quotient that won, and whose it is.
    public let winner: Bid

    /// The strongest quotient of another party that did not win.
    public let runnerUp: Bid

    /// The votes the runner-up lacked; nil when no number of votes would have helped.
    ///
    /// In a quota method these votes also raise the quota, so that another seat may be the first to change.
    public let lacking: Margin?
}

extension Margins {
    /// Who won the last seat against whom; nil when it is open, or when only one party has votes.
    ///
    /// - Complexity: As ``adding(to:)``.
    public func lastSeat() -> LastSeat? {
        guard allocation.tie == nil else { return nil }
        let ladder = Ladder<Int128>(distribution)
        let contenders = distribution.votes.indices.filter(distribution.contends)
        func claim(_ party: Int, _ seats: Int) -> Claim<Int128> {
            ladder.claim(of: Int128(distribution.votes[party]), holding: Int128(seats))
        }
        // Of equal claims the last in party order wins the later seat, the first is the runner-up.
        let winner = contenders.reversed().filter { allocation.seats[$0] > 0 }.min { left, right in
            claim(left, allocation.seats[left] - 1) < claim(right, allocation.seats[right] - 1)
        }
        let runnerUp = contenders.filter { $0 != winner }.min { left, right in
            claim(left, allocation.seats[left]) > claim(right, allocation.seats[right])
        }
        guard let winner, let runnerUp else { return nil }
        return LastSeat(
            winner: bid(winner, holding: allocation.seats[winner] - 1),
            runnerUp: bid(runnerUp, holding: allocation.seats[runnerUp]),
            lacking: adding(to: runnerUp)
        )
    }

    private func bid(_ party: Int, holding seats: Int) -> Bid {
        Bid(party: party, quotient: distribution.quotient(of: party, holding: seats))
    }
}
