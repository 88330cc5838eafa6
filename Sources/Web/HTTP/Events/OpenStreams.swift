import Synchronization

/// The streams of events that a server has open: so many at most, kept alive together, ended together.
///
/// A class, because connections come and go.
final class OpenStreams: Sendable {
    private struct State {
        var mailboxes: [ObjectIdentifier: Mailbox] = [:]
        var hasEnded = false
    }

    /// The most that are open at once.
    let most: Int
    private let state = Mutex(State())

    /// No streams yet.
    init(most: Int = 2_000) {
        self.most = most
    }

    /// How many are open.
    var count: Int { state.withLock { $0.mailboxes.count } }

    /// Takes a place for a stream; nil when all are taken, or the server ends.
    func open(_ mailbox: Mailbox) -> Bool {
        state.withLock { state in
            guard !state.hasEnded, state.mailboxes.count < most else { return false }
            state.mailboxes[ObjectIdentifier(mailbox)] = mailbox
            return true
        }
    }

    /// Gives a place back.
    func close(_ mailbox: Mailbox) {
        state.withLock { _ = $0.mailboxes.removeValue(forKey: ObjectIdentifier(mailbox)) }
    }

    /// Has every stream show that it is alive.
    ///
    /// - Complexity: O(streams).
    func beat() {
        for mailbox in state.withLock({ Array($0.mailboxes.values) }) { mailbox.beat() }
    }

    /// Ends every stream, and takes no more.
    func end() {
        let mailboxes = state.withLock { state in
            state.hasEnded = true
            return Array(state.mailboxes.values)
        }
        for mailbox in mailboxes { mailbox.end() }
    }

    /// Beats until the task is cancelled: proxies and readers close a line on which nothing comes.
    func keepAlive(every interval: Duration) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: interval)
            beat()
        }
    }
}
