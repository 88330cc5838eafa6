import Apportionment

/// Whether the votes in doubt of a district can change who of one list is elected.
///
/// Who is elected changes when the list's seats do, as far as it has candidates for them, or when with as many seats
/// somebody who is elected falls behind somebody who is not. Only the votes of two candidates matter for the second,
/// and at once the one has the fewest votes and the other the most when this one gets all votes in doubt: so pairs are
/// enough. Who can be ahead is elected instead, or the seats have changed. Who can be level at the most is so in one
/// way alone, with all votes of every station in doubt; for these votes the rule on equals is asked.
public struct ListMateriality: Hashable, Sendable {
    /// What changes.
    public enum Cause: Hashable, Sendable {
        /// The list gets fewer seats, or is tied for its last one.
        case fewerSeats
        /// The list gets more seats, or is tied for one more.
        case moreSeats
        /// The tie of parties for a seat of the list ends, or becomes another.
        case partyTie
        /// An elected candidate falls behind another one.
        case order
        /// An elected candidate and another one are level, and the rule on equals does not leave the elected one.
        case equals
        /// Candidates who are tied, and whom nobody has put in an order, are no longer.
        case tie
    }

    /// Votes that stand where those in doubt stood, and what changes by them.
    public struct Change: Hashable, Sendable {
        /// The votes of each who gets any.
        public let votes: [ListChoice: Int]
        /// What changes.
        public let cause: Cause
    }

    /// The party by number.
    public let contestant: Int
    /// Who is elected by the votes as they are recorded.
    public let ranking: Result<ListRanking, RankingRefusal>
    /// Each elected candidate against each who could be and is not, in the order of their seats and numbers.
    public let rivalries: [CandidateRivalry]
    /// Votes that change who is elected; `nil` where none do, or none is known to.
    public let change: Change?
    /// What is missing to tell equals apart on whom the answer hangs; `nil` where nothing is.
    public let missing: RankingRefusal?

    /// Whether who is elected can change.
    public var verdict: MaterialityVerdict { change != nil ? .can : missing != nil ? .unknown : .cannot }

    /// The pair that takes the fewest votes in doubt; `nil` where everybody is elected, or nobody.
    public var closest: CandidateRivalry? { rivalries.min { $0.needed < $1.needed } }

    /// Looks at the list at a place in the order of the ballot.
    init(
        _ question: ContestedDistrict,
        _ place: Int,
        _ seats: Materiality,
        _ rules: TieRules,
        _ decisions: [ListDecision]
    ) {
        let trial = ListTrial(question, place, seats, rules, decisions)
        contestant = trial.contested.list.contestant
        ranking = trial.recorded
        rivalries = trial.rivalries()
        if let change = trial.changedSeats() {
            (self.change, missing) = (change, nil)
        } else {
            (change, missing) = trial.changedOrder(rivalries)
        }
    }
}
