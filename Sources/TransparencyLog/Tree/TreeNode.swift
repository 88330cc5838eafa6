/// A complete subtree: 2^level entries, beginning at entry index · 2^level.
public struct TreeNode: Hashable, Sendable {
    /// The height over the entries, from 0.
    public let level: Int

    /// The place among the nodes of this level, from 0.
    public let index: Int

    /// The node at `index` of `level`.
    public init(level: Int, index: Int) {
        self.level = level
        self.index = index
    }

    /// The complete subtrees that together cover `entries`, largest first.
    ///
    /// `entries` begins at a multiple of the largest power of two in its length, as every subtree of
    /// RFC 6962 does.
    ///
    /// - Complexity: O(log entries).
    static func covering(_ entries: Range<Int>) -> [TreeNode] {
        var nodes: [TreeNode] = []
        var start = entries.lowerBound
        while start < entries.upperBound {
            let level = (entries.upperBound - start).log2
            nodes.append(TreeNode(level: level, index: start >> level))
            start += 1 << level
        }
        return nodes
    }
}

extension Int {
    /// The exponent of the largest power of two in a positive number.
    var log2: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
