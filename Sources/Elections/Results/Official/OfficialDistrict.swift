public import Apportionment

/// What the certificates of a district come to: its votes, its seats, and who of each list gets them.
///
/// Unlike ``DistrictResult`` and ``ElectedCandidates`` it knows no form that counts: what was corrected in a plenary
/// is what is determined.
public struct OfficialDistrict: Sendable {
    /// The district.
    public let district: ElectoralDistrict
    /// The votes, contestants in ballot order.
    public let votes: [Int]
    /// The seats, and the tie if there is one that nobody has decided.
    public let allocation: Allocation
    /// The parties that are tied for seats, by number, ascending; none where no tie is open.
    public let tiedParties: [Int]
    /// The seats they are tied for.
    public var tiedSeats: Int { allocation.tie?.seats ?? 0 }
    /// The parties that have seats, and who of them gets each; none where no lists are known.
    public let lists: [ElectedCandidates.List]

    /// Adds a district up from its certificates.
    ///
    /// - Throws: ``ResultFault`` where a region of it has no certificate, votes are missing, or the seats of the ballot
    ///   are not divided here.
    /// - Complexity: O(stations × candidates).
    public init(
        _ district: ElectoralDistrict,
        of contest: Contest,
        in election: Election
    ) throws(ResultFault) {
        guard let rule = election.law.ballots[contest.ballot]?.seats, rule.threshold == nil else {
            throw .notDividedHere(contest.ballot)
        }
        let sums = CertifiedSums(of: contest, in: election)
        var votes: [Int] = []
        for contestant in contest.contestants {
            votes.append(try sums.sum(.votes(contestant.number), over: district.regions))
        }
        self.district = district
        self.votes = votes
        let distribution: Distribution
        do throws(InputError) {
            distribution = try Distribution(rule.method, seats: district.seats, votes: votes)
        } catch {
            throw .notDividedHere(contest.ballot)
        }
        let open = distribution.allocation()
        // A decision that does not fit any more leaves the tie open.
        allocation = contest.fittingDecision(district, open)?.allocation ?? open
        tiedParties = (allocation.tie?.parties ?? []).map { contest.contestants[$0].number }.sorted()
        let rules = TieRules.candidates(election.law, contest.ballot, election.decisions)
        guard !contest.lists.isEmpty, let rules else {
            lists = []
            return
        }
        var lists: [ElectedCandidates.List] = []
        for (contestant, seats) in zip(contest.contestants, allocation.seats) where seats > 0 {
            let list =
                contest.lists.first { $0.contestant == contestant.number && $0.district == district.number }
                ?? CandidateList(district: district.number, contestant: contestant.number, candidates: [])
            let standings = sums.standings(of: list, in: district)
            lists.append(
                ElectedCandidates.List(
                    contestant: contestant.number,
                    seats: seats,
                    ranking: Result { () throws(RankingRefusal) in
                        try ListRanking(seats, to: list, standings, rules, decisions: contest.listDecisions)
                    }
                )
            )
        }
        self.lists = lists
    }
}

/// The figures that plenaries certified of a ballot, added up over regions.
struct CertifiedSums {
    private let contest: Contest
    private let election: Election

    init(of contest: Contest, in election: Election) {
        self.contest = contest
        self.election = election
    }

    /// A figure of a region as it is certified; `nil` where it is not.
    private func figure(_ field: Field, of region: RegionCode) -> Int? {
        contest.certified.flatMap { certified in
            certified.row(of: region).flatMap { certified.forms[$0, field] }
        }
    }

    /// The sum of a figure over regions.
    ///
    /// - Throws: ``ResultFault/notCertified(_:)`` of the first that lacks it.
    func sum(_ field: Field, over regions: [RegionCode]) throws(ResultFault) -> Int {
        var sum = 0
        for region in regions {
            guard let figure = figure(field, of: region) else { throw .notCertified(region) }
            sum += figure
        }
        return sum
    }

    /// Checks that a region's certificate says what the certificates right below it come to.
    ///
    /// - Throws: ``ResultFault/notCertified(_:)`` where one is missing, or was changed since.
    func check(_ region: RegionCode, _ ballot: Ballot) throws(ResultFault) {
        let stations = election.regions
        let below = stations.children(of: region).filter { child in
            stations.stationPositions(in: child.code).contains { election.has(ballot, atStation: $0) }
        }.map(\.code)
        for contestant in contest.contestants {
            let field = Field.votes(contestant.number)
            let own = try sum(field, over: [region])
            guard own == (try sum(field, over: below)) else { throw .notCertified(region) }
        }
    }

    /// What is known of the candidates of a list; where their votes come from is told only of equals.
    func standings(
        of list: CandidateList,
        in district: ElectoralDistrict
    ) -> [Int: CandidateStanding] {
        let fields = list.candidates.map { Field.candidateVotes(list.contestant, $0.number) }
        let votes = fields.map { try? sum($0, over: district.regions) }
        var standings: [Int: CandidateStanding] = [:]
        for (place, candidate) in list.candidates.enumerated() {
            let key = CandidateKey(list.key, candidate.number)
            let isEqual = votes.indices.contains { $0 != place && votes[$0] == votes[place] }
            standings[candidate.number] = CandidateStanding(
                votes: votes[place],
                status: contest.statuses[key] ?? .standing,
                spread: isEqual && votes[place] != nil ? spread(fields[place], in: district) : nil
            )
        }
        return standings
    }

    /// Where a figure's votes lie, tier by tier, as far as they are known: the certified column of a station where
    /// a plenary corrected it, else its form.
    private func spread(_ field: Field, in district: ElectoralDistrict) -> VoteSpread {
        let regions = election.regions
        let column = ColumnSums(contest, [field])
        var tiers: [VoteSpread.Tier: [VoteSpread.Area: Int]] = [:]
        var isKnown = Set(VoteSpread.Tier.allCases)
        func add(_ figure: Int?, _ tier: VoteSpread.Tier, _ area: VoteSpread.Area) {
            if let figure {
                tiers[tier, default: [:]][area, default: 0] += figure
            } else {
                isKnown.remove(tier)
            }
        }
        for region in district.regions {
            let subdistrict = region.tier == .village ? region.parent ?? region : region
            add(figure(field, of: region), .subdistrict, .region(subdistrict))
            add(figure(field, of: region), .regency, .region(subdistrict.parent ?? subdistrict))
        }
        var villages: Set<RegionCode> = []
        for place in district.regions.flatMap({ regions.stationPositions(in: $0) })
        where election.has(contest.ballot, atStation: place) {
            let station = regions.stations[place]
            if villages.insert(station.village).inserted {
                add(figure(field, of: station.village), .village, .region(station.village))
            }
            let certified = contest.certified.flatMap { certified in
                certified.row(of: station).map { certified.forms[$0, field] }
            }
            let form = contest.formInForce(atStation: place).map { column.figures(on: $0)[0] }
            add((certified ?? form) ?? nil, .station, .station(station))
        }
        return VoteSpread(tiers.filter { isKnown.contains($0.key) })
    }
}
