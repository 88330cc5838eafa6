import TestSupport
import Testing
import TransparencyLog

@Suite("The growth of a log, from its tiles")
struct LogGrowthTests {
    private static let log = SmallLog(count: 66_000)

    @Test(
        "is proven from the tiles that it names, and no others",
        arguments: [0, 1, 2, 3, 255, 256, 257, 300, 512, 700, 65_535, 65_536, 65_537, 66_000]
    )
    func proves(new: Int) throws {
        let log = Self.log
        let content = try log.tiles(at: new)
        for old in [0, 1, 2, 255, 256, 257, 511, 700, 65_536, 65_800, new - 1, new]
        where (0...new).contains(old) {
            let tiles = LogGrowth.tiles(from: old, to: new)
            #expect(tiles.count <= 24, "logarithmic: \(old) to \(new)")
            let growth = try #require(
                try LogGrowth(
                    from: old,
                    to: log.checkpoint(at: new),
                    tiles: content.filter { tiles.contains($0.key) }
                )
            )
            #expect(growth.oldRoot == log.root(at: old))
            #expect(growth.proof == (try log.consistency(from: old, to: new)))
            for tile in tiles {
                let fewer = content.filter { tiles.contains($0.key) && $0.key != tile }
                #expect(throws: TileError<LogGrowth.NoTile>.self) {
                    try LogGrowth(from: old, to: log.checkpoint(at: new), tiles: fewer)
                }
            }
        }
    }

    @Test("is none when the log shrank, and not proven by tiles of another log")
    func refuses() throws {
        let log = Self.log
        #expect(try LogGrowth(from: 9, to: log.checkpoint(at: 8), tiles: [:]) == nil)
        #expect(try LogGrowth(from: -1, to: log.checkpoint(at: 8), tiles: [:]) == nil)
        #expect(LogGrowth.tiles(from: 9, to: 8).isEmpty)
        let other = SmallLog((0..<300).map { [UInt8($0 & 255), 7] })
        #expect(throws: TileError<LogGrowth.NoTile>.rootDiffers) {
            try LogGrowth(from: 9, to: log.checkpoint(at: 300), tiles: other.tiles(at: 300))
        }
    }
}

@Suite("A fork")
struct ForkTests {
    private static let log = SmallLog(count: 40)
    private static let other = SmallLog((0..<40).map { [UInt8($0), 1] })

    private func note(_ size: Int, of log: SmallLog, by key: SigningKey? = nil) throws -> SignedNote {
        try log.checkpoint(at: size).signed(by: key ?? Keys.log(), at: 0)
    }

    @Test(
        "is proven by two checkpoints, and a proof where one tree is larger",
        arguments: [1, 5, 8, 31, 32, 40]
    )
    func proven(old: Int) throws {
        for new in old...40 {
            let hashes = try Self.other.consistency(from: old, to: new).hashes
            let (earlier, later) = (try note(old, of: Self.log), try note(new, of: Self.other))
            let fork = { (hashes: [Hash], otherRoot: Hash) in
                Fork(
                    earlier: earlier,
                    later: later,
                    otherRoot: otherRoot,
                    hashes: hashes,
                    keys: [try Keys.log().verifier]
                )
            }
            #expect(try fork(hashes, Self.other.root(at: old)) != nil)
            #expect(try fork(hashes, Self.log.root(at: old)) == nil, "no other root")
            #expect(try fork(hashes + [.emptyRoot], Self.other.root(at: old)) == nil, "no proof")
        }
    }

    @Test("is seen in a request, whoever sent it")
    func request() throws {
        let keys = [try Keys.log().verifier]
        let confirmed = try note(9, of: Self.log)
        let rows: [(SmallLog, Int, Int, Bool, Comment)] = [
            (Self.other, 9, 9, true, "two roots of one size"),
            (Self.other, 3, 9, true, "the same, asked from elsewhere"),
            (Self.other, 9, 20, true, "a proof from another tree of nine"),
            (Self.other, 3, 20, false, "a proof from elsewhere proves nothing about nine"),
            (Self.other, 3, 5, false, "a smaller tree alone proves nothing"),
            (Self.log, 9, 20, false, "the log grew"), (Self.log, 9, 9, false, "the same tree"),
        ]
        for (log, old, new, isFork, reason) in rows {
            let hashes = try log.consistency(from: old, to: new).hashes
            let request = try AddCheckpoint(oldSize: old, hashes: hashes, note: note(new, of: log))
            #expect((Fork(confirmed: confirmed, request: request, keys: keys) != nil) == isFork, reason)
        }
        let stranger = try Keys.key(SmallLog.origin, .note, seed: 66)
        let forged = try AddCheckpoint(oldSize: 9, hashes: [], note: note(9, of: Self.other, by: stranger))
        #expect(Fork(confirmed: confirmed, request: forged, keys: keys) == nil, "the log did not sign it")
    }
}
