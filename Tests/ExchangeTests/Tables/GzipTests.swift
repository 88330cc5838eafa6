import Testing

@testable import Exchange

@Suite("A packed file")
struct GzipTests {
    private static let text = Array(
        ("a,b\n" + (0..<3_000).map { "\($0),\($0 * 7 % 1_000)\n" }.joined()).utf8
    )
    private static let packed = Samples.gzip(text)

    private func read(_ bytes: [UInt8], name: String = "t.csv") async throws -> Int {
        try await Samples.withFile(bytes, named: name) { path in
            try await CSVTable.read(path: path, as: "t", required: ["a", "b"]).rows.count
        }
    }

    @Test("is known by its first bytes, not by its name")
    func detection() async throws {
        #expect(try await read(Self.packed, name: "t.csv") == 3_000)
        #expect(try await read(Self.text, name: "t.csv.gz") == 3_000)
    }

    @Test("may have several parts, cut anywhere in the text")
    func members() async throws {
        for cut in [1, 2, 3, 4, 500, Self.text.count - 1] {
            let parts = Samples.gzip(Array(Self.text[..<cut])) + Samples.gzip(Array(Self.text[cut...]))
            #expect(try await read(parts) == 3_000)
        }
    }

    @Test("reads the same in chunks of any size", arguments: [1, 2, 3, 7, 64, 1_000, 100_000])
    func chunks(size: Int) async throws {
        for bytes in [Self.text, Self.packed] {
            let rows = try await Samples.withFile(bytes) { path in
                let sink = TableSink(file: "t", required: ["a"], optional: [])
                var stream = CSVStream("t", into: sink, needsRows: true)
                var plan = ReadingPlan()
                plan.chunkSize = size
                plan.chunksAhead = 2
                await stream.readAll(from: path, plan)
                #expect(stream.log.isEmpty)
                return stream.sink.rows.count
            }
            #expect(rows == 3_000)
        }
    }

    @Test(
        "is refused when it is broken",
        arguments: [
            (Array(packed.dropLast(1)), .gzipCut, "the last byte is missing"),
            (Array(packed.dropLast(8)), .gzipCut, "the checksum is missing"),
            (Array(packed[..<(packed.count / 2)]), .gzipCut, "half of it is missing"),
            (Array(packed[..<5]), .gzipCut, "not even the header is whole"),
            (damaged(at: packed.count - 6), .gzipDamaged, "another checksum"),
            (damaged(at: packed.count - 2), .gzipDamaged, "another length"),
            (damaged(at: 2), .gzipDamaged, "another method"),
            (packed + [0x61], .gzipDamaged, "a byte behind it"),
            (packed + Array("a,b\n1,2\n".utf8), .gzipDamaged, "text behind it"),
            (packed + [0x1F, 0x00], .gzipDamaged, "almost another part behind it"),
            (packed + packed.prefix(20), .gzipCut, "a second part is cut"),
        ] as [([UInt8], Problem.Kind, Comment)]
    )
    func broken(bytes: [UInt8], expected: Problem.Kind, reason: Comment) async {
        await #expect(throws: Problems([Problem(expected, file: "t")]), reason) { try await read(bytes) }
    }

    private static func damaged(at index: Int) -> [UInt8] {
        var bytes = packed
        bytes[index] ^= 0x55
        return bytes
    }

    @Test("damaged in the middle is never read as something else")
    func damage() async {
        for index in stride(from: 10, to: Self.packed.count - 8, by: 97) {
            await #expect(throws: Problems.self) { try await read(Self.damaged(at: index)) }
        }
    }
}
