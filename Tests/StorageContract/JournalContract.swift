public import Office
import Testing

/// What every ``JournalStore`` must do, sentence by sentence.
///
///     @Test(arguments: JournalContract.Sentence.allCases)
///     func contract(_ sentence: JournalContract.Sentence) async throws {
///         try await JournalContract { name in try await open(name) }.hold(sentence)
///     }
public struct JournalContract: Sendable {
    /// A sentence of the contract.
    public enum Sentence: String, CaseIterable, Sendable {
        case aNewOneIsEmpty
        case anEntryIsReadAsItWasWritten
        case batchesFollowEachOther
        case theFrontierOfTheLastBatchIsKept
        case aRequestIsFoundByItsAccount
        case requestsAreComparedByteForByte
        case aRequestOfAnEarlierBatchIsTaken
        case aRequestOfTheSameBatchIsTaken
        case aPlaceBeforeTheEndIsTaken
        case aPlaceBehindTheEndIsRefused
        case aGapInABatchIsRefused
        case entriesFillTheBytes
        case theLongestTextFits
        case everyByteFits
        case whatWasAcknowledgedIsThereAfterReopening
        case aClosedOneAnswersClosed
        case oneOfManyWinsAPlace
        case readersSeeWholeBatches
        case aCancelledTaskLeavesAllOrNothing
    }

    private let open: @Sendable (String) async throws -> any JournalStore

    /// A contract for one kind of store.
    ///
    /// - Parameter open: Opens the journal of a name: an empty one the first time, later, when the one before it
    ///   was closed, what is there. Names are short and of ASCII letters.
    public init(open: @escaping @Sendable (String) async throws -> any JournalStore) {
        self.open = open
    }

    /// Holds a new store to a sentence.
    ///
    /// - Parameter sentence: Which.
    /// - Throws: What the store threw and should not have.
    public func hold(_ sentence: Sentence) async throws {
        let store = try await open(sentence.rawValue)
        switch sentence {
        case .aNewOneIsEmpty: try await newOneIsEmpty(store)
        case .anEntryIsReadAsItWasWritten: try await entryIsRead(store)
        case .batchesFollowEachOther: try await batchesFollow(store)
        case .theFrontierOfTheLastBatchIsKept: try await frontierIsKept(store)
        case .aRequestIsFoundByItsAccount: try await requestIsFound(store)
        case .requestsAreComparedByteForByte: try await requestsAreCompared(store)
        case .aRequestOfAnEarlierBatchIsTaken: try await earlierRequestIsTaken(store)
        case .aRequestOfTheSameBatchIsTaken: try await sameBatchRequestIsTaken(store)
        case .aPlaceBeforeTheEndIsTaken: try await placesAreRefused(store, batch(3...4), batch(0...1))
        case .aPlaceBehindTheEndIsRefused: try await placesAreRefused(store, batch(6...6))
        case .aGapInABatchIsRefused:
            try await placesAreRefused(
                store,
                batch(5...6) + batch(8...8),
                [batch(6...6), batch(5...5)].flatMap(\.self)
            )
        case .entriesFillTheBytes: try await entriesFill(store)
        case .theLongestTextFits:
            try await textFits(store, [UInt8](repeating: 0x61, count: StoredEntry.largest))
        case .everyByteFits: try await textFits(store, Array(UInt8.min...UInt8.max))
        case .whatWasAcknowledgedIsThereAfterReopening: return try await reopening(store)
        case .aClosedOneAnswersClosed: return try await closed(store)
        case .oneOfManyWinsAPlace: try await oneWins(store)
        case .readersSeeWholeBatches: try await readersSeeWhole(store)
        case .aCancelledTaskLeavesAllOrNothing: try await cancelledTask(store)
        }
        await store.close()
    }

    private func newOneIsEmpty(_ store: any JournalStore) async throws {
        #expect(try await store.end() == JournalEnd(count: 0, frontier: []))
        #expect(try await store.entries(from: 0, bytes: 1_000) == [])
        #expect(try await store.place(ofRequest: "request-0", by: "ani") == nil)
    }

    private func entryIsRead(_ store: any JournalStore) async throws {
        let entry = StoredEntry(
            sequence: 0,
            account: "Büro 7 · 選挙",
            request: "🗳 'a\"b\\%_",
            text: Array("{\"a\":1}".utf8)
        )
        try await store.append([entry], frontier: [1])
        #expect(try await store.entries(from: 0, bytes: 1) == [entry])
        #expect(try await store.place(ofRequest: entry.request, by: entry.account) == 0)
    }

