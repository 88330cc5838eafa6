/// A party's list in a district with all its recorded votes.
public struct VotedList: Hashable, Sendable {
    /// The list; it may be empty, and the party still be voted for.
    public let list: CandidateList
    /// The votes for the party without naming a candidate; `nil` when not known.
    public let party: Int?
    /// What is known of each candidate, by number.
    public let standings: [Int: CandidateStanding]

    /// A list with its votes.
    public init(list: CandidateList, party: Int?, standings: [Int: CandidateStanding]) {
        self.list = list
        self.party = party
        self.standings = standings
    }
}

extension VotedList {
    /// All its votes together; `nil` while any are missing.
    var votes: Int? {
        list.candidates.reduce(party) { sum, candidate in
            sum.flatMap { sum in standings[candidate.number]?.votes.map { sum + $0 } }
        }
    }

    /// The recorded votes of a candidate, or of the party itself.
    func votes(of candidate: Int?) -> Int? {
        guard let candidate else { return party }
        return standings[candidate]?.votes
    }
}
