extension StationCounts {
    /// Adds up every unit of every tier from the stations.
    ///
    /// - Complexity: O((stations + units) × counters): one pass over the counts, one over the sums.
    public func recount() -> UnitTotals {
        totals([SIMD8<UInt64>](repeating: .zero, count: tree.count * layout.blocks))
    }

    /// Adds up again, in the memory of `totals`, as a server does while results come in.
    ///
    /// - Complexity: As ``recount()``; allocates only when `totals` are of another tree or other counters.
    public func recount(into totals: inout UnitTotals) {
        let sums = totals.takeSums()
        guard sums.count == tree.count * layout.blocks else { return totals = recount() }
        totals = self.totals(sums)
    }

    /// The totals, with their sums written over what `memory` holds.
    private func totals(_ memory: consuming [SIMD8<UInt64>]) -> UnitTotals {
        var sums = memory
        for block in 0..<layout.blocks { addUp(block: block, &sums) }
        return UnitTotals(
            tree: tree,
            layout: layout,
            firsts: places.firsts,
            sums: sums,
            partialCells: partialCells(sums)
        )
    }

    /// Writes the sums of all units over one block of lanes of `memory`.
    ///
    /// One walk in preorder with a running total: a unit with units below it is the total where it ends less
    /// the total where it began. A unit's own stations are added in 32 bits, as far as these hold them.
    private func addUp(block: Int, _ memory: inout [SIMD8<UInt64>]) {
        let rows = cells.span
        let firsts = places.firsts.span
        let ends = tree.ends.span
        let blocks = layout.blocks
        let safeRows = largest == 0 ? Int.max : Int(UInt32.max / largest)
        var sums = memory.mutableSpan
        var total = SIMD8<UInt64>()
        var open: [Int] = []
        var nextEnd = Int32.max
        var row = 0

        for position in 0...tree.count {
            while nextEnd == position, let unit = open.popLast() {
                sums[unit * blocks + block] = total &- sums[unit * blocks + block]
                nextEnd = open.last.map { ends[$0] } ?? Int32.max
            }
            guard position < tree.count else { break }
            let hasUnitsBelow = ends[position] > position + 1
            if hasUnitsBelow {
                sums[position * blocks + block] = total
                open.append(position)
                nextEnd = ends[position]
            }
            let end = Int(firsts[position + 1])
            var own = SIMD8<UInt64>()
            while row < end {
                let stop = min(end, row + min(safeRows, end - row))
                var sum = RowLayout.Block()
                while row < stop {
                    sum &+= rows[row * blocks + block]
                    row += 1
                }
                own &+= SIMD8<UInt64>(truncatingIfNeeded: sum)
            }
            // Wrapping: fewer than 2^31 rows of 32-bit lanes cannot leave 63 bits.
            total &+= own
            if !hasUnitsBelow { sums[position * blocks + block] = own }
        }
    }

    /// Per unit and counter, the filled cells in stations that are neither full nor empty.
    ///
    /// Such stations are few, so they alone are looked at bit by bit, and only in the units the sums
    /// show to have some; without any the result is empty.
    private func partialCells(_ sums: [SIMD8<UInt64>]) -> [UInt32] {
        let partialUnits = partialUnits(sums)
        guard !partialUnits.isEmpty else { return [] }
        let (lane, bit) = (layout.partialLane / 8, layout.partialLane % 8)
        var filled = [UInt32](repeating: 0, count: tree.count * counters)
        for position in partialUnits.reversed() {
            for slot in places.slots(from: position, to: position + 1)
            where cells[slot * layout.blocks + lane][bit] == 1 {
                for counter in 0..<counters where holds(counter, atSlot: slot) {
                    filled[position * counters + counter] += 1
                }
            }
            let parent = Int(tree.parents[position])
            guard parent >= 0 else { continue }
            for counter in 0..<counters {
                filled[parent * counters + counter] += filled[position * counters + counter]
            }
        }
        return filled
    }

    /// The positions, in preorder, of the units with stations that are neither full nor empty.
    private func partialUnits(_ sums: [SIMD8<UInt64>]) -> [Int] {
        let (lane, bit) = (layout.partialLane / 8, layout.partialLane % 8)
        var partial: [Int] = []
        var position = 0
        while position < tree.count {
            if sums[position * layout.blocks + lane][bit] > 0 {
                partial.append(position)
                position += 1
            } else {
                position = Int(tree.ends[position])
            }
        }
        return partial
    }
}
