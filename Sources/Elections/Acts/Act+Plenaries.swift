/// What is done in plenaries.
public enum PlenaryAct: Sendable {
    /// A plenary was called.
    case called(PlenaryCalled)
    /// It was opened.
    case opened(PlenaryStep)
    /// Somebody came.
    case attended(PlenaryAttended)
    /// Somebody went.
    case left(PlenaryLeft)
    /// Units of its table were read.
    case read(UnitsRead)
    /// Somebody objected.
    case objected(ObjectionRaised)
    /// An objection was answered.
    case answered(ObjectionAnswered)
    /// Figures were corrected.
    case corrected(FiguresCorrected)
    /// Something happened that is noted.
    case noted(EventNoted)
    /// Reading ended.
    case closed(PlenaryStep)
    /// Somebody signed, or refused to.
    case signed(PlenarySigned)
    /// Its certificates were issued.
    case certified(PlenaryStep)
    /// The body decided.
    case decided(DecisionTaken)
    /// It was given up.
    case abandoned(PlenaryAbandoned)

    /// The number of the plenary.
    public var plenary: Int {
        switch self {
        case .called(let act): act.number
        case .opened(let act), .closed(let act), .certified(let act): act.plenary
        case .attended(let act): act.plenary
        case .left(let act): act.plenary
        case .read(let act): act.plenary
        case .objected(let act): act.plenary
        case .answered(let act): act.plenary
        case .corrected(let act): act.plenary
        case .noted(let act): act.plenary
        case .signed(let act): act.plenary
        case .decided(let act): act.plenary
        case .abandoned(let act): act.plenary
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .called: .plenaryCalled
        case .opened: .plenaryOpened
        case .attended: .plenaryAttended
        case .left: .plenaryLeft
        case .read: .unitsRead
        case .objected: .objectionRaised
        case .answered: .objectionAnswered
        case .corrected: .figuresCorrected
        case .noted: .eventNoted
        case .closed: .plenaryClosed
        case .signed: .plenarySigned
        case .certified: .certificateIssued
        case .decided: .decisionTaken
        case .abandoned: .plenaryAbandoned
        }
    }

    /// What is published of it.
    var published: PlenaryAct {
        if case .attended(let act) = self {
            return .attended(PlenaryAttended(plenary: act.plenary, attendee: act.attendee.published))
        }
        return self
    }

    /// What people wrote in it.
    var texts: [String] {
        switch self {
        case .called(let act): [act.invitation, act.agenda, act.venue] + (act.ground.map { [$0] } ?? [])
        case .opened, .closed, .certified, .attended, .left, .read: []
        case .objected(let act): [act.objection.claim] + act.objection.evidence
        case .answered(let act): [act.answer.reason] + (act.answer.opinion.map { [$0] } ?? [])
        case .corrected(let act): [act.correction.reason, act.correction.basis]
        case .noted(let act): [act.text]
        case .signed(let act): act.refusal.map { [$0] } ?? []
        case .abandoned(let act): [act.reason]
        case .decided(let act):
            [act.decision.motion] + [act.decision.decree, act.decision.minutes].compactMap(\.self)
                + act.decision.votes.compactMap(\.reason)
        }
    }

