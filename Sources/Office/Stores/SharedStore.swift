/// The store of an office that several servers work in: one of them writes, by a lease; the others read, and hand
/// commands on to it through the store.
public protocol SharedStore: Sendable {
    /// Becomes the office's writer.
    ///
    /// - Throws: ``StoreFault/inUse(by:)`` while another server has the lease.
    func writer() async throws(StoreFault) -> any LeasedStore

    /// Reads the office that others write.
    func reader() async throws(StoreFault) -> any FollowedStore
}

/// What a follower has of the store.
public protocol FollowedStore: JournalStore {
    /// The number of entries now, and again whenever it has grown; the newest alone when it grows faster than it is
    /// read. Ends when the store is closed.
    func changes() -> AsyncStream<Int>

    /// Hands a command on to the writer, whoever becomes it meanwhile, and waits for its answer.
    ///
    /// - Parameters:
    ///   - text: The command's canonical text, 1…``StoredEntry/largest`` bytes.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    /// - Returns: What became of it.
    /// - Throws: ``StoreFault``; after ``StoreFault/unreachable(_:)`` and ``StoreFault/timeout`` the writer may do it
    ///   yet, otherwise it does not.
    func forward(_ text: [UInt8], as officer: Officer, request: String) async throws(StoreFault)
        -> ForwardedAnswer
}

/// What the writer has of the store.
public protocol LeasedStore: JournalStore {
    /// Says that commands may be waiting: at first, and whenever some come. Ends when the store is closed.
    func forwardings() -> AsyncStream<Int>

    /// Commands that others handed on and nobody answered, oldest first; those that an earlier writer took too.
    ///
    /// - Returns: No more than ``StoredEntry/largest`` bytes of text, but one at least; none when none waits.
    func takeForwarded() async throws(StoreFault) -> [ForwardedCommand]

    /// Answers commands that were taken, by their numbers.
    func answer(_ answers: [(id: Int, answer: ForwardedAnswer)]) async throws(StoreFault)

    /// Waits until another server has become the writer, or the store is closed.
    func leaseEnd() async
}

/// A command that another server handed on.
public struct ForwardedCommand: Hashable, Sendable {
    /// Its number among those on their way.
    public let id: Int
    /// Who asks.
    public let officer: Officer
    /// The officer's own name for it.
    public let request: String
    /// Its canonical text.
    public let text: [UInt8]

    /// A command on its way.
    public init(id: Int, officer: Officer, request: String, text: [UInt8]) {
        self.id = id
        self.officer = officer
        self.request = request
        self.text = text
    }
}

/// What became of a command that was handed on.
public enum ForwardedAnswer: Hashable, Sendable {
    /// It is in the journal.
    case done(Receipt)
    /// It does not fit what the office knows behind so many entries; whoever asked finds out why.
    case misfit(entries: Int)
    /// It was refused for another reason.
    case refused(Refusal)
    /// No writer took it in time; it was called back, and nothing was done.
    case untaken
    /// A writer took it, and no answer came in time.
    case unanswered
}
