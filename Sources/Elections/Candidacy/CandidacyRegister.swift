/// The lists of candidates of an office, ballot by ballot.
public struct CandidacyRegister: Hashable, Sendable {
    private var ballots: [Ballot: Candidacy] = [:]

    /// Nothing yet.
    public init() {}

    /// The lists of a ballot; `nil` while nothing was done about any.
    public subscript(ballot: Ballot) -> Candidacy? { ballots[ballot] }

    /// What became of candidates of a ballot since their lists were final.
    public func statuses(of ballot: Ballot) -> [CandidateKey: CandidateStatus] {
        ballots[ballot]?.statuses ?? [:]
    }

    /// What of it is public: nobody who was never on a list that the office published.
    public var published: CandidacyRegister {
        var copy = self
        copy.ballots = ballots.mapValues(\.published).filter { $0.value != Candidacy() }
        return copy
    }

    mutating func change(
        _ ballot: Ballot,
        _ body: (inout Candidacy) throws(CandidacyFault) -> Void
    ) throws(CandidacyFault) {
        var candidacy = ballots[ballot] ?? Candidacy()
        try body(&candidacy)
        ballots[ballot] = candidacy
    }
}
