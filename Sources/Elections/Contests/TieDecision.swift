/// What was decided on the tied seats of a district, which no arithmetic can give to anybody.
public struct TieDecision: Hashable, Sendable {
    /// The district by number.
    public let district: Int
    /// The contested seats, by contestant number.
    public let seats: [Int: Int]
    /// The minutes or decree it stands in.
    public let basis: String

    /// A recorded decision.
    public init(district: Int, seats: [Int: Int], basis: String) {
        self.district = district
        self.seats = seats
        self.basis = basis
    }
}
