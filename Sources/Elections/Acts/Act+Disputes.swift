/// What is done about cases before a forum.
public enum DisputeAct: Sendable {
    /// The office came to know of a registered case.
    case registered(CaseRegistered)
    /// Something was heard.
    case heard(HearingHeld)
    /// Evidence was laid before the forum.
    case bundled(EvidenceBundled)
    /// The office, or whoever responds, answered.
    case answered(CaseAnswered)
    /// The forum ruled.
    case ruled(CaseRuled)
    /// An obligation of the ruling was fulfilled.
    case fulfilled(ObligationFulfilled)
    /// Nothing is left to be done.
    case closed(CaseClosed)

    /// The number of the case.
    public var number: Int {
        switch self {
        case .registered(let act): act.number
        case .heard(let act): act.dispute
        case .bundled(let act): act.dispute
        case .answered(let act): act.dispute
        case .ruled(let act): act.dispute
        case .fulfilled(let act): act.dispute
        case .closed(let act): act.dispute
        }
    }

    /// What kind of act it is.
    public var kind: Act.Kind {
        switch self {
        case .registered: .caseRegistered
        case .heard: .hearingHeld
        case .bundled: .evidenceBundled
        case .answered: .caseAnswered
        case .ruled: .caseRuled
        case .fulfilled: .obligationFulfilled
        case .closed: .caseClosed
        }
    }

    /// What people wrote in it.
    var texts: [String] {
        switch self {
        case .registered(let act):
            [act.register] + [act.stage, act.attacks?.reference].compactMap(\.self)
        case .heard(let act): [act.text] + [act.venue].compactMap(\.self)
        case .bundled(let act):
            act.items.compactMap { item in
                if case .paper(let paper) = item { paper.reference } else { nil }
            }
        case .answered(let act): [act.paper.reference]
        case .ruled(let act): [act.paper.reference] + act.obligations.map(\.what)
        case .fulfilled(let act):
            if case .paper(let paper) = act.fulfilment { [paper.reference] } else { [] }
        case .closed: []
        }
    }

    /// What people wrote in it that may be longer: what a case is about, what is asked for, answered and ruled.
    var longTexts: [String] {
        switch self {
        case .registered(let act): [act.object, act.relief]
        case .answered(let act): [act.summary]
        case .ruled(let act): [act.operative]
        case .heard, .bundled, .fulfilled, .closed: []
        }
    }

    var content: any ActContent {
        switch self {
        case .registered(let act): act
        case .heard(let act): act
        case .bundled(let act): act
        case .answered(let act): act
        case .ruled(let act): act
        case .fulfilled(let act): act
        case .closed(let act): act
        }
    }

    /// Reads the act of a kind; `nil` where it is none of a case's.
    init?(_ kind: Act.Kind, fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        switch kind {
        case .caseRegistered: self = .registered(try CaseRegistered(fieldsFrom: &reader))
        case .hearingHeld: self = .heard(try HearingHeld(fieldsFrom: &reader))
        case .evidenceBundled: self = .bundled(try EvidenceBundled(fieldsFrom: &reader))
        case .caseAnswered: self = .answered(try CaseAnswered(fieldsFrom: &reader))
        case .caseRuled: self = .ruled(try CaseRuled(fieldsFrom: &reader))
        case .obligationFulfilled: self = .fulfilled(try ObligationFulfilled(fieldsFrom: &reader))
        case .caseClosed: self = .closed(try CaseClosed(fieldsFrom: &reader))
        default: return nil
        }
    }
}

/// A case was registered with a forum.
public struct CaseRegistered: Hashable, Sendable {
    /// Its number in the office, from 1.
    public let number: Int
    /// What it is about.
    public let kind: CaseKind
    /// Where it is.
    public let forum: CaseForum
    /// Its number in the forum's register.
    public let register: String
    /// The day it was filed.
    public let filed: CalendarDate
    /// The time of that day by the clock of the place; `nil` where it is not known.
    public let filedTime: ClockTime?
    /// The day it was registered.
    public let registered: CalendarDate
    /// Who brings it (pelapor, pemohon).
    public let reporter: CaseParty
    /// Who answers in it (terlapor, termohon).
    public let respondent: CaseParty
    /// What is alleged or contested.
    public let object: String
    /// What is asked for (petitum).
    public let relief: String
    /// The stage of the election; `nil` where none is named.
    public let stage: String?
    /// What it concerns.
    public let scope: CaseScope
    /// The decision or result that is attacked; `nil` where it is none.
    public let attacks: Revote.Paper?
    /// The time of the day on which it was made known, by the clock of the place; `nil` where it is not known.
    public let attackedTime: ClockTime?
    /// The number of the case whose ruling is appealed; `nil` of a first one.
    public let appeals: Int?
    /// Whether it is made up, for a rehearsal.
    public let isSimulated: Bool