    private func batchesFollow(_ store: any JournalStore) async throws {
        try await store.append(batch(0...0), frontier: [1])
        try await store.append(batch(1...63), frontier: [2])
        try await store.append(batch(64...999), frontier: [3])
        #expect(try await store.end() == JournalEnd(count: 1_000, frontier: [3]))
        #expect(try await store.entries(from: 0, bytes: .max) == batch(0...999))
        #expect(try await store.entries(from: 998, bytes: .max) == batch(998...999))
        #expect(try await store.entries(from: 1_000, bytes: .max) == [])
        #expect(try await store.entries(from: 5_000, bytes: .max) == [])
    }

    private func frontierIsKept(_ store: any JournalStore) async throws {
        let frontiers: [[UInt8]] = [Array(0...255), [], [UInt8](repeating: 0, count: 2_048), [0x27]]
        for (place, frontier) in frontiers.enumerated() {
            try await store.append(batch(place...place), frontier: frontier)
            #expect(try await store.end() == JournalEnd(count: place + 1, frontier: frontier))
        }
    }

    private func requestIsFound(_ store: any JournalStore) async throws {
        try await store.append(
            [entry(0, by: "ani", "x"), entry(1, by: "budi", "x"), entry(2, by: "ani", "y")],
            frontier: [1]
        )
        #expect(try await store.place(ofRequest: "x", by: "ani") == 0)
        #expect(try await store.place(ofRequest: "x", by: "budi") == 1)
        #expect(try await store.place(ofRequest: "y", by: "ani") == 2)
        #expect(try await store.place(ofRequest: "y", by: "budi") == nil)
        #expect(try await store.place(ofRequest: "z", by: "ani") == nil)
    }

    private func requestsAreCompared(_ store: any JournalStore) async throws {
        let requests = ["a", "A", "a ", " a", "", "1", "01", "1.0", "é", "e\u{301}", "ａ"]
        let entries = requests.enumerated().map { entry($0.offset, by: "ani", $0.element) }
        try await store.append(entries, frontier: [1])
        for (place, request) in requests.enumerated() {
            #expect(try await store.place(ofRequest: request, by: "ani") == place, "\(Array(request.utf8))")
        }
    }

    private func earlierRequestIsTaken(_ store: any JournalStore) async throws {
        try await store.append(batch(0...4), frontier: [1])
        let again = [
            entry(5, by: "ani", "new"), entry(6, by: "ani", "request-3"), entry(7, by: "ani", "newer"),
        ]
        await #expect(throws: StoreFault.requestTaken(3)) { try await store.append(again, frontier: [2]) }
        try await expectFive(store)
        #expect(try await store.place(ofRequest: "new", by: "ani") == nil)
    }

    private func sameBatchRequestIsTaken(_ store: any JournalStore) async throws {
        try await store.append(batch(0...4), frontier: [1])
        let twice = [entry(5, by: "ani", "new"), entry(6, by: "budi", "new"), entry(7, by: "ani", "new")]
        await #expect(throws: StoreFault.requestTaken(5)) { try await store.append(twice, frontier: [2]) }
        try await expectFive(store)
        #expect(try await store.place(ofRequest: "new", by: "budi") == nil)
    }

