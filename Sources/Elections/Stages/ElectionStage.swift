/// A stage of the office's calendar (tahapan): when it was planned, when it was held, what came of it.
public struct ElectionStage: Hashable, Sendable {
    /// Its number among all stages, from 1.
    public let number: Int
    /// The name by which calendars and other stages know it.
    public let key: String
    /// What kind of stage it is.
    public let kind: PlannedStage.Kind
    /// What it is called.
    public let name: LocalizedText
    /// The division that is responsible; `nil` while none was named.
    public internal(set) var division: String?
    /// The stages that must be closed before it, by their keys.
    public internal(set) var after: [String]
    /// What must exist when it is closed.
    public internal(set) var products: [String]
    /// When it is planned, the plan in force last.
    public internal(set) var plans: [Plan]
    /// What its last day follows from; `nil` where it is only planned.
    public internal(set) var limit: Limit?
    /// The day on which it was begun.
    public internal(set) var begun: CalendarDate?
    /// How it was closed, as often as it was; the last one does not hold while ``isOpen``.
    public internal(set) var closings: [StageClosed] = []
    /// Whether it was begun and goes on.
    public internal(set) var isOpen = false
    /// What exists of its products.
    public internal(set) var deliveries: [ProductDelivered] = []

    /// When a stage is planned to be held, and since when and why it is.
    public struct Plan: Hashable, Sendable {
        /// The days.
        public let days: PlannedStage.Days
        /// What it rests on: a regulation, a decree, a decision.
        public let basis: String
        /// The day of that.
        public let issued: CalendarDate
        /// What its sources do not agree on.
        public let doubt: String?
    }

    /// A last day that follows from another stage.
    public struct Limit: Hashable, Sendable {
        /// The other stage by its key.
        public let stage: String
        /// How many days behind its last day.
        public let count: Int
        /// Of what kind.
        public let unit: DayUnit
    }

    /// The plan in force.
    public var plan: Plan { plans[plans.count - 1] }

    /// The report in force; `nil` before it is closed and while it goes on.
    public var closing: StageClosed? { isOpen ? nil : closings.last }

    /// The products that do not exist yet.
    public var missing: [String] {
        products.filter { product in !deliveries.contains { $0.product == product } }
    }
}

/// How days are counted behind an event.
public enum DayUnit: String, FieldWord {
    /// Every day of the calendar.
    case calendar = "calendar-days"
    /// Days that are neither weekend nor holiday.
    case working = "working-days"

    /// What they are called.
    public var name: LocalizedText {
        switch self {
        case .calendar: LocalizedText(id: "hari kalender", en: "calendar days")
        case .working: LocalizedText(id: "hari kerja", en: "working days")
        }
    }
}

extension PlannedStage.Kind: FieldWord {}
