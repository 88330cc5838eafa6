import Dispatch

/// Runs an actor on a queue of Dispatch, so that events of a socket reach it without a detour.
///
/// Linux has no `DispatchSerialQueue`, which would be one already.
final class QueueExecutor: SerialExecutor {
    /// The queue, one job at a time.
    let queue: DispatchQueue

    /// An executor on a queue of its own.
    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = unsafe asUnownedSerialExecutor()
        queue.async { unsafe job.runSynchronously(on: executor) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