    /// Each batch is refused behind five entries, and changes nothing.
    private func placesAreRefused(_ store: any JournalStore, _ batches: [StoredEntry]...) async throws {
        try await store.append(batch(0...4), frontier: [1])
        for batch in batches {
            let renamed = batch.map { entry($0.sequence, by: "ani", "other-\($0.sequence)") }
            await #expect(throws: StoreFault.sequenceTaken(next: 5)) {
                try await store.append(renamed, frontier: [2])
            }
            try await expectFive(store)
        }
    }

    /// The first five entries are there and nothing else, and the next one can be added.
    private func expectFive(_ store: any JournalStore) async throws {
        #expect(try await store.end() == JournalEnd(count: 5, frontier: [1]))
        #expect(try await store.entries(from: 0, bytes: .max) == batch(0...4))
    }

    private func entriesFill(_ store: any JournalStore) async throws {
        let lengths = [10, 20, 30, 40]
        let entries = lengths.enumerated().map { place, length in
            StoredEntry(
                sequence: place,
                account: "ani",
                request: "\(place)",
                text: .init(repeating: 0x61, count: length)
            )
        }
        try await store.append(entries, frontier: [1])
        for (place, bytes, count) in [
            (0, 100, 4), (0, 99, 3), (0, 60, 3), (0, 59, 2), (0, 30, 2), (0, 10, 1),
            (0, 9, 1), (0, 0, 1),  // One at least.
            (3, 1, 1), (1, 50, 2), (4, 100, 0),
        ] {
            let found = try await store.entries(from: place, bytes: bytes)
            #expect(found == Array(entries[place..<place + count]), "from \(place), \(bytes) bytes")
        }
    }

    private func textFits(_ store: any JournalStore, _ text: [UInt8]) async throws {
        let entries = (0..<5).map { StoredEntry(sequence: $0, account: "ani", request: "\($0)", text: text) }
        try await store.append(entries, frontier: [1])
        #expect(try await store.entries(from: 0, bytes: .max) == entries)
    }

    private func reopening(_ first: any JournalStore) async throws {
        try await first.append(batch(0...99), frontier: [1])
        await first.close()
        let second = try await open(Sentence.whatWasAcknowledgedIsThereAfterReopening.rawValue)
        #expect(try await second.end() == JournalEnd(count: 100, frontier: [1]))
        #expect(try await second.place(ofRequest: "request-42", by: "ani") == 42)
        try await second.append(batch(100...101), frontier: [2])
        await second.close()
        let third = try await open(Sentence.whatWasAcknowledgedIsThereAfterReopening.rawValue)
        #expect(try await third.entries(from: 0, bytes: .max) == batch(0...101))
        #expect(try await third.end().frontier == [2])
        await third.close()
    }

    private func closed(_ store: any JournalStore) async throws {
        try await store.append(batch(0...0), frontier: [1])
        await store.close()
        await #expect(throws: StoreFault.closed) { try await store.end() }
        await #expect(throws: StoreFault.closed) { try await store.append(batch(1...1), frontier: [2]) }
        await #expect(throws: StoreFault.closed) { try await store.entries(from: 0, bytes: 1) }
        await #expect(throws: StoreFault.closed) { try await store.place(ofRequest: "request-0", by: "ani") }
        await store.close()
    }

    private func oneWins(_ store: any JournalStore) async throws {
        for round in 0..<10 {
            let (won, lost) = try await withThrowingTaskGroup(of: Bool.self) { group in
                for racer in 0..<8 {
                    group.addTask {
                        let batch = [
                            entry(2 * round, by: "\(racer)", "a\(round)"),
                            entry(2 * round + 1, by: "\(racer)", "b\(round)"),
                        ]
                        do throws(StoreFault) {
                            try await store.append(batch, frontier: [UInt8(racer)])
                            return true
                        } catch {
                            #expect(error == .sequenceTaken(next: 2 * round + 2))
                            return false
                        }
                    }
                }
                return try await group.reduce(into: (0, 0)) { if $1 { $0.0 += 1 } else { $0.1 += 1 } }
            }
            #expect((won, lost) == (1, 7))
            let (end, last) = (try await store.end(), try await store.entries(from: 2 * round, bytes: .max))
            #expect(end.count == 2 * round + 2 && last.count == 2)
            #expect(
                Set(last.map(\.account)) == Set(end.frontier.map { String($0) }),
                "one racer's batch and frontier"
            )
        }
    }

    private func readersSeeWhole(_ store: any JournalStore) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                for round in 0..<40 {
                    try await store.append(batch(8 * round...8 * round + 7), frontier: [UInt8(round)])
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<100 {
                        let end = try await store.end()
                        #expect(end.count % 8 == 0)
                        #expect(end.count == 0 || end.frontier == [UInt8(end.count / 8 - 1)])
                        let found = try await store.entries(from: 0, bytes: .max)
                        #expect(found.count % 8 == 0 && found.count >= end.count)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func cancelledTask(_ store: any JournalStore) async throws {
        var count = 0
        for round in 0..<30 {
            let next = count
            let task = Task {
                try await store.append(
                    (next..<next + 5).map { entry($0, by: "ani", "\(round)-\($0)") },
                    frontier: [UInt8(round)]
                )
            }
            if round % 2 == 0 { await Task.yield() }
            task.cancel()
            if case .success = await task.result { count += 5 }
            #expect(try await store.end().count == count)
        }
        try await store.append(batch(count...count), frontier: [99])
        #expect(try await store.end() == JournalEnd(count: count + 1, frontier: [99]))
    }
}

private func entry(_ place: Int, by account: String, _ request: String) -> StoredEntry {
    StoredEntry(sequence: place, account: account, request: request, text: Array(#"{"seq":\#(place)}"#.utf8))
}

private func batch(_ places: ClosedRange<Int>) -> [StoredEntry] {
    places.map { entry($0, by: "ani", "request-\($0)") }
}
