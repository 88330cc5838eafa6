import GRDB
import Office

/// What a file says of itself, before it is opened for work: what is not ours stays as it is.
enum DatabaseContent: Hashable {
    /// Nothing was written yet.
    case empty
    /// It is of this program and of the kind that was asked for, of a format.
    case ours(format: Int)
    /// It is something else.
    case other

    /// Looks at the file at a path; one that is not there is empty.
    ///
    /// It asks SQLite: reading and closing the file by itself would take away the locks that SQLite holds on it for
    /// another store of this process.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - kind: The number by which its kind is known; that of a journal.
    /// - Throws: ``StoreFault`` of the system and the database.
    init(_ path: String, kind: Int = Schema.application) throws(StoreFault) {
        guard try File.size(path) > 0 else {
            self = .empty
            return
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(2)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let (application, format) = try queue.read { database in
                try (
                    Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                )
            }
            try queue.close()
            self = application == kind && format > 0 ? .ours(format: format) : .other
        } catch {
            guard case .foreign = StoreFault(error) else { throw StoreFault(error) }
            self = .other
        }
    }

    /// Checks that it is one this program can read.
    ///
    /// - Parameters:
    ///   - folder: Where it lies, as people know it.
    ///   - known: The newest format of its kind; that of a journal.
    /// - Throws: ``StoreFault/missing(_:)``, ``StoreFault/foreign(_:)`` or ``StoreFault/newer(format:known:)``.
    func check(_ folder: String, upTo known: Int = Schema.format) throws(StoreFault) {
        switch self {
        case .empty: throw .missing(folder)
        case .other: throw .foreign(folder)
        case .ours(let format):
            guard format <= known else { throw .newer(format: format, known: known) }
        }
    }
}
