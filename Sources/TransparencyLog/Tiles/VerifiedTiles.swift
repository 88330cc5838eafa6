/// Tiles that were fetched from somewhere and are believed only as far as a root confirms them.
///
/// The right edge of the tree is checked against the root at once; every other tile against the hash that
/// stands for it one level up. Checked tiles are kept, 8 kB each.
public struct VerifiedTiles<Failure: Error>: ~Copyable {
    /// The entries of the tree.
    public let size: Int

    private let fetch: (Tile) throws(Failure) -> [UInt8]
    private let hasher = TreeHasher()
    private var known: [Tile: [Hash]] = [:]

    /// Fetches the right edge of the tree of `size` entries and checks it against `root`.
    ///
    /// - Parameters:
    ///   - size: From a checkpoint whose signatures were checked; zero or more.
    ///   - root: From the same checkpoint.
    ///   - fetch: The content of a tile; a full tile that came for a partial one is to be cut to its width.
    /// - Throws: ``TileError``.
    /// - Complexity: O(log size) tiles.
    public init(
        size: Int,
        root: Hash,
        fetch: @escaping (Tile) throws(Failure) -> [UInt8]
    ) throws(TileError<Failure>) {
        self.size = size
        self.fetch = fetch
        var peaks: [Hash] = []
        // The partial tile of each level covers the peaks of its eight levels of the tree.
        for tile in Tile.rightEdge(of: size) {
            let hashes = try fetched(tile)
            known[tile] = hashes
            peaks += TreeNode.covering(0..<tile.width).map { hasher.complete(hashes[$0.entries]) }
        }
        guard hasher.fold(peaks) ?? .emptyRoot == root else { throw .rootDiffers }
    }

    /// The hashes of `tile`.
    ///
    /// - Throws: ``TileError``.
    /// - Complexity: O(log size) tiles that were not fetched before.
    public mutating func hashes(of tile: Tile) throws(TileError<Failure>) -> [Hash] {
        guard Tile(level: tile.level, index: tile.index, in: size) == tile else { throw .notInTree(tile) }
        if let hashes = known[tile] { return hashes }
        // A full tile, as the right edge is known; so there is a node over it.
        let hashes = try fetched(tile)
        let parent = try hash(of: TreeNode(level: 8 * tile.level + 8, index: tile.index))
        guard hasher.complete(hashes) == parent else { throw .hashDiffers(tile) }
        known[tile] = hashes
        return hashes
    }

    /// The hash of a complete subtree.
    ///
    /// - Throws: ``TileError``.
    /// - Complexity: O(log size) tiles that were not fetched before.
    public mutating func hash(of node: TreeNode) throws(TileError<Failure>) -> Hash {
        guard node.level >= 0, (0..<max(0, size >> node.level)).contains(node.index) else {
            throw .noSuchNode(node)
        }
        let (level, height) = node.level.quotientAndRemainder(dividingBy: 8)
        let (index, place) = (node.index << height).quotientAndRemainder(dividingBy: Tile.fullWidth)
        guard let tile = Tile(level: level, index: index, in: size) else { throw .noSuchNode(node) }
        return hasher.complete(try hashes(of: tile)[place..<place + 1 << height])
    }

    /// The entries under `tile`, which is of level 0, from the bundle that was served for it.
    ///
    /// - Throws: ``TileError``.
    /// - Complexity: O(bytes).
    public mutating func entries(
        of tile: Tile,
        bundle bytes: [UInt8]
    ) throws(TileError<Failure>) -> [[UInt8]] {
        let bundle: EntryBundle
        do { bundle = try EntryBundle(decoding: bytes) } catch { throw .bundle(tile, error) }
        let leaves = try hashes(of: tile)
        guard leaves.count == bundle.entries.count else {
            throw .bundle(tile, .entryCount(bundle.entries.count))
        }
        for (place, entry) in bundle.entries.enumerated() where hasher.leaf(entry) != leaves[place] {
            throw .entryDiffers(tile, place: place)
        }
        return bundle.entries
    }

    private func fetched(_ tile: Tile) throws(TileError<Failure>) -> [Hash] {
        let bytes: [UInt8]
        do { bytes = try fetch(tile) } catch { throw .notFetched(tile, error) }
        guard let hashes = tile.hashes(bytes) else { throw .length(tile, bytes: bytes.count) }
        return hashes
    }
}

@available(*, unavailable)
extension VerifiedTiles: Sendable {}

extension TreeNode {
    /// The entries under the node, were the tree's entries those of a tile.
    fileprivate var entries: Range<Int> { index << level..<(index + 1) << level }
}
