/// A candidate who is elected, and another of the list who could come before.
///
/// Where votes are in doubt the elected one gets none, and the other gets all of them.
public struct CandidateRivalry: Hashable, Sendable {
    /// How far the other candidate comes.
    public enum Reach: String, CaseIterable, Hashable, Sendable {
        /// Stays behind.
        case behind
        /// Is level at the most, with all votes in doubt: the rule on equals decides.
        case level
        /// Can have more votes.
        case ahead
    }

    /// The elected candidate by number.
    public let elected: Int
    /// The other candidate by number.
    public let other: Int
    /// The fewest votes the elected one can have.
    public let electedVotes: Int
    /// The most votes the other one can have.
    public let otherVotes: Int
    /// The fewest votes in doubt with which the other is level.
    public let needed: Int
    /// How far the other one comes.
    public var reach: Reach {
        otherVotes < electedVotes ? .behind : otherVotes == electedVotes ? .level : .ahead
    }
}
