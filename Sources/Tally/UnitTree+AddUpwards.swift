extension UnitTree {
    /// Adds the row of each unit to its parent's; rows lie in preorder.
    ///
    /// A parent comes before its children: going backwards, a unit is complete when it is added.
    ///
    /// - Complexity: O(units × width).
    func addUpwards<Part>(_ rows: inout [Part], width: Int, _ add: (inout Part, Part) -> Void) {
        let parents = parents.span
        var rows = rows.mutableSpan
        for position in parents.indices.reversed() where parents[position] != Self.none {
            let parent = Int(parents[position]) * width
            let child = position * width
            for index in 0..<width { add(&rows[parent + index], rows[child + index]) }
        }
    }
}
