/// A vote held again or later, or a count held again, at one station: from who proposed it to its forms.
///
/// ```
/// proposed ─► ordered ─► held          rejected: it may be proposed again
///     └─────► rejected
/// ```
///
/// - Legal source: UU 7/2017 art. 372–376, 431–433.
public struct Revote: Hashable, Sendable {
    /// How far it has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        case proposed, ordered, rejected, held
    }

    /// Who proposed it.
    public enum Proposer: String, CaseIterable, Hashable, Sendable {
        case stationCommittee = "kpps"
        case subdistrictCommittee = "ppk"
        case overseer = "bawaslu"
        case court
    }

    /// A recommendation or a ruling, by its number and day.
    public struct Paper: Hashable, Sendable {
        /// Its number.
        public let reference: String
        /// Its day.
        public let date: CalendarDate

        /// A paper.
        public init(_ reference: String, _ date: CalendarDate) {
            self.reference = reference
            self.date = date
        }
    }

    /// A ruling with a last day of its own.
    public struct Ruling: Hashable, Sendable {
        /// The ruling.
        public let paper: Paper
        /// The last day on which the vote may be held.
        public let last: CalendarDate

        /// A ruling.
        public init(_ paper: Paper, last: CalendarDate) {
            self.paper = paper
            self.last = last
        }
    }

    /// The order or its refusal.
    public struct Outcome: Hashable, Sendable {
        /// The plenary decision it rests on.
        public let decision: DecisionKey
        /// The day it is ordered for; `nil` where it is refused.
        public let date: CalendarDate?
        /// The ruling that sets a last day of its own; `nil` for the law's.
        public let ruling: Ruling?
        /// Why.
        public let reason: String

        /// What was decided.
        public init(
            _ decision: DecisionKey,
            on date: CalendarDate?,
            ruling: Ruling? = nil,
            reason: String
        ) {
            self.decision = decision
            self.date = date
            self.ruling = ruling
            self.reason = reason
        }
    }

    /// How it was held.
    public struct Holding: Hashable, Sendable {
        /// The day.
        public let date: CalendarDate
        /// The special ballot papers that were brought, ballot by ballot; none of a recount.
        public let papers: [Ballot: Int]
        /// Whether the station's committee was replaced.
        public let hasNewCommittee: Bool

        /// How it was held.
        public init(date: CalendarDate, papers: [Ballot: Int], hasNewCommittee: Bool = false) {
            self.date = date
            self.papers = papers
            self.hasNewCommittee = hasNewCommittee
        }
    }

    /// Its number in the office, from 1.
    public let number: Int
    /// The station.
    public let station: StationCode
    /// The ballots.
    public let ballots: [Ballot]
    /// Which vote or count it is; never the first.
    public let version: FormVersion
    /// Why.
    public let ground: RevoteGround
    /// Who proposed it.
    public let proposer: Proposer
    /// What happened.
    public let cause: String
    /// Whether it is made up, for a rehearsal.
    public let isSimulated: Bool
    /// How far it has come.
    public internal(set) var stage = Stage.proposed
    /// What supervisors recommended, in order.
    public internal(set) var recommendations: [Paper] = []
    /// What was decided; `nil` while nothing was.
    public internal(set) var outcome: Outcome?
    /// How it was held; `nil` while it was not.
    public internal(set) var holding: Holding?

    /// A proposal.
    public init(
        number: Int,
        _ version: FormVersion,
        at station: StationCode,
        _ ballots: [Ballot],
        _ ground: RevoteGround,
        by proposer: Proposer,
        cause: String,
        isSimulated: Bool = false
    ) {
        self.number = number
        self.version = version
        self.station = station
        self.ballots = ballots
        self.ground = ground
        self.proposer = proposer
        self.cause = cause
        self.isSimulated = isSimulated
    }
}

/// Why nothing can be done about a re-vote as it stands.
public enum RevoteFault: Error, Hashable, Sendable {
    /// No re-vote has this number, or the next one has another.
    case number(next: Int)
    /// It has come to this stage, at which that is not to be done.
    case stage(Revote.Stage)
    /// No ballot is named, or one twice.
    case ballots
    /// The ground does not lead to such a vote or count.
    case ground(RevoteGround, FormVersion)
    /// One is proposed for a ballot of the station already: its number.
    case proposedAlready(Int)
    /// The station had one, ordered or held: its number.
    ///
    /// - Legal source: UU 7/2017 art. 373(4).
    case oncePerStation(Int)
    /// Its form would not supersede the last one's, or be of other ballots than it says; or nothing comes before what is
    /// to happen once more.
    case order(last: FormVersion?)
    /// One that comes before it is ordered, and was neither held nor called off: its number.
    case earlierOrdered(Int)
    /// Others have one of the station on record.
    ///
    /// - Legal source: UU 7/2017 art. 373(4).
    case knownAlready(StationCode)
    /// The decision does not exist, is of something else, or the other way round.
    case decision(DecisionKey)
    /// It is not held before the first vote's day, nor after this one.
    case date(last: CalendarDate?)
    /// It was ordered for this day.
    case otherDay(CalendarDate)
    /// What the law allows once is ordered again by a ruling that is named.
    case noRuling
    /// Nobody proposes or recommends in another's name.
    case proposer
    /// Special ballot papers are counted for each of its ballots, and for no others.
    case papers
    /// It was not ordered, or not held: no form of it can be typed.
    case notHeld(FormKey)
    /// Whoever proposed it does not decide about it.
    case samePerson
}
