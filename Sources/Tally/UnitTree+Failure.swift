extension UnitTree {
    /// Why a list of parents is no tree.
    public enum Failure: Error, Hashable {
        /// `parent` names no unit.
        case parentOutOfRange(unit: Int, parent: Int)
        /// Every cycle there is: each unit followed by its parent, the last one's parent is the first,
        /// which is the earliest in the list.
        case cycles([[Int]])
    }

    /// The cycles among the units that no walk from a root reached.
    ///
    /// - Complexity: O(*n*).
    static func cycles(in parents: [Int?], outside positions: [Int32]) -> [[Int]] {
        // The start of the climb that came by; a climb that meets itself has closed a cycle.
        var visitors = [Int?](repeating: nil, count: parents.count)
        var cycles: [[Int]] = []
        for start in parents.indices where positions[start] == none {
            var unit = start
            while visitors[unit] == nil, let parent = parents[unit] {
                visitors[unit] = start
                unit = parent
            }
            if visitors[unit] == start { cycles.append(members(of: unit, in: parents)) }
        }
        return cycles.sorted { $0[0] < $1[0] }
    }

    /// The cycle that `unit` lies on, its earliest member first.
    private static func members(of unit: Int, in parents: [Int?]) -> [Int] {
        var members = [unit]
        while let parent = parents[members[members.count - 1]], parent != unit { members.append(parent) }
        let first = members.indices.min { members[$0] < members[$1] } ?? 0
        return Array(members[first...] + members[..<first])
    }
}
