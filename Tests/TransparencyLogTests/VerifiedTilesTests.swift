import TestSupport
import Testing
import TransparencyLog

@Suite("Tiles that a root confirms")
struct VerifiedTilesTests {
    private static let log = SmallLog(count: 66_000)

    @Test(
        "give the hashes and entries of the tree",
        arguments: [0, 1, 2, 255, 256, 257, 513, 65_536, 66_000]
    )
    func reading(size: Int) throws {
        let log = Self.log
        let content = try log.tiles(at: size)
        var tiles = try open(content, size: size, root: log.root(at: size))
        for index in [0, 1, 255, 256, size / 2, size - 1] where (0..<size).contains(index) {
            let proof = try #require(
                try InclusionProof(index: index, size: size) { node throws(TileError<NoTile>) in
                    try tiles.hash(of: node)
                }
            )
            try proof.verify(leaf: .leaf(log.entries[index]), root: log.root(at: size))
        }
        guard let tile = Tile(level: 0, index: 0, in: size) else { return }
        let entries = Array(log.entries[..<tile.width])
        #expect(try tiles.entries(of: tile, bundle: EntryBundle(entries).bytes) == entries)
    }

    @Test("are refused when any single byte is changed", arguments: [3, 256, 300])
    func everyByte(size: Int) throws {
        let log = Self.log
        let content = try log.tiles(at: size)
        for (tile, bytes) in content {
            for (place, changed) in changes(of: bytes) where size < 10 || place % 101 == 0 {
                var forged = content
                forged[tile] = changed
                #expect(throws: TileError<NoTile>.self) { try all(forged, size: size) }
            }
        }
    }

    @Test("say which tile is wrong")
    func location() throws {
        let content = try Self.log.tiles(at: 66_000)
        let inner = try #require(Tile(level: 0, index: 17))
        let edge = try #require(Tile(level: 1, index: 1, in: 66_000))
        var forged = content
        forged[inner]?[5] ^= 1
        #expect(throws: TileError<NoTile>.hashDiffers(inner)) { try all(forged, size: 66_000) }
        forged = content
        forged[edge]?[5] ^= 1
        #expect(throws: TileError<NoTile>.rootDiffers) { try all(forged, size: 66_000) }
        forged = content
        forged[inner]?.removeLast()
        #expect(throws: TileError<NoTile>.length(inner, bytes: 8191)) { try all(forged, size: 66_000) }
        forged = content
        forged[inner] = nil
        #expect(throws: TileError<NoTile>.notFetched(inner, NoTile())) { try all(forged, size: 66_000) }
    }

    @Test("are refused for another root, and give nothing beyond the tree")
    func otherRoot() throws {
        let log = Self.log
        let content = try log.tiles(at: 300)
        #expect(throws: TileError<NoTile>.rootDiffers) {
            _ = try open(content, size: 300, root: log.root(at: 299))
        }
        var tiles = try open(content, size: 300, root: log.root(at: 300))
        let narrow = try #require(Tile(level: 0, index: 1, width: 43))
        #expect(
            failure { () throws(TileError<NoTile>) in try tiles.hashes(of: narrow) } == .notInTree(narrow)
        )
        for node in [
            TreeNode(level: 0, index: 300), TreeNode(level: 8, index: 1), TreeNode(level: 2, index: -1),
            TreeNode(level: -1, index: 0),
            TreeNode(level: 64, index: 0),
        ] {
            #expect(failure { () throws(TileError<NoTile>) in try tiles.hash(of: node) } == .noSuchNode(node))
        }
    }

    @Test("refuse entries that are others")
    func entries() throws {
        let log = Self.log
        var tiles = try open(log.tiles(at: 3), size: 3, root: log.root(at: 3))
        let tile = try #require(Tile(level: 0, index: 0, width: 3))
        let entries = Array(log.entries[..<3])
        let bundle = try EntryBundle(entries).bytes
        for (_, changed) in changes(of: bundle) {
            #expect(
                failure { () throws(TileError<NoTile>) in try tiles.entries(of: tile, bundle: changed) }
                    != nil
            )
        }
        let short = try EntryBundle([entries[0]]).bytes
        let failed = failure { () throws(TileError<NoTile>) in try tiles.entries(of: tile, bundle: short) }
        #expect(failed == .bundle(tile, .entryCount(1)))
        let swapped = try EntryBundle([entries[0], entries[2], entries[1]]).bytes
        let differs = failure { () throws(TileError<NoTile>) in try tiles.entries(of: tile, bundle: swapped) }
        #expect(differs == .entryDiffers(tile, place: 1))
    }

    struct NoTile: Error, Hashable {}

    private func open(
        _ content: [Tile: [UInt8]],
        size: Int,
        root: Hash
    ) throws(TileError<NoTile>) -> VerifiedTiles<NoTile> {
        try VerifiedTiles(size: size, root: root) { tile throws(NoTile) in
            guard let bytes = content[tile] else { throw NoTile() }
            return bytes
        }
    }

    /// Reads every tile of the tree.
    private func all(_ content: [Tile: [UInt8]], size: Int) throws(TileError<NoTile>) {
        var tiles = try open(content, size: size, root: Self.log.root(at: size))
        for tile in Tile.made(from: 0, to: size) { _ = try tiles.hashes(of: tile) }
    }
}
