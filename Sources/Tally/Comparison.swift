/// Totals from the stations beside the certified figures.
public struct Comparison: Sendable {
    /// What the stations add up to.
    public let totals: UnitTotals
    /// What was certified.
    public let certified: CertifiedFigures
    /// Per column of the certified figures, the counter it is held against.
    public let counters: [Int]

    /// Sets column *i* of `certified` against counter `counters[i]` of `totals`.
    public init(_ totals: UnitTotals, with certified: CertifiedFigures, counters: [Int]) {
        precondition(counters.count == certified.columns, "one counter per certified column")
        self.totals = totals
        self.certified = certified
        self.counters = counters
    }

    /// Certified less counted; `nil` when either is missing.
    public func difference(_ column: Int, in unit: Int) -> Int? {
        guard let figure = certified[unit, column], let sum = totals.sum(of: counters[column], in: unit)
        else {
            return nil
        }
        // Both lie between 0 and the largest Int: the difference fits.
        return figure - sum
    }

    /// Whether `unit` is fully reported and a certified figure differs from its sum.
    ///
    /// - Complexity: O(columns).
    public func differs(in unit: Int) -> Bool {
        totals.reported(in: unit) == totals.stations(in: unit)
            && counters.indices.contains { (difference($0, in: unit) ?? 0) != 0 }
    }
}
