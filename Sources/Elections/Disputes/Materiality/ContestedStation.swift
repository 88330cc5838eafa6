/// A station whose votes are in doubt: they are taken out, and any others may stand in their place.
public struct ContestedStation: Hashable, Sendable {
    /// The station.
    public let code: StationCode
    /// The most votes that may stand there, for all lists together; zero or more.
    public let most: Int
    /// The votes that are recorded there, by the number of the party.
    public let votes: [Int: ListVotes]

    /// A station in doubt.
    public init(code: StationCode, most: Int, votes: [Int: ListVotes]) {
        self.code = code
        self.most = most
        self.votes = votes
    }
}

extension ContestedStation {
    /// The votes recorded here for a candidate, or for the party itself.
    func votes(of choice: ListChoice) -> Int? {
        guard let list = votes[choice.contestant] else { return nil }
        guard let candidate = choice.candidate else { return list.party }
        return list.candidates[candidate]
    }
}
