/// Places given to equals by how their votes are spread, tier by tier, as far as that decides.
struct SpreadRanking {
    /// Who got a place, in the order of the places.
    private(set) var chosen: [Int] = []
    /// Who is left, ascending.
    private(set) var tied: [Int]
    /// The places left for them.
    private(set) var places: Int
    /// What was compared.
    private(set) var grounds: [Winners.Ground] = []
    /// The figures that are missing; empty where none is.
    private(set) var missing: [MissingVotes] = []
    /// Whether they are left because none is more even by every measure.
    private(set) var isNotComparable = false

    private let votes: ContestVotes
    private let measure: Law.SpreadMeasure
    private let addsUp: Bool

    /// Gives `places` to some of `tied`, who are more than those.
    ///
    /// `addsUp` says that every vote was cast in an area: not so the president's, which are cast abroad as well.
    init(
        _ tied: [Int],
        places: Int,
        votes: ContestVotes,
        by measure: Law.SpreadMeasure,
        rule: Law.WinnerRule.Tie,
        addsUp: Bool
    ) {
        (self.tied, self.places, self.votes) = (tied, places, votes)
        (self.measure, self.addsUp) = (measure, addsUp)
        for tier in rule.tiers {
            guard let spreads = spreads(in: tier) else { return }
            grounds.append(ground(spreads, tier, rule.source))
            decide(by: spreads)
            if self.places == 0 || isNotComparable { return }
        }
    }

    /// The votes of each who is tied over the areas of a tier; `nil` with what is missing.
    private mutating func spreads(in tier: RegionCode.Tier) -> [Int: Spread]? {
        guard let areas = votes.areas[tier] else {
            missing = [.tier(tier)]
            return nil
        }
        let columns = tied.compactMap { votes.contestants.firstIndex(of: $0) }
        missing = areas.filter { area in columns.contains { area.votes[$0] == nil } }
            .map { .area($0.region) }
        guard missing.isEmpty else { return nil }
        let spreads = columns.map { column in Spread(areas.map { $0.votes[column] ?? 0 }) }
        if addsUp {
            missing = zip(columns, spreads).filter { $1.total != votes.totals[$0].map { Int128($0) } }
                .map { .remainder(tier, contestant: votes.contestants[$0.0]) }
            guard missing.isEmpty else { return nil }
        }
        return Dictionary(uniqueKeysWithValues: zip(tied, spreads))
    }

    private func ground(
        _ spreads: [Int: Spread],
        _ tier: RegionCode.Tier,
        _ source: LocalizedText
    ) -> Winners.Ground {
        switch measure {
        case .areas:
            Winners.Ground(
                measure: .areas(tier),
                figures: spreads.mapValues(\.reach),
                bar: nil,
                source: source
            )
        case .evenness:
            Winners.Ground(
                measure: .unevenness(tier),
                figures: spreads.mapValues(\.unevenness),
                bar: nil,
                source: source
            )
        }
    }

    /// Gives places to whoever is ahead of enough others, and leaves out whoever is behind too many.
    private mutating func decide(by spreads: [Int: Spread]) {
        func isAhead(_ one: Int, _ other: Int) -> Bool {
            guard let one = spreads[one], let other = spreads[other] else { return false }
            return one.isAhead(of: other, by: measure)
        }
        let group = tied
        let ahead = Dictionary(
            uniqueKeysWithValues: group.map { one in (one, group.filter { isAhead(one, $0) }) }
        )
        func behind(_ one: Int) -> Int { group.count { ahead[$0]?.contains(one) ?? false } }
        let sure = group.filter { group.count - 1 - (ahead[$0]?.count ?? 0) < places }
        let out = group.filter { behind($0) >= places }
        chosen += sure.sorted { (behind($0), $0) < (behind($1), $1) }
        places -= sure.count
        tied = group.filter { !sure.contains($0) && !out.contains($0) }
        if places == 0 { tied = [] }
        isNotComparable = tied.contains { one in
            tied.contains { spreads[one]?.isEqual(to: spreads[$0], by: measure) == false }
        }
    }
}

/// How the votes of one contestant lie over areas.
private struct Spread {
    /// Votes per area, fewest first.
    private let votes: [Int]

    init(_ votes: [Int]) {
        self.votes = votes.sorted()
    }

    /// All votes of its areas.
    var total: Int128 { votes.reduce(0) { $0 + Int128($1) } }

    /// The areas with a vote at least.
    var reach: Ratio { Ratio(Int128(votes.count { $0 > 0 }), of: Int128(votes.count)) }

    /// The sum of the differences between any two areas, of the number of areas times all votes.
    var unevenness: Ratio {
        let count = votes.count
        let differences = votes.enumerated().reduce(Int128(0)) { sum, area in
            sum + Int128(2 * area.offset + 1 - count) * Int128(area.element)
        }
        return Ratio(differences, of: Int128(count) * total)
    }

    func isAhead(of other: Spread, by measure: Law.SpreadMeasure) -> Bool {
        switch measure {
        case .areas: reach.part > other.reach.part
        case .evenness: isAtLeastAsEven(as: other) && !other.isAtLeastAsEven(as: self)
        }
    }

    func isEqual(to other: Spread?, by measure: Law.SpreadMeasure) -> Bool {
        guard let other else { return false }
        return switch measure {
        case .areas: reach.part == other.reach.part
        case .evenness: isAtLeastAsEven(as: other) && other.isAtLeastAsEven(as: self)
        }
    }

    /// Whether every measure of inequality calls it as even or more: its areas with the fewest votes hold as large a
    /// part of its votes or a larger one, however many areas are taken (Lorenz).
    private func isAtLeastAsEven(as other: Spread) -> Bool {
        let (mine, theirs) = (total, other.total)
        var (own, others) = (Int128(0), Int128(0))
        for (one, another) in zip(votes, other.votes) {
            own += Int128(one)
            others += Int128(another)
            if own * theirs < others * mine { return false }
        }
        return true
    }
}
