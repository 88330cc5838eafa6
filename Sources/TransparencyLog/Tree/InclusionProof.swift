/// The proof that an entry is in a tree: the hashes beside the way from its leaf up to the root.
///
/// - Source: RFC 6962 section 2.1.1; verification by RFC 9162 section 2.1.3.2.
public struct InclusionProof: Hashable, Sendable {
    /// The place of the entry, from 0.
    public let index: Int

    /// The entries of the tree.
    public let size: Int

    /// The hashes, from the leaf's sibling to the root's child.
    public let hashes: [Hash]

    /// A proof that someone else made.
    public init(index: Int, size: Int, hashes: [Hash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Makes the proof from the hashes of complete subtrees; nil when the tree has no such entry.
    ///
    /// - Throws: What `hash` throws.
    /// - Complexity: O(log² size) readings at most; ``nodes(index:size:)`` lists them.
    public init?<Failure>(
        index: Int,
        size: Int,
        hash: (TreeNode) throws(Failure) -> Hash
    ) throws(Failure) {
        guard (0..<max(0, size)).contains(index) else { return nil }
        let hashes = try Self.parts(index: index, size: size).hashes(hash)
        self.init(index: index, size: size, hashes: hashes)
    }

    /// The nodes whose hashes the proof is made from; empty when the tree has no such entry.
    public static func nodes(index: Int, size: Int) -> [TreeNode] {
        guard (0..<max(0, size)).contains(index) else { return [] }
        return parts(index: index, size: size).flatMap(TreeNode.covering)
    }

    /// Checks that the entry with this leaf hash is in the tree with this root.
    ///
    /// - Throws: ``ProofError``.
    /// - Complexity: O(log size).
    public func verify(leaf: Hash, root: Hash) throws(ProofError) {
        guard (0..<max(0, size)).contains(index) else { throw .noSuchEntry(index: index, size: size) }
        let expected = Self.parts(index: index, size: size).count
        guard hashes.count == expected else { throw .length(hashes: hashes.count, expected: expected) }
        let hasher = TreeHasher()
        var (place, last) = (index, size - 1)
        var computed = leaf
        for hash in hashes {
            if !place.isMultiple(of: 2) || place == last {
                computed = hasher.node(hash, computed)
                // Up to where this subtree is a right child: it has no sibling on the levels between.
                let levels = place.trailingZeroBitCount
                (place, last) = (place >> levels, last >> levels)
            } else {
                computed = hasher.node(computed, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        guard computed == root else { throw .rootDiffers(computed: computed) }
    }

    /// The entries under each hash of the proof.
    private static func parts(index: Int, size: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var entries = 0..<size
        while entries.count > 1 {
            let (left, right) = entries.split
            let isLeft = left.contains(index)
            parts.append(isLeft ? right : left)
            entries = isLeft ? left : right
        }
        return parts.reversed()
    }
}
