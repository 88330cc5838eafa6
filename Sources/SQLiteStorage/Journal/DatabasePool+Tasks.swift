import GRDB
import Office

extension DatabasePool {
    /// Does work on the queue of the one connection that writes.
    ///
    /// GRDB's own asynchronous calls would break a commit off when the task is cancelled; this does not.
    func onWriter<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFault) -> Value {
        let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
            asyncWriteWithoutTransaction { database in
                continuation.resume(returning: Result { try body(database) }.mapError { StoreFault($0) })
            }
        }
        return try result.get()
    }

    /// Does work on one of the connections that read, on a state that does not change meanwhile.
    func onReader<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreFault) -> Value {
        let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
            asyncRead { database in
                continuation.resume(
                    returning: Result { try body(database.get()) }.mapError { StoreFault($0) }
                )
            }
        }
        return try result.get()
    }
}
