/// What is known of a candidate when seats are given to a list.
public struct CandidateStanding: Hashable, Sendable {
    /// The personal votes in the district; `nil` when they are not known.
    public let votes: Int?
    /// What became of the candidate.
    public let status: CandidateStatus
    /// Where the votes come from, asked for only where votes are equal; `nil` when it is not known.
    public let spread: VoteSpread?

    /// The standing of a candidate.
    public init(votes: Int?, status: CandidateStatus = .standing, spread: VoteSpread? = nil) {
        self.votes = votes
        self.status = status
        self.spread = spread
    }
}
