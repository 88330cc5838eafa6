public import Apportionment

/// The seats of one electoral district, computed from its votes; contestants in ballot order.
public struct DistrictResult: Sendable {
    /// The district.
    public let district: ElectoralDistrict
    /// What was counted in the district.
    public let figures: UnitFigures
    /// The votes, the rule, the outcome, and how close it was.
    public let margins: Margins
    /// The contest for the last seat; `nil` when it is tied, or when only one contestant has votes.
    public let lastSeat: LastSeat?
    /// The seats, and the tie if there is one that nobody has decided yet.
    public let allocation: Allocation
    /// The decision that settled a tie; `nil` when there was none.
    public let decision: TieDecision?

    init(
        district: ElectoralDistrict,
        figures: UnitFigures,
        margins: Margins,
        allocation: Allocation,
        decision: TieDecision?
    ) {
        self.district = district
        self.figures = figures
        self.margins = margins
        self.allocation = allocation
        self.decision = decision
        lastSeat = margins.lastSeat()
    }

    /// The votes and the rule.
    public var distribution: Distribution { margins.distribution }
}