    var content: any ActContent {
        switch self {
        case .called(let act): act
        case .opened(let act), .closed(let act), .certified(let act): act
        case .attended(let act): act
        case .left(let act): act
        case .read(let act): act
        case .objected(let act): act
        case .answered(let act): act
        case .corrected(let act): act
        case .noted(let act): act
        case .signed(let act): act
        case .decided(let act): act
        case .abandoned(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none of a plenary's.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .plenaryCalled: self = .called(try PlenaryCalled(fieldsFrom: &reader))
        case .plenaryOpened: self = .opened(try PlenaryStep(fieldsFrom: &reader))
        case .plenaryAttended: self = .attended(try PlenaryAttended(fieldsFrom: &reader))
        case .plenaryLeft: self = .left(try PlenaryLeft(fieldsFrom: &reader))
        case .unitsRead: self = .read(try UnitsRead(fieldsFrom: &reader))
        case .objectionRaised: self = .objected(try ObjectionRaised(fieldsFrom: &reader))
        case .objectionAnswered: self = .answered(try ObjectionAnswered(fieldsFrom: &reader))
        case .figuresCorrected: self = .corrected(try FiguresCorrected(fieldsFrom: &reader))
        case .eventNoted: self = .noted(try EventNoted(fieldsFrom: &reader))
        case .plenaryClosed: self = .closed(try PlenaryStep(fieldsFrom: &reader))
        case .plenarySigned: self = .signed(try PlenarySigned(fieldsFrom: &reader))
        case .certificateIssued: self = .certified(try PlenaryStep(fieldsFrom: &reader))
        case .decisionTaken: self = .decided(try DecisionTaken(fieldsFrom: &reader))
        case .plenaryAbandoned: self = .abandoned(try PlenaryAbandoned(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// A plenary was called.
public struct PlenaryCalled: Hashable, Sendable {
    /// Its number in the office, from 1.
    public let number: Int
    /// What it is for.
    public let subject: Plenary.Subject
    /// The region whose figures it adds up, or whose body decides.
    public let region: RegionCode
    /// The ballots it adds up, in the order of counting; none where it decides.
    public let ballots: [Ballot]
    /// The number of the invitation.
    public let invitation: String
    /// What is to be done in it.
    public let agenda: String
    /// Where.
    public let venue: String
    /// The day it is called for.
    public let date: CalendarDate
    /// The members of the body that holds it: 3, 5 or 7.
    public let members: Int
    /// Why figures that were certified are on the table again; `nil` where none were.
    public let ground: String?

    /// A call.
    public init(
        number: Int,
        _ subject: Plenary.Subject = .recapitulation,
        of region: RegionCode,
        ballots: [Ballot] = [],
        invitation: String,
        agenda: String,
        venue: String,
        date: CalendarDate,
        members: Int = 5,
        ground: String? = nil
    ) {
        self.number = number
        self.subject = subject
        self.region = region
        self.ballots = ballots
        self.invitation = invitation
        self.agenda = agenda
        self.venue = venue
        self.date = date
        self.members = members
        self.ground = ground
    }
}

extension PlenaryCalled: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("agenda", agenda)
        writer.field("ballots", ballots.isEmpty ? nil : ballots)
        writer.field("date", date)
        writer.field("ground", ground)
        writer.field("invitation", invitation)
        writer.field("members", members)
        writer.field("number", number)
        writer.field("region", region)
        writer.field("subject", subject)
        writer.field("venue", venue)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        agenda = try reader.field("agenda")
        ballots = try reader.list("ballots")
        date = try reader.field("date")
        ground = try reader.optionalField("ground", String.self)
        invitation = try reader.field("invitation")
        members = try reader.field("members")
        number = try reader.field("number")
        region = try reader.field("region")
        subject = try reader.field("subject")
        venue = try reader.field("venue")
    }
}

/// A plenary comes to its next stage.
public struct PlenaryStep: Hashable, Sendable {
    /// Its number.
    public let plenary: Int

    /// A step of a plenary.
    public init(_ plenary: Int) {
        self.plenary = plenary
    }
}

extension PlenaryStep: ActContent {
    func writeFields(to writer: inout CanonicalWriter) { writer.field("plenary", plenary) }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        plenary = try reader.field("plenary")
    }
}

/// Somebody came to a plenary.
public struct PlenaryAttended: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// Who came.
    public let attendee: Attendee

    /// Somebody came.
    public init(plenary: Int, attendee: Attendee) {
        self.plenary = plenary
        self.attendee = attendee
    }
}

extension PlenaryAttended: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("attendee", attendee.number)
        writer.field("ballots", attendee.ballots.isEmpty ? nil : attendee.ballots)
        writer.field("capacity", attendee.capacity)
        writer.field("contestant", attendee.contestant)
        writer.field("mandate", attendee.mandate)
        writer.field("plenary", plenary)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let number = try reader.field("attendee", Int.self)
        let ballots: [Ballot] = try reader.list("ballots")
        let capacity = try reader.field("capacity", Attendee.Capacity.self)
        let contestant = try reader.optionalField("contestant", Int.self)
        let mandate = try reader.optionalField("mandate", Int.self)
        plenary = try reader.field("plenary")
        attendee = Attendee(
            number: number,
            capacity,
            contestant: contestant,
            ballots: ballots,
            mandate: mandate
        )
    }
}

/// Somebody went from a plenary.
public struct PlenaryLeft: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// The number of who went.
    public let attendee: Int

    /// Somebody went.
    public init(plenary: Int, attendee: Int) {
        self.plenary = plenary
        self.attendee = attendee
    }
}

extension PlenaryLeft: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("attendee", attendee)
        writer.field("plenary", plenary)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        attendee = try reader.field("attendee")
        plenary = try reader.field("plenary")
    }
}

/// Units of a plenary's table were read aloud, one after the other.
public struct UnitsRead: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// The ballot.
    public let ballot: Ballot
    /// The units, in the order in which they were read.
    public let units: [CertifiedFigures.Place]

    /// Units that were read.
    public init(plenary: Int, _ ballot: Ballot, _ units: [CertifiedFigures.Place]) {
        self.plenary = plenary
        self.ballot = ballot
        self.units = units
    }
}

