import Apportionment

/// Tries other votes where those in doubt stood, and looks at who of one list is elected.
struct ListTrial {
    let contested: VotedList
    /// Who is elected by the votes as they are recorded.
    let recorded: Result<ListRanking, RankingRefusal>
    private let stations: [ContestedStation]
    private let numbers: [Int]
    private let place: Int
    private let seats: Materiality
    private let rules: TieRules
    private let decisions: [ListDecision]

    init(
        _ question: ContestedDistrict,
        _ place: Int,
        _ seats: Materiality,
        _ rules: TieRules,
        _ decisions: [ListDecision]
    ) {
        let contested = question.lists[place]
        self.contested = contested
        stations = question.stations
        numbers = question.lists.map(\.list.contestant)
        (self.place, self.seats, self.rules, self.decisions) = (place, seats, rules, decisions)
        recorded = Result { () throws(RankingRefusal) in
            try ListRanking(
                seats.outcome.seats[place],
                to: contested.list,
                contested.standings,
                rules,
                decisions: decisions
            )
        }
    }

    private var most: Int { seats.contested.most }

    /// The seats that are sure.
    private var held: Int { seats.outcome.seats[place] }

    /// Those who can take a seat.
    private var candidates: [Candidate] {
        contested.list.candidates.filter { contested.standings[$0.number]?.status.canTakeSeat ?? false }
    }

    /// Each elected candidate against each who could be.
    func rivalries() -> [CandidateRivalry] {
        guard case .success(let ranking) = recorded, ranking.tie == nil else { return [] }
        let elected = Set(ranking.elected.map(\.candidate.number))
        let others = candidates.map(\.number).filter { !elected.contains($0) }.sorted()
        return ranking.elected.flatMap { winner in
            let least = certain(winner.candidate.number)
            return others.map { other in
                CandidateRivalry(
                    elected: winner.candidate.number,
                    other: other,
                    electedVotes: least,
                    otherVotes: certain(other) + most,
                    needed: max(0, least - certain(other))
                )
            }
        }
    }

    /// The votes of a candidate that are not in doubt.
    private func certain(_ number: Int) -> Int {
        let choice = ListChoice(contestant: contested.list.contestant, candidate: number)
        let inDoubt = stations.reduce(0) { $0 + ($1.votes(of: choice) ?? 0) }
        return (contested.votes(of: number) ?? 0) - inDoubt
    }
}

extension ListTrial {
    /// Votes by which the list gets other seats, as far as it has candidates for them.
    func changedSeats() -> ListMateriality.Change? {
        let all = candidates.count
        guard all > 0 else { return nil }
        if held < all, isTied(in: seats.outcome) {
            let trials = [0] + (most > 0 ? [1] : [])
            return trials.lazy.compactMap { changedTie($0) }.first
        }
        let lasting = min(held, all)
        if lasting > 0, let fewer = seats.fewerSeats(than: lasting, for: place) {
            return change(fewer.votes, .fewerSeats)
        }
        if held < all, let more = seats.moreSeats(than: held, for: place) {
            return change(more.votes, .moreSeats)
        }
        return nil
    }

    /// A tie of parties cannot last both without a vote in doubt and with one of them.
    private func changedTie(_ votes: Int) -> ListMateriality.Change? {
        let given = numbers.indices.map { $0 == place ? votes : 0 }
        guard let outcome = seats.contested.outcome(with: given) else { return nil }
        let isSame = outcome.seats[place] == held && isTied(in: outcome)
        return isSame ? nil : change(given, .partyTie)
    }

    private func isTied(in outcome: Allocation) -> Bool { outcome.tie?.parties.contains(place) ?? false }

    private func change(_ votes: [Int], _ cause: ListMateriality.Cause) -> ListMateriality.Change {
        let given = zip(numbers, votes).filter { $0.1 > 0 }.map {
            (ListChoice(contestant: $0.0, candidate: nil), $0.1)
        }
        return ListMateriality.Change(votes: Dictionary(uniqueKeysWithValues: given), cause: cause)
    }
}

extension ListTrial {
    /// Votes by which others of the list are elected to as many seats, or what is missing to know.
    func changedOrder(
        _ rivalries: [CandidateRivalry]
    ) -> (change: ListMateriality.Change?, missing: RankingRefusal?) {
        switch recorded {
        case .failure(let refusal): return (nil, held > 0 ? refusal : nil)
        case .success(let ranking) where ranking.tie != nil: return changedTie(ranking)
        case .success(let ranking):
            if let ahead = rivalries.filter({ $0.reach == .ahead }).min(by: { $0.needed < $1.needed }) {
                return (change(to: ahead.other, min(most, ahead.needed + 1), .order), nil)
            }
            var missing: RankingRefusal?
            for other in Set(rivalries.filter { $0.reach == .level }.map(\.other)).sorted() {
                do throws(RankingRefusal) {
                    guard try differs(ranking, giving: stations.map(\.most), to: other) else { continue }
                    return (change(to: other, most, .equals), nil)
                } catch {
                    missing = missing ?? error
                }
            }
            return (nil, missing)
        }
    }

    /// Candidates who are tied cannot stay so both without a vote in doubt and with one for one of them.
    private func changedTie(_ ranking: ListRanking) -> (
        change: ListMateriality.Change?, missing: RankingRefusal?
    ) {
        guard let tied = ranking.tie?.tied, let first = tied.first else { return (nil, nil) }
        guard Set(tied.map(certain)).count == 1 else { return (change(to: first, 0, .tie), nil) }
        if most > 0 { return (change(to: first, 1, .tie), nil) }
        do throws(RankingRefusal) {
            let differs = try differs(ranking, giving: stations.map { _ in 0 }, to: first)
            return (differs ? change(to: first, 0, .tie) : nil, nil)
        } catch {
            return (nil, error)
        }
    }

    /// Whether others are elected or tied when one candidate gets these votes station by station, and nobody else any.
    private func differs(
        _ ranking: ListRanking,
        giving votes: [Int],
        to number: Int
    ) throws(RankingRefusal) -> Bool {
        let other = try ListRanking(
            held,
            to: contested.list,
            standings(giving: votes, to: number),
            rules,
            decisions: decisions
        )
        return Set(other.elected.map(\.candidate.number)) != Set(ranking.elected.map(\.candidate.number))
            || other.tie?.tied != ranking.tie?.tied
    }

    private func standings(giving votes: [Int], to number: Int) -> [Int: CandidateStanding] {
        var standings: [Int: CandidateStanding] = [:]
        for (candidate, standing) in contested.standings {
            let choice = ListChoice(contestant: contested.list.contestant, candidate: candidate)
            let given = candidate == number ? votes : votes.map { _ in 0 }
            standings[candidate] = CandidateStanding(
                votes: certain(candidate) + given.reduce(0, +),
                status: standing.status,
                spread: standing.spread.map { spread in
                    zip(stations, given).reduce(spread) { spread, change in
                        spread.replacing(change.0.votes(of: choice) ?? 0, with: change.1, at: change.0.code)
                    }
                }
            )
        }
        return standings
    }

    private func change(to candidate: Int, _ votes: Int, _ cause: ListMateriality.Cause)
        -> ListMateriality.Change
    {
        let choice = ListChoice(contestant: contested.list.contestant, candidate: candidate)
        return ListMateriality.Change(votes: votes > 0 ? [choice: votes] : [:], cause: cause)
    }
}
