/// What is done about votes and counts that are held again, or late.
public enum RevoteAct: Sendable {
    /// One was proposed.
    case proposed(RevoteProposed)
    /// A supervisor recommended it.
    case recommended(RevoteRecommended)
    /// It was ordered or refused.
    case decided(RevoteDecided)
    /// It was held.
    case held(RevoteHeld)

    /// The number of the re-vote.
    public var number: Int {
        switch self {
        case .proposed(let act): act.revote.number
        case .recommended(let act): act.revote
        case .decided(let act): act.revote
        case .held(let act): act.revote
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .proposed: .revoteProposed
        case .recommended: .revoteRecommended
        case .decided: .revoteDecided
        case .held: .revoteHeld
        }
    }

    /// What people wrote in it.
    var texts: [String] {
        switch self {
        case .proposed(let act): [act.revote.cause]
        case .recommended(let act): [act.paper.reference]
        case .decided(let act):
            [act.outcome.reason] + (act.outcome.ruling.map { [$0.paper.reference] } ?? [])
        case .held: []
        }
    }

    var content: any ActContent {
        switch self {
        case .proposed(let act): act
        case .recommended(let act): act
        case .decided(let act): act
        case .held(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none of a re-vote's.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .revoteProposed: self = .proposed(try RevoteProposed(fieldsFrom: &reader))
        case .revoteRecommended: self = .recommended(try RevoteRecommended(fieldsFrom: &reader))
        case .revoteDecided: self = .decided(try RevoteDecided(fieldsFrom: &reader))
        case .revoteHeld: self = .held(try RevoteHeld(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// A vote or count was proposed to be held again, or is to be held late.
public struct RevoteProposed: Hashable, Sendable {
    /// The proposal.
    public let revote: Revote

    /// A proposal.
    public init(_ revote: Revote) {
        self.revote = revote
    }
}

extension RevoteProposed: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballots", revote.ballots)
        writer.field("cause", revote.cause)
        writer.field("ground", revote.ground)
        writer.field("number", revote.number)
        writer.field("proposer", revote.proposer)
        writer.field("simulated", revote.isSimulated ? true : nil)
        writer.field("station", revote.station.number)
        writer.field("version", revote.version)
        writer.field("village", revote.station.village)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballots = try reader.field("ballots", [Ballot].self)
        let cause = try reader.field("cause", String.self)
        let ground = try reader.field("ground", RevoteGround.self)
        let number = try reader.field("number", Int.self)
        let proposer = try reader.field("proposer", Revote.Proposer.self)
        let isSimulated = try reader.flag("simulated")
        let station = try reader.field("station", Int.self)
        let version = try reader.field("version", FormVersion.self)
        revote = Revote(
            number: number,
            version,
            at: StationCode(village: try reader.field("village"), number: station),
            ballots,
            ground,
            by: proposer,
            cause: cause,
            isSimulated: isSimulated
        )
    }
}

/// A supervisor recommended a re-vote.
public struct RevoteRecommended: Hashable, Sendable {
    /// Its number.
    public let revote: Int
    /// The recommendation.
    public let paper: Revote.Paper

    /// A recommendation.
    public init(revote: Int, _ paper: Revote.Paper) {
        self.revote = revote
        self.paper = paper
    }
}

extension RevoteRecommended: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("paper", paper)
        writer.field("revote", revote)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        paper = try reader.field("paper")
        revote = try reader.field("revote")
    }
}

/// A re-vote was ordered or refused.
public struct RevoteDecided: Hashable, Sendable {
    /// Its number.
    public let revote: Int
    /// What was decided.
    public let outcome: Revote.Outcome

    /// A decision.
    public init(revote: Int, _ outcome: Revote.Outcome) {
        self.revote = revote
        self.outcome = outcome
    }
}

extension RevoteDecided: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("date", outcome.date)
        writer.field("decision", outcome.decision)
        writer.field("last", outcome.ruling?.last)
        writer.field("reason", outcome.reason)
        writer.field("revote", revote)
        writer.field("ruling", outcome.ruling?.paper)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let date = try reader.optionalField("date", CalendarDate.self)
        let decision = try reader.field("decision", DecisionKey.self)
        let last = try reader.optionalField("last", CalendarDate.self)
        let reason = try reader.field("reason", String.self)
        revote = try reader.field("revote")
        let ruling: Revote.Ruling? =
            if let last { Revote.Ruling(try reader.field("ruling"), last: last) } else { nil }
        outcome = Revote.Outcome(
            decision,
            on: date,
            ruling: ruling,
            reason: reason
        )
    }
}

