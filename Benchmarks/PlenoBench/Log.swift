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
        let (small, smallRoot) = growth(from: 10, hasher)
        let (large, largeRoot) = growth(from: count, hasher)
        print("entry", time / Double(count), "append", small, large, "root", smallRoot, largeRoot)
    }

    /// Seconds of one more leaf and of the new root, averaged over 1,024 that follow each other.
    private static func growth(
        from size: Int,
        _ hasher: borrowing TreeHasher
    ) -> (append: Double, root: Double) {
        var start = TreeFrontier()
        for _ in 0..<size { start.append(.emptyRoot, with: hasher) }
        var (tree, root) = (start, start.root)
        let append = best(of: 50) {
            tree = start
            for _ in 0..<1_024 { tree.append(root, with: hasher) }
        }
        let both = best(of: 50) {
            tree = start
            for _ in 0..<1_024 {
                tree.append(root, with: hasher)
                root = tree.root(with: hasher)
            }
        }
        return (append / 1_024, (both - append) / 1_024)
    }
}
