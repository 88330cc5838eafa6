/// A tree of units: nation, provinces, regencies, down to villages; any depth, several roots allowed.
///
/// A unit is named by its index in the list the tree was made from. Inside, units are numbered in
/// preorder, children in the order of that list, so that everything below a unit is one contiguous run.
public struct UnitTree: Hashable, Sendable {
    /// Units in preorder: position → unit.
    let units: [Int32]
    /// The inverse of `units`: unit → position.
    let positions: [Int32]
    /// Position → the position after the last one below it.
    let ends: [Int32]
    /// Position → position of the parent, always smaller; -1 for a root.
    let parents: [Int32]

    /// The number of units.
    public var count: Int { units.count }

    /// Makes a tree in which unit *i* hangs below `parents[i]`; a unit without parent is a root.
    ///
    /// - Throws: ``Failure/parentOutOfRange(unit:parent:)`` when a parent is no index of `parents`;
    ///   ``Failure/cycles(_:)`` when units are their own ancestors.
    /// - Complexity: O(*n*).
    public init(parents: [Int?]) throws(Failure) {
        let links = try Links(parents: parents)
        var walk = Preorder(count: parents.count)
        walk.visit(links)
        guard walk.units.count == parents.count else {
            throw .cycles(Self.cycles(in: parents, outside: walk.positions))
        }
        units = walk.units
        positions = walk.positions
        ends = walk.ends
        self.parents = walk.units.map { unit in
            parents[Int(unit)].map { walk.positions[$0] } ?? Self.none
        }
    }

    /// Stands for "no unit" in the 32-bit arrays.
    static let none: Int32 = -1

    /// The position of `unit` in preorder.
    func position(of unit: Int) -> Int {
        Int(positions[unit])
    }
}
