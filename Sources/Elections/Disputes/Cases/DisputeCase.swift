/// A case before a forum that concerns the election: from its registration to its end.
///
/// ```
/// registered ─► answered ─► ruled ─► closed
///      └────────────────────┘
/// ```
///
/// - Legal source: UU 7/2017 art. 454–484.
public struct DisputeCase: Hashable, Sendable {
    /// How far it has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        case registered, answered, ruled, closed
    }

    /// How it was registered.
    public let filing: CaseRegistered
    /// What was heard, in the order in which it was noted.
    public private(set) var hearings: [HearingHeld] = []
    /// What the office laid before the forum, by number − 1.
    public private(set) var bundles: [EvidenceBundled] = []
    /// What was answered; `nil` while nothing was.
    public private(set) var answer: CaseAnswered?
    /// How it was ruled; `nil` while it was not.
    public private(set) var ruling: CaseRuled?
    /// How obligations were fulfilled, by their numbers.
    public private(set) var fulfilments: [Int: ObligationFulfilled] = [:]
    /// The day it was closed; `nil` while it was not.
    public private(set) var closing: CalendarDate?

    init(_ filing: CaseRegistered) { self.filing = filing }
}

extension DisputeCase {
    /// Its number in the office, from 1.
    public var number: Int { filing.number }

    /// How far it has come.
    public var stage: Stage {
        if closing != nil { return .closed }
        if ruling != nil { return .ruled }
        return answer == nil ? .registered : .answered
    }

    /// The obligations that nobody fulfilled, in their order.
    public var openObligations: [CaseObligation] {
        (ruling?.obligations ?? []).filter { fulfilments[$0.number] == nil }
    }

    /// Whether an obligation was fulfilled after the last day the ruling set.
    public func isLate(_ obligation: CaseObligation) -> Bool {
        guard let due = obligation.due, let done = fulfilments[obligation.number] else { return false }
        return done.date > due
    }

    /// The effect that an obligation carries out; `nil` where it has none.
    public func effect(of obligation: CaseObligation) -> CaseEffect? {
        guard let effect = obligation.effect, let effects = ruling?.effects,
            effects.indices.contains(effect - 1)
        else { return nil }
        return effects[effect - 1]
    }

    /// Everything it concerns: what was contested, and what the ruling changes.
    var scopes: [CaseScope] { [filing.scope] + (ruling?.effects.map(\.scope) ?? []) }
}

// MARK: - What is done in it

extension DisputeCase {
    mutating func hear(_ act: HearingHeld) throws(CaseFault) {
        guard closing == nil else { throw .stage(stage) }
        guard act.date >= filing.filed else { throw .notBefore(filing.filed) }
        if let ruling, act.date > ruling.paper.date { throw .notAfter(ruling.paper.date) }
        hearings.append(act)
    }

    mutating func bundle(_ act: EvidenceBundled) throws(CaseFault) {
        guard ruling == nil else { throw .stage(stage) }
        guard act.number == bundles.count + 1 else { throw .number(next: bundles.count + 1) }
        guard (1...EvidenceBundled.mostItems).contains(act.items.count) else { throw .items }
        // By their texts: references are equal in more than one spelling.
        var known = Set(bundles.flatMap(\.items).map(\.canonicalText))
        for item in act.items {
            guard known.insert(item.canonicalText).inserted else { throw .itemTwice(item) }
        }
        bundles.append(act)
    }

    mutating func answer(_ act: CaseAnswered) throws(CaseFault) {
        guard stage == .registered else { throw .stage(stage) }
        guard act.paper.date >= filing.filed else { throw .notBefore(filing.filed) }
        answer = act
    }

    mutating func rule(_ act: CaseRuled) throws(CaseFault) {
        guard ruling == nil else { throw .stage(stage) }
        let days = [filing.registered] + hearings.map(\.date) + (answer.map { [$0.paper.date] } ?? [])
        if let last = days.max(), act.paper.date < last { throw .notBefore(last) }
        guard act.outcome.isGranted || act.effects.isEmpty else { throw .outcome(act.outcome) }
        for effect in act.effects {
            guard filing.kind.effects.contains(effect.kind) else { throw .effect(filing.kind, effect.kind) }
            guard effect.isWhole else { throw .scope(effect.kind) }
        }
        guard act.obligations.map(\.number) == Array(1..<act.obligations.count + 1),
            act.obligations.compactMap(\.effect).sorted() == Array(1..<act.effects.count + 1)
        else { throw .obligations }
        for obligation in act.obligations {
            if let due = obligation.due, due < act.paper.date { throw .notBefore(act.paper.date) }
        }
        ruling = act
    }

    mutating func fulfil(_ act: ObligationFulfilled) throws(CaseFault) {
        let obligation = try obligation(act.obligation)
        guard act.fulfilment.fits(effect(of: obligation)) else {
            throw .otherFulfilment(effect(of: obligation)?.kind)
        }
        if let day = ruling?.paper.date, act.date < day { throw .notBefore(day) }
        fulfilments[act.obligation] = act
    }

    /// An obligation that is to be fulfilled.
    func obligation(_ number: Int) throws(CaseFault) -> CaseObligation {
        guard stage == .ruled, let ruling else { throw .stage(stage) }
        guard ruling.obligations.indices.contains(number - 1) else { throw .noObligation(number) }
        guard fulfilments[number] == nil else { throw .fulfilledAlready(number) }
        return ruling.obligations[number - 1]
    }

    /// Closes it; of a ruling that does not hold any more nothing is open.
    mutating func close(_ act: CaseClosed, isSuperseded: Bool) throws(CaseFault) {
        guard stage == .ruled, let ruling else { throw .stage(stage) }
        guard isSuperseded || openObligations.isEmpty else {
            throw .obligationsOpen(openObligations.map(\.number))
        }
        let last = fulfilments.values.map(\.date).max() ?? ruling.paper.date
        guard act.date >= last else { throw .notBefore(last) }
        closing = act.date
    }
}
