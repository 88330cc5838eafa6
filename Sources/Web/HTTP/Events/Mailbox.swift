import Synchronization

/// What waits for one reader: the newest event, and whether to show that the line is alive.
///
/// A class, because senders and the reader share it.
final class Mailbox: Sendable {
    /// What a reader finds.
    enum Mail: Hashable, Sendable {
        case event(ServerEvent)
        case heartbeat
    }

    private struct State {
        var event: ServerEvent?
        var beats = false
        var hasEnded = false
        var reader: CheckedContinuation<Void, Never>?

        /// What waits; the end comes behind it.
        mutating func take() -> Mail? {
            defer { beats = false }
            if let event {
                self.event = nil
                return .event(event)
            }
            return beats ? .heartbeat : nil
        }
    }

    private let state = Mutex(State())

    /// Replaces what waits by what is newer.
    func put(_ event: ServerEvent) {
        change { state in
            // Two senders may come in either order.
            if state.event.map({ $0.number < event.number }) ?? true { state.event = event }
        }
    }

    /// Asks for a sign of life.
    func beat() { change { $0.beats = true } }

    /// Ends it; what waits is still read.
    func end() { change { $0.hasEnded = true } }

    /// Waits for mail; nil at the end, or when the task is cancelled.
    func next() async -> Mail? {
        while true {
            let (mail, hasEnded) = state.withLock { ($0.take(), $0.hasEnded) }
            if let mail { return mail }
            if hasEnded { return nil }
            await withTaskCancellationHandler {
                await withCheckedContinuation { reader in
                    let isReady = state.withLock { state in
                        if state.event != nil || state.beats || state.hasEnded { return true }
                        state.reader = reader
                        return false
                    }
                    if isReady { reader.resume() }
                }
            } onCancel: {
                end()
            }
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let reader = state.withLock { state in
            body(&state)
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }
}
