import GRDB
import Office

/// What `journal.sqlite` holds, and how it is known as ours.
///
/// A format that was released is history: add the next one, never edit.
enum Schema {
    /// "Plen" in ASCII: SQLite keeps it in the header of the file.
    static let application = 0x506C_656E
    /// The newest format this program knows; kept as `user_version`.
    static let format = 1

    /// The bytes of a page; files are whole pages.
    static let page = 4_096

    /// The tables and the triggers that guard them, the last guard of what the types say already.
    static let statements = [
        """
        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY CHECK (sequence >= 0),
            account TEXT NOT NULL,
            request TEXT NOT NULL,
            text BLOB NOT NULL CHECK (length(text) BETWEEN 1 AND \(StoredEntry.largest)),
            UNIQUE (account, request)
        ) STRICT
        """,
        // INSERT OR REPLACE removes rows without asking the trigger for DELETE, hence the second condition.
        """
        CREATE TRIGGER journal_follows BEFORE INSERT ON journal
        WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence) + 1, 0) FROM journal)
            OR EXISTS (SELECT 1 FROM journal WHERE account = NEW.account AND request = NEW.request)
        BEGIN SELECT RAISE(ABORT, 'an entry follows the last one, and its request is new'); END
        """,
        """
        CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
        """,
        """
        CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END
        """,
        // `mended` counts the commits that were made only to write over a failed one.
        """
        CREATE TABLE head (
            only INTEGER PRIMARY KEY CHECK (only = 0),
            count INTEGER NOT NULL,
            frontier BLOB NOT NULL,
            mended INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TRIGGER head_is_of_the_journal BEFORE UPDATE ON head
        WHEN NEW.count IS NOT (SELECT coalesce(max(sequence) + 1, 0) FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the head counts the journal'); END
        """,
        """
        CREATE TRIGGER head_is_one BEFORE INSERT ON head WHEN EXISTS (SELECT 1 FROM head)
        BEGIN SELECT RAISE(ABORT, 'there is one head'); END
        """,
        """
        CREATE TRIGGER head_stays BEFORE DELETE ON head
        BEGIN SELECT RAISE(ABORT, 'the head stays'); END
        """,
        """
        CREATE TABLE particulars (name TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT
        """,
    ]

    /// Makes an empty journal in an empty file, whole or not at all.
    static func create(in database: Database) throws {
        try database.execute(sql: "PRAGMA page_size = \(page)")
        // Without a write-ahead file: what was made is in the one file.
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "PRAGMA synchronous = EXTRA")
        try database.inTransaction(.exclusive) {
            for statement in statements { try database.execute(sql: statement) }
            try database.execute(sql: "INSERT INTO head VALUES (0, 0, x'', 0)")
            try database.execute(sql: "PRAGMA application_id = \(application)")
            try database.execute(sql: "PRAGMA user_version = \(format)")
            return .commit
        }
    }

    /// Checks that tables and triggers are all there, and that the head counts the journal.
    ///
    /// - Throws: ``StoreFault/damaged(_:)``; faults of the database.
    static func check(_ database: Database) throws {
        let found = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        guard Set(found) == Set(statements) else {
            throw StoreFault.damaged(
                "journal.sqlite: its tables and triggers are not those of format \(format)"
            )
        }
        let count = try end(database).count
        let rows = try Int.fetchOne(database, sql: "SELECT coalesce(max(sequence) + 1, 0) FROM journal")
        guard rows == count else {
            throw StoreFault.damaged("journal.sqlite: \(count) entries were written, \(rows ?? 0) are there")
        }
    }

    /// Where the journal ends.
    static func end(_ database: Database) throws -> JournalEnd {
        let statement = try database.cachedStatement(sql: "SELECT count, frontier FROM head")
        guard let end = try JournalRows.end(by: statement) else {
            throw StoreFault.damaged("journal.sqlite: the head is missing")
        }
        return end
    }
}
