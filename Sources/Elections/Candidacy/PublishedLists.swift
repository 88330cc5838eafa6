/// The lists of a ballot as the office published them.
public struct PublishedLists: Hashable, Sendable {
    /// How far they have come.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The provisional list (DCS): everybody may object.
        case provisional
        /// The final list (DCT): what stands on the ballot papers.
        case final
    }

    /// Provisional or final.
    public let kind: Kind
    /// All lists, in the order of districts, in each in that of the ballot.
    public let lists: [CandidateList]
    /// The day.
    public let date: CalendarDate
    /// The decision that the final ones rest on; `nil` of provisional ones.
    public let decision: DecisionKey?
    /// Whether they are made up, for a rehearsal.
    public let isSimulated: Bool

    /// Published lists.
    public init(
        _ kind: Kind,
        _ lists: [CandidateList],
        on date: CalendarDate,
        decision: DecisionKey? = nil,
        isSimulated: Bool = false
    ) {
        self.kind = kind
        self.lists = lists
        self.date = date
        self.decision = decision
        self.isSimulated = isSimulated
    }
}

/// An objection of somebody from the public to a provisional list (tanggapan masyarakat); never who it was.
///
/// - Legal source: UU 7/2017 art. 252.
public struct ListObjection: Hashable, Sendable {
    /// What came of it.
    public struct Answer: Hashable, Sendable {
        /// Whether it is right.
        public enum Outcome: String, CaseIterable, Hashable, Sendable {
            case upheld, rejected
        }

        /// Whether it is right.
        public let outcome: Outcome
        /// Why.
        public let reason: String
        /// The day.
        public let date: CalendarDate

        /// An answer.
        public init(_ outcome: Outcome, reason: String, on date: CalendarDate) {
            self.outcome = outcome
            self.reason = reason
            self.date = date
        }
    }

    /// Its number on the ballot, from 1.
    public let number: Int
    /// The list.
    public let list: ListKey
    /// The number of the candidate; `nil` where it is about the list.
    public let candidate: Int?
    /// What is wrong.
    public let claim: String
    /// The day.
    public let date: CalendarDate
    /// The answer; `nil` while there is none.
    public internal(set) var answer: Answer?

    /// An objection.
    public init(number: Int, to list: ListKey, candidate: Int? = nil, claim: String, on date: CalendarDate) {
        self.number = number
        self.list = list
        self.candidate = candidate
        self.claim = claim
        self.date = date
    }
}

/// A candidate of a provisional list was replaced, or struck and the number left free.
///
/// - Legal source: PKPU 20/2018 art. 34–35: who is struck late has no successor, and numbers do not change.
public struct Replacement: Hashable, Sendable {
    /// Why.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case died, resigned, ineligible
        /// An objection was upheld.
        case afterObjection = "after-objection"
    }

    /// Who comes in.
    public struct Successor: Hashable, Sendable {
        /// The name, its titles apart.
        public let name: PersonName
        /// The sex.
        public let sex: Field.Sex

        /// Who comes in.
        public init(_ name: PersonName, _ sex: Field.Sex) {
            self.name = name
            self.sex = sex
        }
    }

    /// The place on the list.
    public let place: CandidateKey
    /// Who comes in; `nil` where nobody does.
    public let successor: Successor?
    /// Why.
    public let reason: Reason
    /// The day.
    public let date: CalendarDate
    /// What it rests on.
    public let paper: Revote.Paper

    /// A replacement.
    public init(
        of place: CandidateKey,
        by successor: Successor?,
        _ reason: Reason,
        on date: CalendarDate,
        _ paper: Revote.Paper
    ) {
        self.place = place
        self.successor = successor
        self.reason = reason
        self.date = date
        self.paper = paper
    }
}

/// What became of a candidate of a final list, or was undone again by a later paper, such as a judgment.
public struct StatusChange: Hashable, Sendable {
    /// What became of the candidate.
    public let status: CandidateStatus
    /// The day from which it holds.
    public let date: CalendarDate
    /// What it rests on.
    public let paper: Revote.Paper

    /// A change.
    public init(_ status: CandidateStatus, on date: CalendarDate, _ paper: Revote.Paper) {
        self.status = status
        self.date = date
        self.paper = paper
    }
}
