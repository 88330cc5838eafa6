import Office
import PostgresStorage
import Testing

/// What every store of a journal must do, of the one on PostgreSQL.
struct JournalContractTests {
    @Test func anEmptyJournalEndsAtItsBeginning() async throws {
        let store = try await writer()
        #expect(try await store.end() == JournalEnd(count: 0, frontier: []))
        #expect(try await store.entries(from: 0, bytes: 1_000) == [])
        #expect(try await store.place(ofRequest: "r0", by: "anna") == nil)
        await store.close()
    }

    @Test func whatWasAddedIsThereAfterReopening() async throws {
        let office = newOffice()
        let first = try await writer(office)
        try await first.append(entries(0, 3), frontier: [1, 2])
        try await first.append(entries(3, 1), frontier: [])
        await first.close()
        let second = try await writer(office)
        #expect(try await second.end() == JournalEnd(count: 4, frontier: []))
        #expect(try await all(second) == entries(0, 4))
        #expect(try await second.place(ofRequest: "r2", by: "anna") == 2)
        #expect(try await second.place(ofRequest: "r2", by: "budi") == nil)
        await second.close()
    }

    @Test(
        "a batch that is refused leaves nothing",
        arguments: [
            ("two writers, and the other was first", [2, 3], "new", .sequenceTaken(next: 3)),
            ("a batch before it was lost", [4, 5], "new", .sequenceTaken(next: 3)),
            ("a hole in the batch", [3, 5], "new", .sequenceTaken(next: 4)),
            ("the command is there", [3, 4, 5], "r1", .requestTaken(1)),
            ("twice in one batch: the place of the first", [3, 4, 5], "r3", .requestTaken(3)),
        ] as [(String, [Int], String, StoreFault)]
    )
    func refusal(_: String, places: [Int], last: String, expected: StoreFault) async throws {
        let batch =
            places.dropLast().map { request("r\($0)", at: $0) } + [request(last, at: places.last ?? 0)]
        let store = try await writer()
        try await store.append(entries(0, 3), frontier: [7])
        await #expect(throws: expected) { try await store.append(batch, frontier: [8]) }
        #expect(try await store.end() == JournalEnd(count: 3, frontier: [7]))
        #expect(try await all(store) == entries(0, 3))
        // It goes on.
        try await store.append(entries(3, 1), frontier: [9])
        #expect(try await store.end() == JournalEnd(count: 4, frontier: [9]))
        await store.close()
    }

    @Test func theSameRequestOfAnotherAccountIsAnother() async throws {
        let store = try await writer()
        try await store.append([request("r", at: 0), request("r", at: 1, by: "budi")], frontier: [])
        #expect(try await store.place(ofRequest: "r", by: "budi") == 1)
        await store.close()
    }

    @Test("texts come back byte by byte", arguments: Text.cases)
    func texts(text: Text) async throws {
        let store = try await writer()
        let entry = StoredEntry(sequence: 0, account: "añna 'b' \\", request: "\"\u{1}\n投", text: text.bytes)
        try await store.append([entry], frontier: text.bytes)
        #expect(try await all(store) == [entry])
        #expect(try await store.end().frontier == text.bytes)
        #expect(try await store.place(ofRequest: entry.request, by: entry.account) == 0)
        await store.close()
    }

    @Test(
        "a page holds what fits, one at least",
        arguments: [
            (0, 0, 1),  // Nothing fits: one all the same.
            (0, 99, 1),
            (0, 100, 1),  // Exactly one.
            (0, 199, 1),
            (0, 200, 2),
            (8, 10_000, 2),  // To the end.
            (10, 10_000, 0),  // At the end.
            (11, 10_000, 0),  // Behind it.
        ]
    )
    func pages(place: Int, bytes: Int, count: Int) async throws {
        let store = try await writer()
        try await store.append(entries(0, 10, bytes: 100), frontier: [])
        #expect(
            try await store.entries(from: place, bytes: bytes)
                == Array(entries(0, 10, bytes: 100).dropFirst(place).prefix(count))
        )
        await store.close()
    }

    @Test func aLongJournalComesInOnePageWhenItFits() async throws {
        let store = try await writer()
        try await store.append(entries(0, 6_000), frontier: [])
        try await store.append(entries(6_000, 3_000), frontier: [])
        #expect(try await store.entries(from: 0, bytes: 20 * 9_000) == entries(0, 9_000))
        #expect(try await store.entries(from: 0, bytes: 20 * 5_000 + 19).count == 5_000)
        await store.close()
    }

    @Test func ofConcurrentBatchesForOnePlaceOneIsThere() async throws {
        let store = try await writer()
        let accepted = await withTaskGroup(of: Int.self) { group in
            for writer in 0..<20 {
                group.addTask {
                    let batch = [request("w\(writer)", at: 0), request("x\(writer)", at: 1)]
                    do throws(StoreFault) {
                        try await store.append(batch, frontier: [UInt8(writer)])
                        return 1
                    } catch {
                        #expect(error == .sequenceTaken(next: 2))
                        return 0
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(accepted == 1)
        #expect(try await all(store).count == 2)
        await store.close()
    }

    @Test func aClosedStoreSaysSo() async throws {
        let store = try await writer()
        await store.close()
        await store.close()
        await #expect(throws: StoreFault.closed) { try await store.append(entries(0), frontier: []) }
        await #expect(throws: StoreFault.closed) { try await store.end() }
        await #expect(throws: StoreFault.closed) { try await store.entries(from: 0, bytes: 1) }
        await #expect(throws: StoreFault.closed) { try await store.place(ofRequest: "r", by: "a") }
    }
}

/// A text, and why it is tried.
struct Text: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    static let cases = [
        Text(testDescription: "the shortest, a zero that ends no text", bytes: [0]),
        Text(testDescription: "every value of a byte", bytes: Array(0...255)),
        Text(testDescription: "UTF-8", bytes: Array("{\"name\":\"Ché 投票 🗳\"}".utf8)),
        Text(
            testDescription: "the longest",
            bytes: (0..<65_535).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        ),
    ]
}

private func request(_ request: String, at place: Int, by account: String = "anna") -> StoredEntry {
    StoredEntry(sequence: place, account: account, request: request, text: [1])
}
