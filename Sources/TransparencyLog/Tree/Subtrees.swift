extension Range<Int> {
    /// The two subtrees under the node over these entries, of which there are at least two.
    ///
    /// - Source: RFC 6962 section 2.1: the left one holds the largest power of two below their number.
    var split: (left: Range<Int>, right: Range<Int>) {
        let middle = lowerBound + 1 << (count - 1).log2
        return (lowerBound..<middle, middle..<upperBound)
    }
}

extension [Range<Int>] {
    /// The hash of the subtree over each range of entries.
    func hashes<Failure>(_ hash: (TreeNode) throws(Failure) -> Hash) throws(Failure) -> [Hash] {
        let hasher = TreeHasher()
        var hashes: [Hash] = []
        for entries in self {
            var peaks: [Hash] = []
            for node in TreeNode.covering(entries) { peaks.append(try hash(node)) }
            hashes.append(hasher.fold(peaks) ?? .emptyRoot)
        }
        return hashes
    }
}
