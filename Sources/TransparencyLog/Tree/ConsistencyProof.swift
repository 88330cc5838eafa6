/// The proof that a tree only grew: the earlier tree's entries are the first entries of the later one.
///
/// - Source: RFC 6962 section 2.1.2; verification by RFC 9162 section 2.1.4.2.
public struct ConsistencyProof: Hashable, Sendable {
    /// The entries of the earlier tree.
    public let oldSize: Int

    /// The entries of the later tree.
    public let newSize: Int

    /// The hashes, from the lowest subtree up; none when the earlier tree is empty or as large as the later.
    public let hashes: [Hash]

    /// A proof that someone else made.
    public init(from oldSize: Int, to newSize: Int, hashes: [Hash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Makes the proof from the hashes of complete subtrees; nil when the sizes are not those of a growth.
    ///
    /// - Throws: What `hash` throws.
    /// - Complexity: O(log² size) readings at most; ``nodes(from:to:)`` lists them.
    public init?<Failure>(
        from oldSize: Int,
        to newSize: Int,
        hash: (TreeNode) throws(Failure) -> Hash
    ) throws(Failure) {
        guard oldSize >= 0, oldSize <= newSize else { return nil }
        let hashes = try Self.parts(from: oldSize, to: newSize).hashes(hash)
        self.init(from: oldSize, to: newSize, hashes: hashes)
    }

    /// The nodes whose hashes the proof is made from; empty when the sizes are not those of a growth.
    public static func nodes(from oldSize: Int, to newSize: Int) -> [TreeNode] {
        guard oldSize >= 0, oldSize <= newSize else { return [] }
        return parts(from: oldSize, to: newSize).flatMap(TreeNode.covering)
    }

    /// Checks that the tree with `newRoot` continues the tree with `oldRoot`.
    ///
    /// - Throws: ``ProofError``.
    /// - Complexity: O(log size).
    public func verify(oldRoot: Hash, newRoot: Hash) throws(ProofError) {
        guard oldSize >= 0, oldSize <= newSize else { throw .sizes(old: oldSize, new: newSize) }
        let expected = Self.parts(from: oldSize, to: newSize).count
        guard hashes.count == expected else { throw .length(hashes: hashes.count, expected: expected) }
        guard oldSize > 0 else {
            return try Self.compare(
                old: .emptyRoot,
                oldRoot,
                new: newSize == 0 ? .emptyRoot : newRoot,
                newRoot
            )
        }
        guard oldSize < newSize else { return try Self.compare(old: newRoot, oldRoot, new: newRoot, newRoot) }
        let (old, new) = computed(oldRoot: oldRoot)
        try Self.compare(old: old, oldRoot, new: new, newRoot)
    }

    /// The roots that the hashes lead to, for 0 < ``oldSize`` < ``newSize``.
    private func computed(oldRoot: Hash) -> (old: Hash, new: Hash) {
        // A complete earlier tree is itself a node of the later one, and the proof leaves it out.
        let path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + hashes : hashes
        let hasher = TreeHasher()
        let complete = (~(oldSize - 1)).trailingZeroBitCount
        var (place, last) = ((oldSize - 1) >> complete, (newSize - 1) >> complete)
        var (old, new) = (path[0], path[0])
        for hash in path.dropFirst() {
            if !place.isMultiple(of: 2) || place == last {
                (old, new) = (hasher.node(hash, old), hasher.node(hash, new))
                let levels = place.trailingZeroBitCount
                (place, last) = (place >> levels, last >> levels)
            } else {
                new = hasher.node(new, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return (old, new)
    }

    private static func compare(
        old: Hash,
        _ oldRoot: Hash,
        new: Hash,
        _ newRoot: Hash
    ) throws(ProofError) {
        guard old == oldRoot else { throw .oldRootDiffers(computed: old) }
        guard new == newRoot else { throw .rootDiffers(computed: new) }
    }

    /// The entries under each hash of the proof.
    private static func parts(from oldSize: Int, to newSize: Int) -> [Range<Int>] {
        guard oldSize > 0 else { return [] }
        var parts: [Range<Int>] = []
        var entries = 0..<newSize
        while entries.upperBound > oldSize {
            let (left, right) = entries.split
            if oldSize <= left.upperBound {
                parts.append(right)
                entries = left
            } else {
                parts.append(left)
                entries = right
            }
        }
        // The verifier knows the earlier root already.
        if entries.lowerBound > 0 { parts.append(entries) }
        return parts.reversed()
    }
}
