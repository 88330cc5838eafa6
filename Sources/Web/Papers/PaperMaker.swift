public import Elections
public import Office

/// What makes the files of papers for a desk: it sets, signs and keeps them, one order after the other.
public protocol PaperMaker: Sendable {
    /// Begins to issue papers; what comes of it is in ``work()``.
    ///
    /// - Parameters:
    ///   - names: Which.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    /// - Returns: `false` while an order is being worked on.
    func begin(_ names: [PaperName], as officer: Officer, request: String) async -> Bool

    /// What is being worked on, and what came of the last order.
    func work() async -> PaperWork

    /// Takes in a scan of a signed copy.
    ///
    /// - Returns: The edition it is of.
    /// - Throws: ``PaperRefusal``; nothing of it stays.
    func take(
        scan content: [UInt8],
        as officer: Officer,
        request: String
    ) async throws(PaperRefusal) -> PaperRegister.Edition

    /// The issued files of papers in one zip.
    ///
    /// - Throws: ``PaperRefusal``.
    func archive(_ papers: [IssuedPaper]) async throws(PaperRefusal) -> [UInt8]
}

/// How far papers have come that a desk ordered.
public struct PaperWork: Sendable {
    /// How many papers are being issued; `nil` while nothing is.
    public var underWay: Int?
    /// What came of the last order; `nil` before the first.
    public var last: Outcome?

    /// What came of an order.
    public struct Outcome: Sendable {
        /// How many were issued.
        public var issued: Int
        /// How many say what was issued already.
        public var unchanged: Int
        /// Those that could not be made, and why.
        public var failed: [(name: String, reason: String)]
        /// Why it was not gone on with; `nil` where it was.
        public var refusal: PaperRefusal?

        /// An outcome.
        public init(
            issued: Int = 0,
            unchanged: Int = 0,
            failed: [(name: String, reason: String)] = [],
            refusal: PaperRefusal? = nil
        ) {
            (self.issued, self.unchanged, self.failed) = (issued, unchanged, failed)
            self.refusal = refusal
        }
    }

    /// Nothing done yet.
    public init() {}
}

/// Why papers were not issued or taken in, in words.
public struct PaperRefusal: Error, Hashable, Sendable {
    /// What is wrong, and what to do next.
    public let words: LocalizedText

    /// A refusal.
    public init(_ words: LocalizedText) { self.words = words }
}
