import GRDB
import GRDBSQLite
public import Office

extension SQLiteStore: JournalStore {
    /// Where the journal ends.
    public func end() async throws(StoreFault) -> JournalEnd {
        try await reader().onReader(Schema.end)
    }

    /// Adds a batch in one transaction; see ``JournalStore/append(_:frontier:)``.
    ///
    /// After ``StoreFault/outcomeUnknown`` nothing more is written until the store is opened again.
    ///
    /// - Parameters:
    ///   - entries: One or more, with places that follow the last one's.
    ///   - frontier: The state of the tree head behind them.
    /// - Throws: Also ``StoreFault/sequenceTaken(next:)`` for places that do not follow each other.
    /// - Complexity: O(bytes), and one wait for the disk.
    public func append(_ entries: [StoredEntry], frontier: [UInt8]) async throws(StoreFault) {
        precondition(!entries.isEmpty, "a batch holds what was waiting")
        do throws(StoreFault) {
            try await writer().onWriter { try Self.append(entries, frontier, to: $0) }
        } catch {
            if error == .outcomeUnknown { stop = .database("a commit failed half-way: open the store again") }
            throw error
        }
    }

    /// The entries from a place on, in order: as many as fit into `bytes` of text, one at least; none at the end.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when one is missing between others.
    /// - Complexity: O(bytes).
    public func entries(from place: Int, bytes: Int) async throws(StoreFault) -> [StoredEntry] {
        try await reader().onReader { database in
            let statement = try database.cachedStatement(
                sql:
                    "SELECT sequence, account, request, text FROM journal WHERE sequence >= ? ORDER BY sequence"
            )
            return try JournalRows.entries(from: place, bytes: bytes, by: statement)
        }
    }

    /// The place of the entry that holds an account's command; `nil` when there is none.
    ///
    /// - Complexity: O(log *n*).
    public func place(ofRequest request: String, by account: String) async throws(StoreFault) -> Int? {
        try await reader().onReader { try Self.place(ofRequest: request, by: account, in: $0) }
    }

    private static func append(_ entries: [StoredEntry], _ frontier: [UInt8], to database: Database) throws {
        do {
            try database.inTransaction(.immediate) {
                try add(entries, frontier, to: database)
                return .commit
            }
        } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_IOERR {
            // What was written of the batch may be whole in the write-ahead file and would come back after a
            // crash. The next commit goes over it: let there be one now.
            do { try mend(database) } catch { throw StoreFault.outcomeUnknown }
            throw error
        }
    }

    private static func add(_ entries: [StoredEntry], _ frontier: [UInt8], to database: Database) throws {
        let next = try Schema.end(database).count
        for (place, entry) in zip(next..., entries) where entry.sequence != place {
            throw StoreFault.sequenceTaken(next: next)
        }
        let insertion = try database.cachedStatement(sql: "INSERT INTO journal VALUES (?, ?, ?, ?)")
        for entry in entries {
            let status = JournalRows.insert(entry, by: insertion)
            guard status != SQLITE_DONE else { continue }
            let error = JournalRows.error(status, in: database)
            guard error.resultCode == .SQLITE_CONSTRAINT,
                let place = try place(ofRequest: entry.request, by: entry.account, in: database)
            else { throw error }
            throw StoreFault.requestTaken(place)
        }
        let head = try database.cachedStatement(sql: "UPDATE head SET count = ?, frontier = ?")
        let status = JournalRows.set(JournalEnd(count: next + entries.count, frontier: frontier), by: head)
        guard status == SQLITE_DONE else { throw JournalRows.error(status, in: database) }
    }

    private static func mend(_ database: Database) throws {
        if database.isInsideTransaction { try database.rollback() }
        try database.execute(sql: "UPDATE head SET mended = mended + 1")
    }

    private static func place(ofRequest request: String, by account: String, in database: Database) throws
        -> Int?
    {
        let statement = try database.cachedStatement(
            sql: "SELECT sequence FROM journal WHERE account = ? AND request = ?"
        )
        return try Int.fetchOne(statement, arguments: [account, request])
    }
}
