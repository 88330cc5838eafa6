public import Accounts
import GRDB

extension SQLiteAccountStore {
    /// Adds a token; see ``AccountStore/add(_:)``.
    public func add(_ token: APIToken) async throws(AccountStoreFault) -> Bool {
        try await changing { database in
            let isOpen = try Bool.fetchOne(
                database,
                sql: "SELECT resets = ? AND NOT closed FROM account WHERE name = ?",
                arguments: [token.resets, token.account.text]
            )
            guard isOpen == true else { return false }
            try database.execute(
                sql: """
                    INSERT INTO token (\(APIToken.columns)) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, name) DO NOTHING
                    """,
                arguments: [
                    token.id.description, token.account.text, token.name,
                    token.permissions.sorted().joined(separator: " "), token.created, token.expires,
                    token.resets,
                ]
            )
            return database.changesCount == 1
        }
    }

    /// The token of a text, as long as its account lets it count; see ``AccountStore/token(_:)``.
    public func token(_ id: TokenDigest) async throws(AccountStoreFault) -> APIToken? {
        let condition = """
            WHERE id = ? AND EXISTS (
                SELECT 1 FROM account WHERE name = token.account AND resets = token.resets AND NOT closed
            )
            """
        return try await reading { try APIToken.all($0, condition, [id.description]).first }
    }

    /// The tokens of an account, by their names.
    public func tokens(of account: AccountName) async throws(AccountStoreFault) -> [APIToken] {
        try await reading { try APIToken.all($0, "WHERE account = ? ORDER BY name", [account.text]) }
    }

    /// Removes tokens of an account, for good; whether one of them was there.
    @discardableResult
    public func remove(
        _ tokens: [TokenDigest],
        of account: AccountName
    ) async throws(AccountStoreFault) -> Bool {
        try await remove(tokens, of: account, from: "token")
    }
}

extension APIToken {
    fileprivate static func all(
        _ database: Database,
        _ condition: String,
        _ values: StatementArguments
    ) throws -> [APIToken] {
        let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM token \(condition)")
        return try Row.fetchAll(statement, arguments: values).map(APIToken.init)
    }
}
