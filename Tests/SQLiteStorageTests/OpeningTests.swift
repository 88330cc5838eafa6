import Foundation
import GRDB
import Office
import SQLiteStorage
import TestSupport
import Testing

@Suite("Opening tells what is at a place")
struct OpeningTests {
    @Test("what is no store is refused, and left as it is")
    func foreign() async throws {
        let scratch = try Scratch()
        let files = FileManager.default
        await #expect(throws: StoreFault.missing(scratch["none"])) {
            try await SQLiteStore.open(scratch["none"])
        }
        try files.createDirectory(atPath: scratch["empty"], withIntermediateDirectories: true)
        await #expect(throws: StoreFault.missing(scratch["empty"])) {
            try await SQLiteStore.open(scratch["empty"])
        }
        try Data("x".utf8).write(to: URL(filePath: scratch["file"]))
        await #expect(throws: StoreFault.foreign(scratch["file"])) {
            try await SQLiteStore.open(scratch["file"])
        }
        await #expect(throws: StoreFault.foreign(scratch["file"])) {
            try await SQLiteStore.create(scratch["file"])
        }
        try files.createDirectory(atPath: scratch["used"], withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(filePath: scratch["used/letter.txt"]))
        await #expect(throws: StoreFault.foreign(scratch["used"])) {
            try await SQLiteStore.create(scratch["used"])
        }

        for (name, make) in [
            ("words", { try Data(String(repeating: "words ", count: 99).utf8).write(to: URL(filePath: $0)) }),
            ("short", { try Data("SQLite format 3\0".utf8).write(to: URL(filePath: $0)) }),
            (
                "other",
                { try DatabaseQueue(path: $0).inDatabase { try $0.execute(sql: "CREATE TABLE journal (a)") } }
            ),
        ] as [(String, (String) throws -> Void)] {
            let (folder, file) = (scratch[name], scratch[name] + "/journal.sqlite")
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try make(file)
            let before = try Data(contentsOf: URL(filePath: file))
            await #expect(throws: StoreFault.foreign(folder)) { try await SQLiteStore.open(folder) }
            await #expect(throws: StoreFault.foreign(folder)) { try await SQLiteStore.reading(folder) }
            await #expect(throws: StoreFault.foreign(folder)) { try await SQLiteStore.create(folder) }
            #expect(try Data(contentsOf: URL(filePath: file)) == before)
            #expect(try files.contentsOfDirectory(atPath: folder) == ["journal.sqlite"])
        }
    }

    @Test("a store is made once; what an interrupted attempt left does not hinder the next")
    func creation() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        await #expect(throws: StoreFault.foreign(path)) { try await SQLiteStore.create(path) }
        try FileManager.default.createDirectory(
            atPath: scratch["half/evidence"],
            withIntermediateDirectories: true
        )
        try Data().write(to: URL(filePath: scratch["half/journal.sqlite"]))
        await #expect(throws: StoreFault.missing(scratch["half"])) {
            try await SQLiteStore.open(scratch["half"])
        }
        let store = try await SQLiteStore.create(scratch["half"])
        #expect(try await store.end().count == 0)
        await store.close()
    }

    @Test("a store of a newer format is left to a newer program")
    func newer() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        try DatabaseQueue(path: path + "/journal.sqlite").inDatabase {
            try $0.execute(sql: "PRAGMA user_version = 7")
        }
        // The header of the file says it once the write-ahead file is gone.
        await #expect(throws: StoreFault.newer(format: 7, known: 1)) { try await SQLiteStore.open(path) }
        await #expect(throws: StoreFault.newer(format: 7, known: 1)) { try await SQLiteStore.reading(path) }
    }

    @Test("a file that was cut is damaged, not shorter")
    func truncated() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3_000)
        let file = path + "/journal.sqlite"
        let whole = try Data(contentsOf: URL(filePath: file))
        for length in [
            1, 99, 100, 4_095, 4_096, 5_000, 8_192, 50_000, whole.count / 2, whole.count - 4_096,
            whole.count - 1,
        ] {
            try whole.prefix(length).write(to: URL(filePath: file))
            let fault = await #expect(throws: StoreFault.self, "cut after \(length) bytes") {
                let store = try await SQLiteStore.open(path)
                defer { try? FileManager.default.removeItem(atPath: scratch["copy"]) }
                try await store.backUp(to: scratch["copy"])
            }
            switch fault {
            case .foreign where length == 1, .damaged where length > 1: break
            default: Issue.record("cut after \(length) bytes: \(String(describing: fault))")
            }
        }
        try whole.write(to: URL(filePath: file))
        let store = try await SQLiteStore.open(path)
        #expect(try await store.entries(from: 0, bytes: .max) == batch(0..<3_000))
        await store.close()
    }

    @Test(
        "tables and triggers that are not ours are damage",
        arguments: [
            "DROP TRIGGER journal_is_not_changed",
            "CREATE TABLE more (a)",
            "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT 1; END",
            "DROP TRIGGER head_is_of_the_journal; UPDATE head SET count = 2",
        ]
    )
    func schema(_ sql: String) async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        try DatabaseQueue(path: path + "/journal.sqlite").inDatabase { try $0.execute(sql: sql) }
        for isReading in [false, true] {
            let fault = await #expect(throws: StoreFault.self) {
                _ = isReading ? try await SQLiteStore.reading(path) : try await SQLiteStore.open(path)
            }
            guard case .damaged = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
        }
    }

    @Test(
        "the database itself guards the journal",
        arguments: [
            "UPDATE journal SET text = x'00' WHERE sequence = 1",
            "DELETE FROM journal WHERE sequence = 4",
            "DELETE FROM journal",
            "INSERT OR REPLACE INTO journal VALUES (4, 'ani', '9', x'00')",
            "INSERT OR REPLACE INTO journal VALUES (5, 'ani', '3', x'00')",
            "INSERT INTO journal VALUES (6, 'ani', '6', x'00')",
            "INSERT INTO journal VALUES (5, 'ani', '5', x'')",
            "INSERT INTO journal VALUES (5, 'ani', '5', 'text')",
            "INSERT INTO journal VALUES (5, 'ani', NULL, x'00')",
            "UPDATE head SET count = 4",
            "DELETE FROM head",
            "INSERT OR REPLACE INTO head VALUES (0, 0, x'', 0)",
        ]
    )
    func guards(_ sql: String) async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(5)
        let queue = try DatabaseQueue(path: path + "/journal.sqlite")
        let error = #expect(throws: DatabaseError.self) { try queue.inDatabase { try $0.execute(sql: sql) } }
        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
        try queue.close()
        let store = try await SQLiteStore.open(path)
        #expect(try await store.entries(from: 0, bytes: .max) == batch(0..<5))
        await store.close()
    }

    @Test("one process writes; its death gives the place free")
    func secondWriter() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        let child = try Child("hold", path)
        #expect(try await child.line() == "open")
        let fault = await #expect(throws: StoreFault.self) { try await SQLiteStore.open(path) }
        guard case .inUse(let holder) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(holder.contains("process \(child.id) on "))
        // Readers are welcome.
        let reader = try await SQLiteStore.reading(path)
        #expect(try await reader.end().count == 3)
        await reader.close()
        child.kill()
        _ = try await child.rest()
        let store = try await SQLiteStore.open(path)
        try await store.append(batch(3..<4), frontier: [4])
        // And the other way round.
        let lines = try await Child("try", path).rest()
        #expect(
            lines.count == 1
                && lines[0].hasPrefix("inUse(by: \"process \(ProcessInfo.processInfo.processIdentifier) on ")
        )
        let twice = await #expect(throws: StoreFault.self) { try await SQLiteStore.open(path) }
        guard case .inUse = twice else {
            Issue.record("\(String(describing: twice))")
            return
        }
        await store.close()
        #expect(try await Child("try", path).rest() == ["open 4"])
    }

    @Test("a store that is let go without being closed gives the place free")
    func letGo() async throws {
        let scratch = try Scratch()
        for count in 0..<3 {
            let store = try await scratch.store()
            try await store.append(batch(count..<count + 1), frontier: [])
        }
        let store = try await scratch.store()
        #expect(try await store.end().count == 3)
        await store.close()
    }

    @Test("another process reads while one writes")
    func reader() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(0)
        let child = try Child("append", path, "5")
        _ = try await child.line()
        let reader = try await SQLiteStore.reading(path)
        var last = 0
        for _ in 0..<50 {
            let end = try await reader.end()
            #expect(end.count >= last && end.count % 5 == 0)
            #expect(end.frontier == Array("\(end.count)".utf8))
            #expect(
                try await reader.entries(from: max(0, end.count - 10), bytes: .max).first?.sequence
                    == max(0, end.count - 10)
            )
            last = end.count
        }
        #expect(last > 5)
        await #expect(throws: StoreFault.readOnly) { try await reader.append(batch(0..<1), frontier: []) }
        await #expect(throws: StoreFault.readOnly) { try await reader.keep("a", as: "b") }
        await #expect(throws: StoreFault.readOnly) { try await reader.erase(particulars: "b") }
        await #expect(throws: EvidenceFault.store(.readOnly)) {
            try await reader.evidence.add(EvidenceBytes.jpeg(size: 1_000), said: nil)
        }
        child.kill()
        await reader.close()
    }

    @Test("where nobody may write, nobody writes")
    func readOnlyFolder() async throws {
        let scratch = try Scratch()
        let path = try await scratch.closedStore(3)
        let files = FileManager.default
        for name in try files.subpathsOfDirectory(atPath: path) + [""] {
            let mode = name.isEmpty || name.hasPrefix("evidence") ? 0o555 : 0o444
            try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
        }
        #expect(try await Child("deprived", path).rest() == ["readOnly"])
        for name in ["", "evidence", "evidence/incoming"] {
            try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/" + name)
        }
    }

    @Test("a disk that must not be written", .enabled(if: Mount.isPossible))
    func readOnlyDisk() async throws {
        let disk = try Mount(megabytes: 4)
        let store = try await SQLiteStore.create(disk.path + "/store")
        try await store.append(batch(0..<3), frontier: [3])
        _ = try await store.evidence.add(EvidenceBytes.jpeg(size: 1_000), said: nil)
        try await store.backUp(to: disk.path + "/copy")
        await store.close()
        try disk.makeReadOnly()
        await #expect(throws: StoreFault.readOnly) { try await SQLiteStore.open(disk.path + "/store") }
        await #expect(throws: StoreFault.readOnly) { try await SQLiteStore.create(disk.path + "/new") }
        let backup = try await SQLiteStore.reading(disk.path + "/copy")
        #expect(try await backup.entries(from: 0, bytes: .max) == batch(0..<3))
        #expect(try await backup.evidence.all().count == 1)
        await backup.close()
    }
}
