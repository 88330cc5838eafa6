public import Tally

/// The units of a file, in its order, and the tree they form.
public struct UnitTable: Sendable {
    /// The tree; a unit's number is its place in the file.
    public let tree: UnitTree
    let ids: TextIndex
    let levels: TextIndex
    let levelNumbers: [Int32]
    let names: TextColumn

    /// The number of units.
    public var count: Int { tree.count }

    /// The code of a unit, exactly as in the file.
    public func id(_ unit: Int) -> String { ids.texts[unit] }
    /// The name of a unit.
    public func name(_ unit: Int) -> String { names[unit] }
    /// The level of a unit, such as `village`.
    public func level(_ unit: Int) -> String { levels.texts[Int(levelNumbers[unit])] }

    /// The unit of that code; codes are compared byte by byte.
    public func unit(_ id: String) -> Int? { ids.number(of: id) }

    /// The levels, in the order in which they first occur.
    public var levelNames: [String] { (0..<levels.texts.count).map { levels.texts[$0] } }

    /// The units of a level, in the order of the file; `nil` when no unit has that level.
    ///
    /// - Complexity: O(units).
    public func units(ofLevel level: String) -> [Int]? {
        guard let number = levels.number(of: level) else { return nil }
        return (0..<count).filter { levelNumbers[$0] == number }
    }
}
