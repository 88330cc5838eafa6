/// What of an election a case or a ruling concerns.
///
/// Empty lists say nothing less than all: no stations are all those of its districts, no districts of a ballot all of
/// them. Without a ballot it concerns no figures.
public struct CaseScope: Hashable, Sendable {
    /// The ballots.
    public let ballots: [Ballot]
    /// The stations.
    public let stations: [StationCode]
    /// The electoral districts.
    public let districts: [District]
    /// Who is contested; `nil` where it is nobody in particular.
    public let candidate: CaseCandidate?

    /// An electoral district of a ballot.
    public struct District: Hashable, Sendable {
        /// The ballot.
        public let ballot: Ballot
        /// Its number there.
        public let number: Int

        /// A district.
        public init(_ ballot: Ballot, _ number: Int) {
            self.ballot = ballot
            self.number = number
        }
    }

    /// Whether it says nothing.
    public var isEmpty: Bool {
        ballots.isEmpty && stations.isEmpty && districts.isEmpty && candidate == nil
    }

    /// What is concerned.
    public init(
        _ ballots: [Ballot] = [],
        stations: [StationCode] = [],
        districts: [District] = [],
        candidate: CaseCandidate? = nil
    ) {
        self.ballots = ballots
        self.stations = stations
        self.districts = districts
        self.candidate = candidate
    }
}

/// Somebody who stands, by their numbers.
public struct CaseCandidate: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// The number of the party, pair or person on it.
    public let contestant: Int
    /// The electoral district; `nil` on a ballot without districts here, and of a party as a whole.
    public let district: Int?
    /// The number on the party's list; `nil` of the whole list, a pair or a person.
    public let number: Int?

    /// Somebody who stands.
    public init(_ ballot: Ballot, contestant: Int, district: Int? = nil, number: Int? = nil) {
        self.ballot = ballot
        self.contestant = contestant
        self.district = district
        self.number = number
    }
}

extension CaseScope {
    /// Whether it concerns a district of a ballot, or any of it where there is none.
    ///
    /// - Parameters:
    ///   - ballot: The ballot.
    ///   - district: The district's number; `nil` for the whole ballot.
    ///   - districts: The districts of the ballot.
    /// - Returns: Whether what is decided there waits for it.
    public func concerns(_ ballot: Ballot, district: Int?, of districts: [ElectoralDistrict]) -> Bool {
        guard ballots.contains(ballot) else { return false }
        guard let district else { return true }
        let named = self.districts.filter { $0.ballot == ballot }
        guard !named.isEmpty || !stations.isEmpty else { return true }
        if named.contains(where: { $0.number == district }) { return true }
        let regions = districts.first { $0.number == district }?.regions ?? []
        return stations.contains { station in regions.contains { $0.contains(station.village) } }
    }
}
