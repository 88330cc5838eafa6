import TestSupport

@testable import Elections

/// The small election's office with cases before forums.
struct SmallCases {
    var office: SmallPlenary

    init() throws { office = try SmallPlenary() }

    var cases: CaseRegister { office.state.cases }

    /// Does something about a case as staff of the office.
    @discardableResult
    mutating func perform(_ act: DisputeAct, by account: String = "chair") throws(ActFault) -> [Act] {
        try office.perform(.dispute(act), by: account)
    }

    static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(parsing: text) else { throw Office.Misspelt(text: text) }
        return day
    }

    static func time(_ text: String) throws -> ClockTime {
        guard let time = ClockTime(parsing: text) else { throw Office.Misspelt(text: text) }
        return time
    }

    static func paper(_ reference: String, _ day: String) throws -> Revote.Paper {
        Revote.Paper(reference, try Self.day(day))
    }

    static func station(_ place: Int) throws -> StationCode { try SmallElection.regions().stations[place] }

    /// A case, administrative and before the province's supervisor unless something else is said.
    static func registered(
        _ number: Int = 1,
        _ kind: CaseKind = .administrative,
        _ forum: CaseForum? = nil,
        register: String? = nil,
        filed: String = "2019-05-02",
        at filedTime: String? = nil,
        registered: String = "2019-05-03",
        reporter: CaseParty = CaseParty(.voter),
        respondent: CaseParty = CaseParty(.office),
        about scope: CaseScope = CaseScope([.president]),
        attacks: Revote.Paper? = nil,
        madeKnown attackedTime: String? = nil,
        appeals: Int? = nil
    ) throws -> DisputeAct {
        let usual: CaseForum =
            switch kind {
            case .administrative, .massive, .process: .provincialSupervisor
            case .result: .constitutionalCourt
            case .ethics: .ethicsCouncil
            case .crime: .lawEnforcement
            case .information: .informationCommission
            }
        return .registered(
            CaseRegistered(
                number: number,
                kind,
                before: forum ?? usual,
                register: register ?? "\(number)/REG/2019",
                filed: try day(filed),
                filedTime: try filedTime.map(time),
                registered: try day(registered),
                reporter: reporter,
                respondent: respondent,
                object: "penggelembungan suara",
                relief: "menyatakan terlapor melanggar",
                scope,
                attacks: attacks,
                attackedTime: try attackedTime.map(time),
                appeals: appeals
            )
        )
    }

    static func ruled(
        _ number: Int = 1,
        on day: String = "2019-05-10",
        _ outcome: CaseOutcome = .proven,
        effects: [CaseEffect] = [],
        obligations: [CaseObligation] = [],
        operative: String = "amar"
    ) throws -> DisputeAct {
        .ruled(
            CaseRuled(
                case: number,
                try paper("\(number)/PUT/2019", day),
                outcome,
                operative,
                effects: effects,
                obligations: obligations
            )
        )
    }

    static func fulfilled(
        _ number: Int = 1,
        _ obligation: Int = 1,
        on day: String = "2019-05-13",
        by fulfilment: Fulfilment
    ) throws -> DisputeAct {
        .fulfilled(
            ObligationFulfilled(case: number, obligation: obligation, on: try Self.day(day), by: fulfilment)
        )
    }

    static func closed(_ number: Int = 1, on day: String = "2019-05-20") throws -> DisputeAct {
        .closed(CaseClosed(case: number, on: try Self.day(day)))
    }

    /// Registers a case whose ruling orders one thing.
    mutating func order(
        _ effect: CaseEffect,
        _ kind: CaseKind = .administrative,
        number: Int = 1,
        on day: String = "2019-05-10"
    ) throws {
        try perform(Self.registered(number, kind, about: effect.scope))
        try perform(
            Self.ruled(
                number,
                on: day,
                effects: [effect],
                obligations: [CaseObligation(number: 1, "laksanakan", effect: 1)]
            )
        )
    }

    /// Has a vote of a station held again by a ruling, or by the law.
    mutating func holdAgain(
        _ number: Int = 1,
        at place: Int = 1,
        _ ballots: [Ballot] = [.president],
        _ version: FormVersion = .revote,
        _ ground: RevoteGround = .ruling,
        on day: String = "2019-05-12"
    ) throws {
        let revote = Revote(
            number: number,
            version,
            at: try Self.station(place),
            ballots,
            ground,
            by: .court,
            cause: "putusan"
        )
        try office.perform(.revote(.proposed(RevoteProposed(revote))), by: "member-2")
        let ruling =
            ground == .ruling
            ? Revote.Ruling(try Self.paper("1/PUT/2019", "2019-05-10"), last: try Self.day("2019-09-01"))
            : nil
        let date = try Self.day(day)
        let outcome = Revote.Outcome(try office.decide(), on: date, ruling: ruling, reason: "putusan")
        try office.perform(.revote(.decided(RevoteDecided(revote: number, outcome))), by: "chair")
        let papers = version.isCount ? [:] : Dictionary(uniqueKeysWithValues: ballots.map { ($0, 100) })
        let holding = Revote.Holding(date: date, papers: papers)
        try office.perform(.revote(.held(RevoteHeld(revote: number, holding))), by: "chair")
    }
}
