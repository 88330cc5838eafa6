import Apportionment

/// Adds up a ballot by district, and finds its open forms, station by station.
struct DistrictCounter {
    /// The districts so far.
    private(set) var districts: [DistrictCount]
    private let ballot: Ballot
    /// The district of each station; ``none`` where it is in none.
    private let places: [Int32]
    private let bound: BallotBound
    private let doubts: FormDoubts

    private static let none: Int32 = -1

    /// - Returns: `nil` where forms of this office alone do not decide the outcome.
    init?(_ state: ElectionState, _ contest: Contest, _ doubts: FormDoubts) {
        guard let regions = state.regions, let law = state.law else { return nil }
        let votes = contest.contestants.map { _ in 0 }
        var places = [Int32](repeating: Self.none, count: regions.stations.count)
        if let rule = law.ballots[contest.ballot]?.seats, !contest.districts.isEmpty {
            // Who takes part is then known to the nation alone.
            guard rule.threshold == nil else { return nil }
            districts = contest.districts.map {
                DistrictCount(district: $0, method: rule.method, seats: $0.seats, votes: votes)
            }
            for (place, district) in contest.districts.enumerated() {
                for region in district.regions {
                    for station in regions.stationPositions(in: region) { places[station] = Int32(place) }
                }
            }
        } else if let place = state.place, Self.electsOne(contest.ballot, in: place) {
            // One seat goes to the most votes by every divisor method.
            districts = [DistrictCount(district: nil, method: .sainteLague, seats: 1, votes: votes)]
            for station in regions.stationPositions(in: place) { places[station] = 0 }
        } else {
            return nil
        }
        (ballot, self.places, self.doubts) = (contest.ballot, places, doubts)
        bound = BallotBound(state, contest.ballot, law, doubts)
    }

    /// Whether the most votes in a place win a ballot.
    ///
    /// - Legal source: UU 10/2016 art. 107 and 109; in Jakarta more than half are needed (UU 29/2007 art. 11).
    private static func electsOne(_ ballot: Ballot, in place: RegionCode) -> Bool {
        switch ballot {
        case .regent: place.tier == .regency
        case .governor: place.tier == .province && place.description != "31"
        case .president, .house, .senate, .provincialCouncil, .regencyCouncil: false
        }
    }

    /// Takes in a station.
    ///
    /// - Parameters:
    ///   - station: Its place in the register.
    ///   - code: Its code.
    ///   - work: What was done about its forms.
    ///   - counted: The form that counts, and its votes; `nil` for none.
    mutating func add(
        _ station: Int,
        _ code: StationCode,
        _ work: [FormWork],
        _ counted: (version: FormVersion, votes: CountedVotes)?
    ) {
        let place = Int(places[station])
        guard districts.indices.contains(place) else { return }
        if let votes = counted?.votes, votes.isEntered {
            districts[place].isEntered = true
            for (contestant, figure) in votes.votes.enumerated() {
                districts[place].votes[contestant] += figure
            }
        }
        guard let open = open(station, code, work, counted) else { return }
        districts[place].open.append(open)
    }

    private func open(
        _ station: Int,
        _ code: StationCode,
        _ work: [FormWork],
        _ counted: (version: FormVersion, votes: CountedVotes)?
    ) -> DistrictCount.OpenForm? {
        func form(_ version: FormVersion, _ reason: Stake.Reason, _ uncertain: Int?) -> DistrictCount.OpenForm
        {
            DistrictCount.OpenForm(
                form: FormKey(ballot, code, version),
                station: station,
                reason: reason,
                uncertain: uncertain,
                isCounted: counted?.votes.isEntered ?? false
            )
        }
        func most(_ version: FormVersion) -> Int? { bound.most(atStation: station, vote: version.vote) }
        if let last = work.last, counted.map({ $0.version < last.version }) ?? true {
            // As soon as it is accepted, votes that are counted go, and others come.
            let most = most(last.version).map { max($0, counted?.votes.sum ?? 0) }
            return form(last.version, .waits(BoardFigures.Phase(last)), most)
        }
        guard let counted else { return form(.regular, .waits(.untouched), most(.regular)) }
        guard counted.votes.isEntered else {
            return form(counted.version, .empty, counted.votes.stated ?? most(counted.version))
        }
        guard let doubt = doubts.doubt(ballot, station, counted.version) else { return nil }
        let written = max(counted.votes.sum, counted.votes.stated ?? 0)
        let limit = max(written, most(counted.version) ?? written)
        let uncertain = min(doubt.votes ?? counted.votes.stated ?? counted.votes.sum, limit)
        return form(counted.version, .breaks(doubt.codes), uncertain)
    }
}

/// The votes of a form that counts.
struct CountedVotes: Sendable {
    /// The valid votes it states; `nil` where the paper has none.
    let stated: Int?
    /// Its votes in the order of the contestants; zero where the paper has none.
    let votes: [Int]
    /// Whether the paper has any.
    let isEntered: Bool

    /// All of them.
    var sum: Int { votes.reduce(0, +) }
}
