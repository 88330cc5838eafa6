import Apportionment

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

extension Contest {
    /// The first decision on a district's tie that fits it, and what it leads to; `nil` where none does.
    func fittingDecision(
        _ district: ElectoralDistrict,
        _ open: Allocation
    ) -> (decision: TieDecision, allocation: Allocation)? {
        for decision in tieDecisions + seatDecisions where decision.district == district.number {
            let seats = contestants.map { decision.seats[$0.number, default: 0] }
            if let allocation = try? open.settled(by: seats) { return (decision, allocation) }
        }
        return nil
    }
}
