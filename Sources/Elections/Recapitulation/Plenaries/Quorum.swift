/// How many members of a body must be there, and how many must agree, for what it decides to hold.
///
/// - Legal source: UU 7/2017 art. 45: of five members four must attend and three agree, of three two and two, of
///   seven five and four; what is not reached is decided by the most votes of those present. No source at hand
///   says another number for a subdistrict's committee.
public enum Quorum: Sendable {
    /// The fewest members who must attend, of a body of so many.
    public static func attending(_ members: Int) -> Int { (2 * members + 2) / 3 }

    /// Whether a motion is carried by its votes; nothing is where votes are equal.
    public static func isCarried(inFavour: Int, against: Int) -> Bool { inFavour > against }
}
