/// Something that is to be done in a case by some day.
public struct CaseDue: Hashable, Sendable {
    /// What is to be done.
    public enum Duty: Hashable, Sendable {
        /// What the law sets a limit for.
        case law(Deadline.Kind)
        /// An obligation of the ruling, by its number.
        case obligation(Int)
    }

    /// The last day, or why there is none.
    public enum Last: Hashable, Sendable {
        /// The last day.
        case day(CalendarDate)
        /// The last moment, where the law counts hours.
        case moment(Deadline.Due)
        /// It cannot be counted.
        case refused(Deadline.Refusal)
        /// The law leaves the length open, and nobody decided.
        case undecided
    }

    /// Where it stands.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        case open, met, late
        /// It was done, and nobody can say whether in time.
        case unknown
    }

    /// The case's number.
    public let number: Int
    /// What is to be done.
    public let duty: Duty
    /// The article; `nil` where the ruling says so.
    public let source: LocalizedText?
    /// The last day.
    public let last: Last
    /// The day it was done; `nil` while it was not.
    public let done: CalendarDate?
    /// The moment it was done, in milliseconds since 1970; `nil` where only the day is known.
    public var doneMoment: Int?

    /// The last day; `nil` where there is none.
    public var lastDay: CalendarDate? {
        switch last {
        case .day(let day): day
        case .moment(let due): due.day
        case .refused, .undecided: nil
        }
    }

    /// Whether it was done in time.
    public var standing: Standing {
        guard let done else { return .open }
        guard let lastDay else { return .unknown }
        if case .moment(let due) = last, done == lastDay {
            return doneMoment.map { due.isMet(at: $0) ? .met : .late } ?? .unknown
        }
        return done <= lastDay ? .met : .late
    }
}

extension CaseRegister {
    /// Everything that was or is due in the cases, case by case: the law's limits first, then the obligations that
    /// have a day.
    ///
    /// A limit whose beginning is not known is left out.
    ///
    /// - Complexity: O(cases × days).
    public func due(
        _ law: Law,
        _ decisions: [Decision],
        in zone: OfficeZone,
        holidays: HolidayCalendar?
    ) -> [CaseDue] {
        all.flatMap { dispute in
            CaseLimit.limits(of: dispute).compactMap { limit in
                due(limit, of: dispute, law, decisions, in: zone, holidays: holidays)
            }
                + (dispute.ruling?.obligations ?? []).compactMap { obligation in
                    obligation.due.map { day in
                        CaseDue(
                            number: dispute.number,
                            duty: .obligation(obligation.number),
                            source: nil,
                            last: .day(day),
                            done: dispute.fulfilments[obligation.number]?.date
                        )
                    }
                }
        }
    }

    private func due(
        _ limit: CaseLimit,
        of dispute: DisputeCase,
        _ law: Law,
        _ decisions: [Decision],
        in zone: OfficeZone,
        holidays: HolidayCalendar?
    ) -> CaseDue? {
        guard let deadline = law.deadlines.first(where: { $0.kind == limit.kind }),
            let day = day(limit.beginning, of: dispute)
        else { return nil }
        let beginning =
            moment(limit.beginning, of: dispute, in: zone).map { Deadline.Beginning.moment($0) } ?? .day(day)
        let decision = decisions.first { $0.rule == .deadline(limit.kind) }
        let last: CaseDue.Last
        if let period = deadline.period.value(decision) {
            do throws(Deadline.Refusal) {
                let due = try period.due(from: beginning, in: zone, holidays: holidays)
                last = period.unit == .hours ? .moment(due) : .day(due.day)
            } catch { last = .refused(error) }
        } else {
            last = .undecided
        }
        return CaseDue(
            number: dispute.number,
            duty: .law(limit.kind),
            source: deadline.period.source,
            last: last,
            done: self.day(limit.end, of: dispute),
            doneMoment: moment(limit.end, of: dispute, in: zone)
        )
    }

    private func moment(_ event: CaseLimit.Event, of dispute: DisputeCase, in zone: OfficeZone) -> Int? {
        let filing = dispute.filing
        switch event {
        case .attacked:
            guard let day = filing.attacks?.date else { return nil }
            return filing.attackedTime.map { zone.moment(day, $0) }
        case .filed: return filing.filedTime.map { zone.moment(filing.filed, $0) }
        case .ruledBelow, .registered, .begun, .ruled, .obliged, .fulfilled: return nil
        }
    }

