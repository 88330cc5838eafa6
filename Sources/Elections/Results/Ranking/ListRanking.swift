/// Who of a party's list gets the party's seats in a district, and why.
///
/// - Legal source: UU 7/2017 art. 422; PKPU 6/2024 art. 27–29; PKPU 5/2019 art. 13; UU 8/2012 art. 215 in 2014.
public struct ListRanking: Hashable, Sendable {
    /// A seat and who gets it.
    public struct Elected: Hashable, Sendable {
        /// The number of the seat among the party's, from 1.
        public let seat: Int
        /// The candidate.
        public let candidate: Candidate
        /// The personal votes.
        public let votes: Int
        /// Why this candidate comes before those who get none.
        public let ground: SeatGround
    }

    /// Seats for which the list has nobody left.
    public struct Unfilled: Hashable, Sendable {
        /// How many: at least one.
        public let seats: Int
        /// What the law does with them; `nil` while that is open and must be decided.
        public let rule: Law.ExhaustedList?
        /// The article, or what is known of it.
        public let basis: LocalizedText
    }

    /// A decision that was recorded and is not used.
    public struct StaleDecision: Hashable, Sendable {
        /// The decision.
        public let decision: ListDecision
        /// Why it does not fit.
        public let refusal: ListDecision.Refusal
    }

    /// The list.
    public let list: CandidateList
    /// The seats of the party in the district.
    public let seats: Int
    /// The seats that are given, in their order: by votes, then as equals were told apart, then by number.
    public let elected: [Elected]
    /// Those who are tied for the seats left, while nobody has decided; `nil`: nobody is.
    public let tie: OpenTie?
    /// The decision that told equals apart; `nil` where none was needed.
    public let decision: ListDecision?
    /// Decisions on this list that do not fit it as it is.
    public let staleDecisions: [StaleDecision]
    /// Seats for which the list has nobody left; `nil` for none.
    public let unfilled: Unfilled?

    /// Gives a party's seats to the candidates of its list.
    ///
    /// - Parameters:
    ///   - seats: The party's seats in the district, zero or more.
    ///   - list: Its list there; the order in which candidates stand in it does not matter.
    ///   - standings: What is known of each candidate, by number.
    ///   - rules: The law's rules on equals.
    ///   - decisions: What was decided on equals, of this list and of others; the first that fits is used.
    /// - Throws: ``RankingRefusal`` when something that is needed is missing.
    /// - Complexity: O(*n* log *n*) in the candidates; for equals O(*n*² · areas).
    public init(
        _ seats: Int,
        to list: CandidateList,
        _ standings: [Int: CandidateStanding],
        _ rules: TieRules,
        decisions: [ListDecision] = []
    ) throws(RankingRefusal) {
        guard seats >= 0 else { throw .negativeSeats(seats) }
        let order = try ListOrder(list, standings)
        var places = try order.places(seats, rules)
        let own = decisions.filter { $0.contestant == list.contestant && $0.district == list.district }
        (decision, staleDecisions) = places.settle(by: own)
        let names = Dictionary(uniqueKeysWithValues: list.candidates.map { ($0.number, $0) })
        elected = places.chosen.enumerated().compactMap { place, chosen in
            names[chosen.number].map {
                Elected(
                    seat: place + 1,
                    candidate: $0,
                    votes: standings[chosen.number]?.votes ?? 0,
                    ground: chosen.ground
                )
            }
        }
        (self.list, self.seats, tie) = (list, seats, places.open)
        let missing = seats - order.members.count
        unfilled =
            missing > 0
            ? Unfilled(seats: missing, rule: rules.exhaustedList, basis: rules.exhaustedSource) : nil
    }
}
