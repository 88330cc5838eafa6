import Dispatch
import Office

/// Work that waits for the disk, away from the threads that tasks share.
enum Blocking {
    private static let queue = DispatchQueue(label: "pleno.files", attributes: .concurrent)

    /// Does it there; a cancelled task does not stop it half-way.
    static func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result { () throws(StoreFault) in try body() }) }
        }
        return try result.get()
    }
}
