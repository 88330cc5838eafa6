extension Law {
    /// Who is elected on a ballot by its votes.
    ///
    /// - Parameters:
    ///   - ballot: A ballot without lists.
    ///   - region: The province or regency voted in; `nil` for the nation.
    ///   - votes: All votes, and those of the areas that the rule may compare.
    ///   - round: Which votes they are; without meaning where there is one round only.
    ///   - decisions: What was decided on rules that the law leaves open.
    /// - Returns: `nil` where the law does not know the ballot, or lists divide its seats.
    /// - Complexity: O(areas × contestants).
    public func winners(
        of ballot: Ballot,
        in region: RegionCode?,
        votes: ContestVotes,
        round: Winners.Round = .first,
        decisions: [Decision] = []
    ) -> Winners? {
        guard let rule = ballots[ballot]?.winners(in: region) else { return nil }
        func value<Value>(_ provision: Provision<Value>?, _ id: RuleID) -> Value? {
            provision?.value(decisions.first { $0.rule == id })
        }
        let measure: SpreadMeasure? =
            switch rule.tie?.asks {
            case .wider: value(spread, .spread)
            case .moreEven: value(evenSpread, .evenSpread)
            case nil: nil
            }
        return WinnerCount.winners(
            rule,
            votes,
            round,
            WinnerCount.Rulings(measure: measure, ofTwo: value(rule.majority?.ofTwo, .ofTwo))
        )
    }
}
