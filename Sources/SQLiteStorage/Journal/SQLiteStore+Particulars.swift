import GRDB
public import Office

extension SQLiteStore: ParticularsStore {
    /// Keeps a text under a name, in place of an earlier one, whose bytes stay in the files until it is erased.
    public func keep(_ text: String, as name: String) async throws(StoreFault) {
        try await writer().onWriter { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO particulars VALUES (?, ?)
                    ON CONFLICT (name) DO UPDATE SET text = excluded.text
                    """
            )
            try statement.execute(arguments: [name, text])
        }
    }

    /// What is kept under a name; `nil` when nothing is, or it was erased.
    public func particulars(_ name: String) async throws(StoreFault) -> String? {
        try await reader().onReader { database in
            let statement = try database.cachedStatement(sql: "SELECT text FROM particulars WHERE name = ?")
            return try String.fetchOne(statement, arguments: [name])
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
