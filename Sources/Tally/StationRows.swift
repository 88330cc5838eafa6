/// Stations as they are read: which unit each belongs to and what its counters say, in any order.
///
/// A counter may be missing (`nil`), which is not zero.
public struct StationRows: Sendable {
    /// The most stations a tally holds: sums of that many 32-bit counts fit in 63 bits.
    public static let limit = Int(Int32.max)

    let layout: RowLayout
    private(set) var units: [Int32] = []
    private(set) var cells: [RowLayout.Block] = []
    private(set) var presence: [UInt8] = []
    /// No cell is larger.
    private(set) var largest: UInt32 = 0

    /// No stations yet; each will have `counters` cells, at least one.
    public init(counters: Int) {
        precondition(counters > 0, "a tally counts something")
        layout = RowLayout(counters: counters)
    }

    /// The cells of a station.
    public var counters: Int { layout.counters }
    /// The number of stations.
    public var count: Int { units.count }

    /// Makes room for `stations` in all, so that buffers need not grow; memory is used only when filled.
    public mutating func reserveCapacity(_ stations: Int) {
        units.reserveCapacity(stations)
        cells.reserveCapacity(stations * layout.blocks)
        presence.reserveCapacity(stations * layout.presenceBytes)
    }

    /// Adds a station of `unit`, whose cells are in the order of the counters.
    ///
    /// - Complexity: O(counters), amortised.
    public mutating func append(unit: Int, cells row: Span<UInt32?>) {
        precondition(row.count == counters, "one cell per counter")
        precondition(count < Self.limit, "sums of more stations might not fit in 63 bits")
        units.append(Int32(unit))
        layout.forEachBlock(of: row) { block in
            cells.append(block)
            // The two counting lanes are 1 at most: they only keep the bound from being 0.
            largest = max(largest, block.max())
        }
        presence.append(addingCapacity: layout.presenceBytes) { bytes in
            var bits: UInt8 = 0
            for counter in row.indices {
                if row[counter] != nil { bits |= 1 << UInt8(truncatingIfNeeded: counter & 7) }
                if counter & 7 == 7 || counter == row.count - 1 {
                    bytes.append(bits)
                    bits = 0
                }
            }
        }
    }

    /// Adds a station of `unit`, whose cells are in the order of the counters.
    public mutating func append(unit: Int, cells row: [UInt32?]) {
        append(unit: unit, cells: row.span)
    }
}
