/// A growing tree with the hashes of all its complete subtrees, from which tiles and proofs are made.
///
/// 64 bytes an entry.
public struct LogTree: Sendable {
    /// Its right edge.
    public private(set) var frontier = TreeFrontier()
    /// The hashes of each level, the leaves first.
    private var levels: [[Hash]] = []

    /// The tree without entries.
    public init() {}

    /// The number of entries.
    public var size: Int { frontier.size }

    /// Appends an entry by its leaf hash.
    ///
    /// - Complexity: O(1), amortised.
    public mutating func append(_ leaf: Hash, with hasher: borrowing TreeHasher) {
        frontier.append(leaf, with: hasher) { node, hash in
            if levels.count == node.level { levels.append([]) }
            levels[node.level].append(hash)
        }
    }

    /// The hash of a complete subtree that the tree has.
    public func hash(of node: TreeNode) -> Hash { levels[node.level][node.index] }

    /// The root of the tree as it was when it had `size` entries; `nil` when it never had so many.
    ///
    /// - Complexity: O(log entries).
    public func root(at size: Int) -> Hash? {
        guard (0...self.size).contains(size) else { return nil }
        return TreeHasher().fold(TreeNode.covering(0..<size).map(hash)) ?? .emptyRoot
    }

    /// The proof that an entry is in the tree; `nil` when it has no such entry.
    ///
    /// - Complexity: O(log² entries).
    public func inclusion(of index: Int) -> InclusionProof? {
        InclusionProof(index: index, size: size, hash: hash)
    }

    /// The proof that the tree only grew since it had `oldSize` entries; `nil` when it never had so many.
    ///
    /// - Complexity: O(log² entries).
    public func consistency(from oldSize: Int) -> ConsistencyProof? {
        ConsistencyProof(from: oldSize, to: size, hash: hash)
    }

    /// The content of a tile that the tree has.
    public func bytes(of tile: Tile) -> [UInt8] { tile.bytes(hash: hash) }
}
