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

    init(district: ElectoralDistrict, figures: UnitFigures, margins: Margins) {
        self.district = district
        self.figures = figures
        self.margins = margins
        lastSeat = margins.lastSeat()
    }

    /// The votes and the rule.
    public var distribution: Distribution { margins.distribution }
    /// The seats, and the tie if there is one.
    public var allocation: Allocation { margins.allocation }
}
