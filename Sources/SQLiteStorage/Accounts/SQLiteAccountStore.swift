import Accounts
import GRDB
import Glibc
public import Office

/// The accounts of one office in `accounts.sqlite`, in the office's folder.
///
/// It can be erased without the journal noticing, and a backup of the office leaves it out. Acknowledged means on
/// the disk, as for the journal. Several processes may work with it: each change is one transaction.
public struct SQLiteAccountStore: Sendable {
    let database: DatabasePool

    /// Opens the accounts of an office; an empty store is made when there is none.
    ///
    /// - Parameter folder: The folder of the office.
    /// - Returns: The store.
    /// - Throws: ``StoreFault/missing(_:)`` without such a folder, ``StoreFault/foreign(_:)``,
    ///   ``StoreFault/newer(format:known:)``, ``StoreFault/damaged(_:)``; faults of the system.
    public static func open(_ folder: String) async throws(StoreFault) -> SQLiteAccountStore {
        try await Blocking.run { () throws(StoreFault) in
            let path = folder + "/accounts.sqlite"
            switch try File.kind(path) {
            case .folder: throw .foreign(path)
            case .file: break
            case .nothing:
                // Its rights come first: SQLite gives the same ones to the files beside it.
                try File(path, O_RDWR | O_CREAT, mode: 0o600).close()
                try File.syncFolder(folder)
            }
            let content = try DatabaseContent(path, kind: AccountsSchema.application)
            if content != .empty { try content.check(path, upTo: AccountsSchema.format) }
            return try SQLiteAccountStore(path)
        }
    }

    private init(_ path: String) throws(StoreFault) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(2)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        do {
            database = try DatabasePool(path: path, configuration: configuration)
            try database.writeWithoutTransaction { database in
                // Opening a pool sets NORMAL, by which a commit does not wait for the disk.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try AccountsSchema.create(in: database)
                try AccountsSchema.check(database)
                for (setting, value) in [
                    ("synchronous", "2"), ("journal_mode", "wal"), ("secure_delete", "1"),
                    ("foreign_keys", "1"),
                ] {
                    let found = try String.fetchOne(database, sql: "PRAGMA \(setting)")
                    guard found == value else {
                        throw StoreFault.database("\(setting) is \(found ?? "not set")")
                    }
                }
            }
        } catch { throw StoreFault(error) }
    }

    /// Changes something in one transaction.
    func changing<Answer: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Answer
    ) async throws(AccountStoreFault) -> Answer {
        do throws(StoreFault) {
            return try await database.onWriter { database in
                var answer: Answer?
                try database.inTransaction(.immediate) {
                    answer = try body(database)
                    return .commit
                }
                guard let answer else { throw StoreFault.database("a transaction had no end") }
                return answer
            }
        } catch { throw AccountStoreFault(error) }
    }

    /// Looks something up.
    func reading<Answer: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Answer
    ) async throws(AccountStoreFault) -> Answer {
        do throws(StoreFault) { return try await database.onReader(body) } catch {
            throw AccountStoreFault(error)
        }
    }
}

extension AccountStoreFault {
    /// The fault in the words of the accounts.
    init(_ fault: StoreFault) {
        self =
            switch fault {
            case .full: .full
            case .readOnly: .readOnly
            case .timeout: .timeout
            case .closed: .closed
            case .damaged(let detail): .damaged(detail)
            case .unreachable(let detail), .database(let detail): .unavailable(detail)
            case .missing(let detail), .foreign(let detail): .unavailable(detail)
            case .inUse, .newer, .taken, .sequenceTaken, .requestTaken, .leaseLost, .outcomeUnknown:
                .unavailable("\(fault)")
            }
    }
}
