/// Adds stations up one by one as they are read, and keeps none of them.
///
/// For a single recount of more stations than one wants to hold; the totals are those that
/// ``StationCounts/recount()`` finds.
public struct TallySheet: Sendable {
    private let tree: UnitTree
    private let layout: RowLayout
    private var count = 0
    /// Own stations per unit, in preorder.
    private var stations: [Int32]
    /// Sums over own stations; see ``RowLayout``.
    private var sums: [SIMD8<UInt64>]
    /// Filled cells in own stations that are neither full nor empty; no elements until there is one.
    private var partialCells: [UInt32] = []

    /// An empty sheet for the units of `tree` and at least one counter.
    public init(_ tree: UnitTree, counters: Int) {
        precondition(counters > 0, "a tally counts something")
        self.tree = tree
        layout = RowLayout(counters: counters)
        stations = Array(repeating: 0, count: tree.count)
        sums = Array(repeating: .zero, count: tree.count * layout.blocks)
    }

    /// Adds a station of `unit`, whose cells are in the order of the counters.
    ///
    /// - Complexity: O(counters).
    public mutating func add(unit: Int, cells: [UInt32?]) {
        precondition(cells.count == layout.counters, "one cell per counter")
        precondition(count < StationRows.limit, "sums of more stations might not fit in 63 bits")
        count += 1
        let position = tree.position(of: unit)
        stations[position] += 1
        let start = position * layout.blocks
        var filled = 0
        for counter in cells.indices {
            guard let cell = cells[counter] else { continue }
            filled += 1
            sums[start + counter / 8][counter % 8] &+= UInt64(cell)
        }
        if filled == layout.counters {
            sums[start + layout.fullLane / 8][layout.fullLane % 8] &+= 1
        } else if filled > 0 {
            addPartial(cells, at: position)
        }
    }

    /// What the stations of every unit add up to.
    ///
    /// - Complexity: O(units × counters).
    public consuming func totals() -> UnitTotals {
        tree.addUpwards(&sums, width: layout.blocks, &+=)
        if !partialCells.isEmpty { tree.addUpwards(&partialCells, width: layout.counters, &+=) }
        var firsts: [Int32] = [0]
        firsts.reserveCapacity(tree.count + 1)
        for own in stations { firsts.append(firsts[firsts.count - 1] + own) }
        return UnitTotals(
            tree: tree,
            layout: layout,
            firsts: firsts,
            sums: sums,
            partialCells: partialCells
        )
    }

    private mutating func addPartial(_ cells: [UInt32?], at position: Int) {
        if partialCells.isEmpty { partialCells = Array(repeating: 0, count: tree.count * cells.count) }
        for counter in cells.indices where cells[counter] != nil {
            partialCells[position * cells.count + counter] += 1
        }
    }
}
