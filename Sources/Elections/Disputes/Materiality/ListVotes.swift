/// The votes of one list: the party's own, and those of its candidates.
public struct ListVotes: Hashable, Sendable {
    /// Votes for the party without naming a candidate; `nil` when not known.
    public let party: Int?
    /// The votes of each candidate by number; one that is not there is not known.
    public let candidates: [Int: Int]

    /// The votes of a list.
    public init(party: Int?, candidates: [Int: Int]) {
        self.party = party
        self.candidates = candidates
    }
}
