extension UnitTree {
    /// The tree as "first child" and "next sibling" of every unit, in the order of the list.
    struct Links {
        private(set) var firstRoot = UnitTree.none
        private(set) var firstChildren: [Int32]
        private(set) var nextSiblings: [Int32]
        let parents: [Int32]

        init(parents: [Int?]) throws(Failure) {
            firstChildren = Array(repeating: UnitTree.none, count: parents.count)
            nextSiblings = firstChildren
            var held = firstChildren
            // From the last to the first: each unit goes in front of the siblings that come after it.
            for unit in parents.indices.reversed() {
                guard let parent = parents[unit] else {
                    nextSiblings[unit] = firstRoot
                    firstRoot = Int32(unit)
                    continue
                }
                guard parents.indices.contains(parent) else {
                    throw .parentOutOfRange(unit: unit, parent: parent)
                }
                held[unit] = Int32(parent)
                nextSiblings[unit] = firstChildren[parent]
                firstChildren[parent] = Int32(unit)
            }
            self.parents = held
        }
    }

    /// A walk that numbers units in preorder, without recursion: a tree may be as deep as it has units.
    struct Preorder {
        private(set) var units: [Int32] = []
        private(set) var positions: [Int32]
        private(set) var ends: [Int32]

        init(count: Int) {
            units.reserveCapacity(count)
            positions = Array(repeating: UnitTree.none, count: count)
            ends = positions
        }

        /// Numbers every unit that hangs below a root.
        mutating func visit(_ links: Links) {
            var unit = links.firstRoot
            while unit != UnitTree.none {
                positions[Int(unit)] = Int32(units.count)
                units.append(unit)
                unit = successor(of: unit, links)
            }
        }

        /// The unit after `unit`; on the way up, units whose last child is numbered get their end.
        private mutating func successor(of unit: Int32, _ links: Links) -> Int32 {
            let child = links.firstChildren[Int(unit)]
            guard child == UnitTree.none else { return child }
            var finished = unit
            while finished != UnitTree.none {
                ends[Int(positions[Int(finished)])] = Int32(units.count)
                let sibling = links.nextSiblings[Int(finished)]
                guard sibling == UnitTree.none else { return sibling }
                finished = links.parents[Int(finished)]
            }
            return UnitTree.none
        }
    }
}
