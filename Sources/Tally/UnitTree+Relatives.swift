extension UnitTree {
    /// The units without parent, in the order of the list.
    ///
    /// - Complexity: O(roots).
    public var roots: [Int] {
        siblings(in: 0..<count)
    }

    /// The unit that `unit` hangs below; `nil` for a root.
    public func parent(of unit: Int) -> Int? {
        let parent = parents[position(of: unit)]
        return parent == Self.none ? nil : Int(units[Int(parent)])
    }

    /// The units directly below `unit`, in the order of the list.
    ///
    /// - Complexity: O(children).
    public func children(of unit: Int) -> [Int] {
        siblings(in: position(of: unit) + 1..<end(of: unit))
    }

    /// The units above `unit`, its parent first, its root last.
    ///
    /// - Complexity: O(depth).
    public func ancestors(of unit: Int) -> [Int] {
        Array(sequence(first: unit, next: parent(of:)).dropFirst())
    }

    /// `unit` and everything below it, in preorder.
    ///
    /// - Complexity: O(units in it).
    public func subtree(of unit: Int) -> [Int] {
        units[position(of: unit)..<end(of: unit)].map { Int($0) }
    }

    /// Whether `other` is `unit` or lies below it.
    public func contains(_ other: Int, in unit: Int) -> Bool {
        (position(of: unit)..<end(of: unit)).contains(position(of: other))
    }

    /// All units, every one before its children.
    ///
    /// - Complexity: O(*n*).
    public var preorder: [Int] { units.map { Int($0) } }

    /// The position after everything below `unit`.
    func end(of unit: Int) -> Int {
        Int(ends[position(of: unit)])
    }

    /// The top units of a run of positions that consists of whole subtrees.
    private func siblings(in positions: Range<Int>) -> [Int] {
        var siblings: [Int] = []
        var position = positions.lowerBound
        while position < positions.upperBound {
            siblings.append(Int(units[position]))
            position = Int(ends[position])
        }
        return siblings
    }
}