    private func day(_ event: CaseLimit.Event, of dispute: DisputeCase) -> CalendarDate? {
        switch event {
        case .attacked: dispute.filing.attacks?.date
        case .ruledBelow: dispute.filing.appeals.flatMap { self[$0]?.ruling?.paper.date }
        case .filed: dispute.filing.filed
        case .registered: dispute.filing.registered
        case .begun: dispute.hearings.map(\.date).min() ?? dispute.ruling?.paper.date
        case .ruled: dispute.ruling?.paper.date
        case .obliged:
            dispute.ruling.flatMap { $0.obligations.isEmpty ? nil : $0.paper.date }
        case .fulfilled:
            dispute.openObligations.isEmpty ? dispute.fulfilments.values.map(\.date).max() : nil
        }
    }
}

/// A limit that the law sets for something in a case.
struct CaseLimit: Hashable, Sendable {
    /// What such a limit lies between.
    enum Event: Hashable, Sendable {
        /// The decision or result that is attacked.
        case attacked
        /// The ruling that is appealed.
        case ruledBelow
        case filed, registered
        /// The first hearing, or the ruling where there was none.
        case begun
        case ruled
        /// A ruling that obliges somebody.
        case obliged
        /// The last obligation.
        case fulfilled
    }

    let kind: Deadline.Kind
    let beginning: Event
    let end: Event

    private init(_ kind: Deadline.Kind, _ beginning: Event, _ end: Event) {
        self.kind = kind
        self.beginning = beginning
        self.end = end
    }

    /// Those of a case, by its kind and forum, in the order in which they run.
    static func limits(of dispute: DisputeCase) -> [CaseLimit] {
        let (filing, followUp) = (dispute.filing, CaseLimit(.violationFollowUp, .registered, .begun))
        switch filing.kind {
        case .administrative:
            return [
                followUp, CaseLimit(.administrativeRuling, .registered, .ruled),
                CaseLimit(.administrativeFollowUp, .obliged, .fulfilled),
            ]
        case .massive where filing.forum == .supremeCourt:
            return [
                CaseLimit(.massiveViolationPetition, .ruledBelow, .filed),
                CaseLimit(.massiveViolationJudgment, .filed, .ruled),
            ]
        case .massive:
            return [
                CaseLimit(.massiveViolationRuling, .registered, .ruled),
                CaseLimit(.massiveViolationDecree, .obliged, .fulfilled),
            ]
        case .process where filing.forum == .supremeCourt:
            return [
                CaseLimit(.cassationPetition, .ruledBelow, .filed),
                CaseLimit(.cassationRuling, .filed, .ruled),
            ]
        case .process where filing.forum == .administrativeCourt:
            // The court registers a petition once it is complete.
            return [
                CaseLimit(.courtPetition, .ruledBelow, .filed),
                CaseLimit(.courtRuling, .registered, .ruled),
                CaseLimit(.courtFollowUp, .obliged, .fulfilled),
            ]
        case .process:
            return [CaseLimit(.processDispute, .attacked, .filed), CaseLimit(.processRuling, .filed, .ruled)]
        case .result where filing.scope.ballots.contains(.president):
            return [
                CaseLimit(.presidentialDispute, .attacked, .filed),
                CaseLimit(.presidentialRuling, .registered, .ruled),
            ]
        case .result:
            return [
                CaseLimit(.resultDispute, .attacked, .filed), CaseLimit(.resultRuling, .registered, .ruled),
            ]
        case .crime where filing.forum == .lawEnforcement:
            return [followUp, CaseLimit(.crimeInvestigation, .filed, .ruled)]
        case .crime where filing.appeals != nil:
            return [
                CaseLimit(.crimeAppeal, .ruledBelow, .filed), CaseLimit(.crimeAppealJudgment, .filed, .ruled),
            ]
        case .crime: return [CaseLimit(.crimeJudgment, .filed, .ruled)]
        case .information where filing.forum == .informationCommission:
            return [CaseLimit(.informationDispute, .attacked, .filed)]
        case .ethics, .information: return []
        }
    }
}
