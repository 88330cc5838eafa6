/// How a stage stands on a day.
public enum StageStanding: String, CaseIterable, Hashable, Sendable {
    /// It was closed with its report.
    case closed
    /// It should be over, and was not closed.
    case overdue
    /// It goes on.
    case running
    /// It should have begun, and did not.
    case late
    /// It begins within fourteen days.
    case next
    /// It is further away.
    case planned

    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .closed: LocalizedText(id: "selesai", en: "closed")
        case .overdue: LocalizedText(id: "lewat batas", en: "overdue")
        case .running: LocalizedText(id: "berjalan", en: "running")
        case .late: LocalizedText(id: "terlambat mulai", en: "late to begin")
        case .next: LocalizedText(id: "segera", en: "next")
        case .planned: LocalizedText(id: "direncanakan", en: "planned")
        }
    }

    /// Whether somebody has to do something about it.
    public var isAlarm: Bool { self == .overdue || self == .late }
}

extension ElectionStage {
    /// How many days before its first day a stage comes next.
    public static let notice = 14

    /// How it stands on a day.
    public func standing(on day: CalendarDate) -> StageStanding {
        if closing != nil { return .closed }
        if plan.days.last < day { return .overdue }
        if isOpen { return .running }
        if plan.days.first < day { return .late }
        return plan.days.first.dayNumber - day.dayNumber <= Self.notice ? .next : .planned
    }

    /// How many days later than planned it ended; `nil` while it is not closed, negative where it was early.
    public var delay: Int? { closing.map { $0.on.dayNumber - plan.days.last.dayNumber } }
}

extension StageRegister {
    /// The working days of the years that are decreed, official ones where the office noted none.
    public func holidays(jointLeave: HolidayCalendar.JointLeave = .dayOff) -> HolidayCalendar {
        let official = HolidayCalendar.official(HolidayCalendar.officialYears, jointLeave: jointLeave)
        let years = HolidayCalendar.officialYears.union(holidays.keys)
        let kept = (official?.holidays ?? []).filter { holidays[$0.date.year] == nil }
        let decreed = holidays.values.flatMap { act in
            act.days.map {
                HolidayCalendar.Holiday(
                    $0.date,
                    .same($0.name),
                    kind: $0.isJointLeave ? .jointLeave : .national,
                    source: act.basis
                )
            }
        }
        let calendar = try? HolidayCalendar(years: years, holidays: kept + decreed, jointLeave: jointLeave)
        guard let calendar else { preconditionFailure("a holiday outside its year was taken") }
        return calendar
    }

    /// The last day of a stage as it follows from another one's end, planned or actual.
    ///
    /// - Returns: `nil` where it follows from nothing.
    /// - Throws: ``Deadline/Refusal`` where working days run into a year whose holidays are not known.
    public func due(_ stage: ElectionStage) throws(Deadline.Refusal) -> CalendarDate? {
        guard let limit = stage.limit, let other = self[limit.stage] else { return nil }
        let event = other.closing?.on ?? other.plan.days.last
        let period = Deadline.Period(
            count: limit.count,
            unit: limit.unit == .working ? .workingDays : .calendarDays,
            event: .decision,
            firstDay: .next
        )
        return try period.due(from: .day(event), in: .central, holidays: holidays()).day
    }

    /// The stages that stand so on a day, the one that ends first in front.
    public func all(_ standing: StageStanding, on day: CalendarDate) -> [ElectionStage] {
        all.filter { $0.standing(on: day) == standing }.sorted {
            ($0.plan.days.last, $0.number) < ($1.plan.days.last, $1.number)
        }
    }
}
