import Foundation
import GRDB
import Office
import SQLiteStorage
import TestSupport
import Testing

@Suite("What was acknowledged is there, and nothing half")
struct DurabilityTests {
    @Test("a process is killed at any moment")
    func kills() async throws {
        let scratch = try Scratch()
        var dice = Dice(salt: "kills")
        let path = try await scratch.closedStore(0)
        for _ in Dice.rounds(20) {
            let size = Int.random(in: 1...20, using: &dice)
            let child = try Child("append", path, "\(size)")
            var acknowledged = try #require(Int(try await child.line()))
            let start = acknowledged - size
            try await Task.sleep(for: .microseconds(Int.random(in: 0...60_000, using: &dice)))
            child.kill()
            for line in try await child.rest() { acknowledged = Int(line) ?? acknowledged }

            let store = try await SQLiteStore.open(path)
            let end = try await store.end()
            #expect(end.count >= acknowledged)
            #expect((end.count - start) % size == 0, "a batch is there whole or not at all")
            #expect(end.frontier == Array("\(end.count)".utf8))
            let entries = try await store.entries(from: 0, bytes: .max)
            #expect(entries.count == end.count)
            #expect(entries.allSatisfy(isWhole))
            await store.close()
        }
    }

    private func isWhole(_ entry: StoredEntry) -> Bool {
        let place = "\(entry.sequence)"
        let text = "\(place) " + String(repeating: "x", count: 20 + entry.sequence % 700) + " \(place)"
        return entry.text == Array(text.utf8) && entry.request == place && entry.account == "child"
    }

    @Test("the last transaction is cut at every byte")
    func cutWriteAheadFile() async throws {
        let scratch = try Scratch(inMemory: true)
        let store = try await scratch.store()
        let log = scratch["store/journal.sqlite-wal"]
        try await store.append(batch(0..<3), frontier: [1])
        let before = try Data(contentsOf: URL(filePath: log)).count
        try await store.append(batch(3..<5), frontier: [2])
        let database = try Data(contentsOf: URL(filePath: scratch["store/journal.sqlite"]))
        let bytes = try Data(contentsOf: URL(filePath: log))
        await store.close()
        #expect(bytes.count - before > 8_192)

        let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
            for part in 0..<4 {
                let folder = scratch["\(part)"]
                group.addTask {
                    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                    return try await stride(from: before + part, through: bytes.count, by: 4).asyncMap {
                        length in
                        try database.write(to: URL(filePath: folder + "/journal.sqlite"))
                        try bytes.prefix(length).write(to: URL(filePath: folder + "/journal.sqlite-wal"))
                        let store = try await SQLiteStore.open(folder)
                        let end = try await store.end()
                        let entries = try await store.entries(from: 0, bytes: .max)
                        #expect(entries == batch(0..<end.count), "cut after \(length) bytes")
                        #expect(end.frontier == [end.count == 3 ? 1 : 2], "cut after \(length) bytes")
                        await store.close()
                        return end.count
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(counts.count == bytes.count - before + 1)
        #expect(counts.filter { $0 == 5 }.count == 1, "only the whole of it counts")
        #expect(counts.filter { $0 == 3 }.count == counts.count - 1)
    }

    @Test("files may not grow beyond a limit: a batch fails in the middle, the next one that fits is taken")
    func limitedFiles() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(0)
        let lines = try await Child("limited", path, "1000000").rest()
        #expect(lines == ["first", "unreachable(\"disk I/O error\")", "count 1", "second", "count 2"])
        let store = try await SQLiteStore.open(path)
        #expect(try await store.end() == JournalEnd(count: 2, frontier: [3]))
        #expect(try await store.entries(from: 0, bytes: .max).map(\.sequence) == [0, 1])
        await store.close()
        // What was half-way in the write-ahead file was written over at once.
        let mended = try DatabaseQueue(path: path + "/journal.sqlite").inDatabase { database in
            try Int.fetchOne(database, sql: "SELECT mended FROM head")
        }
        #expect(mended == 1)
    }

    @Test("the disk is full", .enabled(if: Mount.isPossible))
    func fullDisk() async throws {
        let disk = try Mount(megabytes: 4)
        let store = try await SQLiteStore.create(disk.path + "/store")
        try await store.append(batch(0..<10), frontier: [1])
        let filler = disk.path + "/filler"
        try Data(count: 1_500_000).write(to: URL(filePath: filler))
        let large = (10..<110).map {
            StoredEntry(
                sequence: $0,
                account: "ani",
                request: "\($0)",
                text: [UInt8](repeating: 0x61, count: 60_000)
            )
        }
        for _ in 0..<3 {
            await #expect(throws: StoreFault.full) { try await store.append(large, frontier: [2]) }
            #expect(try await store.end() == JournalEnd(count: 10, frontier: [1]))
        }
        let photo = EvidenceBytes.jpeg(size: 3_900_000)
        await #expect(throws: EvidenceFault.store(.full)) { try await store.evidence.add(photo, said: nil) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: disk.path + "/store/evidence/incoming") == []
        )
        try FileManager.default.removeItem(atPath: filler)
        try await store.append(batch(10..<20), frontier: [3])
        #expect(try await store.entries(from: 0, bytes: .max) == batch(0..<20))
        await store.close()
        let again = try await SQLiteStore.open(disk.path + "/store")
        #expect(try await again.end() == JournalEnd(count: 20, frontier: [3]))
        await again.close()
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
