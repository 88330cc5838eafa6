/// Why seats cannot be given to equals or to a list: something is missing or contradicts itself.
///
/// Candidates are named by their number on the list, parties by their number on the ballot; numbers ascend.
public enum RankingRefusal: Error, Hashable, Sendable {
    /// The seats are fewer than none.
    case negativeSeats(Int)
    /// A number stands on the list twice.
    case numberTwice(Int)
    /// Votes are not known, or below zero: of these, or of any on the ballot where none is named.
    case votesMissing([Int])
    /// Votes are equal, and where they come from is not known in this tier.
    case spreadMissing(VoteSpread.Tier, [Int])
    /// Votes are equal, and those of the areas of this tier do not add up to them.
    case spreadDiffers(VoteSpread.Tier, [Int])
    /// Everything before is equal, and the sex is not known.
    case sexMissing([Int])
}
