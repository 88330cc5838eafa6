public import Accounts
import GRDB

extension SQLiteAccountStore: AccountStore {
    /// Adds an account; see ``AccountStore/add(_:isFirst:)``.
    public func add(_ account: Account, isFirst: Bool) async throws(AccountStoreFault) -> Bool {
        try await changing { database in
            if isFirst {
                guard try Account.all(database, "LIMIT 1").isEmpty else { return false }
                try database.execute(sql: "DELETE FROM link")
            }
            try database.execute(
                sql: """
                    INSERT INTO account (\(Account.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (name) DO NOTHING
                    """,
                arguments: account.values(version: 0)
            )
            return database.changesCount == 1
        }
    }

    /// The account of a name.
    public func account(_ name: AccountName) async throws(AccountStoreFault) -> Account? {
        try await reading { try Account.all($0, "WHERE name = ?", [name.text]).first }
    }

    /// All accounts, by their names.
    public func accounts() async throws(AccountStoreFault) -> [Account] {
        try await reading { try Account.all($0, "ORDER BY name") }
    }

    /// Stores an account again; see ``AccountStore/replace(_:)``.
    public func replace(_ account: Account) async throws(AccountStoreFault) -> Bool {
        try await changing { database in
            try database.execute(
                sql: """
                    UPDATE account SET (\(Account.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    WHERE name = ? AND version = ?
                    """,
                arguments: account.values(version: account.version + 1)
                    + [account.name.text, account.version]
            )
            return database.changesCount == 1
        }
    }

    /// Keeps the link to the first account, in place of an earlier one.
    public func keep(_ link: FirstLink) async throws(AccountStoreFault) {
        try await changing { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO link VALUES (0, ?, ?)",
                arguments: [link.id.description, link.expires]
            )
        }
    }

    /// The link to the first account.
    public func firstLink() async throws(AccountStoreFault) -> FirstLink? {
        try await reading { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT id, expires FROM link"),
                let id = TokenDigest(hex: row[0])
            else { return nil }
            return FirstLink(id: id, expires: row[1])
        }
    }

    /// Ends the work with it, after what was asked before.
    public func close() async {
        let database = database
        try? await Blocking.run { try? database.close() }
    }
}

extension Account {
    fileprivate static func all(
        _ database: Database,
        _ condition: String,
        _ values: StatementArguments = []
    ) throws -> [Account] {
        let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM account \(condition)")
        return try Row.fetchAll(statement, arguments: values).map(Account.init)
    }
}
