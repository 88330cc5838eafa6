public import Apportionment

/// Which of the parties that are tied for the last seats of a district get them by the law, as far as it says so.
///
/// - Legal source: UU 8/2012 art. 213 in 2014; UU 7/2017 art. 420 has no rule.
public struct PartyTieRanking: Hashable, Sendable {
    /// A party that gets one of the contested seats.
    public struct Winner: Hashable, Sendable {
        /// The party by number.
        public let contestant: Int
        /// Why it comes before those that get none.
        public let ground: SeatGround
    }

    /// The parties that get a seat.
    public let winners: [Winner]
    /// Those that are still tied for the seats left; `nil`: nobody is.
    public let open: OpenTie?

    /// Tells the parties of a tie apart.
    ///
    /// - Parameters:
    ///   - tie: The tie, its parties by their place in the order of the ballot.
    ///   - contestants: The numbers of all parties in that order.
    ///   - votes: Their votes in the district.
    ///   - spreads: Where these come from, by number; asked for only where the law goes by it.
    ///   - rules: The law's rules on tied parties.
    /// - Throws: ``RankingRefusal`` when something that is needed is missing.
    /// - Complexity: O(*n*² · areas) in the tied parties.
    public init(
        _ tie: Tie,
        contestants: [Int],
        votes: [Int],
        spreads: [Int: VoteSpread],
        _ rules: TieRules
    ) throws(RankingRefusal) {
        let equals = tie.parties.map { place in
            TieBreaker.Member(
                number: contestants[place],
                votes: votes[place],
                sex: nil,
                spread: spreads[contestants[place]]
            )
        }
        let outcome = try TieBreaker.choose(tie.seats, of: equals, rules)
        winners = outcome.chosen.map { Winner(contestant: $0.number, ground: $0.ground) }
        open = outcome.open
    }
    /// The contested seats of each party, as ``Allocation/settled(by:)`` takes them.
    ///
    /// - Parameter contestants: The numbers of all parties in the order of the ballot.
    /// - Returns: `nil` while any seat is open.
    public func settlement(of contestants: [Int]) -> [Int]? {
        guard open == nil else { return nil }
        return contestants.map { number in winners.count { $0.contestant == number } }
    }
}
