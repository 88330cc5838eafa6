extension Law {
    /// How close a regional election must be for the Constitutional Court to hear a petition against it.
    public struct PetitionRule: Hashable, Sendable {
        /// The largest difference for a population.
        public struct Bracket: Hashable, Sendable {
            /// The largest population it holds for, in persons; `nil` for every larger one.
            public let population: Int?
            /// The largest difference, reached and not exceeded.
            public let share: Share
        }

        /// What the share is taken of.
        public enum Base: String, CaseIterable, Hashable, Sendable {
            /// All valid votes.
            case validVotes = "valid-votes"
            /// The votes of the pair that won.
            case winnersVotes = "winners-votes"
        }

        /// The brackets of a governor's election, fewest first.
        public let province: [Bracket]
        /// The brackets of a regent's or mayor's election, fewest first.
        public let regency: [Bracket]
        /// What the share is taken of.
        public let base: Provision<Base>
        /// The article it stands in.
        public let source: LocalizedText

        /// The brackets of a ballot, fewest first; `nil` for those that have none.
        public func brackets(of ballot: Ballot) -> [Bracket]? {
            switch ballot {
            case .governor: province
            case .regent: regency
            case .president, .house, .senate, .provincialCouncil, .regencyCouncil: nil
            }
        }

        /// The largest difference of a ballot in an area with a population; `nil` for other ballots.
        public func share(of ballot: Ballot, population: Int) -> Share? {
            brackets(of: ballot)?.first { $0.population.map { population <= $0 } ?? true }?.share
        }
    }

    /// The brackets that all acts on regional elections since 2015 have alike.
    static func petitionRule(_ source: LocalizedText, base: Provision<PetitionRule.Base>) -> PetitionRule {
        func brackets(_ populations: [Int]) -> [PetitionRule.Bracket] {
            let limits = populations.map { $0 as Int? } + [nil]
            return zip(limits, [20, 15, 10, 5]).map {
                PetitionRule.Bracket(population: $0, share: Share($1, of: 1_000))
            }
        }
        return PetitionRule(
            province: brackets([2_000_000, 6_000_000, 12_000_000]),
            regency: brackets([250_000, 500_000, 1_000_000]),
            base: base,
            source: source
        )
    }

    /// The margin of 2020 and 2024.
    static let petition10Of2016 = petitionRule(
        .articles("UU 10/2016", "158"),
        base: .settled(.validVotes, .articles("UU 10/2016", "158"))
    )

    /// The margin of 2015.
    static let petition8Of2015 = petitionRule(
        .articles("UU 8/2015", "158"),
        base: .open(
            PetitionRule.Base.allCases.reversed().map { ($0.rawValue, $0.name, $0) },
            LocalizedText(
                id:
                    "UU 8/2015 pasal 158 belum terbaca tentang hal ini; MK pada 2016 diketahui menghitung dari "
                    + "suara pemenang.",
                en:
                    "UU 8/2015 art. 158 could not be read on this; the court is known to have counted from the "
                    + "winner's votes in 2016."
            )
        )
    )
}

extension Law.PetitionRule.Base {
    /// The base in words.
    public var name: LocalizedText {
        switch self {
        case .validVotes: LocalizedText(id: "dari total suara sah", en: "of all valid votes")
        case .winnersVotes: LocalizedText(id: "dari suara pemenang", en: "of the winner's votes")
        }
    }
}
