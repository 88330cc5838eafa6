/// Stations and what they add up to, kept in step while results come in.
public struct RunningTally: Sendable {
    /// What every station says.
    public private(set) var stations: StationCounts
    /// What every unit adds up to.
    public private(set) var totals: UnitTotals

    /// Adds `stations` up once.
    ///
    /// - Complexity: O((stations + units) × counters).
    public init(_ stations: StationCounts) {
        totals = stations.recount()
        self.stations = stations
    }

    /// Replaces what `station` says and corrects every unit above it; the totals are then those of a
    /// full recount.
    ///
    /// - Complexity: O(depth × counters + log units).
    public mutating func replace(_ station: Int, with cells: [UInt32?]) {
        let old = stations[station]
        let position = stations.places.position(ofSlot: stations.places.slot(of: station))
        stations.replace(station, with: cells)
        totals.exchange(old, for: cells, at: position)
    }
}
