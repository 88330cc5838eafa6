/// How long a ``PostgresStore`` waits.
public struct PostgresLimits: Hashable, Sendable {
    /// For a host to accept a connection, and for a lost connection to come back.
    public let connecting: Duration
    /// For the answer to one question.
    public let answering: Duration
    /// For a server that is the office's writer and falls silent, before another may take its place.
    public let lease: Duration

    /// Limits, whole milliseconds, each above zero.
    public init(
        connecting: Duration = .seconds(5),
        answering: Duration = .seconds(30),
        lease: Duration = .seconds(15)
    ) {
        self.connecting = connecting
        self.answering = answering
        self.lease = lease
    }
}

extension Duration {
    /// Whole milliseconds, one at least: zero would mean no limit to the server.
    var milliseconds: Int {
        max(1, Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
