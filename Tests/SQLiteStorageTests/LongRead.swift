import GRDB

/// A connection of somebody else, in the middle of a read.
struct LongRead {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { database in
            try database.beginTransaction(.deferred)
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM head")
        }
    }

    func end() throws {
        try queue.inDatabase { try $0.commit() }
        try queue.close()
    }
}
