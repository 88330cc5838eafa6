import Foundation
import Office
import SQLiteStorage
import StorageContract
import Testing

@Suite("Backup and restoring")
struct BackupTests {
    @Test("a backup while entries come in is the store as it was at one moment")
    func running() async throws {
        let scratch = try Scratch()
        let store = try await scratch.store()
        for sample in EvidenceSample.all {
            _ = try await store.evidence.add(sample.chunks(of: 100), said: nil)
        }
        try await store.keep("private", as: "a")
        let backups = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<150 {
                    try await store.append(batch(10 * round..<10 * round + 10), frontier: [UInt8(round)])
                }
            }
            var backups: [SQLiteStore.Backup] = []
            for number in 0..<5 { backups.append(try await store.backUp(to: scratch["copy \(number)"])) }
            try await group.waitForAll()
            return backups
        }
        for (number, backup) in backups.enumerated() {
            #expect(
                backup.entries % 10 == 0 && backup.pieces == EvidenceSample.all.count && backup.damaged == []
            )
            #expect(backup.bytes == EvidenceSample.all.map(\.bytes.count).reduce(0, +))
            let copy = try await SQLiteStore.reading(scratch["copy \(number)"])
            #expect(try await copy.entries(from: 0, bytes: .max) == batch(0..<backup.entries))
            #expect(try await copy.end().count == backup.entries)
            #expect(try await copy.evidence.all() == EvidenceSample.all.map(\.evidence))
            #expect(try await copy.particulars("a") == "private")
            await copy.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: scratch["copy \(number)"])
            #expect(Set(names) == ["journal.sqlite", "evidence"])
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 6,
            "nothing half is left"
        )
        await store.close()
    }

    @Test("a restored store goes on where the backup ended")
    func restoring() async throws {
        let scratch = try Scratch()
        let store = try await scratch.store()
        try await store.append(batch(0..<100), frontier: [7])
        let pdf = try await store.evidence.add(EvidenceSample.pdf.chunks(of: 100), said: nil)
        let backup = try await store.backUp(to: scratch["copy"])
        try await store.append(batch(100..<101), frontier: [8])
        await store.close()
        #expect(try await SQLiteStore.restore(from: scratch["copy"], to: scratch["again/"]) == backup)
        let again = try await SQLiteStore.open(scratch["again"])
        #expect(try await again.end() == JournalEnd(count: 100, frontier: [7]))
        try await again.append(batch(100..<200), frontier: [9])
        #expect(try await again.entries(from: 0, bytes: .max) == batch(0..<200))
        try await again.evidence.verify(pdf.digest)
        await again.close()
        #expect(try await SQLiteStore.restore(from: scratch["copy"], to: scratch["third"]) == backup)
    }

    @Test("nothing is overwritten, nothing made of nothing")
    func refusals() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        let other = try await scratch.closedStore(1, "other")
        await #expect(throws: StoreFault.foreign(other)) {
            try await SQLiteStore.restore(from: path, to: other)
        }
        try Data("x".utf8).write(to: URL(filePath: scratch["file"]))
        await #expect(throws: StoreFault.foreign(scratch["file"])) {
            try await SQLiteStore.restore(from: path, to: scratch["file"])
        }
        await #expect(throws: StoreFault.missing(scratch["none"])) {
            try await SQLiteStore.restore(from: scratch["none"], to: scratch["new"])
        }
        await #expect(throws: StoreFault.missing(scratch["no/such"])) {
            try await SQLiteStore.restore(from: path, to: scratch["no/such/place"])
        }
        try FileManager.default.createDirectory(atPath: scratch["empty"], withIntermediateDirectories: true)
        #expect(try await SQLiteStore.restore(from: path, to: scratch["empty"]).entries == 3)
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path)) == [
                "store", "other", "file", "empty",
            ]
        )
    }

    @Test("a damaged piece is named and left out; a damaged journal is no backup")
    func damage() async throws {
        let scratch = try Scratch()
        let store = try await scratch.store()
        try await store.append(batch(0..<2_000), frontier: [1])
        for sample in EvidenceSample.all {
            _ = try await store.evidence.add(sample.chunks(of: 100), said: nil)
        }
        let digest = EvidenceSample.jpeg.evidence.digest
        let file = URL(filePath: scratch["store/evidence/\(digest.prefix(2))/\(digest.dropFirst(2))"])
        try FileManager.default.removeItem(at: file)
        try Data(EvidenceSample.jpeg.bytes + [0]).write(to: file)
        let backup = try await store.backUp(to: scratch["copy"])
        #expect(backup.damaged == [digest] && backup.pieces == EvidenceSample.all.count - 1)
        await store.close()

        var bytes = try Data(contentsOf: URL(filePath: scratch["copy/journal.sqlite"]))
        bytes.replaceSubrange(40_960..<45_056, with: Data(repeating: 0x55, count: 4_096))
        try bytes.write(to: URL(filePath: scratch["copy/journal.sqlite"]))
        let fault = await #expect(throws: StoreFault.self) {
            try await SQLiteStore.restore(from: scratch["copy"], to: scratch["new"])
        }
        guard case .damaged = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: scratch.path)) == ["store", "copy"])
    }
}
