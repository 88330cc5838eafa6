import GRDB
import Office

/// What `accounts.sqlite` holds, and how it is known as ours.
///
/// A format that was released is history: add the next one, never edit.
enum AccountsSchema {
    /// "PlAc" in ASCII: SQLite keeps it in the header of the file.
    static let application = 0x506C_4163
    /// The newest format this program knows; kept as `user_version`.
    static let format = 1

    /// The tables; times are seconds since 1970.
    static let statements = [
        // A temporary password has an end. `factor` is the sealed secret of an app; `recovery` has a word for each code.
        // What tokens and codes are known by is written in hexadecimal digits.
        """
        CREATE TABLE account (
            name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 2 AND 40),
            created INTEGER NOT NULL,
            password TEXT NOT NULL,
            until INTEGER,
            factor TEXT,
            step INTEGER CHECK ((step IS NULL) = (factor IS NULL)),
            pending TEXT,
            recovery TEXT NOT NULL,
            closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
            generation INTEGER NOT NULL CHECK (generation >= 0),
            resets INTEGER NOT NULL CHECK (resets >= 0),
            version INTEGER NOT NULL CHECK (version >= 0)
        ) STRICT
        """,
        """
        CREATE TABLE session (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
            account TEXT NOT NULL REFERENCES account,
            generation INTEGER NOT NULL,
            code INTEGER NOT NULL CHECK (code IN (0, 1)),
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL CHECK (seen >= created)
        ) STRICT
        """,
        "CREATE INDEX session_of_account ON session (account)",
        """
        CREATE TABLE token (
            id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 64),
            account TEXT NOT NULL REFERENCES account,
            name TEXT NOT NULL,
            permissions TEXT NOT NULL,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            resets INTEGER NOT NULL,
            UNIQUE (account, name)
        ) STRICT
        """,
        """
        CREATE TABLE link (
            only INTEGER PRIMARY KEY CHECK (only = 0),
            id TEXT NOT NULL CHECK (length(id) = 64),
            expires INTEGER NOT NULL
        ) STRICT
        """,
    ]

    /// Makes the tables in an empty file, whole or not at all; another process may have been quicker.
    static func create(in database: Database) throws {
        try database.inTransaction(.exclusive) {
            guard try Int.fetchOne(database, sql: "PRAGMA user_version") == 0 else { return .rollback }
            for statement in statements { try database.execute(sql: statement) }
            try database.execute(sql: "PRAGMA application_id = \(application)")
            try database.execute(sql: "PRAGMA user_version = \(format)")
            return .commit
        }
    }

    /// Checks that the tables are all there.
    ///
    /// - Throws: ``StoreFault/damaged(_:)``; faults of the database.
    static func check(_ database: Database) throws {
        let found = try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        guard Set(found) == Set(statements) else {
            throw StoreFault.damaged("accounts.sqlite: its tables are not those of format \(format)")
        }
    }
}
