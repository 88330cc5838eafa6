import Elections

/// Votes of parties that were published of an election without its forms, spread over the stations of each village, so
/// that forms made up add up to them again.
struct KnownVotes {
    /// The ballot.
    let ballot: Ballot
    private let stations: [StationCode: [Int]]

    /// The votes of the election's first ballot of which they are known of every village; `nil` where there is none.
    ///
    /// - Complexity: O(stations × contestants).
    init?(_ election: Election, _ plan: RehearsalPlan) {
        for contest in election.contests where plan.ballots.contains(contest.ballot) {
            guard let rows = contest.reported?.rows, !rows.isEmpty else { continue }
            var stations: [StationCode: [Int]] = [:]
            for row in rows where row.region.tier == .village && !row.votes.contains(nil) {
                let places = election.regions.stationPositions(in: row.region).filter {
                    election.has(contest.ballot, atStation: $0)
                }
                let codes = places.map { election.regions.stations[$0] }
                let sizes = places.map {
                    max(1, (election.electorate[$0].male ?? 0) + (election.electorate[$0].female ?? 0))
                }
                var spread = codes.map { _ in [Int]() }
                for (number, votes) in zip(contest.contestants.map(\.number), row.votes) {
                    let weights = zip(codes, sizes).map { code, size in
                        var dice = Dice(plan.seed, "known \(contest.ballot.rawValue) \(code) \(number)")
                        return size * dice.among(80...120)
                    }
                    for (place, part) in Dice.divide(votes ?? 0, by: weights).enumerated() {
                        spread[place].append(part)
                    }
                }
                for (code, votes) in zip(codes, spread) { stations[code] = votes }
            }
            ballot = contest.ballot
            self.stations = stations
            return
        }
        return nil
    }

    /// The votes at a station, contestants in ballot order; `nil` where they are not known.
    func votes(at station: StationCode) -> [Int]? { stations[station] }
}
