/// The right edge of a growing tree: all that must be kept to append to it and to know its root.
///
/// - Source: RFC 6962 section 2.1.
public struct TreeFrontier: Hashable, Sendable {
    /// The number of entries.
    public private(set) var size: Int

    /// The hashes of the complete subtrees that cover the entries, largest first: one for each bit of ``size``.
    public private(set) var peaks: [Hash]

    /// The tree without entries.
    public init() {
        size = 0
        peaks = []
    }

    /// Appends an entry by its leaf hash.
    ///
    /// `complete` is told of every node that is complete now and was not before, the leaf first.
    ///
    /// - Complexity: O(log entries) at most, O(1) amortised.
    public mutating func append(
        _ leaf: Hash,
        with hasher: borrowing TreeHasher,
        complete: (TreeNode, Hash) -> Void = { _, _ in }
    ) {
        var node = TreeNode(level: 0, index: size)
        var hash = leaf
        complete(node, hash)
        while !node.index.isMultiple(of: 2) {
            hash = hasher.node(peaks.removeLast(), hash)
            node = TreeNode(level: node.level + 1, index: node.index >> 1)
            complete(node, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The hash of the whole tree.
    ///
    /// - Complexity: O(log entries).
    public var root: Hash {
        root(with: TreeHasher())
    }

    /// The hash of the whole tree, for whoever keeps a hasher.
    ///
    /// - Complexity: O(log entries).
    public func root(with hasher: borrowing TreeHasher) -> Hash {
        hasher.fold(peaks) ?? .emptyRoot
    }
}

extension TreeFrontier {
    /// The state for a store: the size as eight bytes, the largest first, then the peaks.
    public var bytes: [UInt8] {
        size.bigEndianBytes + peaks.flatMap(\.bytes)
    }

    /// Reads a state back; only its shape can be checked, so compare ``root`` with a checkpoint's.
    ///
    /// - Throws: ``DecodingError``.
    public init(decoding bytes: [UInt8]) throws(DecodingError) {
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard bytes.count >= 8, let size = Int(exactly: number) else { throw .noSize }
        let expected = 8 + size.nonzeroBitCount * Hash.size
        guard bytes.count == expected else { throw .length(bytes: bytes.count, expected: expected) }
        self.size = size
        self.peaks = stride(from: 8, to: expected, by: Hash.size).compactMap {
            Hash(bytes[$0..<$0 + Hash.size])
        }
    }

    /// Why bytes are not the state of a tree.
    public enum DecodingError: Error, Hashable, Sendable {
        /// Fewer than eight bytes, or a size above `Int.max`.
        case noSize
        /// Too few or too many bytes for the peaks of a tree of this size.
        case length(bytes: Int, expected: Int)
    }
}
