/// What became of a check in an election, over everything it was asked of.
public enum CheckStanding: Hashable, Sendable {
    /// Something broke it.
    case broken
    /// Nothing broke it, and all of its formulas could be asked.
    case passed
    /// Nothing broke it, but somewhere only some of its formulas had their figures.
    case passedInPart
    /// Nothing has the figures it needs.
    case notApplicable
    /// The law leaves open the rule it rests on, and no decision is recorded.
    case waiting
}

extension CheckStanding {
    /// Every check by what became of it, those of one standing in the order of the codes.
    public static func checks(
        _ tallies: [CheckTally],
        in election: Election
    ) -> [CheckStanding: [Check]] {
        let waiting = Set(election.undecided.map(\.id))
        return Dictionary(grouping: Check.all) { check in
            let asked = tallies.filter { $0.check == check && $0.applicable > 0 }
            if asked.contains(where: { $0.failures > 0 }) { return .broken }
            if asked.isEmpty {
                return check.openRules.contains(where: waiting.contains) ? .waiting : .notApplicable
            }
            return asked.allSatisfy { $0.complete == $0.applicable } ? .passed : .passedInPart
        }
    }
}
