/// Gives fewer seats than there are equals to those whom the law puts first, as far as it does.
struct TieBreaker {
    /// One of the equals.
    struct Member {
        let number: Int
        let votes: Int
        let sex: Field.Sex?
        let spread: VoteSpread?
    }

    /// Who gets a seat on which ground, and who is left equal for the seats left.
    struct Outcome {
        var chosen: [(number: Int, ground: SeatGround)] = []
        var open: OpenTie?
    }

    private let rules: TieRules
    private var left: [Member]
    private var seats: Int
    private var outcome = Outcome()

    /// - Throws: ``RankingRefusal`` when a step needs what is not known.
    /// - Complexity: O(steps · *n*² · areas) in the equals.
    static func choose(
        _ seats: Int,
        of equals: [Member],
        _ rules: TieRules
    ) throws(RankingRefusal) -> Outcome {
        var breaker = TieBreaker(rules: rules, left: equals.sorted { $0.number < $1.number }, seats: seats)
        for step in rules.steps where breaker.isUndecided { try breaker.take(step) }
        if breaker.isUndecided { breaker.stop(rules.isOpen ? .ruleOpen(rules.rule) : .equal, rules.source) }
        return breaker.outcome
    }

    private init(rules: TieRules, left: [Member], seats: Int) {
        self.rules = rules
        self.left = left
        self.seats = seats
    }

    private var isUndecided: Bool { seats > 0 && outcome.open == nil }

    private mutating func take(_ step: Law.TieBreak) throws(RankingRefusal) {
        switch step {
        case .spread: try takeSpread()
        case .woman:
            let unknown = left.filter { $0.sex == nil || $0.sex == .both }
            guard unknown.isEmpty else { throw .sexMissing(unknown.map(\.number)) }
            award([left.filter { $0.sex == .female }, left.filter { $0.sex == .male }], .woman)
        case .listNumber: award(left.map { [$0] }, .listNumber)
        case .lot: stop(.lot, rules.source)
        case .plenary: stop(.plenary, rules.source)
        }
    }

    /// Tier by tier; those without votes have them nowhere, which needs no measure.
    private mutating func takeSpread() throws(RankingRefusal) {
        guard left.contains(where: { $0.votes > 0 }) else { return }
        guard let measure = rules.measure else { return stop(.ruleOpen(.spread), rules.spreadSource) }
        for tier in rules.tiers where isUndecided {
            let spreads = try spreads(in: tier)
            let places = left.indices.map { place in
                left.indices.map { spreads[$0].compared(to: spreads[place], in: tier, by: measure) }
            }
            guard !places.joined().contains(.unclear) else {
                return stop(.unclearSpread(tier), rules.spreadSource)
            }
            // How many are spread wider is the same for all that are spread alike.
            let wider = places.map { $0.count { $0 == .wider } }
            let counts = Dictionary(
                uniqueKeysWithValues: zip(left.map(\.number), spreads.map { $0.areas(tier) ?? 0 })
            )
            let groups = Set(wider).sorted().map { rank in
                left.indices.filter { wider[$0] == rank }.map { left[$0] }
            }
            award(groups, .spread(SpreadCount(tier: tier, measure: measure, areas: counts)))
        }
    }

    private func spreads(in tier: VoteSpread.Tier) throws(RankingRefusal) -> [VoteSpread] {
        let unknown = left.filter { $0.spread?.tiers[tier] == nil }
        guard unknown.isEmpty else { throw .spreadMissing(tier, unknown.map(\.number)) }
        let differing = left.filter { ($0.spread?.tiers[tier] ?? [:]).values.reduce(0, +) != $0.votes }
        guard differing.isEmpty else { throw .spreadDiffers(tier, differing.map(\.number)) }
        return left.compactMap(\.spread)
    }

    /// Gives seats to the groups that come first; the group that is too large for the seats left stays.
    private mutating func award(_ groups: [[Member]], _ ground: SeatGround) {
        for group in groups {
            guard group.count <= seats else {
                left = group
                return
            }
            outcome.chosen += group.map { ($0.number, ground) }
            seats -= group.count
            if seats == 0 { return }
        }
    }

    private mutating func stop(_ reason: OpenTie.Reason, _ basis: LocalizedText) {
        outcome.open = OpenTie(tied: left.map(\.number), seats: seats, reason: reason, basis: basis)
    }
}
