/// A place in the grid of tiles: up to 256 consecutive hashes of one level of the tree, or the entries under them.
///
/// The hashes of a tile at level L are nodes of level 8 · L; a full tile of 256 is one hash of the next level's.
///
/// - Source: C2SP tlog-tiles.
public struct Tile: Hashable, Sendable {
    /// The hashes of a full tile: 256.
    public static let fullWidth = 256

    /// The greatest level of a tree of up to `Int.max` entries.
    public static let levels = 0...7

    /// The level, from 0, where the leaves are.
    public let level: Int

    /// The place within the level, from 0.
    public let index: Int

    /// The hashes it holds: 1 to 256.
    public let width: Int

    /// The tile at this place; nil when no tree has one there.
    public init?(level: Int, index: Int, width: Int = fullWidth) {
        guard Self.levels.contains(level), (1...Self.fullWidth).contains(width) else { return nil }
        guard index >= 0, index <= Int.max >> (8 * level + 8) else { return nil }
        self.level = level
        self.index = index
        self.width = width
    }

    /// The tile at this place as wide as a tree of `size` entries has it; nil when that tree has none there.
    public init?(level: Int, index: Int, in size: Int) {
        guard Self.levels.contains(level), index >= 0 else { return nil }
        let (full, rest) = (size >> (8 * level)).quotientAndRemainder(dividingBy: Self.fullWidth)
        guard index < full || index == full && rest > 0 else { return nil }
        self.level = level
        self.index = index
        self.width = index < full ? Self.fullWidth : rest
    }

    /// Whether it holds all it ever will.
    public var isFull: Bool { width == Self.fullWidth }

    /// The node of the tree whose hash stands at `place`, from 0 to less than ``width``.
    public func node(at place: Int) -> TreeNode {
        TreeNode(level: 8 * level, index: index * Self.fullWidth + place)
    }

    /// The tiles to write when a tree grows: those that it has not, or has narrower; by level, then index.
    ///
    /// Those of level 0 are also the bundles of entries to write.
    ///
    /// - Complexity: O(tiles).
    public static func made(from oldSize: Int, to newSize: Int) -> [Tile] {
        levels.flatMap { level in
            let (old, new) = (oldSize >> (8 * level), newSize >> (8 * level))
            guard old < new else { return [] as [Tile] }
            return (old / fullWidth...(new - 1) / fullWidth).compactMap {
                Tile(level: level, index: $0, in: newSize)
            }
        }
    }
}

extension Tile {
    /// The content of the tile: its hashes one after the other.
    ///
    /// - Throws: What `hash` throws.
    public func bytes<Failure>(hash: (TreeNode) throws(Failure) -> Hash) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width * Hash.size)
        for place in 0..<width { try hash(node(at: place)).append(to: &bytes) }
        return bytes
    }

    /// The hashes in the content of this tile; nil when it has another length than this width asks for.
    public func hashes(_ bytes: [UInt8]) -> [Hash]? {
        guard bytes.count == width * Hash.size else { return nil }
        return stride(from: 0, to: bytes.count, by: Hash.size).compactMap { Hash(bytes[$0..<$0 + Hash.size]) }
    }
}
