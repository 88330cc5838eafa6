/// Something that must be done by a time the law sets.
public struct Deadline: Hashable, Sendable {
    /// What must be done.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case revote, stationRecount = "station-recount"
        case tierRecount = "tier-recount"
        case regencyResult = "regency-result", provinceResult = "province-result"
        case nationalResult = "national-result"
        case resultDispute = "result-dispute", petitionCompletion = "petition-completion"
        case resultRuling = "result-ruling"
        /// The president's result has limits of its own beside those of the councils.
        case presidentialDispute = "presidential-dispute", presidentialRuling = "presidential-ruling"
        case seatsWithoutDispute = "seats-without-dispute", seatsAfterRuling = "seats-after-ruling"
        case replacementDecree = "replacement-decree", interimReplacement = "interim-replacement"
        case violationReport = "violation-report", violationFinding = "violation-finding"
        case violationFollowUp = "violation-follow-up", violationInquiry = "violation-inquiry"
        case administrativeRuling = "administrative-ruling"
        case administrativeFollowUp = "administrative-follow-up"
        /// Violations that are structured, systematic and massive (TSM) have a way of their own.
        case massiveViolationRuling = "massive-violation-ruling"
        case massiveViolationDecree = "massive-violation-decree"
        case massiveViolationPetition = "massive-violation-petition"
        case massiveViolationJudgment = "massive-violation-judgment"
        case processDispute = "process-dispute", processRuling = "process-ruling"
        case courtPetition = "court-petition", courtCompletion = "court-completion"
        case courtRuling = "court-ruling", courtFollowUp = "court-follow-up"
        case cassationPetition = "cassation-petition", cassationRuling = "cassation-ruling"
        case crimeReferral = "crime-referral", crimeInvestigation = "crime-investigation"
        case crimeFileReturn = "crime-file-return", crimeFileCompletion = "crime-file-completion"
        case crimeCharge = "crime-charge", crimeJudgment = "crime-judgment"
        case crimeAppeal = "crime-appeal", crimeAppealReferral = "crime-appeal-referral"
        case crimeAppealJudgment = "crime-appeal-judgment"
        case crimeJudgmentNotice = "crime-judgment-notice"
        case crimeJudgmentExecution = "crime-judgment-execution"
        case informationRequest = "information-request", informationExtension = "information-extension"
        case informationObjection = "information-objection"
        case informationObjectionAnswer = "information-objection-answer"
        case informationDispute = "information-dispute"
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
        /// The finding that a file or a claim is complete.
        case completion
        /// The referral of a file to the court.
        case referral
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

        /// Which day is the first of a period.
        public enum FirstDay: String, CaseIterable, Hashable, Sendable {
            /// The day after the event (setelah); also where a law says "sejak" and no source at hand says how
            /// that is counted.
            case next
            /// The day of the event itself where it is one that counts, as the Constitutional Court reads "sejak".
            case same
        }

        /// How many; zero for the same day.
        public let count: Int
        /// Of what.
        public let unit: Unit
        /// From when; a part of the period, as two readings may differ in it alone.
        public let event: Event
        /// Which day is the first; without meaning for hours.
        public let firstDay: FirstDay
    }

    /// What must be done.
    public let kind: Kind
    /// How long it may take, and from when.
    public let period: Provision<Period>
}