extension UnitsRead: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("plenary", plenary)
        writer.field("units", units)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.field("ballot")
        plenary = try reader.field("plenary")
        units = try reader.field("units")
    }
}

extension CertifiedFigures.Place: Canonical {
    /// Writes a region's code, or an array of a station's village and number.
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .region(let code): writer.array { $0.write(code) }
        case .station(let station):
            writer.array { writer in
                writer.write(station.village)
                writer.write(station.number)
            }
        }
    }

    /// Reads a region or a station.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var (code, number, count) = (RegionCode?.none, Int?.none, 0)
        try reader.array { (reader) throws(CanonicalFault) in
            switch count {
            case 0: code = try reader.value(RegionCode.self)
            case 1: number = try reader.value(Int.self)
            default: throw reader.expected("]")
            }
            count += 1
        }
        guard let code else { throw reader.expected("a region") }
        self = number.map { .station(StationCode(village: code, number: $0)) } ?? .region(code)
    }
}

/// Somebody objected in a plenary.
public struct ObjectionRaised: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// What was objected.
    public let objection: Objection

    /// An objection.
    public init(plenary: Int, _ objection: Objection) {
        self.plenary = plenary
        self.objection = objection
    }
}

extension ObjectionRaised: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("attendee", objection.attendee)
        writer.field("ballot", objection.ballot)
        writer.field("claim", objection.claim)
        writer.field("claimed", objection.claimed)
        writer.field("deferred", objection.deferred.map { [$0.plenary, $0.objection] })
        writer.field("evidence", objection.evidence.isEmpty ? nil : objection.evidence)
        writer.field("field", objection.field)
        writer.field("number", objection.number)
        writer.field("plenary", plenary)
        writer.field("unit", objection.unit)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let attendee = try reader.field("attendee", Int.self)
        let ballot = try reader.field("ballot", Ballot.self)
        let claim = try reader.field("claim", String.self)
        let claimed = try reader.optionalField("claimed", Count.self)
        let deferred = try reader.optionalField("deferred", [Int].self)
        guard deferred.map({ $0.count == 2 }) ?? true else { throw reader.expected("a plenary and a number") }
        let evidence: [String] = try reader.list("evidence")
        let field = try reader.optionalField("field", Field.self)
        let number = try reader.field("number", Int.self)
        plenary = try reader.field("plenary")
        objection = Objection(
            number: number,
            by: attendee,
            ballot,
            try reader.optionalField("unit", CertifiedFigures.Place.self),
            field,
            claimed: claimed?.number,
            claim: claim,
            evidence: evidence,
            deferred: deferred.map { ObjectionKey(plenary: $0[0], objection: $0[1]) }
        )
    }
}

/// An objection was answered.
public struct ObjectionAnswered: Hashable, Sendable {
    /// The plenary's number.
    public let plenary: Int
    /// The objection's number.
    public let objection: Int
    /// What was answered.
    public let answer: Objection.Answer

    /// An answer.
    public init(
        plenary: Int,
        objection: Int,
        _ outcome: Objection.Outcome,
        reason: String,
        opinion: String? = nil
    ) {
        self.plenary = plenary
        self.objection = objection
        answer = Objection.Answer(outcome: outcome, reason: reason, opinion: opinion)
    }
}

extension ObjectionAnswered: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("objection", objection)
        writer.field("opinion", answer.opinion)
        writer.field("outcome", answer.outcome)
        writer.field("plenary", plenary)
        writer.field("reason", answer.reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        objection = try reader.field("objection")
        let opinion = try reader.optionalField("opinion", String.self)
        let outcome = try reader.field("outcome", Objection.Outcome.self)
        plenary = try reader.field("plenary")
        answer = Objection.Answer(outcome: outcome, reason: try reader.field("reason"), opinion: opinion)
    }
}

/// Figures were corrected in a plenary.
public struct FiguresCorrected: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// What was corrected.
    public let correction: Correction

    /// A correction.
    public init(plenary: Int, _ correction: Correction) {
        self.plenary = plenary
        self.correction = correction
    }
}

