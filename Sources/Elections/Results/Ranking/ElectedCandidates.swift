public import Apportionment

/// Who is elected on a ballot of lists (calon terpilih), district by district, as far as figures and law say so.
///
/// Computed from the forms that count; what the office determines in a plenary is not looked at.
public struct ElectedCandidates: Sendable {
    /// A party that has seats in a district.
    public struct List: Sendable {
        /// The party by number.
        public let contestant: Int
        /// Its seats there: at least one.
        public let seats: Int
        /// Who gets them; or what is missing to say so.
        public let ranking: Result<ListRanking, RankingRefusal>
    }

    /// A district.
    public struct District: Sendable {
        /// The district.
        public let district: ElectoralDistrict
        /// The parties that have seats, in the order of the ballot.
        public let lists: [List]
        /// The seats that parties are tied for, and are nobody's yet; `nil` for none.
        public let tie: Tie?
    }

    /// The districts in their order.
    public let districts: [District]

    /// Who is elected; `nil` where the law divides no seats of lists, no lists are known, or votes are on no forms.
    ///
    /// - Complexity: O(stations × candidates).
    public init?(_ snapshot: Snapshot, _ result: ContestResult) {
        let election = snapshot.election
        guard !result.districts.isEmpty,
            let rules = TieRules.candidates(election.law, result.contest.ballot, election.decisions)
        else { return nil }
        var districts: [District] = []
        for divided in result.districts {
            guard let voted = DistrictLists(divided.district, of: result, in: snapshot) else { return nil }
            let lists = zip(voted.lists, divided.allocation.seats).filter { $0.1 > 0 }.map { list, seats in
                List(
                    contestant: list.list.contestant,
                    seats: seats,
                    ranking: Result { () throws(RankingRefusal) in
                        // Seats of a sum that lacks a station would be somebody's by chance.
                        guard voted.isComplete else { throw .votesMissing([]) }
                        return try ListRanking(
                            seats,
                            to: list.list,
                            list.standings,
                            rules,
                            decisions: result.contest.listDecisions
                        )
                    }
                )
            }
            districts.append(District(district: divided.district, lists: lists, tie: divided.allocation.tie))
        }
        self.districts = districts
    }

    /// Whether it can be asked who is elected: seats are divided here, lists are known, and votes are on forms.
    public static func isKnown(_ result: ContestResult) -> Bool {
        !result.districts.isEmpty && DistrictLists.isKnown(of: result)
    }

    /// The seats that somebody has.
    public var given: Int {
        districts.reduce(0) { sum, district in
            sum + district.lists.reduce(0) { $0 + ((try? $1.ranking.get())?.elected.count ?? 0) }
        }
    }
}
