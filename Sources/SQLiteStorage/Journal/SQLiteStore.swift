import GRDB
import Glibc
public import Office

/// The memory of one office in a folder: `journal.sqlite` (journal and particulars) and `evidence`.
///
/// One process writes, any number read beside it. Acknowledged means on the disk: the database writes ahead and
/// waits for the disk at each commit.
public actor SQLiteStore {
    /// The folder.
    public nonisolated let path: String
    /// Photos, scans and papers; to be left alone once the store was closed.
    public nonisolated let evidence: FileEvidenceStore

    nonisolated let isReading: Bool
    private var database: DatabasePool?
    /// Goes after the database: a lock given back early would let another writer in.
    private var lock: FolderLock?
    /// Why nothing can be written until the store is opened again.
    var stop: StoreFault?

    private init(
        _ path: String,
        _ database: DatabasePool,
        _ evidence: FileEvidenceStore,
        _ lock: consuming FolderLock?
    ) {
        self.path = path
        self.database = database
        self.evidence = evidence
        isReading = lock == nil
        self.lock = lock
    }

    /// Makes an empty store in a folder that is empty or not there yet, and opens it.
    ///
    /// - Throws: ``StoreFault/foreign(_:)`` when something else is there, or a store; faults of the system.
    public static func create(_ path: String) async throws(StoreFault) -> SQLiteStore {
        try await Blocking.run { () throws(StoreFault) in
            // What an earlier attempt left behind, but nothing more.
            let known = ["lock", "evidence", "journal.sqlite", "journal.sqlite-journal"]
            guard try File.kind(path) != .file, try File.names(in: path).allSatisfy(known.contains),
                try DatabaseContent(path + "/journal.sqlite") == .empty
            else { throw .foreign(path) }
            try File.makeFolder(path)
            let lock = try FolderLock(path)
            // Its rights come first: SQLite gives the same ones to the files beside it.
            try File(path + "/journal.sqlite", O_RDWR | O_CREAT, mode: 0o600).close()
            do {
                let queue = try DatabaseQueue(path: path + "/journal.sqlite")
                try queue.inDatabase(Schema.create)
                try queue.close()
            } catch { throw StoreFault(error) }
            try File.syncFolder(path)
            return try SQLiteStore(path, writing: lock)
        }
    }

    /// Opens a store for writing.
    ///
    /// - Throws: ``StoreFault/missing(_:)``, ``StoreFault/foreign(_:)``, ``StoreFault/newer(format:known:)``,
    ///   ``StoreFault/inUse(by:)``, ``StoreFault/damaged(_:)``; faults of the system.
    /// - Complexity: O(bytes of the write-ahead file that were not moved into the database).
    public static func open(_ path: String) async throws(StoreFault) -> SQLiteStore {
        try await Blocking.run { () throws(StoreFault) in
            try checkPlace(path)
            return try SQLiteStore(path, writing: FolderLock(path))
        }
    }

    /// Opens a store for reading, also while another process writes; what would write throws ``StoreFault/readOnly``.
    ///
    /// - Throws: As ``open(_:)``, but never ``StoreFault/inUse(by:)``.
    public static func reading(_ path: String) async throws(StoreFault) -> SQLiteStore {
        try await Blocking.run { () throws(StoreFault) in
            try checkPlace(path)
            return try SQLiteStore(reading: path)
        }
    }

    private static func checkPlace(_ path: String) throws(StoreFault) {
        switch try File.kind(path) {
        case .nothing: throw .missing(path)
        case .file: throw .foreign(path)
        case .folder: try DatabaseContent(path + "/journal.sqlite").check(path)
        }
        // A page that was cut reads as if it ended in zeros; unless the write-ahead file still holds it.
        let log = try File.size(path + "/journal.sqlite-wal")
        let size = try File.size(path + "/journal.sqlite")
        guard log > 0 || size % Schema.page == 0 else {
            throw .damaged("journal.sqlite: its last page was cut")
        }
    }

    private init(_ path: String, writing lock: consuming FolderLock) throws(StoreFault) {
        let evidence = try FileEvidenceStore(path + "/evidence")
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        let database: DatabasePool
        do {
            database = try DatabasePool(path: path + "/journal.sqlite", configuration: configuration)
            try database.writeWithoutTransaction { database in
                try Schema.check(database)
                // Opening a pool sets NORMAL, by which a commit does not wait for the disk.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                for (setting, value) in [
                    ("synchronous", "2"), ("journal_mode", "wal"), ("secure_delete", "1"),
                ] {
                    let found = try String.fetchOne(database, sql: "PRAGMA \(setting)")
                    guard found == value else {
                        throw StoreFault.database("\(setting) is \(found ?? "not set")")
                    }
                }
            }
        } catch { throw StoreFault(error) }
        self.init(path, database, evidence, lock)
    }

    private init(reading path: String) throws(StoreFault) {
        let evidence = FileEvidenceStore(reading: path + "/evidence")
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(2)
        let database: DatabasePool
        do {
            database = try DatabasePool(path: path + "/journal.sqlite", configuration: configuration)
            try database.read(Schema.check)
        } catch { throw StoreFault(error) }
        self.init(path, database, evidence, nil)
    }

    /// The database, for reading.
    ///
    /// - Throws: ``StoreFault/closed``.
    func reader() throws(StoreFault) -> DatabasePool {
        guard let database else { throw .closed }
        // What a half-way commit left may be seen or not until the files are read anew.
        if let stop { throw stop }
        return database
    }

    /// The database, for writing.
    ///
    /// - Throws: ``StoreFault/closed``, ``StoreFault/readOnly``, or what stopped all writing.
    func writer() throws(StoreFault) -> DatabasePool {
        let database = try reader()
        guard !isReading else { throw .readOnly }
        return database
    }

    /// Ends the work with it, after what was asked before; everything asked later throws ``StoreFault/closed``.
    public func close() async {
        guard let closing = database else { return }
        database = nil
        // Behind everything that is under way; what fails here stays in the write-ahead file, which is as good.
        try? await closing.onWriter { _ = try $0.checkpoint(.passive) }
        try? await Blocking.run { () throws(StoreFault) in try? closing.close() }
        lock = nil
    }
}
