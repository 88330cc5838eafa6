/// What was counted in one region: sums over its stations, and how many of them are in.
///
/// Unit: ballots. A sum runs over what was entered and is `nil` when nothing was.
public struct UnitFigures: Hashable, Sendable {
    /// Votes per contestant, in ballot order.
    public let votes: [Int?]
    /// Valid votes as the forms state them; `nil` also where figures were only reported.
    public let valid: Int?
    /// Invalid votes as the forms state them.
    public let invalid: Int?
    /// Valid and invalid votes as the forms state them.
    public let total: Int?
    /// Stations the region has.
    public let stations: Int
    /// Stations whose votes are all entered.
    public let counted: Int

    /// All votes that were entered; `nil` when there are none.
    public var sum: Int? {
        let entered = votes.compactMap(\.self)
        return entered.isEmpty ? nil : entered.reduce(0, +)
    }

    /// Whether the votes of every station are entered.
    public var isComplete: Bool {
        counted == stations
    }
}
