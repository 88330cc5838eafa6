/// How close an outcome was: for every party the fewest votes that change it.
///
/// A change is any other ``Allocation``: other sure seats, a tie, another tie, no tie any more. So where the
/// outcome is itself a tie, one vote for or against a tied party normally ends it. Who takes part
/// stays fixed, and no party gets more votes than ``Distribution/voteRange`` holds.
/// Every answer is exact, and nil where no number of votes changes anything.
public struct Margins: Hashable, Sendable {
    /// The question.
    public let distribution: Distribution

    /// Its outcome.
    public let allocation: Allocation

    fileprivate init(_ distribution: Distribution) {
        self.distribution = distribution
        allocation = distribution.allocation()
    }

    /// The fewest votes more for `party`.
    ///
    /// - Complexity: O(parties · log votes), as for the others.
    public func adding(to party: Int) -> Margin? {
        margin(from: nil, to: party)
    }

    /// The fewest votes less for `party`.
    public func taking(from party: Int) -> Margin? {
        margin(from: party, to: nil)
    }

    /// The fewest votes for `giver` that had to go to `taker` instead.
    public func moving(from giver: Int, to taker: Int) -> Margin? {
        giver == taker ? nil : margin(from: giver, to: taker)
    }

    private func margin(from giver: Int?, to taker: Int?) -> Margin? {
        var shift = Shift(of: distribution, allocation, from: giver, to: taker)
        guard let votes = shift.firstChange() else { return nil }
        let makesTie = shift.outcome(after: votes).tie != nil
        let next = makesTie && votes < shift.limit ? shift.outcome(after: votes + 1) : allocation
        return Margin(
            votes: votes,
            makesTie: makesTie,
            oneMoreDecides: makesTie && next.tie == nil && next != allocation
        )
    }
}

extension Distribution {
    /// How close the outcome was.
    public func margins() -> Margins {
        Margins(self)
    }
}
