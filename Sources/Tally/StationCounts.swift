/// The counts of all stations of a tree, held so that every unit is one contiguous run of rows.
///
/// A station is named by its index among the rows it came from. Missing cells are zeros in the dense
/// buffer, told apart by presence bits, so that sums run without branches.
public struct StationCounts: Sendable {
    /// The units the stations belong to.
    public let tree: UnitTree
    let layout: RowLayout
    /// Counts, row after row in tree order; see ``RowLayout``.
    private(set) var cells: [RowLayout.Block]
    /// Which cells are filled, a bit each, row after row in tree order.
    private(set) var presence: [UInt8]
    /// No cell is larger.
    private(set) var largest: UInt32
    /// Where stations lie.
    let places: StationPlaces

    /// The counters of every station.
    public var counters: Int { layout.counters }
    /// The number of stations.
    public var count: Int { places.count }

    /// Puts `rows` into the order of `tree`; stations of one unit keep their order.
    ///
    /// Every unit named in `rows` must be one of `tree`.
    ///
    /// - Complexity: O(units + stations × counters).
    public init(_ rows: consuming StationRows, in tree: UnitTree) {
        self.tree = tree
        layout = rows.layout
        largest = rows.largest
        places = StationPlaces(of: rows.units, in: tree)
        if places.slots.isEmpty {
            // The rows came in tree order: keep the buffers, copy nothing.
            cells = rows.cells
            presence = rows.presence
        } else {
            cells = places.arranged(rows.cells, width: rows.layout.blocks)
            presence = places.arranged(rows.presence, width: rows.layout.presenceBytes)
        }
    }

    /// The unit that `station` belongs to.
    ///
    /// - Complexity: O(log units).
    public func unit(of station: Int) -> Int {
        Int(tree.units[places.position(ofSlot: places.slot(of: station))])
    }

    /// The stations of `unit` and of everything below it, in tree order.
    ///
    /// - Complexity: O(stations in it).
    public func stations(in unit: Int) -> [Int] {
        places.slots(from: tree.position(of: unit), to: tree.end(of: unit)).map(places.station(atSlot:))
    }

    /// The stations that belong to `unit` itself, in the order they came in.
    ///
    /// - Complexity: O(stations of it).
    public func ownStations(of unit: Int) -> [Int] {
        let position = tree.position(of: unit)
        return places.slots(from: position, to: position + 1).map(places.station(atSlot:))
    }

    /// What `station` says, counter by counter; `nil` where nothing is entered.
    ///
    /// - Complexity: O(counters).
    public subscript(station: Int) -> [UInt32?] {
        let slot = places.slot(of: station)
        return (0..<counters).map { counter in
            holds(counter, atSlot: slot) ? cells[slot * layout.blocks + counter / 8][counter % 8] : nil
        }
    }

    /// Replaces what `station` says by new cells, one per counter.
    ///
    /// - Complexity: O(counters).
    public mutating func replace(_ station: Int, with row: [UInt32?]) {
        precondition(row.count == counters, "one cell per counter")
        let slot = places.slot(of: station)
        for (counter, cell) in row.enumerated() {
            let byte = slot * layout.presenceBytes + counter / 8
            let bit: UInt8 = 1 << UInt8(counter % 8)
            presence[byte] = cell == nil ? presence[byte] & ~bit : presence[byte] | bit
            largest = max(largest, cell ?? 0)
        }
        let blocks = layout.blocks(of: row.span)
        for (block, lanes) in blocks.enumerated() { cells[slot * layout.blocks + block] = lanes }
    }

    /// Whether a cell is filled.
    func holds(_ counter: Int, atSlot slot: Int) -> Bool {
        presence[slot * layout.presenceBytes + counter / 8] >> UInt8(counter % 8) & 1 == 1
    }
}
