/// For whom votes of a list are.
public struct ListChoice: Hashable, Sendable {
    /// The party by number.
    public let contestant: Int
    /// The candidate by number; `nil` for the party itself.
    public let candidate: Int?

    /// A party or one of its candidates.
    public init(contestant: Int, candidate: Int?) {
        self.contestant = contestant
        self.candidate = candidate
    }
}