    /// A case.
    public init(
        number: Int,
        _ kind: CaseKind,
        before forum: CaseForum,
        register: String,
        filed: CalendarDate,
        filedTime: ClockTime? = nil,
        registered: CalendarDate,
        reporter: CaseParty,
        respondent: CaseParty,
        object: String,
        relief: String,
        stage: String? = nil,
        _ scope: CaseScope = CaseScope(),
        attacks: Revote.Paper? = nil,
        attackedTime: ClockTime? = nil,
        appeals: Int? = nil,
        isSimulated: Bool = false
    ) {
        self.number = number
        self.kind = kind
        self.forum = forum
        self.register = register
        self.filed = filed
        self.filedTime = filedTime
        self.registered = registered
        self.reporter = reporter
        self.respondent = respondent
        self.object = object
        self.relief = relief
        self.stage = stage
        self.scope = scope
        self.attacks = attacks
        self.attackedTime = attackedTime
        self.appeals = appeals
        self.isSimulated = isSimulated
    }
}

extension CaseRegistered: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("appeals", appeals)
        writer.field("attackedTime", attackedTime)
        writer.field("attacks", attacks)
        writer.field("filed", filed)
        writer.field("filedTime", filedTime)
        writer.field("forum", forum)
        writer.field("kind", kind)
        writer.field("number", number)
        writer.field("object", object)
        writer.field("register", register)
        writer.field("registered", registered)
        writer.field("relief", relief)
        writer.field("reporter", reporter)
        writer.field("respondent", respondent)
        writer.field("scope", scope.isEmpty ? nil : scope)
        writer.field("simulated", isSimulated ? true : nil)
        writer.field("stage", stage)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        appeals = try reader.optionalField("appeals", Int.self)
        attackedTime = try reader.optionalField("attackedTime", ClockTime.self)
        attacks = try reader.optionalField("attacks", Revote.Paper.self)
        guard attacks != nil || attackedTime == nil else {
            throw reader.expected("a time of what is attacked")
        }
        filed = try reader.field("filed")
        filedTime = try reader.optionalField("filedTime", ClockTime.self)
        forum = try reader.field("forum")
        kind = try reader.field("kind")
        number = try reader.field("number")
        object = try reader.field("object")
        register = try reader.field("register")
        registered = try reader.field("registered")
        relief = try reader.field("relief")
        reporter = try reader.field("reporter")
        respondent = try reader.field("respondent")
        let scope = try reader.optionalField("scope", CaseScope.self)
        guard scope?.isEmpty != true else { throw reader.expected("no empty scope") }
        self.scope = scope ?? CaseScope()
        isSimulated = try reader.flag("simulated")
        stage = try reader.optionalField("stage", String.self)
    }
}

/// Something was heard in a case.
public struct HearingHeld: Hashable, Sendable {
    /// What kind of hearing it was.
    public enum Kind: String, CaseIterable, Canonical, Hashable, Sendable {
        /// Whether the case is heard at all.
        case preliminary
        /// The sides were asked to agree.
        case mediation
        /// The sides were heard.
        case examination
        /// Evidence, witnesses, experts.
        case evidence
        /// The ruling was read.
        case verdict
    }

    /// The case's number.
    public let dispute: Int
    /// When.
    public let date: CalendarDate
    /// What kind it was.
    public let kind: Kind
    /// What was done; nobody's name.
    public let text: String
    /// Where; `nil` where that is not known.
    public let venue: String?

    /// A hearing.
    public init(case dispute: Int, _ kind: Kind, on date: CalendarDate, _ text: String, venue: String? = nil)
    {
        self.dispute = dispute
        self.date = date
        self.kind = kind
        self.text = text
        self.venue = venue
    }
}

extension HearingHeld: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("case", dispute)
        writer.field("date", date)
        writer.field("done", text)
        writer.field("kind", kind)
        writer.field("venue", venue)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        dispute = try reader.field("case")
        date = try reader.field("date")
        text = try reader.field("done")
        kind = try reader.field("kind")
        venue = try reader.optionalField("venue", String.self)
    }
}

/// The office laid evidence before the forum.
public struct EvidenceBundled: Hashable, Sendable {
    /// The most pieces of a bundle.
    public static let mostItems = 300

    /// The case's number.
    public let dispute: Int
    /// The bundle's number in the case, from 1.
    public let number: Int
    /// The pieces, in their order.
    public let items: [CaseEvidence]

