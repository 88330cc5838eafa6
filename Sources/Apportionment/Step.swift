/// One seat on the way to an allocation.
public struct Step: Hashable, Sendable {
    /// The number of the seat, from 1.
    public let seat: Int

    /// The party that wins it, and the winning quotient.
    public let winner: Bid

    /// The votes of the winner.
    public let votes: Int

    /// What the votes were divided by; in a quota method the quota.
    public let divisor: Divisor

    /// The best quotient of another party at this moment; nil when no other party has votes.
    public let runnerUp: Bid?

    /// A step as it was found, or as a recorded decision made it.
    public init(seat: Int, winner: Bid, votes: Int, divisor: Divisor, runnerUp: Bid?) {
        self.seat = seat
        self.winner = winner
        self.votes = votes
        self.divisor = divisor
        self.runnerUp = runnerUp
    }
}
