extension Law {
    /// How it is found who is elected where no lists divide seats.
    public struct WinnerRule: Hashable, Sendable {
        /// How many are elected.
        public let places: Int
        /// What the first must reach to be elected at once; `nil` where the most votes are enough.
        public let majority: Majority?
        /// How it is decided between equals; `nil` where no law at hand says it.
        public let tie: Tie?
        /// What a single pair needs against the blank column; `nil` where none stands alone.
        public let alone: Alone?
        /// The article by which the most votes elect.
        public let source: LocalizedText

        /// What the first must reach, without which the first two stand again.
        public struct Majority: Hashable, Sendable {
            /// The share of the votes it must exceed.
            public let share: Share
            /// In how much of the country it must have how much; `nil` where that is not asked.
            public let breadth: Breadth?
            /// Whether it is asked of two pairs as well; `nil` where no law at hand makes a difference.
            public let ofTwo: Provision<OfTwo>?
            /// The article it stands in.
            public let source: LocalizedText
            /// The article on the second round of the first two.
            public let runOff: LocalizedText
            /// The article by which the most votes elect in that round.
            public let inRunOff: LocalizedText
        }

        /// A share of the votes that must be reached in more than a share of the provinces.
        public struct Breadth: Hashable, Sendable {
            /// The share of a province's votes, reached or exceeded.
            public let share: Share
            /// The share of the provinces it must exceed.
            public let provinces: Share
            /// All provinces of the country in that year.
            public let count: Int
        }

        /// How it is decided between equals: tier by tier, the highest first.
        public struct Tie: Hashable, Sendable {
            /// What the law asks for.
            public let asks: Asks
            /// The tiers whose areas are compared, one after the other.
            public let tiers: [RegionCode.Tier]
            /// The article it stands in.
            public let source: LocalizedText
        }

        /// What decides between equals.
        public enum Asks: String, CaseIterable, Hashable, Sendable {
            /// The wider spread of the votes (persebaran lebih luas): ``Law/spread``.
            case wider
            /// The more even spread of the votes (lebih merata): ``Law/evenSpread``.
            case moreEven = "more-even"
        }

        /// What a single pair needs.
        public struct Alone: Hashable, Sendable {
            /// The share of the valid votes it must exceed.
            public let share: Share
            /// The article it stands in.
            public let source: LocalizedText
        }
    }

    /// Whether two pairs alone need the majority that is asked of the first.
    public enum OfTwo: String, CaseIterable, Hashable, Sendable {
        /// The most votes elect.
        case mostVotes = "most-votes"
        /// The same majority is asked of them.
        case majority
    }
}

extension Law.Rules {
    /// How it is found who is elected in a region; `nil` where lists divide seats.
    public func winners(in region: RegionCode?) -> Law.WinnerRule? {
        if let region, let own = ownWinners.first(where: { $0.key.contains(region) }) { return own.value }
        return winners
    }
}

extension Law.OfTwo {
    /// The rule in words.
    public var name: LocalizedText {
        switch self {
        case .mostVotes:
            LocalizedText(id: "suara terbanyak dari dua pasangan", en: "the most votes of two pairs")
        case .majority:
            LocalizedText(
                id: "syarat 50% dan sebaran berlaku juga bagi dua pasangan",
                en: "the majority and its breadth are asked of two pairs as well"
            )
        }
    }
}
