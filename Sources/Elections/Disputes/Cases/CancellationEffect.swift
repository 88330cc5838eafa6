import Apportionment

/// Whom the cancellation of a candidate took a seat from, and who has it instead: a list's seats before and after.
///
/// Computed from the forms that count. A party's seats stay the same, for the votes of the candidate stay the party's.
///
/// - Legal source: UU 7/2017 art. 426, 463.
public struct CancellationEffect: Sendable {
    /// A seat of the list.
    public struct Row: Hashable, Sendable {
        /// The seat among the party's, from 1.
        public let seat: Int
        /// The number of whoever had it; `nil` where nobody had.
        public let before: Int?
        /// The number of whoever has it; `nil` where nobody has.
        public let after: Int?
    }

    /// The ballot.
    public let ballot: Ballot
    /// Who was cancelled.
    public let candidate: CandidateKey
    /// The seats of the list, in their order; none where the party has none there.
    public let rows: [Row]

    /// What each cancellation that a ruling ordered, and that was carried out, changed.
    ///
    /// - Returns: Nothing of lists of which it is not known who gets their seats.
    /// - Complexity: O(stations × candidates) for each.
    public static func all(of dispute: DisputeCase, in snapshot: Snapshot) -> [CancellationEffect] {
        (dispute.ruling?.obligations ?? []).compactMap { obligation in
            guard case .cancellation? = dispute.fulfilments[obligation.number]?.fulfilment,
                let candidate = dispute.effect(of: obligation)?.scope.candidate,
                let number = candidate.number,
                let result = snapshot.result(of: candidate.ballot)
            else { return nil }
            let list = ListKey(contestant: candidate.contestant, district: candidate.district)
            return CancellationEffect(CandidateKey(list, number), result, snapshot)
        }
    }

    private init?(_ candidate: CandidateKey, _ result: ContestResult, _ snapshot: Snapshot) {
        let (contest, election) = (result.contest, snapshot.election)
        guard let divided = result.districts.first(where: { $0.district.number == candidate.list.district }),
            let place = contest.contestants.firstIndex(where: { $0.number == candidate.list.contestant }),
            let rules = TieRules.candidates(election.law, contest.ballot, election.decisions),
            let voted = DistrictLists(divided.district, of: result, in: snapshot), voted.isComplete
        else { return nil }
        let (list, seats) = (voted.lists[place], divided.allocation.seats[place])
        func holders(_ status: CandidateStatus) -> [Int?]? {
            var standings = list.standings
            guard let known = standings[candidate.number] else { return nil }
            standings[candidate.number] = CandidateStanding(
                votes: known.votes,
                status: status,
                spread: known.spread
            )
            let ranking = try? ListRanking(
                seats,
                to: list.list,
                standings,
                rules,
                decisions: contest.listDecisions
            )
            return ranking.map { ranking in
                (1...max(1, seats)).map { seat in
                    ranking.elected.first { $0.seat == seat }?.candidate.number
                }
            }
        }
        guard let before = holders(.standing), let after = holders(.cancelled) else { return nil }
        ballot = contest.ballot
        self.candidate = candidate
        rows = (0..<seats).map { Row(seat: $0 + 1, before: before[$0], after: after[$0]) }
    }
}
