/// Those of a list who can take a seat, most votes first, equals by number.
struct ListOrder {
    /// The candidates.
    let members: [TieBreaker.Member]
    /// Whether anybody on the list has a vote, those who can take no seat included.
    private let isVotedFor: Bool

    /// - Throws: ``RankingRefusal/numberTwice(_:)`` or ``RankingRefusal/votesMissing(_:)``.
    init(_ list: CandidateList, _ standings: [Int: CandidateStanding]) throws(RankingRefusal) {
        let candidates = list.candidates.sorted { $0.number < $1.number }
        for (candidate, next) in zip(candidates, candidates.dropFirst()) where candidate.number == next.number
        {
            throw .numberTwice(next.number)
        }
        let missing = candidates.filter { (standings[$0.number]?.votes ?? -1) < 0 }
        guard missing.isEmpty else { throw .votesMissing(missing.map(\.number)) }
        isVotedFor = candidates.contains { standings[$0.number]?.votes != 0 }
        members = candidates.compactMap { candidate in
            guard let standing = standings[candidate.number], standing.status.canTakeSeat else { return nil }
            return TieBreaker.Member(
                number: candidate.number,
                votes: standing.votes ?? 0,
                sex: candidate.sex,
                spread: standing.spread
            )
        }.sorted { ($1.votes, $0.number) < ($0.votes, $1.number) }
    }

    /// Gives seats: by votes, and among equals for the last ones as the law tells them apart.
    ///
    /// - Throws: ``RankingRefusal`` when telling equals apart needs what is not known.
    func places(_ seats: Int, _ rules: TieRules) throws(RankingRefusal) -> TieBreaker.Outcome {
        // A list of which somebody has a vote is no list without votes: there those without any are equals.
        guard isVotedFor else {
            return TieBreaker.Outcome(
                chosen: members.prefix(seats).map { ($0.number, .listNumberWithoutVotes) }
            )
        }
        guard seats > 0, seats < members.count, members[seats - 1].votes == members[seats].votes else {
            return TieBreaker.Outcome(chosen: members.prefix(seats).map { ($0.number, .votes) })
        }
        let equal = members[seats].votes
        let above = members.prefix { $0.votes > equal }
        var outcome = try TieBreaker.choose(
            seats - above.count,
            of: members.filter { $0.votes == equal },
            rules
        )
        outcome.chosen = above.map { ($0.number, .votes) } + outcome.chosen
        return outcome
    }
}

extension TieBreaker.Outcome {
    /// Gives the open seats as the first decision that fits says; the others are stale.
    mutating func settle(by decisions: [ListDecision]) -> (used: ListDecision?, [ListRanking.StaleDecision]) {
        var (used, stale) = (ListDecision?.none, [ListRanking.StaleDecision]())
        let tie = open
        for decision in decisions {
            do throws(ListDecision.Refusal) {
                try decision.check(tie)
                guard used == nil else { throw .settledBefore }
                used = decision
            } catch {
                stale.append(ListRanking.StaleDecision(decision: decision, refusal: error))
            }
        }
        if let used {
            chosen += used.order.prefix(used.seats).map { ($0, .decided(basis: used.basis)) }
            open = nil
        }
        return (used, stale)
    }
}
