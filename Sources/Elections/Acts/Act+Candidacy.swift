/// What is done about the lists of candidates of a ballot.
public enum CandidacyAct: Sendable {
    /// A party handed in a list.
    case submitted(ListSubmitted)
    /// The lists of the ballot were published.
    case published(ListsPublished)
    /// Somebody objected to a provisional list.
    case objected(ListObjected)
    /// An objection was answered.
    case answered(ListObjectionAnswered)
    /// A candidate of a provisional list was replaced or struck.
    case replaced(CandidateReplaced)
    /// It was noted what became of a candidate of a final list.
    case statusSet(CandidateStatusSet)

    /// The ballot.
    public var ballot: Ballot {
        switch self {
        case .submitted(let act): act.ballot
        case .published(let act): act.ballot
        case .objected(let act): act.ballot
        case .answered(let act): act.ballot
        case .replaced(let act): act.ballot
        case .statusSet(let act): act.ballot
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .submitted: .listSubmitted
        case .published: .listsPublished
        case .objected: .listObjected
        case .answered: .listObjectionAnswered
        case .replaced: .candidateReplaced
        case .statusSet: .candidateStatusSet
        }
    }

    /// What people wrote in it.
    var texts: [String] {
        switch self {
        case .submitted(let act): act.list.texts
        case .published(let act): act.published.lists.flatMap(\.texts)
        case .objected(let act): [act.objection.claim]
        case .answered(let act): [act.answer.reason]
        case .replaced(let act):
            [act.replacement.paper.reference] + (act.replacement.successor?.name.texts ?? [])
        case .statusSet(let act): [act.change.paper.reference]
        }
    }

    var content: any ActContent {
        switch self {
        case .submitted(let act): act
        case .published(let act): act
        case .objected(let act): act
        case .answered(let act): act
        case .replaced(let act): act
        case .statusSet(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none about lists.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .listSubmitted: self = .submitted(try ListSubmitted(fieldsFrom: &reader))
        case .listsPublished: self = .published(try ListsPublished(fieldsFrom: &reader))
        case .listObjected: self = .objected(try ListObjected(fieldsFrom: &reader))
        case .listObjectionAnswered: self = .answered(try ListObjectionAnswered(fieldsFrom: &reader))
        case .candidateReplaced: self = .replaced(try CandidateReplaced(fieldsFrom: &reader))
        case .candidateStatusSet: self = .statusSet(try CandidateStatusSet(fieldsFrom: &reader))
        default: return nil
        }
    }
}

extension CandidateList {
    fileprivate var texts: [String] { candidates.flatMap(\.name.texts) }
}

extension PersonName {
    fileprivate var texts: [String] { [before, name, after].compactMap(\.self) }
}

/// A party handed in a list of a district; who is on it stays inside until the office publishes it.
public struct ListSubmitted: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The list.
    public let list: CandidateList
    /// The day.
    public let date: CalendarDate

    /// A list that was handed in.
    public init(ballot: Ballot, _ list: CandidateList, on date: CalendarDate) {
        self.ballot = ballot
        self.list = list
        self.date = date
    }
}

extension ListSubmitted: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("candidates", list.candidates)
        writer.field("contestant", list.contestant)
        writer.field("date", date)
        writer.field("district", list.district)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let candidates = try reader.field("candidates", [Candidate].self)
        let contestant = try reader.field("contestant", Int.self)
        date = try reader.field("date")
        list = CandidateList(
            district: try reader.optionalField("district", Int.self),
            contestant: contestant,
            candidates: candidates
        )
    }
}

/// The lists of a ballot were published: all of them.
public struct ListsPublished: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The lists.
    public let published: PublishedLists

    /// Lists that were published.
    public init(ballot: Ballot, _ published: PublishedLists) {
        self.ballot = ballot
        self.published = published
    }
}

extension ListsPublished: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("date", published.date)
        writer.field("decision", published.decision)
        writer.field("kind", published.kind)
        writer.field("lists", published.lists)
        writer.field("simulated", published.isSimulated ? true : nil)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let date = try reader.field("date", CalendarDate.self)
        let decision = try reader.optionalField("decision", DecisionKey.self)
        let kind = try reader.field("kind", PublishedLists.Kind.self)
        let lists = try reader.field("lists", [CandidateList].self)
        published = PublishedLists(
            kind,
            lists,
            on: date,
            decision: decision,
            isSimulated: try reader.flag("simulated")
        )
    }
}

