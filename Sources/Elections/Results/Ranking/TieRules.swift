/// What a law says about equals, with the decisions that were recorded on what it leaves open.
public struct TieRules: Hashable, Sendable {
    /// The steps that decide, one after the other: as far as every reading of an open rule has them.
    public let steps: [Law.TieBreak]
    /// Whether the law leaves open what comes behind the steps.
    public let isOpen: Bool
    /// How the spread is measured; `nil` while that is open.
    public let measure: Law.SpreadMeasure?
    /// The tiers of areas in which it is measured, the widest first.
    public let tiers: [VoteSpread.Tier]
    /// Who gets seats for which a list has no candidate; `nil` while that is open.
    public let exhaustedList: Law.ExhaustedList?
    /// The rule about the tie.
    let rule: Law.RuleID
    /// The article of the steps, or what is known of it.
    let source: LocalizedText
    /// The article of the spread, or what is known of it.
    let spreadSource: LocalizedText
    /// The article of lists without candidates, or what is known of it.
    let exhaustedSource: LocalizedText

    /// How equal votes of candidates of a list are decided on a ballot; `nil` where a law knows no lists.
    public static func candidates(_ law: Law, _ ballot: Ballot, _ decisions: [Decision] = []) -> TieRules? {
        law.candidateTie.flatMap { TieRules($0, .candidateTie, \.self, law, ballot, decisions) }
    }

    /// How equal quotients of parties are decided on a ballot; `nil` where a law divides no seats.
    public static func parties(_ law: Law, _ ballot: Ballot, _ decisions: [Decision] = []) -> TieRules? {
        law.partyTie.flatMap { TieRules($0, .partyTie, { [$0] }, law, ballot, decisions) }
    }

    private init?<Value>(
        _ tie: Provision<Value>,
        _ rule: Law.RuleID,
        _ steps: (Value) -> [Law.TieBreak],
        _ law: Law,
        _ ballot: Ballot,
        _ decisions: [Decision]
    ) {
        guard ballot.choice == .list, law.ballots[ballot] != nil, let spread = law.spread,
            let exhausted = law.exhaustedList
        else { return nil }
        func decision(_ rule: Law.RuleID) -> Decision? { decisions.first { $0.rule == rule } }
        if let value = tie.value(decision(rule)) {
            (self.steps, isOpen) = (steps(value), false)
        } else {
            (self.steps, isOpen) = (Self.shared(tie.readings.map { steps($0.value) }), true)
        }
        measure = spread.value(decision(.spread))
        tiers = VoteSpread.Tier.tiers(of: ballot)
        exhaustedList = exhausted.value(decision(.exhaustedList))
        self.rule = rule
        (source, spreadSource, exhaustedSource) = (tie.source, spread.source, exhausted.source)
    }

    /// The steps with which all readings begin.
    private static func shared(_ readings: [[Law.TieBreak]]) -> [Law.TieBreak] {
        guard let first = readings.first else { return [] }
        return first.indices.prefix { place in
            readings.allSatisfy { place < $0.count && $0[place] == first[place] }
        }.map { first[$0] }
    }
}
