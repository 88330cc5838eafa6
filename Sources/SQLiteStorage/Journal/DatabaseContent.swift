import GRDB
import Office

/// What a file says of itself, before it is opened for work: what is not ours stays as it is.
enum DatabaseContent: Hashable {
    /// Nothing was written yet.
    case empty
    /// It is a journal of this program, of a format.
    case journal(format: Int)
    /// It is something else.
    case other

    /// Looks at the file at a path; one that is not there is empty.
    ///
    /// It asks SQLite: reading and closing the file by itself would take away the locks that SQLite holds on it for
    /// another store of this process.
    init(_ path: String) throws(StoreFault) {
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
            self = application == Schema.application && format > 0 ? .journal(format: format) : .other
        } catch {
            guard case .foreign = StoreFault(error) else { throw StoreFault(error) }
            self = .other
        }
    }

    /// Checks that it is a journal this program can read.
    ///
    /// - Parameter folder: Where it lies, as people know it.
    /// - Throws: ``StoreFault/missing(_:)``, ``StoreFault/foreign(_:)`` or ``StoreFault/newer(format:known:)``.
    func check(_ folder: String) throws(StoreFault) {
        switch self {
        case .empty: throw .missing(folder)
        case .other: throw .foreign(folder)
        case .journal(let format):
            guard format <= Schema.format else { throw .newer(format: format, known: Schema.format) }
        }
    }
}
