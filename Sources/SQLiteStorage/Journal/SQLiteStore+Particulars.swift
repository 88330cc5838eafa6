import GRDB
public import Office

extension SQLiteStore: ParticularsStore {
    /// What stands before a text in its row, so that all of the text lies behind the page of the row.
    ///
    /// When rows are spread over pages anew, SQLite leaves their earlier bytes in the gaps of pages, `secure_delete`
    /// or not; the pages behind are never moved, and written over when they become free.
    private static let room = [UInt8](repeating: 1, count: Schema.page)

    /// Keeps a text under a name, in place of an earlier one, whose bytes stay in the files until it is erased.
    public func keep(_ text: String, as name: String) async throws(StoreFault) {
        try await writer().onWriter { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO particulars VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET text = excluded.text
                    """
            )
            try statement.execute(arguments: [name, String(decoding: Self.room + text.utf8, as: UTF8.self)])
        }
    }

    /// What is kept under a name; `nil` when nothing is, or it was erased.
    public func particulars(_ name: String) async throws(StoreFault) -> String? {
        try await reader().onReader { database in
            let statement = try database.cachedStatement(sql: "SELECT text FROM particulars WHERE name = ?")
            // A row of an earlier version has no room before its text.
            return try String.fetchOne(statement, arguments: [name]).map { text in
                text.utf8.starts(with: Self.room)
                    ? String(text.utf8.dropFirst(Self.room.count)) ?? text : text
            }
        }
    }

    /// The names under which something is kept, in the order of their bytes.
    public func particularsNames() async throws(StoreFault) -> [String] {
        try await reader().onReader {
            try String.fetchAll($0, sql: "SELECT name FROM particulars ORDER BY name")
        }
    }

    /// Erases a text for good, and earlier ones of the name, in the files too; copies of the folder keep theirs.
    ///
    /// - Throws: ``StoreFault/timeout`` when another process read so long that the write-ahead file could not be
    ///   emptied: the text is gone from the table, and asking again removes it from the file.
    /// - Complexity: O(bytes of the write-ahead file).
    public func erase(particulars name: String) async throws(StoreFault) {
        try await writer().onWriter { database in
            let statement = try database.cachedStatement(sql: "DELETE FROM particulars WHERE name = ?")
            try statement.execute(arguments: [name])
            _ = try database.checkpoint(.truncate)
        }
    }
}
