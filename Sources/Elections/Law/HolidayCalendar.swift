/// Which days of some years are working days (hari kerja): neither weekend nor public holiday.
///
/// Holidays are decreed year by year, so it covers the years it was made for and says nothing of any other.
public struct HolidayCalendar: Hashable, Sendable {
    /// A day that a decree frees from work.
    public struct Holiday: Hashable, Sendable {
        /// What kind of free day it is.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// A national holiday (hari libur nasional).
            case national
            /// A day of leave that all take together (cuti bersama).
            case jointLeave = "joint-leave"
        }

        /// How sure the day is.
        public enum Certainty: String, CaseIterable, Hashable, Sendable {
            /// Found in a list that names the decree.
            case sourced
            /// Common knowledge; no list at hand names it.
            case known
        }

        /// The day.
        public let date: CalendarDate
        /// What is celebrated, or why nobody works.
        public let name: LocalizedText
        /// Holiday or joint leave.
        public let kind: Kind
        /// The decree: `Keputusan Bersama (SKB) 855/2023, 3/2023, 4/2023`.
        public let source: String
        /// How sure it is.
        public let certainty: Certainty

        /// A free day.
        public init(
            _ date: CalendarDate,
            _ name: LocalizedText,
            kind: Kind = .national,
            source: String,
            certainty: Certainty = .sourced
        ) {
            self.date = date
            self.name = name
            self.kind = kind
            self.source = source
            self.certainty = certainty
        }
    }

    /// What days of joint leave are where working days are counted.
    ///
    /// The Constitutional Court does not count them (its dates of 2019 and 2024). No source at hand says it of KPU,
    /// Bawaslu and the other courts, so whoever makes a calendar says it.
    public enum JointLeave: String, CaseIterable, Hashable, Sendable {
        /// No working day.
        case dayOff = "day-off"
        /// A working day like another.
        case workingDay = "working-day"
    }

    /// The years it covers.
    public let years: Set<Int>
    /// The free days, earliest first.
    public let holidays: [Holiday]
    /// What days of joint leave are.
    public let jointLeave: JointLeave

    private let daysOff: Set<CalendarDate>

    /// A calendar of `years` with all their free days.
    ///
    /// - Throws: ``Fault/outside(_:)`` when a free day lies in another year.
    public init(years: Set<Int>, holidays: [Holiday], jointLeave: JointLeave) throws(Fault) {
        for holiday in holidays where !years.contains(holiday.date.year) { throw .outside(holiday.date) }
        self.years = years
        self.holidays = holidays.sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
        self.jointLeave = jointLeave
        daysOff = Set(
            holidays.filter { $0.kind == .national || jointLeave == .dayOff }.map(\.date)
        )
    }

    /// Why free days are no calendar.
    public enum Fault: Error, Hashable, Sendable {
        /// A free day lies in a year that the calendar does not cover.
        case outside(CalendarDate)
    }

    /// Whether a day is a working day; `nil` in a year that is not covered.
    public func isWorkingDay(_ day: CalendarDate) -> Bool? {
        guard years.contains(day.year) else { return nil }
        return !day.isWeekend && !daysOff.contains(day)
    }
}