/// A re-vote was held.
public struct RevoteHeld: Hashable, Sendable {
    /// Its number.
    public let revote: Int
    /// How.
    public let holding: Revote.Holding

    /// A re-vote that was held.
    public init(revote: Int, _ holding: Revote.Holding) {
        self.revote = revote
        self.holding = holding
    }
}

extension RevoteHeld: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("committee", holding.hasNewCommittee ? true : nil)
        writer.field("date", holding.date)
        writer.field("papers", papers.isEmpty ? nil : papers)
        writer.field("revote", revote)
    }

    private var papers: [BallotPapers] {
        Ballot.allCases.compactMap { ballot in
            holding.papers[ballot].map { BallotPapers(ballot: ballot, count: $0) }
        }
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let hasNewCommittee = try reader.flag("committee")
        let date = try reader.field("date", CalendarDate.self)
        let papers: [BallotPapers] = try reader.list("papers")
        let order = papers.compactMap { Ballot.allCases.firstIndex(of: $0.ballot) }
        guard zip(order, order.dropFirst()).allSatisfy(<) else { throw reader.expected("ballots in order") }
        revote = try reader.field("revote")
        holding = Revote.Holding(
            date: date,
            papers: Dictionary(uniqueKeysWithValues: papers.map { ($0.ballot, $0.count) }),
            hasNewCommittee: hasNewCommittee
        )
    }
}

/// The special papers of a ballot.
private struct BallotPapers: Canonical {
    let ballot: Ballot
    let count: Int

    init(ballot: Ballot, count: Int) {
        self.ballot = ballot
        self.count = count
    }

    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("ballot", ballot)
            writer.field("count", count)
        }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        (ballot, count) = try reader.object { (reader) throws(CanonicalFault) in
            let ballot = try reader.field("ballot", Ballot.self)
            return (ballot, try reader.field("count", Count.self).number)
        }
    }
}

extension Revote.Paper: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("date", date)
            writer.field("reference", reference)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let date = try reader.field("date", CalendarDate.self)
            return Self(try reader.field("reference"), date)
        }
    }
}

extension RevoteGround: Canonical {}
extension Revote.Proposer: Canonical {}

/// Votes and counts held again, or late, that others have on record.
struct RevotesKnown: ActContent {
    let revotes: [KnownRevote]

    init(revotes: [KnownRevote]) {
        self.revotes = revotes
    }

    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("revotes", revotes)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        revotes = try reader.field("revotes")
    }
}

extension KnownRevote: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("ballots", ballots)
            writer.field("ground", ground)
            writer.field("held", held)
            writer.field("source", source)
            writer.field("station", station.number)
            writer.field("version", version)
            writer.field("village", station.village)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let ballots = try reader.field("ballots", [Ballot].self)
            let ground = try reader.optionalField("ground", RevoteGround.self)
            let held = try reader.optionalField("held", CalendarDate.self)
            let source = try reader.field("source", String.self)
            let station = try reader.field("station", Int.self)
            let version = try reader.field("version", FormVersion.self)
            return Self(
                version,
                at: StationCode(village: try reader.field("village"), number: station),
                ballots,
                ground,
                held: held,
                source: source
            )
        }
    }
}
