import Testing
import TestSupport
import TransparencyLog

@Suite("Tiles")
struct TileTests {
    @Test(
        "have the paths of C2SP tlog-tiles",
        arguments: [
            ("tile/0/000", 0, 0, 256, "the first"),
            ("tile/1/x001/234", 1, 1234, 256, "two groups of digits"),
            ("tile/0/x001/x234/067", 0, 1_234_067, 256, "the example of the specification"),
            ("tile/2/999.p/1", 2, 999, 1, "the narrowest"),
            ("tile/0/x001/000.p/255", 0, 1000, 255, "the widest that is not full"),
        ] as [(String, Int, Int, Int, Comment)]
    )
    func paths(path: String, level: Int, index: Int, width: Int, reason: Comment) throws {
        let tile = try #require(Tile(level: level, index: index, width: width))
        #expect(LogResource.tile(tile).path == path, reason)
        #expect(LogResource(path: path) == .tile(tile), reason)
    }

    @Test("of entries and the checkpoint have paths too")
    func otherPaths() throws {
        let tile = try #require(Tile(level: 0, index: 70_000, width: 7))
        #expect(LogResource.entries(tile).path == "tile/entries/x070/000.p/7")
        #expect(LogResource(path: "tile/entries/x070/000.p/7") == .entries(tile))
        #expect(LogResource(path: "checkpoint") == .checkpoint)
    }

    @Test(
        "have no other paths",
        arguments: [
            ("", "nothing"), ("tile", "no place"), ("tile/0", "no index"), ("tile/0/", "an empty index"),
            ("/tile/0/000", "a slash in front"), ("tile/0/000/", "a slash behind"), ("tile/0/0", "one digit"),
            ("tile/0/0000", "four digits"), ("tile/0/x000/001", "a group that says nothing"),
            ("tile/0/001/234", "no x"), ("tile/0/x001", "ends with an x"),
            ("tile/0/x001/x234", "ends with an x"),
            ("tile/00/000", "a leading zero"), ("tile/8/000", "a level no tree of ours reaches"),
            ("tile/-1/000", "a sign"), ("tile/0/+01", "a sign"), ("tile/0/00x", "an x inside"),
            ("tile/0/000.p/0", "no width"), ("tile/0/000.p/256", "full is written without its width"),
            ("tile/0/000.p/01", "a leading zero"), ("tile/0/000.p", "the width is missing"),
            ("tile/0/000.p/", "an empty width"), ("tile/0/.p/1", "an empty index"),
            ("tile/0.p/1", "no index"),
            ("tile/entries.p/1", "no index"), ("tile/entry/000", "another word"),
            ("checkpoint/", "a slash behind"),
            ("tile/0/x999/x999/x999/x999/x999/999", "beyond any tree"),
            ("tile/0/x999/x999/x999/x999/x999/x999/999", "beyond any number"),
            ("tile/7/129", "beyond the largest tree"), ("tile/0/٠٠٠", "digits of another script"),
        ] as [(String, Comment)]
    )
    func refusesPaths(path: String, reason: Comment) {
        #expect(LogResource(path: path) == nil, reason)
    }

    @Test("come out of their paths as they went in")
    func pathRoundTrip() throws {
        var dice = Dice(salt: "tile paths")
        for _ in Dice.rounds(500) {
            let level = Int.random(in: Tile.levels, using: &dice)
            let bits = Int.random(in: 0...max(0, 55 - 8 * level), using: &dice)
            let index = Int.random(in: 0...(1 << bits - 1), using: &dice)
            let tile = try #require(
                Tile(level: level, index: index, width: Int.random(in: 1...256, using: &dice))
            )
            #expect(LogResource(path: LogResource.tile(tile).path) == .tile(tile))
        }
    }

    @Test(
        "of a tree are those of the specification",
        arguments: [
            (0, 0, [], "none"),
            (0, 1, ["0/000.p/1"], "one entry"),
            (0, 255, ["0/000.p/255"], "one less than full"),
            (0, 256, ["0/000", "1/000.p/1"], "full, and a hash above"),
            (0, 257, ["0/000", "0/001.p/1", "1/000.p/1"], "one more"),
            (256, 257, ["0/001.p/1"], "what is full is not made again"),
            (255, 256, ["0/000", "1/000.p/1"], "the same tile, wider"),
            (300, 300, [], "no growth"),
            (300, 299, [], "no shrinking"),
            (65_535, 65_536, ["0/255", "1/000", "2/000.p/1"], "three levels at once"),
            (69_999, 70_000, ["0/273.p/112"], "the example of the specification"),
        ] as [(Int, Int, [String], Comment)]
    )
    func made(old: Int, new: Int, paths: [String], reason: Comment) {
        let made = Tile.made(from: old, to: new)
        #expect(made.map { LogResource.tile($0).path } == paths.map { "tile/" + $0 }, reason)
    }

    @Test("of the example of the specification: 273 full and one partial, one and one, one")
    func specification() {
        let tiles = Tile.made(from: 0, to: 70_000)
        #expect(tiles.count { $0.level == 0 && $0.isFull } == 273)
        #expect(tiles.filter { !$0.isFull }.map(\.width) == [112, 17, 1])
        #expect(tiles.count == 277)
    }

    @Test("of the largest tree can be named")
    func largest() throws {
        let last = try #require(Tile(level: 7, index: 0, in: .max))
        #expect(last.width == 127)
        #expect(Tile(level: 0, index: Int.max >> 8, in: .max)?.width == 255)
        #expect(Tile(level: 0, index: Int.max >> 8 + 1, in: .max) == nil)
    }
}
