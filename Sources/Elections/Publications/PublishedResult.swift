import Apportionment

/// What a ballot came to, as the office published it: the figures of every region, the seats of every district.
///
/// Whoever has the publications before it can add it up again.
public struct PublishedResult: Hashable, Sendable {
    /// The ballot.
    public let ballot: Ballot
    /// Whether the sums are those of forms, and not of totals published without them.
    public let isOfForms: Bool
    /// How many forms break a rule that holds a form back, by reading and rule; those that none breaks are left out.
    public let broken: [Broken]
    /// The electoral districts; empty where seats are not divided here.
    public let districts: [District]
    /// The regions in the order of the register.
    public let regions: [Row]

    /// Forms of a reading that break a rule.
    public struct Broken: Hashable, Sendable {
        /// The reading.
        public let reading: String
        /// The rule's code.
        public let rule: String
        /// The forms.
        public let forms: Int
    }

    /// The seats of a district.
    public struct District: Hashable, Sendable {
        /// The number of the district.
        public let number: Int
        /// The name of the method by which they are divided.
        public let method: String
        /// Seats by contestant number; none for who has none.
        public let seats: [Int: Int]
        /// The seats that a tie leaves open.
        public let contested: Int
    }

    /// What was counted in a region.
    public struct Row: Hashable, Sendable {
        /// The region.
        public let region: RegionCode
        /// Stations that have the ballot.
        public let stations: Int
        /// Those of them whose votes are all there.
        public let counted: Int
        /// Valid votes as the forms state them; `nil` where nothing was entered, as in all figures here.
        public let valid: Int?
        /// Invalid votes.
        public let invalid: Int?
        /// Valid and invalid votes.
        public let total: Int?
        /// Votes in the order of the ballot; `nil` where nothing was entered.
        public let votes: [Int?]
    }
}

extension PublishedResult {
    /// What a ballot comes to by what an office knows; `nil` while its figures cannot be added up.
    ///
    /// - Complexity: O(forms of the ballot × fields).
    public init?(_ ballot: Ballot, of state: ElectionState) {
        guard let election = state.election({ $0 == ballot }), let contest = election.contests.first,
            let result = try? Adder(election: election, contest: contest).result()
        else { return nil }
        self.ballot = ballot
        isOfForms = !result.forms.isEmpty
        broken = Self.broken(election, result)
        districts = result.districts.map { district in
            let seats = zip(result.contest.contestants, district.allocation.seats).filter { $1 > 0 }
            return District(
                number: district.district.number,
                method: district.distribution.method.rawValue,
                seats: Dictionary(seats.map { ($0.number, $1) }) { first, _ in first },
                contested: district.allocation.tie?.seats ?? 0
            )
        }
        regions = zip(election.regions.all, result.figures).map { region, figures in
            Row(
                region: region.code,
                stations: figures.stations,
                counted: figures.counted,
                valid: figures.valid,
                invalid: figures.invalid,
                total: figures.total,
                votes: figures.votes
            )
        }
    }

    private static func broken(_ election: Election, _ result: ContestResult) -> [Broken] {
        let forms = FormSetting(election, [result], result)
        return result.contest.readings.enumerated().flatMap { place, reading in
            forms.examination(ofReading: place, isBrief: true).tallies.compactMap { tally in
                guard let count = tally.failed[.hard], count > 0 else { return nil }
                return Broken(reading: reading.id, rule: tally.check.code, forms: count)
            }
        }
    }

    /// The first figure in which another result of the same ballot differs; `nil` when none does.
    ///
    /// - Complexity: O(regions × contestants).
    public func difference(from other: PublishedResult) -> Difference? {
        guard isOfForms == other.isOfForms else { return .basis }
        for (row, next) in zip(regions, other.regions) where row != next { return .region(row.region) }
        guard regions.count == other.regions.count else { return .regions }
        for (district, next) in zip(districts, other.districts) where district != next {
            return .district(district.number)
        }
        guard districts.count == other.districts.count else { return .districts }
        return broken == other.broken ? nil : .broken
    }

    /// In what two results differ.
    public enum Difference: Hashable, Sendable {
        /// One is of forms, the other of totals without them.
        case basis
        /// The sums of this region.
        case region(RegionCode)
        /// There are other regions.
        case regions
        /// The seats of this district.
        case district(Int)
        /// There are other districts.
        case districts
        /// The number of forms that break a rule.
        case broken
    }
}
