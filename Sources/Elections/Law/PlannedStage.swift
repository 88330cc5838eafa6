/// A stage of an election's calendar (tahapan) as a regulation plans it.
public struct PlannedStage: Hashable, Sendable {
    /// The kinds of stages all elections have in common.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case planning, regulations, outreach
        case adHocBodies = "ad-hoc-bodies"
        case electorate, parties, districts, candidacy, logistics, campaign
        case quietPeriod = "quiet-period"
        case voting, counting, recapitulation, disputes, seats, oath
    }

    /// The first and the last day.
    public struct Days: Hashable, Sendable {
        /// The first day.
        public let first: CalendarDate
        /// The last day.
        public let last: CalendarDate
    }

    /// What kind of stage it is.
    public let kind: Kind
    /// What it is called where that says more than its kind.
    public let name: LocalizedText?
    /// When it was planned to be held.
    public let days: Provision<Days>
}
