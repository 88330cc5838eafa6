/// Why a candidate, or a tied party, gets a seat before those who do not.
public enum SeatGround: Hashable, Sendable {
    /// More votes.
    ///
    /// - Legal source: UU 7/2017 art. 422; PKPU 6/2024 art. 27.
    case votes
    /// Equal votes, spread wider.
    ///
    /// - Legal source: PKPU 6/2024 art. 29(1); PKPU 5/2019 art. 13(2); PKPU 29/2013 art. 42(2).
    case spread(SpreadCount)
    /// Equal votes, a woman before a man.
    ///
    /// - Legal source: PKPU 6/2024 art. 29(2).
    case woman
    /// Equal votes, the smaller number on the list.
    ///
    /// - Legal source: PKPU 6/2024 art. 29(2).
    case listNumber
    /// The smaller number on the list, as nobody on it has a vote.
    ///
    /// - Legal source: PKPU 6/2024 art. 28; what earlier regulations say of it was not found.
    case listNumberWithoutVotes
    /// A recorded decision, by the minutes or decree it stands in.
    case decided(basis: String)
}

/// A tier that told equals apart by where their votes come from.
public struct SpreadCount: Hashable, Sendable {
    /// The tier.
    public let tier: VoteSpread.Tier
    /// How the spread is measured.
    public let measure: Law.SpreadMeasure
    /// The number of areas with votes, by the number of each who was tied.
    public let areas: [Int: Int]

    /// A tier as it was counted.
    public init(tier: VoteSpread.Tier, measure: Law.SpreadMeasure, areas: [Int: Int]) {
        self.tier = tier
        self.measure = measure
        self.areas = areas
    }
}
