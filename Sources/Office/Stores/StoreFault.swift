/// Why a store could not do what it was asked.
public enum StoreFault: Error, Hashable, Sendable {
    /// Another process writes there; who, as far as it can be known.
    case inUse(by: String)
    /// It was written by a newer Pleno: its format, and the newest this one knows.
    case newer(format: Int, known: Int)
    /// There is something else at this place.
    case foreign(String)
    /// There is nothing at this place.
    case missing(String)
    /// There is an office already where a new one should be; the number of its entries.
    case taken(entries: Int)
    /// Another entry stands where the first of the batch should; the next free place.
    case sequenceTaken(next: Int)
    /// A command of the batch is in the journal already, at this place.
    case requestTaken(Int)
    /// No room is left.
    case full
    /// It must not be written.
    case readOnly
    /// Another server became the office's writer.
    case leaseLost
    /// The connection was lost while the batch was committed: it may be there or not, and must be looked up.
    case outcomeUnknown
    /// It cannot be reached; in the words of the system.
    case unreachable(String)
    /// It took longer than it may.
    case timeout
    /// What is stored cannot be what was written: where, and what is wrong with it.
    case damaged(String)
    /// It was closed.
    case closed
    /// A fault of the database, in its own words.
    case database(String)
}
