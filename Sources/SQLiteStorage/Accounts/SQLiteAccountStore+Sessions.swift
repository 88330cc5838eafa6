public import Accounts
import GRDB

extension SQLiteAccountStore {
    /// Adds a session; see ``AccountStore/add(_:insteadOf:)``.
    public func add(
        _ session: Session,
        insteadOf former: TokenDigest?
    ) async throws(AccountStoreFault) -> Bool {
        try await changing { database in
            // The account first: a former session stays when there cannot be a new one.
            let isOpen = try Bool.fetchOne(
                database,
                sql: "SELECT generation = ? AND NOT closed FROM account WHERE name = ?",
                arguments: [session.generation, session.account.text]
            )
            guard isOpen == true else { return false }
            if let former {
                try database.execute(
                    sql: "DELETE FROM session WHERE id = ? AND account = ?",
                    arguments: [former.description, session.account.text]
                )
                guard database.changesCount == 1 else { return false }
            }
            try database.execute(
                sql: "INSERT INTO session (\(Session.columns)) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    session.id.description, session.account.text, session.generation, session.hasCode,
                    session.created, session.seen,
                ]
            )
            return true
        }
    }

    /// The session of a token.
    public func session(_ id: TokenDigest) async throws(AccountStoreFault) -> Session? {
        try await reading { try Session.all($0, "WHERE id = ?", [id.description]).first }
    }

    /// Writes down when a session was last used.
    public func touch(_ id: TokenDigest, at time: Int) async throws(AccountStoreFault) {
        try await changing { database in
            try database.execute(
                sql: "UPDATE session SET seen = max(seen, ?) WHERE id = ?",
                arguments: [time, id.description]
            )
        }
    }

    /// The sessions of an account, the last used first.
    public func sessions(of account: AccountName) async throws(AccountStoreFault) -> [Session] {
        try await reading { database in
            try Session.all(database, "WHERE account = ? ORDER BY seen DESC, rowid DESC", [account.text])
        }
    }

    /// Ends sessions of an account, for good; whether one of them was there.
    @discardableResult
    public func end(
        _ sessions: [TokenDigest],
        of account: AccountName
    ) async throws(AccountStoreFault) -> Bool {
        try await remove(sessions, of: account, from: "session")
    }

    /// Removes all sessions that began before a time, or were last used before another.
    public func endSessions(begunBefore begun: Int, seenBefore seen: Int) async throws(AccountStoreFault) {
        try await changing { database in
            try database.execute(
                sql: "DELETE FROM session WHERE created < ? OR seen < ?",
                arguments: [begun, seen]
            )
        }
    }

    /// Removes rows of a table.
    func remove(
        _ ids: [TokenDigest],
        of account: AccountName,
        from table: String
    ) async throws(AccountStoreFault) -> Bool {
        guard !ids.isEmpty else { return false }
        return try await changing { database in
            var count = 0
            for id in ids {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE id = ? AND account = ?",
                    arguments: [id.description, account.text]
                )
                count += database.changesCount
            }
            return count > 0
        }
    }
}

extension Session {
    fileprivate static func all(
        _ database: Database,
        _ condition: String,
        _ values: StatementArguments
    ) throws -> [Session] {
        let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM session \(condition)")
        return try Row.fetchAll(statement, arguments: values).map(Session.init)
    }
}
