import GRDB
import GRDBSQLite
import Office

/// Rows of the journal straight through SQLite's own interface: GRDB's arguments would cost more than the row.
enum JournalRows {
    /// Inserts an entry through a prepared statement of four parameters.
    ///
    /// - Returns: What SQLite answered, `SQLITE_DONE` when it is there.
    static func insert(_ entry: StoredEntry, by statement: Statement) -> CInt {
        let raw = unsafe statement.sqliteStatement
        var (account, request) = (entry.account, entry.request)
        // The statement sees the bytes where they lie, and is made to forget them before they can go.
        defer {
            unsafe sqlite3_reset(raw)
            unsafe sqlite3_clear_bindings(raw)
        }
        return account.withUTF8 { account in
            request.withUTF8 { request in
                unsafe entry.text.withUnsafeBytes { text in
                    unsafe sqlite3_bind_int64(raw, 1, Int64(entry.sequence))
                    unsafe bind(account, to: raw, at: 2)
                    unsafe bind(request, to: raw, at: 3)
                    unsafe sqlite3_bind_blob(raw, 4, text.baseAddress, CInt(text.count), nil)
                    return unsafe sqlite3_step(raw)
                }
            }
        }
    }

    private static func bind(_ text: UnsafeBufferPointer<UInt8>, to raw: OpaquePointer, at place: CInt) {
        unsafe UnsafeRawBufferPointer(text).withMemoryRebound(to: CChar.self) {
            _ = unsafe sqlite3_bind_text(raw, place, $0.baseAddress, CInt($0.count), nil)
        }
    }

    /// Entries from a place on, in order, as many as fit into `bytes`, one at least.
    ///
    /// - Parameters:
    ///   - place: The place of the first.
    ///   - bytes: How many bytes of text they may have together.
    ///   - statement: Yields the four columns from a place on.
    /// - Returns: Them; none behind the end.
    /// - Throws: ``StoreFault/damaged(_:)`` when one is missing between others; faults of the database.
    /// - Complexity: O(bytes).
    static func entries(from place: Int, bytes: Int, by statement: Statement) throws -> [StoredEntry] {
        let raw = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(raw) }
        unsafe sqlite3_bind_int64(raw, 1, Int64(place))
        var (entries, used) = ([StoredEntry](), 0)
        while true {
            let status = unsafe sqlite3_step(raw)
            guard status == SQLITE_ROW else {
                if status == SQLITE_DONE { return entries }
                throw unsafe error(status, sqlite3_db_handle(raw))
            }
            used += Int(unsafe sqlite3_column_bytes(raw, 3))
            guard entries.isEmpty || used <= bytes else { return entries }
            let entry = unsafe StoredEntry(
                sequence: Int(sqlite3_column_int64(raw, 0)),
                account: String(decoding: column(1, of: raw), as: UTF8.self),
                request: String(decoding: column(2, of: raw), as: UTF8.self),
                text: column(3, of: raw)
            )
            guard entry.sequence == place + entries.count else {
                throw StoreFault.damaged("journal: entry \(place + entries.count) is missing")
            }
            entries.append(entry)
        }
    }

    /// The end of the journal; `nil` when the statement, of its count and its frontier, yields no row.
    static func end(by statement: Statement) throws -> JournalEnd? {
        let raw = unsafe statement.sqliteStatement
        defer { unsafe sqlite3_reset(raw) }
        let status = unsafe sqlite3_step(raw)
        guard status == SQLITE_ROW else {
            if status == SQLITE_DONE { return nil }
            throw unsafe error(status, sqlite3_db_handle(raw))
        }
        return unsafe JournalEnd(count: Int(sqlite3_column_int64(raw, 0)), frontier: column(1, of: raw))
    }

    /// Sets the end, through a statement of its count and its frontier.
    ///
    /// - Returns: What SQLite answered, `SQLITE_DONE` when it is set.
    static func set(_ end: JournalEnd, by statement: Statement) -> CInt {
        let raw = unsafe statement.sqliteStatement
        defer {
            unsafe sqlite3_reset(raw)
            unsafe sqlite3_clear_bindings(raw)
        }
        return unsafe end.frontier.withUnsafeBytes { frontier in
            unsafe sqlite3_bind_int64(raw, 1, Int64(end.count))
            // A blob of no bytes at no address would be NULL.
            if end.frontier.isEmpty {
                unsafe sqlite3_bind_zeroblob(raw, 2, 0)
            } else {
                unsafe sqlite3_bind_blob(raw, 2, frontier.baseAddress, CInt(frontier.count), nil)
            }
            return unsafe sqlite3_step(raw)
        }
    }

    /// A copy of a column: SQLite's own bytes are gone with the next step.
    private static func column(_ index: CInt, of raw: OpaquePointer) -> [UInt8] {
        let bytes = unsafe sqlite3_column_blob(raw, index)
        return unsafe [UInt8](
            UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(raw, index)))
        )
    }

    /// What went wrong in a connection just now.
    static func error(_ status: CInt, in database: Database) -> DatabaseError {
        unsafe error(status, database.sqliteConnection)
    }

    private static func error(_ status: CInt, _ connection: OpaquePointer?) -> DatabaseError {
        unsafe DatabaseError(
            resultCode: ResultCode(rawValue: status),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }
}
