/// What the stations of every unit add up to.
public struct UnitTotals: Sendable {
    /// The units.
    public let tree: UnitTree
    let layout: RowLayout
    /// Position of a unit → its first slot; a unit's stations are a run of slots.
    let firsts: [Int32]
    /// Sums in rows of blocks, units in preorder; see ``RowLayout``.
    private(set) var sums: [SIMD8<UInt64>]
    /// Per unit in preorder and counter, the filled cells in stations that are neither full nor empty;
    /// no elements when there are no such stations.
    private(set) var partialCells: [UInt32]

    init(
        tree: UnitTree,
        layout: RowLayout,
        firsts: [Int32],
        sums: [SIMD8<UInt64>],
        partialCells: [UInt32]
    ) {
        self.tree = tree
        self.layout = layout
        self.firsts = firsts
        self.sums = sums
        self.partialCells = partialCells
    }

    /// The number of counters.
    public var counters: Int { layout.counters }

    /// The stations of `unit` and of everything below it.
    public func stations(in unit: Int) -> Int {
        Int(firsts[tree.end(of: unit)] - firsts[tree.position(of: unit)])
    }

    /// Those of the stations of `unit` in which every counter is filled.
    public func reported(in unit: Int) -> Int {
        Int(lane(layout.fullLane, of: unit))
    }

    /// Those of the stations of `unit` in which `counter` is filled.
    public func filled(_ counter: Int, in unit: Int) -> Int {
        precondition(counter < counters, "no such counter")
        let partial = partialCells.isEmpty ? 0 : partialCells[tree.position(of: unit) * counters + counter]
        return reported(in: unit) + Int(partial)
    }

    /// The sum of `counter` over the stations of `unit`; `nil` when it is filled in none of them.
    public func sum(of counter: Int, in unit: Int) -> Int? {
        guard filled(counter, in: unit) > 0 else { return nil }
        // Fewer than 2^31 counts of 32 bits: the sum fits.
        return Int(lane(counter, of: unit))
    }

    /// Everything about one unit.
    ///
    /// - Complexity: O(counters).
    public subscript(unit: Int) -> UnitTotal {
        UnitTotal(
            stations: stations(in: unit),
            reported: reported(in: unit),
            sums: (0..<counters).map { sum(of: $0, in: unit) }
        )
    }

    private func lane(_ lane: Int, of unit: Int) -> UInt64 {
        sums[tree.position(of: unit) * layout.blocks + lane / 8][lane % 8]
    }

    /// Hands out the memory of the sums, which are then gone.
    mutating func takeSums() -> [SIMD8<UInt64>] {
        var sums: [SIMD8<UInt64>] = []
        swap(&sums, &self.sums)
        return sums
    }

    /// Takes a station's old cells out of the unit at `position` and all above it, and its new ones in.
    ///
    /// - Complexity: O(depth × counters).
    mutating func exchange(_ old: [UInt32?], for new: [UInt32?], at position: Int) {
        let leaving = StationShare(of: old, layout)
        let entering = StationShare(of: new, layout)
        if partialCells.isEmpty, entering.isPartial {
            partialCells = Array(repeating: 0, count: tree.count * counters)
        }
        var next = position
        while next >= 0 {
            for block in 0..<layout.blocks {
                // The old count is part of the sum: the difference cannot fall below zero.
                sums[next * layout.blocks + block] &-= SIMD8(truncatingIfNeeded: leaving.row[block])
                sums[next * layout.blocks + block] &+= SIMD8(truncatingIfNeeded: entering.row[block])
            }
            if leaving.isPartial || entering.isPartial {
                for counter in 0..<counters {
                    partialCells[next * counters + counter] -= leaving.partialCells[counter]
                    partialCells[next * counters + counter] += entering.partialCells[counter]
                }
            }
            next = Int(tree.parents[next])
        }
    }
}
