/// An entry of a journal as it is stored: its canonical text, and what it is found by.
public struct StoredEntry: Hashable, Sendable {
    /// Its place in the journal; the first is 0.
    public let sequence: Int
    /// The account whose command it holds.
    public let account: String
    /// The account's own name for the command: of one account no two entries have the same.
    public let request: String
    /// Its canonical JSON, 1…``StoredEntry/largest`` bytes: what is hashed.
    public let text: [UInt8]

    /// The most bytes of an entry's text: 16 MiB.
    public static let largest = 1 << 24

    /// An entry at its place.
    public init(sequence: Int, account: String, request: String, text: [UInt8]) {
        self.sequence = sequence
        self.account = account
        self.request = request
        self.text = text
    }
}

/// Where a journal ends on disk.
public struct JournalEnd: Hashable, Sendable {
    /// The number of its entries; the place of the next one.
    public let count: Int
    /// The state of its tree head as it was handed over with the last batch; empty before the first.
    public let frontier: [UInt8]

    /// An end.
    public init(count: Int, frontier: [UInt8]) {
        self.count = count
        self.frontier = frontier
    }
}

/// Where the journal of one office lies; only ever added to.
///
/// One process writes it. Every store keeps the same contract, which one suite of tests holds it to.
public protocol JournalStore: Sendable {
    /// Where the journal ends.
    func end() async throws(StoreFault) -> JournalEnd

    /// Adds a batch: when this returns, all of it survives the loss of power; when it throws, none of it is there,
    /// except after ``StoreFault/outcomeUnknown``.
    ///
    /// - Parameters:
    ///   - entries: One or more, with places that follow the last one's.
    ///   - frontier: The state of the tree head behind them.
    /// - Throws: ``StoreFault/sequenceTaken(next:)`` when another wrote in between, or the places have a gap;
    ///   ``StoreFault/requestTaken(_:)`` when a command is there already, or stands earlier in the batch.
    func append(_ entries: [StoredEntry], frontier: [UInt8]) async throws(StoreFault)

    /// The entries from a place on, in order: as many as fit into `bytes` of text, one at least; none at the end.
    func entries(from place: Int, bytes: Int) async throws(StoreFault) -> [StoredEntry]

    /// The place of the entry that holds an account's command; `nil` when there is none.
    func place(ofRequest request: String, by account: String) async throws(StoreFault) -> Int?

    /// Ends the work with it; what was acknowledged stays. Everything asked later throws ``StoreFault/closed``.
    func close() async
}
