/// Something that must be done by a time the law sets.
public struct Deadline: Hashable, Sendable {
    /// What must be done.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case revote, stationRecount = "station-recount"
        case regencyResult = "regency-result", provinceResult = "province-result"
        case nationalResult = "national-result"
        case resultDispute = "result-dispute", resultRuling = "result-ruling"
        case seatsWithoutDispute = "seats-without-dispute", seatsAfterRuling = "seats-after-ruling"
        case violationReport = "violation-report", administrativeRuling = "administrative-ruling"
        case administrativeFollowUp = "administrative-follow-up"
        case processDispute = "process-dispute", processRuling = "process-ruling"
        case replacementDecree = "replacement-decree"
        case tierRecount = "tier-recount"
        case interimReplacement = "interim-replacement"
        case informationRequest = "information-request"
        /// The president's result has limits of its own beside those of the councils.
        case presidentialDispute = "presidential-dispute", presidentialRuling = "presidential-ruling"
    }

    /// What it is counted from.
    public enum Event: String, CaseIterable, Hashable, Sendable {
        /// The day of the vote.
        case vote
        /// The day the office learnt of it, or the person who reports did.
        case knowledge
        /// The announcement of the result by the body that set it.
        case announcement
        /// The decision or decree it answers.
        case decision
        /// The receipt of the petition, the report or the recommendation it answers.
        case receipt
        /// The registration of the case.
        case registration
        /// The notice of the court which cases it has registered.
        case courtNotice = "court-notice"
        /// The result set after a court's ruling.
        case resultAfterRuling = "result-after-ruling"
        /// The day of the plenary in question.
        case meeting
        /// A request.
        case request
        /// The notice that a seat has become free.
        case vacancy
    }

    /// A length of time in the unit the law counts in, and what it is counted from.
    public struct Period: Hashable, Sendable {
        /// How the law counts.
        public enum Unit: String, CaseIterable, Hashable, Sendable {
            /// Every day of the calendar (hari).
            case calendarDays = "calendar-days"
            /// Days that are neither weekend nor holiday (hari kerja).
            case workingDays = "working-days"
            /// Hours (3 × 24 jam).
            case hours
        }

        /// How many; zero for the same day.
        public let count: Int
        /// Of what.
        public let unit: Unit
        /// From when; a part of the period, as two readings may differ in it alone.
        public let event: Event
    }

    /// What must be done.
    public let kind: Kind
    /// How long it may take, and from when.
    public let period: Provision<Period>
}
