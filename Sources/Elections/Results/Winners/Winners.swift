/// Who is elected where no lists divide seats, on what ground, or what is open.
public struct Winners: Hashable, Sendable {
    /// What the votes come to.
    public enum Outcome: Hashable, Sendable {
        /// These are elected, most votes first.
        case elected([Int])
        /// Nobody is; these two stand again, most votes first.
        case runOff([Int])
        /// The single pair is not; the election is held again.
        case newElection
        /// Neither law nor figures decide; a plenary must.
        case open(OpenPlaces)
        /// Figures that decide are missing.
        case missing([MissingVotes])
    }

    /// Which votes they are.
    public enum Round: String, CaseIterable, Hashable, Sendable {
        case first
        /// The second round of the first two.
        case runOff = "run-off"
    }

    /// What the votes come to.
    public let outcome: Outcome
    /// What was compared, one after the other.
    public let grounds: [Ground]
    /// The article of the outcome; of an open one, what is known of it and what is not.
    public let source: LocalizedText
    /// The decision that settled an open outcome; `nil` when there was none.
    public let decision: WinnerDecision?

    init(
        _ outcome: Outcome,
        _ grounds: [Ground],
        _ source: LocalizedText,
        decision: WinnerDecision? = nil
    ) {
        self.outcome = outcome
        self.grounds = grounds
        self.source = source
        self.decision = decision
    }

    /// One thing that was compared on the way to an outcome.
    public struct Ground: Hashable, Sendable {
        /// What was compared.
        public enum Measure: Hashable, Sendable {
            /// Votes, of all valid votes.
            case votes
            /// Provinces in which a share of the votes was reached for sure, of all provinces.
            case provinces(reaching: Share)
            /// Areas of a tier with a vote at least, of all its areas.
            case areas(RegionCode.Tier)
            /// How unevenly votes lie over the areas of a tier, from zero: the mean difference between two areas as a
            /// part of twice the mean (Gini).
            case unevenness(RegionCode.Tier)
        }

        /// What was compared.
        public let measure: Measure
        /// The figure of each contestant compared, by number.
        public let figures: [Int: Ratio]
        /// The share that had to be exceeded; `nil` where contestants were compared with each other.
        public let bar: Share?
        /// The article it stands in.
        public let source: LocalizedText
    }
}

/// Places for which contestants are tied, or for which no rule is known.
public struct OpenPlaces: Hashable, Sendable {
    /// Why nothing decides.
    public enum Reason: Hashable, Sendable {
        /// A rule of the law is open, and was not decided.
        case rule(Law.RuleID)
        /// No law at hand has a rule for it.
        case noRule
        /// They are equal in all that the law compares.
        case equal
        /// Which of them is more even depends on how that is measured.
        case notComparable
    }

    /// What the places are for.
    public enum Purpose: String, CaseIterable, Hashable, Sendable {
        case election
        case runOff = "run-off"
    }

    /// Why nothing decides.
    public let reason: Reason
    /// What the places are for.
    public let purpose: Purpose
    /// Who has a place for sure, most votes first.
    public let sure: [Int]
    /// Who is tied for the rest, ascending.
    public let tied: [Int]
    /// How many places they are tied for.
    public let places: Int
}

/// Figures without which it cannot be said who is elected.
public enum MissingVotes: Hashable, Sendable {
    /// All votes of a contestant.
    case total(contestant: Int)
    /// The areas of a tier.
    case tier(RegionCode.Tier)
    /// The votes in an area.
    case area(RegionCode)
    /// Votes of a contestant in areas that are not named: those of the tier hold fewer than there are.
    case remainder(RegionCode.Tier, contestant: Int)
    /// The areas of a tier as the country had them: so many are there, fewer or more than so many.
    case areas(RegionCode.Tier, known: Int, of: Int)
}
