extension Ballot {
    /// The tier whose voters elect together where no lists divide seats; `nil` for the nation, and where they do.
    ///
    /// - Legal source: UU 7/2017 art. 196 (four of each province); UU 1/2015 art. 1.
    public var electingTier: RegionCode.Tier? {
        switch self {
        case .senate, .governor: .province
        case .regent: .regency
        case .president, .house, .provincialCouncil, .regencyCouncil: nil
        }
    }
}

extension ContestVotes {
    /// The votes of a ballot in the place of an election: in all, and in the areas that its law compares.
    ///
    /// - Parameters:
    ///   - contest: The ballot.
    ///   - election: The election.
    ///   - rule: How it is found who is elected.
    ///   - figure: The votes of a contestant, by their place in the order of the ballot, in a region.
    /// - Throws: ``Fault`` when the figures contradict each other.
    /// - Complexity: O(regions × contestants).
    init(
        of contest: Contest,
        in election: Election,
        _ rule: Law.WinnerRule,
        _ figure: (_ contestant: Int, RegionCode) -> Int?
    ) throws(Fault) {
        let regions = election.regions
        let tiers = Set(rule.tie?.tiers ?? [])
        let areas = regions.all.filter { region in
            tiers.contains(region.code.tier) && election.place.contains(region.code)
                && regions.stationPositions(in: region.code).contains {
                    election.has(contest.ballot, atStation: $0)
                }
        }
        func votes(_ region: RegionCode) -> [Int?] { contest.contestants.indices.map { figure($0, region) } }
        try self.init(
            contestants: contest.contestants.map(\.number),
            blank: contest.contestants.first { $0.kind == .blank }?.number,
            totals: votes(election.place),
            areas: areas.map { Area($0.code, votes: votes($0.code)) }
        )
    }
}

extension Contest {
    /// Who is elected after the first recorded decision that fits places which law and figures leave open.
    func settled(_ winners: Winners) -> Winners {
        (tieDecisions + seatDecisions).lazy.compactMap { decision in
            decision.district == Determination.undivided ? winners.settled(by: decision) : nil
        }.first ?? winners
    }
}

extension Winners {
    /// The outcome after a decision that gives each who is chosen one place; `nil` where it does not fit.
    func settled(by decision: TieDecision) -> Winners? {
        guard case .open(let places) = outcome, decision.seats.values.allSatisfy({ $0 == 1 }) else {
            return nil
        }
        let chosen = decision.seats.keys.sorted()
        return try? settled(by: WinnerDecision(tied: places.tied, chosen: chosen, basis: decision.basis))
    }
}

extension Snapshot {
    /// Who is elected by the forms that count where no lists divide seats.
    ///
    /// Votes are missing while any station of the place lacks its form.
    ///
    /// - Returns: `nil` where lists divide the ballot's seats, or voters elsewhere elect as well.
    /// - Complexity: O(regions × contestants).
    public func winners(of ballot: Ballot) -> Winners? {
        guard let result = result(of: ballot), ballot.electingTier == election.place.tier,
            let rule = result.rules.winners(in: election.place)
        else { return nil }
        let votes = try? ContestVotes(of: result.contest, in: election, rule) { contestant, region in
            figures(of: ballot, in: region).flatMap { $0.isComplete ? $0.votes[contestant] : nil }
        }
        return votes.flatMap { votes in
            election.law.winners(of: ballot, in: election.place, votes: votes, decisions: election.decisions)
        }.map(result.contest.settled)
    }
}
