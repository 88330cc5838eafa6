import GRDB
import Glibc
public import Office

extension SQLiteStore {
    /// What a backup holds, each byte of it read again after it was written.
    public struct Backup: Hashable, Sendable {
        /// The number of entries in its journal.
        public let entries: Int
        /// The number of pieces of evidence.
        public let pieces: Int
        /// The bytes of the evidence.
        public let bytes: Int
        /// The digests of pieces whose bytes are damaged in the store; they are left out.
        public let damaged: [String]
    }

    /// Copies all of it, as it is at one moment, into a folder that is empty or not there yet, while work goes on.
    ///
    /// The copy has its name only when it is complete, verified and on the disk. Entries come before evidence, so
    /// that no entry in it names a piece that came later. Particulars are in it too: who erases them, erases backups.
    ///
    /// - Throws: ``StoreFault/foreign(_:)`` when something is at the target, ``StoreFault/damaged(_:)`` when the
    ///   database or the copy is; faults of the system. Nothing is at the target then.
    /// - Complexity: O(bytes).
    @discardableResult
    public func backUp(to target: String) async throws(StoreFault) -> Backup {
        let (database, evidence) = (try reader(), evidence)
        return try await Blocking.run { () throws(StoreFault) in
            try Self.checkFree(target)
            let trimmed = target.last == "/" ? String(target.dropLast()) : target
            let partial = "\(trimmed).partial-\(getpid())"
            do throws(StoreFault) {
                try File.makeFolder(partial)
                let end = try Self.copy(database, to: partial + "/journal.sqlite")
                let damaged = try evidence.copy(to: partial + "/evidence")
                let backup = try Self.verify(partial, end: end, damaged: damaged)
                try Self.place(partial, at: trimmed)
                return backup
            } catch {
                File.removeFolder(partial)
                throw error
            }
        }
    }

    /// Makes a store from a backup, in a folder that is empty or not there yet.
    ///
    /// - Returns: What it holds.
    /// - Throws: ``StoreFault/foreign(_:)`` when something is at the target; as ``reading(_:)`` for the backup.
    /// - Complexity: O(bytes).
    @discardableResult
    public static func restore(from backup: String, to target: String) async throws(StoreFault) -> Backup {
        let source = try await reading(backup)
        do throws(StoreFault) {
            let restored = try await source.backUp(to: target)
            await source.close()
            return restored
        } catch {
            await source.close()
            throw error
        }
    }

    /// Makes a store of the journal and the particulars that another one holds, in a folder that is empty or not there
    /// yet; it has its name only when it is complete, verified and on the disk.
    ///
    /// - Parameters:
    ///   - source: Where they lie, as they are at one moment.
    ///   - target: The folder.
    /// - Returns: What it holds, and what its journal comes to.
    /// - Throws: ``StoreFault/foreign(_:)`` when something is at the target; faults of the source and of the system.
    ///   Nothing is at the target then.
    /// - Complexity: O(bytes).
    public static func copy(
        of source: any JournalStore & ParticularsStore,
        to target: String
    ) async throws(ReplayFault) -> (backup: Backup, replay: JournalReplay) {
        let trimmed = target.last == "/" ? String(target.dropLast()) : target
        let partial = "\(trimmed).partial-\(getpid())"
        do throws(ReplayFault) {
            try await asking { () async throws(StoreFault) in
                try await Blocking.run { () throws(StoreFault) in try checkFree(target) }
            }
            let replay = try await fill(partial, from: source)
            let backup = try await asking { () async throws(StoreFault) in
                try await Blocking.run { () throws(StoreFault) in
                    let end = try seal(partial)
                    let backup = try verify(partial, end: end, damaged: [])
                    try place(partial, at: trimmed)
                    return backup
                }
            }
            return (backup, replay)
        } catch {
            try? await Blocking.run { () throws(StoreFault) in File.removeFolder(partial) }
            throw error
        }
    }

    private static func fill(
        _ folder: String,
        from source: any JournalStore & ParticularsStore
    ) async throws(ReplayFault) -> JournalReplay {
        let store = try await asking { () async throws(StoreFault) in try await create(folder) }
        do throws(ReplayFault) {
            let replay = try await JournalReplay.copy(source, to: store)
            try await asking { () async throws(StoreFault) in try await source.copyParticulars(to: store) }
            await store.close()
            return replay
        } catch {
            await store.close()
            throw error
        }
    }

    /// Makes one file of a closed store, that can be read where nothing can be written.
    ///
    /// - Returns: Where its journal ends.
    private static func seal(_ folder: String) throws(StoreFault) -> JournalEnd {
        do {
            let queue = try DatabaseQueue(path: folder + "/journal.sqlite")
            let end = try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                return try Schema.end(database)
            }
            try queue.close()
            let file = try File(folder + "/journal.sqlite", O_RDWR)
            defer { file.close() }
            try file.sync()
            try File.remove(folder + "/lock")
            return end
        } catch { throw StoreFault(error) }
    }

    private static func checkFree(_ target: String) throws(StoreFault) {
        guard try File.kind(target) != .file, try File.names(in: target).isEmpty else {
            throw .foreign(target)
        }
    }

    /// Gives a complete copy its name.
    private static func place(_ partial: String, at target: String) throws(StoreFault) {
        try File.syncFolder(partial)
        try File.move(partial, to: target)
        try File.syncFolder(File.parent(of: target))
    }

    private static func asking<Answer: Sendable>(
        _ question: () async throws(StoreFault) -> Answer
    ) async throws(ReplayFault) -> Answer {
        do throws(StoreFault) { return try await question() } catch { throw .store(error) }
    }

    /// Copies the database at one moment.
    ///
    /// - Returns: Where the journal ended then.
    private static func copy(_ database: DatabasePool, to path: String) throws(StoreFault) -> JournalEnd {
        try File(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600).close()
        do {
            let copy = try DatabaseQueue(path: path)
            let end = try database.read { source in
                try copy.writeWithoutTransaction { try source.backup(to: $0) }
                return try Schema.end(source)
            }
            // One file, that can be read where nothing can be written.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            let file = try File(path, O_RDWR)
            defer { file.close() }
            try file.sync()
            return end
        } catch { throw StoreFault(error) }
    }

    private static func verify(
        _ folder: String,
        end: JournalEnd,
        damaged: [String]
    ) throws(StoreFault) -> Backup {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: folder + "/journal.sqlite", configuration: configuration)
            try copy.read { copy in
                let verdict = try String.fetchAll(copy, sql: "PRAGMA integrity_check")
                guard verdict == ["ok"] else { throw StoreFault.damaged(verdict.joined(separator: "; ")) }
                try Schema.check(copy)
                let rows = try Int.fetchOne(copy, sql: "SELECT count(*) FROM journal")
                guard rows == end.count, try Schema.end(copy) == end else {
                    throw StoreFault.damaged("\(end.count) entries were copied, \(rows ?? 0) are there")
                }
            }
            try copy.close()
        } catch { throw StoreFault(error) }
        let evidence = FileEvidenceStore(reading: folder + "/evidence")
        let digests = try evidence.digests()
        var bytes = 0
        for digest in digests {
            try evidence.check(digest)
            bytes += try evidence.withFile(digest) { file throws(StoreFault) in try file.size() } ?? 0
        }
        return Backup(entries: end.count, pieces: digests.count, bytes: bytes, damaged: damaged)
    }
}