    /// A bundle.
    public init(case dispute: Int, number: Int, _ items: [CaseEvidence]) {
        self.dispute = dispute
        self.number = number
        self.items = items
    }
}

extension EvidenceBundled: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("case", dispute)
        writer.field("items", items)
        writer.field("number", number)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        dispute = try reader.field("case")
        items = try reader.field("items")
        number = try reader.field("number")
    }
}

/// A case was answered.
public struct CaseAnswered: Hashable, Sendable {
    /// The case's number.
    public let dispute: Int
    /// The answer, of the day it was given.
    public let paper: Revote.Paper
    /// What it says.
    public let summary: String

    /// An answer.
    public init(case dispute: Int, _ paper: Revote.Paper, _ summary: String) {
        self.dispute = dispute
        self.paper = paper
        self.summary = summary
    }
}

extension CaseAnswered: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("case", dispute)
        writer.field("paper", paper)
        writer.field("summary", summary)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        dispute = try reader.field("case")
        paper = try reader.field("paper")
        summary = try reader.field("summary")
    }
}

/// A forum ruled.
public struct CaseRuled: Hashable, Sendable {
    /// The case's number.
    public let dispute: Int
    /// The ruling, of the day it was read.
    public let paper: Revote.Paper
    /// How it ended.
    public let outcome: CaseOutcome
    /// What it says (amar).
    public let operative: String
    /// What it does to figures or to those who stand; empty where nothing.
    public let effects: [CaseEffect]
    /// What it tells somebody to do.
    public let obligations: [CaseObligation]

    /// A ruling.
    public init(
        case dispute: Int,
        _ paper: Revote.Paper,
        _ outcome: CaseOutcome,
        _ operative: String,
        effects: [CaseEffect] = [],
        obligations: [CaseObligation] = []
    ) {
        self.dispute = dispute
        self.paper = paper
        self.outcome = outcome
        self.operative = operative
        self.effects = effects
        self.obligations = obligations
    }
}

extension CaseRuled: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("case", dispute)
        writer.field("effects", effects.isEmpty ? nil : effects)
        writer.field("obligations", obligations.isEmpty ? nil : obligations)
        writer.field("operative", operative)
        writer.field("outcome", outcome)
        writer.field("paper", paper)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        dispute = try reader.field("case")
        effects = try reader.list("effects")
        obligations = try reader.list("obligations")
        operative = try reader.field("operative")
        outcome = try reader.field("outcome")
        paper = try reader.field("paper")
    }
}

/// An obligation of a ruling was fulfilled.
public struct ObligationFulfilled: Hashable, Sendable {
    /// The case's number.
    public let dispute: Int
    /// The obligation's number in the ruling.
    public let obligation: Int
    /// When.
    public let date: CalendarDate
    /// By what.
    public let fulfilment: Fulfilment

    /// A fulfilment.
    public init(case dispute: Int, obligation: Int, on date: CalendarDate, by fulfilment: Fulfilment) {
        self.dispute = dispute
        self.obligation = obligation
        self.date = date
        self.fulfilment = fulfilment
    }
}

extension ObligationFulfilled: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        if case .cancellation = fulfilment { writer.field("cancelled", true) }
        writer.field("case", dispute)
        writer.field("date", date)
        writer.field("obligation", obligation)
        switch fulfilment {
        case .cancellation: break
        case .paper(let paper): writer.field("paper", paper)
        case .plenary(let plenary): writer.field("plenary", plenary)
        case .revotes(let revotes): writer.field("revotes", revotes)
        }
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        let isCancelled = try reader.flag("cancelled")
        dispute = try reader.field("case")
        date = try reader.field("date")
        obligation = try reader.field("obligation")
        if isCancelled {
            fulfilment = .cancellation
        } else if let paper = try reader.optionalField("paper", Revote.Paper.self) {
            fulfilment = .paper(paper)
        } else if let plenary = try reader.optionalField("plenary", Int.self) {
            fulfilment = .plenary(plenary)
        } else {
            fulfilment = .revotes(try reader.field("revotes"))
        }
    }
}

/// A case was closed.
public struct CaseClosed: Hashable, Sendable {
    /// The case's number.
    public let dispute: Int
    /// When.
    public let date: CalendarDate

    /// The end of a case.
    public init(case dispute: Int, on date: CalendarDate) {
        self.dispute = dispute
        self.date = date
    }
}

extension CaseClosed: ActContent {
    func writeFields(to writer: inout CanonicalWriter) {
        writer.field("case", dispute)
        writer.field("date", date)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        dispute = try reader.field("case")
        date = try reader.field("date")
    }
}
