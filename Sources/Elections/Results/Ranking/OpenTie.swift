/// Equals for fewer seats whom no rule tells apart: a plenary must decide, and say on what ground.
public struct OpenTie: Hashable, Sendable {
    /// Why no rule tells them apart.
    public enum Reason: Hashable, Sendable {
        /// The law leaves open what comes next; a decision on this rule would answer it.
        case ruleOpen(Law.RuleID)
        /// The law asks the plenary.
        case plenary
        /// The law asks for a lot.
        case lot
        /// They are equal in everything that the law asks.
        case equal
        /// In this tier the votes of one are more evenly spread by one measure, and less by another.
        case unclearSpread(VoteSpread.Tier)
    }

    /// The tied candidates or parties by number, ascending.
    public let tied: [Int]
    /// The seats they are tied for: at least one.
    public let seats: Int
    /// Why no rule tells them apart.
    public let reason: Reason
    /// The article that governs the tie, or what is known of it.
    public let basis: LocalizedText
}
