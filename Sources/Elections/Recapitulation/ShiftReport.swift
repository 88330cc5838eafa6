/// Where the figures of a plenary are not the sum of what was read there: by how many votes, for whom, and what
/// explains it.
///
/// Each certified figure is held against the tier right below it, so that a difference is named once, where it came
/// about: villages against their stations, every higher region against the certified figures of those in it, or
/// against its stations while not all of those are certified.
public struct ShiftReport: Hashable, Sendable {
    /// What a certified figure is held against.
    public enum Basis: Hashable, Sendable {
        /// The forms of the region's stations.
        case stations
        /// The certified figures of the regions right below.
        case certified
    }

    /// How far a difference is explained; the worst comes first.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        /// No figure fits.
        case unexplained
        /// Figures fit, and others do too.
        case compatible
        /// One station's figure fits exactly, and no other's does.
        case proven
        /// The plenary itself corrected just that, with a reason.
        case corrected
    }

    /// Who has votes that others do not.
    public enum Pattern: String, CaseIterable, Hashable, Sendable {
        /// Some gain, nobody loses (vote inflation, penggelembungan).
        case inflation
        /// Some lose, nobody gains (penggembosan).
        case loss
        /// Some gain what others lose (vote shifting, pergeseran).
        case shift

        /// The pattern of differences; `nil` when there are none.
        public init?(_ differences: [Int]) {
            switch (differences.contains { $0 > 0 }, differences.contains { $0 < 0 }) {
            case (true, true): self = .shift
            case (true, false): self = .inflation
            case (false, true): self = .loss
            case (false, false): return nil
            }
        }
    }

    /// One region that differs.
    public struct Row: Hashable, Sendable {
        /// The region beside what was counted from its stations.
        public let comparison: CertifiedComparison
        /// What its certified figures were held against.
        public let basis: Basis
        /// Certified − below, per contestant in ballot order; 0 where either is missing.
        public let differences: [Int]
        /// What could explain them.
        public let explanations: [DifferenceExplanation]
        /// The re-votes on record in it of which nobody has the form.
        public let missing: [KnownRevote]
        /// What was corrected in plenaries between what is read below and its certificate.
        public let corrections: [MadeCorrection]
        /// Whether the corrections come to the differences, all of them.
        public let isCorrected: Bool
        /// Who has votes that others do not.
        public let pattern: Pattern

        /// How far it is explained.
        public var standing: Standing {
            if isCorrected { return .corrected }
            guard let first = explanations.first else { return .unexplained }
            return first.strength == .proven ? .proven : .compatible
        }

        /// The votes that moved: all gained and all lost.
        public var size: Int { differences.reduce(0) { $0 + abs($1) } }
    }

    /// What all differences come to for one contestant.
    public struct Balance: Hashable, Sendable {
        /// The contestant's number.
        public let contestant: Int
        /// Votes more than were read below, over all regions; 0 or more.
        public let gained: Int
        /// Votes fewer than were read below, over all regions; 0 or more.
        public let lost: Int
    }

    /// The regions that differ: unexplained first, then the largest, then in register order.
    public let rows: [Row]
    /// Certified regions that cannot be compared yet, as figures below them are missing.
    public let open: Int

    private let contestants: [Int]

    /// Compares all certified figures of a ballot, `beforeRevotes` with the first forms of its first reading.
    ///
    /// - Complexity: O(certified regions × contestants), and O(*s*²) in the stations of each region that differs.
    public init(_ snapshot: Snapshot, _ result: ContestResult, beforeRevotes: Bool = false) {
        contestants = result.contest.contestants.map(\.number)
        let comparison = (beforeRevotes ? result.firstComparison : nil) ?? result.comparison
        var rows: [Row] = []
        var open = 0
        for row in comparison {
            guard let (basis, differences) = Self.differences(of: row, snapshot, result) else {
                open += 1
                continue
            }
            if let row = Row(row, basis, differences, snapshot, result, beforeRevotes) { rows.append(row) }
        }
        self.open = open
        // The order of the register is kept among equals.
        self.rows = rows.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.standing != second.standing { return first.standing < second.standing }
            return first.size != second.size ? first.size > second.size : left.offset < right.offset
        }.map(\.element)
    }

    /// The row of one region; `nil` where it does not differ, or cannot be compared.
    static func row(of region: RegionCode, _ snapshot: Snapshot, _ result: ContestResult) -> Row? {
        guard let row = result.comparison.first(where: { $0.region.code == region }),
            let (basis, differences) = differences(of: row, snapshot, result)
        else { return nil }
        return Row(row, basis, differences, snapshot, result, false)
    }

    /// What the certified figures are held against, and how they differ; `nil` while anything below is missing.
    private static func differences(
        of row: CertifiedComparison,
        _ snapshot: Snapshot,
        _ result: ContestResult
    ) -> (Basis, [Int])? {
        let code = row.region.code
        if snapshot.basis(of: code, result.contest) == .certified {
            let sums = ColumnSums(result.contest, result.contest.contestants.map { .votes($0.number) })
            let below = snapshot.below(code, .certified, result, sums)
            guard !below.contains(nil), !row.certified.contains(nil) else { return nil }
            return (.certified, zip(row.certified, below).map { ($0 ?? 0) - ($1 ?? 0) })
        }
        guard row.agreement != .open else { return nil }
        return (.stations, row.differences.map { $0 ?? 0 })
    }

    /// What the differences of some standings come to, contestant by contestant in ballot order.
    public func balances(_ standings: Set<Standing> = Set(Standing.allCases)) -> [Balance] {
        contestants.enumerated().map { place, number in
            let differences = rows.filter { standings.contains($0.standing) }.map { $0.differences[place] }
            return Balance(
                contestant: number,
                gained: differences.reduce(0) { $0 + max(0, $1) },
                lost: differences.reduce(0) { $0 + max(0, -$1) }
            )
        }
    }

    /// The contestants who have more votes than were read, by differences that nothing explains, in ballot order.
    public var gainers: [Int] {
        balances([.unexplained]).filter { $0.gained > $0.lost }.map(\.contestant)
    }
}

extension ShiftReport.Row {
    /// `nil` where nothing differs.
    init?(
        _ row: CertifiedComparison,
        _ basis: ShiftReport.Basis,
        _ differences: [Int],
        _ snapshot: Snapshot,
        _ result: ContestResult,
        _ beforeRevotes: Bool
    ) {
        guard let pattern = ShiftReport.Pattern(differences) else { return nil }
        let contest = result.contest
        comparison = row
        self.basis = basis
        self.differences = differences
        self.pattern = pattern
        corrections = snapshot.corrections(of: contest, in: row.region.code, basis)
        let corrected = corrections.change(of: contest.contestants.map { .votes($0.number) })
        isCorrected = !corrections.isEmpty && corrected == differences.map(Optional.some)
        let isOfStations = basis == .stations
        explanations =
            isOfStations && !isCorrected
            ? snapshot.explanations(of: row, in: result, beforeRevotes: beforeRevotes) : []
        missing = isOfStations ? snapshot.missingRevotes(of: contest, in: row.region.code) : []
    }
}

extension ShiftReport.Standing: Comparable {
    /// Whether `left` is the less explained.
    public static func < (left: ShiftReport.Standing, right: ShiftReport.Standing) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
