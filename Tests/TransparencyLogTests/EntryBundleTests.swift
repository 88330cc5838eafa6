import Testing
import TransparencyLog

@Suite("A bundle of entries")
struct EntryBundleTests {
    @Test("writes each entry after its length")
    func bytes() throws {
        let bundle = try EntryBundle([[1, 2, 3], [], [UInt8](repeating: 7, count: 258)])
        #expect(Array(bundle.bytes.prefix(9)) == [0, 3, 1, 2, 3, 0, 0, 1, 2])
        #expect(try EntryBundle(decoding: bundle.bytes) == bundle)
    }

    @Test("holds entries up to 65,535 bytes")
    func longest() throws {
        let bundle = try EntryBundle([[UInt8](repeating: 1, count: 65_535)])
        #expect(try EntryBundle(decoding: bundle.bytes) == bundle)
        #expect(throws: EntryBundle.Failure.entryTooLong(index: 1, bytes: 65_536)) {
            try EntryBundle([[], [UInt8](repeating: 1, count: 65_536)])
        }
    }

    @Test(
        "is not read from bytes that are none",
        arguments: [
            ([], .entryCount(0), "nothing"),
            ([0], .cut(index: 0, offset: 0), "half a length"),
            ([0, 1], .cut(index: 0, offset: 0), "no entry after its length"),
            ([0, 1, 9, 0, 2, 9], .cut(index: 1, offset: 3), "the second entry is cut"),
            ([UInt8](repeating: 0, count: 514), .entryCount(257), "more than a tile has"),
        ] as [([UInt8], EntryBundle.Failure, Comment)]
    )
    func refuses(bytes: [UInt8], error: EntryBundle.Failure, reason: Comment) {
        #expect(throws: error, reason) { try EntryBundle(decoding: bytes) }
    }
}
