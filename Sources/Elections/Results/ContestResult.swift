import Apportionment

/// One ballot added up: figures of every region, comparison, seats.
public struct ContestResult: Sendable {
    /// What the sums were made from.
    public enum Basis: Hashable, Sendable {
        /// Readings of station forms; the named one was counted, but where a later version superseded it.
        case forms(Reading)
        /// Totals published without their forms.
        case reported

        /// The reading that was counted.
        public var reading: Reading? {
            switch self {
            case .forms(let reading): reading
            case .reported: nil
            }
        }
    }

    /// The ballot with all its figures.
    public let contest: Contest
    /// What the sums were made from.
    public let basis: Basis
    /// The rule by which its seats are divided here; `nil` when they are not.
    public let rules: Law.Rules
    /// The districts in order; empty when seats are not divided here.
    public let districts: [DistrictResult]
    /// Regions with a certified figure, in register order.
    public let comparison: [CertifiedComparison]
    /// The same before any vote was held or counted again: the first reading's first forms; `nil` where
    /// nothing was superseded.
    public let firstComparison: [CertifiedComparison]?
    /// The form that counts at each station, in register order; empty without forms.
    public let forms: [FormInForce?]

    let figures: [UnitFigures]

    /// The stations whose form is taken from another reading, as only that one holds its latest version.
    public var stationsFromOtherReadings: [Int] {
        forms.indices.filter { (forms[$0]?.reading ?? 0) > 0 }
    }

    /// The stations at which the readings of the forms differ, in register order.
    ///
    /// - Complexity: O(stations × readings × fields).
    public var readingDifferences: [ReadingDifference] {
        ReadingDifference.all(in: contest, stations: forms.indices)
    }

    /// Seats per contestant over all districts, in ballot order; contested seats belong to nobody.
    public var seats: [Int] {
        districts.reduce(contest.contestants.map { _ in 0 }) { seats, district in
            zip(seats, district.allocation.seats).map(+)
        }
    }

    /// The seats of all districts together, contested ones included.
    public var houseSize: Int {
        districts.reduce(0) { $0 + $1.district.seats }
    }

    /// The seats a tie leaves open, over all districts.
    public var contestedSeats: Int {
        districts.reduce(0) { $0 + ($1.allocation.tie?.seats ?? 0) }
    }

    /// Whether the office determined other seats than the votes give; `nil` while that is not known, nor
    /// every station counted.
    public var differsFromDetermined: Bool? {
        guard let determined = contest.determined, !districts.isEmpty,
            districts.allSatisfy(\.figures.isComplete)
        else { return nil }
        return zip(contest.contestants, seats).contains { determined[$0.number, default: 0] != $1 }
    }
}
