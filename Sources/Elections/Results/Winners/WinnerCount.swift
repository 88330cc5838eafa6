/// Finds who is elected by a rule: first the votes, then the spread of those who are equal.
struct WinnerCount {
    private let rule: Law.WinnerRule
    private let votes: ContestVotes
    private let round: Winners.Round
    private let rulings: Rulings
    /// All votes per contestant.
    private let totals: [Int: Int]
    private let valid: Int128
    private var grounds: [Winners.Ground] = []

    /// What the law says, or what was decided on it, where its sources leave it open.
    struct Rulings {
        /// How the spread that ties ask for is measured.
        let measure: Law.SpreadMeasure?
        /// Whether two pairs need the majority.
        let ofTwo: Law.OfTwo?
    }

    /// The outcome of `votes`.
    static func winners(
        _ rule: Law.WinnerRule,
        _ votes: ContestVotes,
        _ round: Winners.Round,
        _ rulings: Rulings
    ) -> Winners {
        let missing = zip(votes.contestants, votes.totals).filter { $0.1 == nil }
        guard missing.isEmpty else {
            return Winners(.missing(missing.map { .total(contestant: $0.0) }), [], rule.source)
        }
        var count = WinnerCount(rule, votes, round, rulings)
        return count.winners()
    }

    private init(
        _ rule: Law.WinnerRule,
        _ votes: ContestVotes,
        _ round: Winners.Round,
        _ rulings: Rulings
    ) {
        (self.rule, self.votes, self.round, self.rulings) = (rule, votes, round, rulings)
        totals = Dictionary(uniqueKeysWithValues: zip(votes.contestants, votes.totals.map { $0 ?? 0 }))
        valid = totals.values.reduce(0) { $0 + Int128($1) }
    }

    private mutating func winners() -> Winners {
        if let blank = votes.blank { return againstBlank(blank) }
        if rule.places == 1, votes.contestants.count == 1 {
            return open(.noRule, votes.contestants, places: 1, for: .election, rule.source)
        }
        guard let majority = rule.majority else { return mostVotes(rule.source, tie: rule.tie) }
        guard round == .first else { return mostVotes(majority.inRunOff, tie: nil) }
        return firstRound(majority)
    }
}

extension WinnerCount {
    /// Contestants from the most votes to the fewest, equals by number.
    private var ranked: [Int] {
        votes.contestants.sorted { (totals[$1, default: 0], $0) < (totals[$0, default: 0], $1) }
    }

    private func share(_ contestant: Int) -> Ratio {
        Ratio(Int128(totals[contestant, default: 0]), of: valid)
    }

    private mutating func compareVotes(_ contestants: [Int], bar: Share? = nil, _ source: LocalizedText) {
        let figures = contestants.map { ($0, share($0)) }
        grounds.append(
            Winners.Ground(
                measure: .votes,
                figures: Dictionary(uniqueKeysWithValues: figures),
                bar: bar,
                source: source
            )
        )
    }

    private func outcome(_ outcome: Winners.Outcome, _ source: LocalizedText) -> Winners {
        Winners(outcome, grounds, source)
    }

    private func open(
        _ reason: OpenPlaces.Reason,
        sure: [Int] = [],
        _ tied: [Int],
        places: Int,
        for purpose: OpenPlaces.Purpose,
        _ source: LocalizedText
    ) -> Winners {
        outcome(
            .open(OpenPlaces(reason: reason, purpose: purpose, sure: sure, tied: tied, places: places)),
            source
        )
    }

    /// A single pair against the blank column.
    private mutating func againstBlank(_ blank: Int) -> Winners {
        let pair = votes.contestants.filter { $0 != blank }
        guard let alone = rule.alone else {
            return open(.noRule, pair, places: 1, for: .election, rule.source)
        }
        compareVotes(votes.contestants, bar: alone.share, alone.source)
        let isElected = pair.contains { share($0).exceeds(alone.share) }
        return outcome(isElected ? .elected(pair) : .newElection, alone.source)
    }

    /// The most votes elect, as many as there are places.
    private mutating func mostVotes(_ source: LocalizedText, tie: Law.WinnerRule.Tie?) -> Winners {
        compareVotes(votes.contestants, source)
        return places(rule.places, for: .election, source, tie: tie)
    }

