import TransparencyLog

extension Bench {
    /// A tree over entries of 200 bytes, and what one more entry costs a small tree and a large one.
    static func log(entries count: Int) {
        let entries = (0..<1_000).map { number in (0..<200).map { UInt8(truncatingIfNeeded: number &* $0) } }
        let hasher = TreeHasher()
        var tree = TreeFrontier()
        let time = best(of: 5) {
            tree = TreeFrontier()
            for place in 0..<count { tree.append(hasher.leaf(entries[place % 1_000]), with: hasher) }
        }
        let small = appends(to: 10, hasher)
        let large = appends(to: count, hasher)
        print("entry", time / Double(count), "small", small, "large", large, "root", tree.root)
    }

    /// Seconds of one more entry with the new root, averaged over 1,024 that follow each other.
    private static func appends(to size: Int, _ hasher: borrowing TreeHasher) -> Double {
        var tree = TreeFrontier()
        for _ in 0..<size { tree.append(.emptyRoot, with: hasher) }
        let start = tree
        let time = best(of: 50) {
            tree = start
            for _ in 0..<1_024 { tree.append(tree.root, with: hasher) }
        }
        return time / 1_024
    }
}