extension FiguresCorrected: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", correction.ballot)
        writer.field("basis", correction.basis)
        writer.field("changes", correction.changes)
        writer.field("initials", correction.initials)
        writer.field("objection", correction.objection)
        writer.field("plenary", plenary)
        writer.field("reason", correction.reason)
        writer.field("unit", correction.unit)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let ballot = try reader.field("ballot", Ballot.self)
        let basis = try reader.field("basis", String.self)
        let changes = try reader.field("changes", [Correction.Change].self)
        let initials = try reader.field("initials", [Int].self)
        let objection = try reader.optionalField("objection", Int.self)
        plenary = try reader.field("plenary")
        let reason = try reader.field("reason", String.self)
        correction = Correction(
            ballot,
            try reader.field("unit"),
            changes,
            reason: reason,
            basis: basis,
            initials: initials,
            objection: objection
        )
    }
}

extension Correction.Change: Canonical {
    /// Writes an array of the field, the old figure and the new one.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { writer in
            writer.write(field)
            writer.write(old)
            writer.write(new)
        }
    }

    /// Reads a field and two figures.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var change: Self?
        try reader.array { (reader) throws(CanonicalFault) in
            guard change == nil else { throw reader.expected("]") }
            let field = try reader.value(Field.self)
            let old = try reader.value(Count?.self)
            change = Self(field, from: old?.number, to: try reader.value(Count.self).number)
        }
        guard let change else { throw reader.expected("a change") }
        self = change
    }
}

/// Something was noted in a plenary.
public struct EventNoted: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// What happened.
    public let text: String
    /// The ballot; `nil` for all.
    public let ballot: Ballot?

    /// A special event.
    public init(plenary: Int, _ text: String, ballot: Ballot? = nil) {
        self.plenary = plenary
        self.text = text
        self.ballot = ballot
    }
}

extension EventNoted: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("event", text)
        writer.field("plenary", plenary)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        ballot = try reader.optionalField("ballot", Ballot.self)
        text = try reader.field("event")
        plenary = try reader.field("plenary")
    }
}

/// Somebody signed the papers of a plenary, or refused to.
public struct PlenarySigned: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// The number of who was asked.
    public let attendee: Int
    /// Why they refuse; `nil` of who signs.
    public let refusal: String?

    /// A signature, or the reason why there is none.
    public init(plenary: Int, attendee: Int, refusal: String? = nil) {
        self.plenary = plenary
        self.attendee = attendee
        self.refusal = refusal
    }
}

extension PlenarySigned: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("attendee", attendee)
        writer.field("plenary", plenary)
        writer.field("refusal", refusal)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        attendee = try reader.field("attendee")
        plenary = try reader.field("plenary")
        refusal = try reader.optionalField("refusal", String.self)
    }
}

/// A plenary was given up: nothing comes of it.
public struct PlenaryAbandoned: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// Why.
    public let reason: String

    /// The end of a plenary that is not held, or not to its end.
    public init(plenary: Int, reason: String) {
        self.plenary = plenary
        self.reason = reason
    }
}

extension PlenaryAbandoned: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("plenary", plenary)
        writer.field("reason", reason)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        plenary = try reader.field("plenary")
        reason = try reader.field("reason")
    }
}

/// The body decided in a plenary.
public struct DecisionTaken: Hashable, Sendable {
    /// Its number.
    public let plenary: Int
    /// What was decided.
    public let decision: OfficeDecision

    /// A decision.
    public init(plenary: Int, _ decision: OfficeDecision) {
        self.plenary = plenary
        self.decision = decision
    }
}

extension DecisionTaken: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("decree", decision.decree)
        writer.field("matter", decision.matter)
        writer.field("minutes", decision.minutes)
        writer.field("motion", decision.motion)
        writer.field("number", decision.number)
        writer.field("plenary", plenary)
        writer.field("votes", decision.votes)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let decree = try reader.optionalField("decree", String.self)
        let matter = try reader.field("matter", OfficeDecision.Matter.self)
        let minutes = try reader.optionalField("minutes", String.self)
        let motion = try reader.field("motion", String.self)
        let number = try reader.field("number", Int.self)
        plenary = try reader.field("plenary")
        decision = OfficeDecision(
            number: number,
            matter,
            motion: motion,
            votes: try reader.field("votes"),
            decree: decree,
            minutes: minutes
        )
    }
}

extension OfficeDecision.Ballot: Canonical {
    /// Writes an object.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("attendee", attendee)
            writer.field("reason", reason)
            writer.field("vote", vote)
        }
    }

    /// Reads an object.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let attendee = try reader.field("attendee", Int.self)
            let reason = try reader.optionalField("reason", String.self)
            return Self(attendee, try reader.field("vote"), reason: reason)
        }
    }
}

extension Plenary.Subject: Canonical {}
extension Attendee.Capacity: Canonical {}
extension Objection.Outcome: Canonical {}
extension OfficeDecision.Matter: Canonical {}
extension OfficeDecision.Vote: Canonical {}
