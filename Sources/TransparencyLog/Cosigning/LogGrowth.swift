/// How a log grew since an earlier size, as its own tiles say under a later checkpoint.
public struct LogGrowth: Hashable, Sendable {
    /// The consistency proof from the earlier size.
    public let proof: ConsistencyProof

    /// The root of the first entries of the later tree, as many as the earlier one has.
    ///
    /// When it is not the root that was signed for that size, the log signed two histories.
    public let oldRoot: Hash

    /// The tiles that ``init(from:to:tiles:)`` reads; none when the sizes are not those of a growth.
    ///
    /// - Complexity: O(log² size).
    public static func tiles(from oldSize: Int, to newSize: Int) -> Set<Tile> {
        guard oldSize >= 0, oldSize <= newSize else { return [] }
        let nodes = TreeNode.covering(0..<oldSize) + ConsistencyProof.nodes(from: oldSize, to: newSize)
        return nodes.reduce(into: Set(Tile.rightEdge(of: newSize))) { tiles, node in
            tiles.formUnion(Tile.confirming(node, in: newSize))
        }
    }

    /// Reads a growth out of tiles; nil when the sizes are not those of one.
    ///
    /// - Parameters:
    ///   - oldSize: The entries of the earlier tree; zero or more.
    ///   - checkpoint: The later tree, of which the signatures were checked.
    ///   - tiles: The contents of ``tiles(from:to:)``, each as wide as the later tree has it.
    /// - Throws: ``TileError`` when the tiles do not add up to the checkpoint.
    /// - Complexity: O(log² size).
    public init?(
        from oldSize: Int,
        to checkpoint: Checkpoint,
        tiles: [Tile: [UInt8]]
    ) throws(TileError<NoTile>) {
        guard oldSize >= 0, oldSize <= checkpoint.size else { return nil }
        var verified = try VerifiedTiles(size: checkpoint.size, root: checkpoint.root) {
            tile throws(NoTile) in
            guard let bytes = tiles[tile] else { throw NoTile() }
            return bytes
        }
        var peaks: [Hash] = []
        for node in TreeNode.covering(0..<oldSize) { peaks.append(try verified.hash(of: node)) }
        oldRoot = TreeHasher().fold(peaks) ?? .emptyRoot
        let proof = try ConsistencyProof(from: oldSize, to: checkpoint.size) {
            node throws(TileError<NoTile>) in
            try verified.hash(of: node)
        }
        guard let proof else { return nil }
        self.proof = proof
    }

    /// A tile was not given.
    public struct NoTile: Error, Hashable {
        init() {}
    }
}

extension Tile {
    /// The partial tiles of a tree, the highest level first: all that its root can be computed from.
    static func rightEdge(of size: Int) -> [Tile] {
        levels.reversed().compactMap { level in
            guard size >> (8 * level) & (fullWidth - 1) > 0 else { return nil }
            return Tile(level: level, index: size >> (8 * level + 8), in: size)
        }
    }

    /// The full tiles that lead from a node of a tree up to its right edge.
    fileprivate static func confirming(_ node: TreeNode, in size: Int) -> [Tile] {
        let (level, height) = node.level.quotientAndRemainder(dividingBy: 8)
        var index = (node.index << height) / fullWidth
        var tiles: [Tile] = []
        for level in level...max(level, levels.upperBound) {
            guard let tile = Tile(level: level, index: index, in: size), tile.isFull else { break }
            tiles.append(tile)
            index /= fullWidth
        }
        return tiles
    }
}