    /// Gives places to those with the most votes, and to equals by the spread of their votes.
    private mutating func places(
        _ places: Int,
        for purpose: OpenPlaces.Purpose,
        _ source: LocalizedText,
        tie: Law.WinnerRule.Tie?
    ) -> Winners {
        let ranked = ranked
        guard ranked.count > places else { return filled(ranked, purpose, source) }
        let (last, next) = (totals[ranked[places - 1]], totals[ranked[places]])
        guard last == next else { return filled(Array(ranked.prefix(places)), purpose, source) }
        let tied = ranked.filter { totals[$0] == last }
        let sure = ranked.filter { totals[$0, default: 0] > last ?? 0 }
        let left = places - sure.count
        guard let tie else { return open(.noRule, sure: sure, tied, places: left, for: purpose, source) }
        guard let measure = rulings.measure else {
            let open = tie.asks == .wider ? Law.RuleID.spread : .evenSpread
            return self.open(.rule(open), sure: sure, tied, places: left, for: purpose, tie.source)
        }
        let spread = SpreadRanking(
            tied,
            places: left,
            votes: votes,
            by: measure,
            rule: tie,
            addsUp: rule.majority?.breadth == nil
        )
        grounds += spread.grounds
        guard spread.missing.isEmpty else { return outcome(.missing(spread.missing), tie.source) }
        guard spread.places > 0 else { return filled(sure + spread.chosen, purpose, tie.source) }
        return open(
            spread.isNotComparable ? .notComparable : .equal,
            sure: sure + spread.chosen,
            spread.tied,
            places: spread.places,
            for: purpose,
            tie.source
        )
    }

    private func filled(
        _ contestants: [Int],
        _ purpose: OpenPlaces.Purpose,
        _ source: LocalizedText
    ) -> Winners {
        outcome(purpose == .election ? .elected(contestants) : .runOff(contestants), source)
    }
}

extension WinnerCount {
    /// Whether somebody has the majority and its breadth.
    private enum Standing {
        case reached, failed
        case missing([MissingVotes])
    }

    private mutating func firstRound(_ majority: Law.WinnerRule.Majority) -> Winners {
        let ranked = ranked
        let first = ranked[0]
        let isOfTwo = ranked.count == 2 && totals[ranked[0]] != totals[ranked[1]]
        if isOfTwo, let ofTwo = majority.ofTwo, rulings.ofTwo == .mostVotes {
            return mostVotes(ofTwo.source, tie: nil)
        }
        compareVotes(votes.contestants, bar: majority.share, majority.source)
        switch standing(of: first, majority) {
        case .reached: return outcome(.elected([first]), majority.source)
        case .missing(let missing): return outcome(.missing(missing), majority.source)
        case .failed: break
        }
        if isOfTwo, let ofTwo = majority.ofTwo, rulings.ofTwo == nil {
            return open(.rule(.ofTwo), votes.contestants, places: 1, for: .election, ofTwo.source)
        }
        return places(2, for: .runOff, majority.runOff, tie: rule.tie)
    }

    private mutating func standing(of first: Int, _ majority: Law.WinnerRule.Majority) -> Standing {
        guard share(first).exceeds(majority.share) else { return .failed }
        guard let breadth = majority.breadth else { return .reached }
        let provinces = votes.areas[.province] ?? []
        guard provinces.count <= breadth.count else {
            return .missing([.areas(.province, known: provinces.count, of: breadth.count)])
        }
        let column = votes.contestants.firstIndex(of: first) ?? 0
        let shares = provinces.map { Self.share(of: column, in: $0) }
        let reached = shares.count { $0?.reaches(breadth.share) ?? false }
        let unknown = shares.count { $0 == nil } + breadth.count - provinces.count
        func exceeds(_ count: Int) -> Bool {
            Ratio(Int128(count), of: Int128(breadth.count)).exceeds(breadth.provinces)
        }
        grounds.append(
            Winners.Ground(
                measure: .provinces(reaching: breadth.share),
                figures: [first: Ratio(Int128(reached), of: Int128(breadth.count))],
                bar: breadth.provinces,
                source: majority.source
            )
        )
        if exceeds(reached) { return .reached }
        guard exceeds(reached + unknown) else { return .failed }
        let areas = zip(provinces, shares).filter { $0.1 == nil }.map { MissingVotes.area($0.0.region) }
        return .missing(
            provinces.count < breadth.count
                ? areas + [.areas(.province, known: provinces.count, of: breadth.count)] : areas
        )
    }

    /// What a contestant has of an area's votes; `nil` where a figure is missing.
    private static func share(of column: Int, in area: ContestVotes.Area) -> Ratio? {
        var sum: Int128 = 0
        for figure in area.votes {
            guard let figure else { return nil }
            sum += Int128(figure)
        }
        return area.votes[column].map { Ratio(Int128($0), of: sum) }
    }
}
