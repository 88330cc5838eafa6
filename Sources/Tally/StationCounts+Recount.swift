extension StationCounts {
    /// Adds up every unit of every tier from the stations.
    ///
    /// - Complexity: O((stations + units) × counters): one pass over the counts, one over the sums.
    public func recount() -> UnitTotals {
        let sums = sums()
        return UnitTotals(
            tree: tree,
            layout: layout,
            firsts: places.firsts,
            sums: sums,
            partialCells: partialCells(sums)
        )
    }

    /// The sums of all units, in rows of lanes.
    ///
    /// Up to seven lanes the sums of a unit stay in registers, for which their number must be known to
    /// the compiler. With more, its vector loop over a row wins.
    private func sums() -> [UInt64] {
        switch layout.lanes {
        case 2: narrowSums(zero: InlineArray<2, UInt64>(repeating: 0))
        case 3: narrowSums(zero: InlineArray<3, UInt64>(repeating: 0))
        case 4: narrowSums(zero: InlineArray<4, UInt64>(repeating: 0))
        case 5: narrowSums(zero: InlineArray<5, UInt64>(repeating: 0))
        case 6: narrowSums(zero: InlineArray<6, UInt64>(repeating: 0))
        case 7: narrowSums(zero: InlineArray<7, UInt64>(repeating: 0))
        default: wideSums()
        }
    }

    // Wrapping sums: fewer than 2^31 rows of 32-bit lanes cannot leave 63 bits.
    // In preorder a parent comes before its children: going backwards, a unit is complete when it is
    // added to its parent.

    @inline(__always)
    private func narrowSums<let lanes: Int>(zero: InlineArray<lanes, UInt64>) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: tree.count * lanes)
        let rows = cells.span
        let firsts = places.firsts.span
        let parents = tree.parents.span
        var sums = result.mutableSpan
        var row = count
        for position in parents.indices.reversed() {
            let first = Int(firsts[position])
            var sum = zero
            while row > first {
                row -= 1
                let lane = rows.extracting(row * lanes..<(row + 1) * lanes)
                for index in 0..<lanes { sum[index] &+= UInt64(lane[index]) }
            }
            let own = position * lanes
            for index in 0..<lanes {
                sum[index] &+= sums[own + index]
                sums[own + index] = sum[index]
            }
            guard parents[position] != UnitTree.none else { continue }
            let parent = Int(parents[position]) * lanes
            for index in 0..<lanes { sums[parent + index] &+= sum[index] }
        }
        return result
    }

    /// Two passes: with long rows, going backwards over the counts costs a factor of four, for the
    /// processor fetches ahead only forwards.
    private func wideSums() -> [UInt64] {
        let lanes = layout.lanes
        var result = [UInt64](repeating: 0, count: tree.count * lanes)
        let rows = cells.span
        let firsts = places.firsts.span
        var sums = result.mutableSpan
        var row = 0
        for position in 0..<tree.count {
            let end = Int(firsts[position + 1])
            var sum = sums._mutatingExtracting(position * lanes..<(position + 1) * lanes)
            while row < end {
                // Slicing the row once is what lets the loop over it become vector instructions.
                let lane = rows.extracting(row * lanes..<(row + 1) * lanes)
                for index in lane.indices { sum[index] &+= UInt64(lane[index]) }
                row += 1
            }
        }
        tree.addUpwards(&result, width: lanes)
        return result
    }

    /// Per unit and counter, the filled cells in stations that are neither full nor empty.
    ///
    /// Such stations are few, so they alone are looked at bit by bit, and only in the units the sums
    /// show to have some; without any the result is empty.
    private func partialCells(_ sums: [UInt64]) -> [UInt32] {
        let partialUnits = partialUnits(sums)
        guard !partialUnits.isEmpty else { return [] }
        var filled = [UInt32](repeating: 0, count: tree.count * counters)
        for position in partialUnits.reversed() {
            for slot in places.slots(from: position, to: position + 1)
            where cells[slot * layout.lanes + counters] == RowLayout.partial {
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
    private func partialUnits(_ sums: [UInt64]) -> [Int] {
        var partial: [Int] = []
        var position = 0
        while position < tree.count {
            if RowLayout.partialStations(sums[position * layout.lanes + counters]) > 0 {
                partial.append(position)
                position += 1
            } else {
                position = Int(tree.ends[position])
            }
        }
        return partial
    }
}
