import Tally

extension Recount {
    /// The names of the columns a recount is written in.
    public var columnNames: [String] {
        ["unit_id", "level", "name", "stations", "reported"] + counters
            + matchedCounters.flatMap { ["certified_\($0)", "difference_\($0)"] }
    }

    /// The counted columns that are held against certified ones.
    var matchedCounters: [String] {
        (comparison?.counters ?? []).map { counters[$0] }
    }

    /// The figures of a unit, in the order of the columns after its name.
    func figures(of unit: Int) -> [Int?] {
        var figures: [Int?] = [totals.stations(in: unit), totals.reported(in: unit)]
        figures += counters.indices.map { totals.sum(of: $0, in: unit) }
        if let comparison {
            for column in comparison.counters.indices {
                figures.append(comparison.certified[unit, column])
                figures.append(comparison.difference(column, in: unit))
            }
        }
        return figures
    }
}