/// Somebody from the public objected to a provisional list.
public struct ListObjected: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The objection.
    public let objection: ListObjection

    /// An objection.
    public init(ballot: Ballot, _ objection: ListObjection) {
        self.ballot = ballot
        self.objection = objection
    }
}

extension ListObjected: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("candidate", objection.candidate)
        writer.field("claim", objection.claim)
        writer.field("contestant", objection.list.contestant)
        writer.field("date", objection.date)
        writer.field("district", objection.list.district)
        writer.field("number", objection.number)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let candidate = try reader.optionalField("candidate", Int.self)
        let claim = try reader.field("claim", String.self)
        let contestant = try reader.field("contestant", Int.self)
        let date = try reader.field("date", CalendarDate.self)
        let district = try reader.optionalField("district", Int.self)
        objection = ListObjection(
            number: try reader.field("number"),
            to: ListKey(contestant: contestant, district: district),
            candidate: candidate,
            claim: claim,
            on: date
        )
    }
}

/// An objection to a provisional list was answered.
public struct ListObjectionAnswered: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The objection's number on the ballot.
    public let objection: Int
    /// The answer.
    public let answer: ListObjection.Answer

    /// An answer.
    public init(ballot: Ballot, objection: Int, _ answer: ListObjection.Answer) {
        self.ballot = ballot
        self.objection = objection
        self.answer = answer
    }
}

extension ListObjectionAnswered: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("date", answer.date)
        writer.field("objection", objection)
        writer.field("outcome", answer.outcome)
        writer.field("reason", answer.reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let date = try reader.field("date", CalendarDate.self)
        objection = try reader.field("objection")
        let outcome = try reader.field("outcome", ListObjection.Answer.Outcome.self)
        answer = ListObjection.Answer(outcome, reason: try reader.field("reason"), on: date)
    }
}

/// A candidate of a provisional list was replaced or struck.
public struct CandidateReplaced: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Who, by whom, and why.
    public let replacement: Replacement

    /// A replacement.
    public init(ballot: Ballot, _ replacement: Replacement) {
        self.ballot = ballot
        self.replacement = replacement
    }
}

extension CandidateReplaced: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("contestant", replacement.place.list.contestant)
        writer.field("date", replacement.date)
        writer.field("district", replacement.place.list.district)
        writer.field("number", replacement.place.number)
        writer.field("paper", replacement.paper)
        writer.field("reason", replacement.reason)
        writer.field("successor", replacement.successor)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let contestant = try reader.field("contestant", Int.self)
        let date = try reader.field("date", CalendarDate.self)
        let list = ListKey(contestant: contestant, district: try reader.optionalField("district", Int.self))
        let place = CandidateKey(list, try reader.field("number"))
        let paper = try reader.field("paper", Revote.Paper.self)
        let reason = try reader.field("reason", Replacement.Reason.self)
        let successor = try reader.optionalField("successor", Replacement.Successor.self)
        replacement = Replacement(of: place, by: successor, reason, on: date, paper)
    }
}

extension Replacement.Successor: Canonical {
    /// Writes the name, titles apart, and the sex.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("after", name.after)
            writer.field("before", name.before)
            writer.field("name", name.name)
            writer.field("sex", sex)
        }
    }

    /// Reads a successor.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let after = try reader.optionalField("after", String.self)
            let before = try reader.optionalField("before", String.self)
            let name = try reader.field("name", String.self)
            return Self(PersonName(before: before, name: name, after: after), try reader.field("sex"))
        }
    }
}

/// It was noted what became of a candidate of a final list.
public struct CandidateStatusSet: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The candidate.
    public let place: CandidateKey
    /// What became of them.
    public let change: StatusChange

    /// A change.
    public init(ballot: Ballot, _ place: CandidateKey, _ change: StatusChange) {
        self.ballot = ballot
        self.place = place
        self.change = change
    }
}

extension CandidateStatusSet: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("contestant", place.list.contestant)
        writer.field("date", change.date)
        writer.field("district", place.list.district)
        writer.field("number", place.number)
        writer.field("paper", change.paper)
        writer.field("status", change.status)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        let contestant = try reader.field("contestant", Int.self)
        let date = try reader.field("date", CalendarDate.self)
        let list = ListKey(contestant: contestant, district: try reader.optionalField("district", Int.self))
        place = CandidateKey(list, try reader.field("number"))
        let paper = try reader.field("paper", Revote.Paper.self)
        change = StatusChange(try reader.field("status"), on: date, paper)
    }
}

extension PublishedLists.Kind: Canonical {}
extension ListObjection.Answer.Outcome: Canonical {}
extension Replacement.Reason: Canonical {}
extension CandidateStatus: Canonical {}
