public import Tally

/// Stations added up over all tiers of a tree, beside the certified figures.
public struct Recount: Sendable {
    /// The units.
    public let units: UnitTable
    /// The counted columns, in the order they were asked for.
    public let counters: [String]
    /// What the stations add up to.
    public let totals: UnitTotals
    /// The certified figures beside the totals; `nil` when none were given.
    public let comparison: Comparison?

    /// The units to show, in the order of the units file.
    ///
    /// - Parameters:
    ///   - level: Only units of this level.
    ///   - differing: Only fully reported units in which a certified figure differs from its sum.
    /// - Returns: The numbers of the units.
    /// - Throws: ``Problems`` when no unit has that level.
    /// - Complexity: O(units).
    public func selection(level: String?, differing: Bool) throws(Problems) -> [Int] {
        var selection = Array(0..<units.count)
        if let level {
            guard let ofLevel = units.units(ofLevel: level) else {
                throw Problems([Problem(.unknown(level.shortened, of: .level), file: "--level")])
            }
            selection = ofLevel
        }
        return differing ? selection.filter { comparison?.differs(in: $0) ?? false } : selection
    }
}
