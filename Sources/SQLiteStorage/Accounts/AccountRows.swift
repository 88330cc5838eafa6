import Accounts
import GRDB
import Office

extension Account {
    /// The columns of ``init(_:)``, in their order.
    static let columns = """
        name, created, password, until, factor, step, pending, recovery, closed, generation, resets, version
        """

    /// The account of a row.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` for what this program does not write.
    init(_ row: Row) throws {
        let text: String = row[0]
        guard let name = try? AccountName(parsing: text), let hash = PasswordHash(parsing: row[2]) else {
            throw StoreFault.damaged("accounts.sqlite: the account '\(text)'")
        }
        let until: Int? = row[3]
        let sealed: String? = row[4]
        let factor = sealed.map { SecondFactor(sealed: $0, lastStep: row[5] ?? 0) }
        let recovery: String = row[7]
        self.init(
            name: name,
            created: row[1],
            password: until.map { .temporary(hash, until: $0) } ?? .own(hash),
            factor: factor,
            pending: row[6],
            recovery: recovery.split(separator: " ").map(String.init),
            isClosed: row[8],
            generation: row[9],
            resets: row[10],
            version: row[11]
        )
    }

    /// What stands in its columns, as that version of it.
    func values(version: Int) -> StatementArguments {
        let (hash, until): (PasswordHash, Int?) =
            switch password {
            case .own(let hash): (hash, nil)
            case .temporary(let hash, let until): (hash, until)
            }
        return [
            name.text, created, hash.text, until, factor?.sealed, factor?.lastStep, pending,
            recovery.joined(separator: " "), isClosed, generation, resets, version,
        ]
    }
}

extension Session {
    /// The columns of ``init(_:)``, in their order.
    static let columns = "id, account, generation, code, created, seen"

    init(_ row: Row) throws {
        guard let id = TokenDigest(hex: row[0]), let account = try? AccountName(parsing: row[1]) else {
            throw StoreFault.damaged("accounts.sqlite: a session")
        }
        self.init(
            id: id,
            account: account,
            generation: row[2],
            hasCode: row[3],
            created: row[4],
            seen: row[5]
        )
    }
}

extension APIToken {
    /// The columns of ``init(_:)``, in their order.
    static let columns = "id, account, name, permissions, created, expires, resets"

    init(_ row: Row) throws {
        guard let id = TokenDigest(hex: row[0]), let account = try? AccountName(parsing: row[1]) else {
            throw StoreFault.damaged("accounts.sqlite: a token")
        }
        let permissions: String = row[3]
        self.init(
            id: id,
            account: account,
            name: row[2],
            permissions: Set(permissions.split(separator: " ").map(String.init)),
            created: row[4],
            expires: row[5],
            resets: row[6]
        )
    }
}
