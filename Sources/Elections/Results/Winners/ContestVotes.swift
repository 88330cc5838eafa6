/// The valid votes of a ballot on which no lists stand: in all, and in the areas of each tier that is known.
///
/// A figure that is not known is `nil`, never zero. Votes cast abroad are in the total and in no area.
public struct ContestVotes: Hashable, Sendable {
    /// The votes a contestant can have: as many as seats can be divided by.
    public static let voteRange = 0..<(1 << 53)

    /// The votes in one area.
    public struct Area: Hashable, Sendable {
        /// The area.
        public let region: RegionCode
        /// Votes per contestant, in their order.
        public let votes: [Int?]

        /// The votes of an area.
        public init(_ region: RegionCode, votes: [Int?]) {
            self.region = region
            self.votes = votes
        }
    }

    /// The numbers of the contestants, ascending.
    public let contestants: [Int]
    /// The number of the blank column beside a single pair; `nil` where there is none.
    public let blank: Int?
    /// All votes per contestant.
    public let totals: [Int?]
    /// The areas of each tier, all of them, in register order.
    public let areas: [RegionCode.Tier: [Area]]

    /// Accepts figures in any order of contestants and areas.
    ///
    /// - Parameters:
    ///   - contestants: The numbers of all who stand, the blank column among them.
    ///   - blank: The number of the blank column.
    ///   - totals: All votes per contestant.
    ///   - areas: Every area of the tiers of which figures are there, whether or not its own are.
    /// - Throws: ``Fault`` naming the first thing that is wrong.
    /// - Complexity: O(areas × contestants).
    public init(
        contestants: [Int],
        blank: Int? = nil,
        totals: [Int?],
        areas: [Area] = []
    ) throws(Fault) {
        guard !contestants.isEmpty else { throw .nobodyStands }
        let order = contestants.indices.sorted { contestants[$0] < contestants[$1] }
        let sorted = order.map { contestants[$0] }
        for (number, next) in zip(sorted, sorted.dropFirst()) where number == next { throw .twice(number) }
        if let blank {
            guard contestants.contains(blank) else { throw .blankUnknown(blank) }
            guard contestants.count == 2 else { throw .blankBesideOthers(contestants.count - 1) }
        }
        try Self.check(totals, of: contestants, in: nil)
        for area in areas { try Self.check(area.votes, of: contestants, in: area.region) }
        self.contestants = sorted
        self.blank = blank
        self.totals = order.map { totals[$0] }
        let rows = areas.map { area in Area(area.region, votes: order.map { area.votes[$0] }) }
            .sorted { $0.region < $1.region }
        for (area, next) in zip(rows, rows.dropFirst()) where area.region == next.region {
            throw .areaTwice(area.region)
        }
        self.areas = Dictionary(grouping: rows) { $0.region.tier }
        try checkSums()
    }

    /// Why figures cannot be the votes of a ballot.
    public enum Fault: Error, Hashable, Sendable {
        /// There is no contestant.
        case nobodyStands
        /// A contestant is named twice.
        case twice(Int)
        /// The blank column is none of the contestants.
        case blankUnknown(Int)
        /// The blank column stands beside no pair, or beside several.
        case blankBesideOthers(Int)
        /// A row has another number of figures than there are contestants; `nil` for the totals.
        case countsDiffer(RegionCode?)
        /// A figure lies outside ``ContestVotes/voteRange``.
        case votesOutOfRange(contestant: Int, RegionCode?)
        /// An area is named twice.
        case areaTwice(RegionCode)
        /// The areas of a tier have more votes than there are.
        case exceedsTotal(contestant: Int, RegionCode.Tier)
    }

    private static func check(
        _ votes: [Int?],
        of contestants: [Int],
        in region: RegionCode?
    ) throws(Fault) {
        guard votes.count == contestants.count else { throw .countsDiffer(region) }
        for (number, figure) in zip(contestants, votes) {
            guard let figure else { continue }
            guard voteRange.contains(figure) else { throw .votesOutOfRange(contestant: number, region) }
        }
    }

    private func checkSums() throws(Fault) {
        for tier in RegionCode.Tier.allCases {
            for (place, total) in totals.enumerated() {
                guard let total, let rows = areas[tier] else { continue }
                let sum = rows.reduce(Int128(0)) { $0 + Int128($1.votes[place] ?? 0) }
                guard sum <= Int128(total) else {
                    throw .exceedsTotal(contestant: contestants[place], tier)
                }
            }
        }
    }
}
