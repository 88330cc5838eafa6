/// Why the database did not do what it was asked.
enum PostgresFault: Error, Hashable, Sendable {
    /// No connection came about; in the words of the library.
    case unreachable(String)
    /// The connection was lost, in the words of the library; what was under way may have happened.
    case lost(String)
    /// The server refused.
    case refused(Refusal)
    /// It took longer than it may; what was under way was called off.
    case timeout
    /// The task that asked was cancelled; what was under way was called off.
    case cancelled
    /// The connection was closed by us.
    case closed

    /// An error of the server.
    struct Refusal: Hashable, Sendable {
        /// The five characters of its class and kind, SQLSTATE.
        let state: String
        /// Its main sentence, in the server's language.
        let message: String
    }
}
