/// What somebody who attends a plenary objects to, and what the body answered.
///
/// - Legal source: PKPU 9/2019 art. 208 and its counterparts for each tier; domain reference 4.4.
public struct Objection: Hashable, Sendable {
    /// What the body answered.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// It is right: the figure is corrected at once.
        case accepted
        /// It is not: noted as the witness's objection.
        case rejected
        /// It goes to the plenary of the next tier.
        case deferred
    }

    /// The answer.
    public struct Answer: Hashable, Sendable {
        /// What it comes to.
        public let outcome: Outcome
        /// Why.
        public let reason: String
        /// What the supervisor of the election said about it; `nil` where nothing was asked.
        public let opinion: String?
    }

    /// Its number in the plenary, from 1.
    public let number: Int
    /// The number of who raised it.
    public let attendee: Int
    /// The ballot it is about.
    public let ballot: Ballot
    /// The unit whose figures it is about; `nil` where it is about how the plenary is held.
    public let unit: CertifiedFigures.Place?
    /// The figure; `nil` where it is about none.
    public let field: Field?
    /// What the figure should be; `nil` where nothing is claimed.
    public let claimed: Int?
    /// What they say.
    public let claim: String
    /// What they show for it: digests of pieces of evidence, or papers in words.
    public let evidence: [String]
    /// The objection it goes on with, which a plenary below deferred; `nil` for a new one.
    public let deferred: ObjectionKey?
    /// What was answered; `nil` while nothing was.
    public internal(set) var answer: Answer?
}

extension Objection {
    /// An objection that nobody has answered.
    public init(
        number: Int,
        by attendee: Int,
        _ ballot: Ballot,
        _ unit: CertifiedFigures.Place? = nil,
        _ field: Field? = nil,
        claimed: Int? = nil,
        claim: String,
        evidence: [String] = [],
        deferred: ObjectionKey? = nil
    ) {
        self.number = number
        self.attendee = attendee
        self.ballot = ballot
        self.unit = unit
        self.field = field
        self.claimed = claimed
        self.claim = claim
        self.evidence = evidence
        self.deferred = deferred
    }
}

/// An objection by its place: the plenary and its number there.
public struct ObjectionKey: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The objection's number in it.
    public let objection: Int

    /// An objection's place.
    public init(plenary: Int, objection: Int) {
        self.plenary = plenary
        self.objection = objection
    }
}

/// A figure struck out in a plenary and written anew, on the column of one unit; never over the old one in silence.
public struct Correction: Hashable, Sendable {
    /// A figure and what it became.
    public struct Change: Hashable, Sendable {
        /// Which.
        public let field: Field
        /// What stood there; `nil` where nothing did.
        public let old: Int?
        /// What stands there now, 0…``FormTable/largest``.
        public let new: Int

        /// A change.
        public init(_ field: Field, from old: Int?, to new: Int) {
            self.field = field
            self.old = old
            self.new = new
        }
    }

    /// The ballot.
    public let ballot: Ballot
    /// The unit whose column it is made on.
    public let unit: CertifiedFigures.Place
    /// The figures.
    public let changes: [Change]
    /// Why.
    public let reason: String
    /// The document it rests on: C1 Plano, a recount, a recommendation.
    public let basis: String
    /// The numbers of those who put their initials beside it, the chair's among them.
    public let initials: [Int]
    /// The objection it answers; `nil` for none.
    public let objection: Int?

    /// A correction.
    public init(
        _ ballot: Ballot,
        _ unit: CertifiedFigures.Place,
        _ changes: [Change],
        reason: String,
        basis: String,
        initials: [Int],
        objection: Int? = nil
    ) {
        self.ballot = ballot
        self.unit = unit
        self.changes = changes
        self.reason = reason
        self.basis = basis
        self.initials = initials
        self.objection = objection
    }
}
