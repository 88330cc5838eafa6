import Testing
import TestSupport
import TransparencyLog

@Suite("A tree")
struct TreeTests {
    /// The leaves that the implementations of Certificate Transparency are tested with.
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6f),
    ]

    @Test(
        "has the roots of the classic leaves",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
            (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
            (6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
            (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ]
    )
    func classic(size: Int, root: String) {
        #expect(SmallLog(Array(Self.leaves.prefix(size))).root.hex == root)
    }

    @Test("has at every size the root that RFC 6962 defines, also when it was stored in between")
    func definition() throws {
        var dice = Dice(salt: "tree roots")
        for _ in Dice.rounds(5) {
            let entries = (0..<Int.random(in: 0...300, using: &dice)).map { _ in
                (0..<Int.random(in: 0...80, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice)
                }
            }
            let hasher = TreeHasher()
            var frontier = TreeFrontier()
            for entry in entries {
                if Bool.random(using: &dice) { frontier = try TreeFrontier(decoding: frontier.bytes) }
                frontier.append(hasher.leaf(entry), with: hasher)
            }
            #expect(frontier.root == definedRoot(entries[...]))
            #expect(frontier.size == entries.count)
        }
    }

    /// RFC 6962 section 2.1, word for word.
    private func definedRoot(_ entries: ArraySlice<[UInt8]>) -> Hash {
        switch entries.count {
        case 0: return .digest([])
        case 1: return .digest([0] + entries.joined())
        case let count:
            var largest = 1
            while largest * 2 < count { largest *= 2 }
            let (left, right) = (entries.prefix(largest), entries.dropFirst(largest))
            return .digest([1] + definedRoot(left).bytes + definedRoot(right).bytes)
        }
    }

    @Test("tells of every complete subtree once, the lower ones first")
    func completeNodes() {
        let log = SmallLog(count: 100)
        let expected = (0...6).flatMap { level in
            (0..<(100 >> level)).map { TreeNode(level: level, index: $0) }
        }
        #expect(Set(log.nodes.keys) == Set(expected))
    }

    @Test(
        "is not read from bytes that are none",
        arguments: [
            ([], .noSize, "nothing"),
            ([0, 0, 0, 0, 0, 0, 0], .noSize, "seven bytes"),
            ([UInt8](repeating: 255, count: 8), .noSize, "above Int.max"),
            ([0, 0, 0, 0, 0, 0, 0, 1], .length(bytes: 8, expected: 40), "the peak is missing"),
            ([0, 0, 0, 0, 0, 0, 0, 0, 9], .length(bytes: 9, expected: 8), "too long"),
        ] as [([UInt8], TreeFrontier.DecodingError, Comment)]
    )
    func refusesBytes(bytes: [UInt8], error: TreeFrontier.DecodingError, reason: Comment) {
        #expect(throws: error, reason) { try TreeFrontier(decoding: bytes) }
    }
}
