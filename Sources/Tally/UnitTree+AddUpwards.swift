extension UnitTree {
    /// Adds the row of each unit to its parent's; rows lie in preorder.
    ///
    /// A parent comes before its children: going backwards, a unit is complete when it is added.
    ///
    /// - Complexity: O(units × width).
    func addUpwards<Lane: FixedWidthInteger>(_ rows: inout [Lane], width: Int) {
        let parents = parents.span
        var rows = rows.mutableSpan
        for position in parents.indices.reversed() where parents[position] != Self.none {
            let parent = Int(parents[position]) * width
            let child = position * width
            // Wrapping: no more than 2^31 stations of 32-bit counts are ever added up.
            for index in 0..<width { rows[parent + index] &+= rows[child + index] }
        }
    }
}
