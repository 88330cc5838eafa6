/// A party that won a seat, and another that could take it from it where votes are contested.
///
/// The winner is left with the fewest votes it can have, none of the contested ones, and the loser gets all of them.
public struct Rivalry: Hashable, Sendable {
    /// The party whose last seat is at stake.
    public let winner: Int

    /// The party that would get one seat more.
    public let loser: Int

    /// The fewest votes the winner can have.
    public let winnerVotes: Int

    /// The most votes the loser can have.
    ///
    /// With ``Method/droop``, whose quota jumps, fewer where fewer reach the winner and all of them do not.
    public let loserVotes: Int

    /// The quotient with which the winner then claims its last seat.
    public let winnerQuotient: Quotient

    /// The quotient with which the loser then claims one seat more.
    public let loserQuotient: Quotient

    /// The fewest contested votes with which the loser is level with the winner or ahead; nil when no number is enough.
    public let needed: Int?

    /// Whether the loser can be level with the winner or ahead.
    public let reaches: Bool
}
