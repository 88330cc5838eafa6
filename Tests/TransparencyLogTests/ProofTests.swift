import Testing
import TestSupport
import TransparencyLog

@Suite("A proof")
struct ProofTests {
    private static let log = SmallLog(count: 70)

    @Test("of inclusion holds for every entry of every small tree, and for no other entry or root")
    func inclusion() throws {
        let log = Self.log
        for size in 1...log.size {
            for index in 0..<size {
                let proof = try log.inclusion(of: index, in: size)
                let leaf = Hash.leaf(log.entries[index])
                #expect(throws: Never.self) { try proof.verify(leaf: leaf, root: log.root(at: size)) }
                #expect(
                    failure { () throws(ProofError) in
                        try proof.verify(leaf: .emptyRoot, root: log.root(at: size))
                    } != nil
                )
                #expect(throws: ProofError.rootDiffers(computed: log.root(at: size))) {
                    try proof.verify(leaf: leaf, root: log.root(at: size - 1))
                }
            }
        }
    }

    @Test("of consistency holds between all small trees, and for no other root")
    func consistency() throws {
        let log = Self.log
        for new in 0...log.size {
            for old in 0...new {
                let proof = try log.consistency(from: old, to: new)
                let (oldRoot, newRoot) = (log.root(at: old), log.root(at: new))
                #expect(throws: Never.self) { try proof.verify(oldRoot: oldRoot, newRoot: newRoot) }
                let other = Hash.leaf([1, 2, 3])
                #expect(throws: ProofError.self) { try proof.verify(oldRoot: other, newRoot: newRoot) }
                // From nothing any tree follows.
                guard old > 0 || new == 0 else { continue }
                #expect(throws: ProofError.self) { try proof.verify(oldRoot: oldRoot, newRoot: other) }
            }
        }
    }

    @Test("with any single byte changed is refused")
    func everyByte() throws {
        let log = Self.log
        for (index, size) in [(0, 7), (6, 7), (5, 8), (69, 70)] {
            let proof = try log.inclusion(of: index, in: size)
            for (_, bytes) in changes(of: proof.hashes.flatMap(\.bytes)) {
                let changed = InclusionProof(index: index, size: size, hashes: hashes(bytes))
                #expect(throws: ProofError.self) {
                    try changed.verify(leaf: .leaf(log.entries[index]), root: log.root(at: size))
                }
            }
        }
        for (old, new) in [(3, 7), (4, 7), (6, 8), (1, 70)] {
            let proof = try log.consistency(from: old, to: new)
            for (_, bytes) in changes(of: proof.hashes.flatMap(\.bytes)) {
                let changed = ConsistencyProof(from: old, to: new, hashes: hashes(bytes))
                #expect(throws: ProofError.self) {
                    try changed.verify(oldRoot: log.root(at: old), newRoot: log.root(at: new))
                }
            }
        }
    }

    private func hashes(_ bytes: [UInt8]) -> [Hash] {
        stride(from: 0, to: bytes.count, by: 32).compactMap { Hash(bytes[$0..<$0 + 32]) }
    }

    @Test(
        "says what is wrong with an inclusion",
        arguments: [
            (3, 3, 2, .noSuchEntry(index: 3, size: 3), "one beyond the end"),
            (-1, 3, 2, .noSuchEntry(index: -1, size: 3), "before the first"),
            (0, 0, 0, .noSuchEntry(index: 0, size: 0), "the empty tree has no entries"),
            (0, -5, 0, .noSuchEntry(index: 0, size: -5), "no tree at all"),
            (0, 8, 2, .length(hashes: 2, expected: 3), "too few hashes"),
            (0, 8, 4, .length(hashes: 4, expected: 3), "too many hashes"),
            (6, 7, 3, .length(hashes: 3, expected: 2), "the last entry of an odd tree has a shorter way"),
            (Int.max - 1, Int.max, 0, .length(hashes: 0, expected: 62), "the largest tree"),
        ] as [(Int, Int, Int, ProofError, Comment)]
    )
    func refusesInclusion(index: Int, size: Int, count: Int, error: ProofError, reason: Comment) {
        let proof = InclusionProof(
            index: index,
            size: size,
            hashes: Array(repeating: .emptyRoot, count: count)
        )
        #expect(throws: error, reason) { try proof.verify(leaf: .emptyRoot, root: .emptyRoot) }
    }

    @Test(
        "says what is wrong with a growth",
        arguments: [
            (4, 3, 0, .sizes(old: 4, new: 3), "a tree does not shrink"),
            (-1, 3, 0, .sizes(old: -1, new: 3), "no tree at all"),
            (4, 8, 0, .length(hashes: 0, expected: 1), "too few hashes"),
            (4, 8, 2, .length(hashes: 2, expected: 1), "too many hashes"),
            (0, 8, 1, .length(hashes: 1, expected: 0), "nothing needs no proof"),
            (8, 8, 1, .length(hashes: 1, expected: 0), "nothing new needs no proof"),
            (Int.max - 1, Int.max, 0, .length(hashes: 0, expected: 63), "the largest tree"),
        ] as [(Int, Int, Int, ProofError, Comment)]
    )
    func refusesConsistency(old: Int, new: Int, count: Int, error: ProofError, reason: Comment) {
        let proof = ConsistencyProof(from: old, to: new, hashes: Array(repeating: .emptyRoot, count: count))
        #expect(throws: error, reason) { try proof.verify(oldRoot: .emptyRoot, newRoot: .emptyRoot) }
    }

    @Test("is not made for what the tree has not, and passes on what the store says")
    func making() throws {
        let log = Self.log
        #expect(try InclusionProof(index: 5, size: 5, hash: log.hash) == nil)
        #expect(try ConsistencyProof(from: 6, to: 5, hash: log.hash) == nil)
        #expect(throws: SmallLog.Missing(node: TreeNode(level: 0, index: 71))) {
            try InclusionProof(index: 70, size: 72, hash: log.hash)
        }
    }

    @Test("is made from the nodes it names, and only from these")
    func nodes() throws {
        var dice = Dice(salt: "proof nodes")
        for _ in Dice.rounds(50) {
            let size = Int.random(in: 1...Int.max, using: &dice)
            let index = Int.random(in: 0..<size, using: &dice)
            var read: [TreeNode] = []
            let record = { (node: TreeNode) in
                read.append(node)
                return Hash.emptyRoot
            }
            _ = InclusionProof(index: index, size: size, hash: record)
            #expect(read == InclusionProof.nodes(index: index, size: size))
            read = []
            _ = ConsistencyProof(from: index, to: size, hash: record)
            #expect(read == ConsistencyProof.nodes(from: index, to: size))
        }
    }
}
