import Synchronization

/// Where the events of one subject come from; any number of streams follow it.
///
/// A follower that is slow misses what was superseded: the newest event is all it gets. So an event says that
/// something is new, and its reader asks what.
///
/// A class, because its followers change.
final class EventSource: Sendable {
    private struct State {
        var newest: ServerEvent?
        var followers: [ObjectIdentifier: Mailbox] = [:]
        var hasEnded = false
    }

    private let state = Mutex(State())

    init() {}

    /// Tells every follower.
    ///
    /// - Complexity: O(followers).
    func send(_ event: ServerEvent) {
        let followers = state.withLock { state in
            state.newest = event
            return Array(state.followers.values)
        }
        for follower in followers { follower.put(event) }
    }

    /// Ends every stream that follows; nothing more comes.
    func end() {
        let followers = state.withLock { state in
            state.hasEnded = true
            return Array(state.followers.values)
        }
        for follower in followers { follower.end() }
    }

    /// How many follow.
    var followerCount: Int { state.withLock { $0.followers.count } }

    /// Begins to put events into a mailbox; the newest at once when it is later than `last`.
    ///
    /// A reader who knows none has just loaded the page.
    func join(_ mailbox: Mailbox, after last: UInt64?) {
        let (newest, hasEnded) = state.withLock { state in
            state.followers[ObjectIdentifier(mailbox)] = mailbox
            return (state.newest, state.hasEnded)
        }
        if let newest, newest.number > last ?? 0 { mailbox.put(newest) }
        if hasEnded { mailbox.end() }
    }

    /// Puts nothing more into a mailbox.
    func leave(_ mailbox: Mailbox) {
        state.withLock { _ = $0.followers.removeValue(forKey: ObjectIdentifier(mailbox)) }
    }
}
