extension Deadline {
    /// What a period is counted from: a day, or the moment that hours need.
    public enum Beginning: Hashable, Sendable {
        /// A day; its hour is not known, or does not matter.
        case day(CalendarDate)
        /// A moment, in milliseconds since 1970.
        case moment(Int)
    }

    /// When a period is over.
    public struct Due: Hashable, Sendable {
        /// The last day, by the clock of the place.
        public let day: CalendarDate
        /// The last moment that is in time, in milliseconds since 1970.
        public let moment: Int

        /// Whether what was done at a moment was done in time.
        public func isMet(at moment: Int) -> Bool { moment <= self.moment }
    }

    /// Why a period cannot be counted.
    public enum Refusal: Error, Hashable, Sendable {
        /// Hours are counted from a moment, and only the day is known.
        case needsMoment
        /// It runs into a year whose holidays are not known.
        case holidaysUnknown(year: Int)
        /// It runs beyond the years of the calendar, or its number is below zero.
        case beyondCalendar

        /// The code by which pages and programs tell refusals apart.
        public var code: String {
            switch self {
            case .needsMoment: "needs-moment"
            case .holidaysUnknown: "holidays-unknown"
            case .beyondCalendar: "beyond-calendar"
            }
        }
    }
}

extension Deadline.Period {
    /// When the period is over.
    ///
    /// A period of days ends at 24.00 of its last day: no law at hand names an hour, and the hours of an office are
    /// not the law's. One of calendar days that ends on a holiday ends there all the same, as no law at hand moves it.
    ///
    /// - Parameters:
    ///   - beginning: When the event was; hours need its moment.
    ///   - zone: The time zone of the place.
    ///   - holidays: The holidays; only working days ask for them.
    /// - Returns: The last day and the last moment.
    /// - Throws: ``Deadline/Refusal``, rather than count what is not known.
    /// - Complexity: O(days).
    public func due(
        from beginning: Deadline.Beginning,
        in zone: OfficeZone,
        holidays: HolidayCalendar? = nil
    ) throws(Deadline.Refusal) -> Deadline.Due {
        guard count >= 0 else { throw .beyondCalendar }
        if unit == .hours { return try hoursLater(beginning, zone) }
        let day =
            switch beginning {
            case .day(let day): day
            case .moment(let moment): try Self.day(of: moment, in: zone)
            }
        let last = try lastDay(from: day, holidays)
        return Deadline.Due(day: last, moment: zone.end(of: last))
    }

    private func hoursLater(
        _ beginning: Deadline.Beginning,
        _ zone: OfficeZone
    ) throws(Deadline.Refusal) -> Deadline.Due {
        guard case .moment(let start) = beginning else { throw .needsMoment }
        let (length, overflow) = count.multipliedReportingOverflow(by: 3_600_000)
        let (end, isTooLate) = start.addingReportingOverflow(length)
        guard !overflow, !isTooLate else { throw .beyondCalendar }
        return Deadline.Due(day: try Self.day(of: end, in: zone), moment: end)
    }

    private static func day(of moment: Int, in zone: OfficeZone) throws(Deadline.Refusal) -> CalendarDate {
        guard let day = zone.day(moment) else { throw .beyondCalendar }
        return day
    }

    private func lastDay(
        from event: CalendarDate,
        _ holidays: HolidayCalendar?
    ) throws(Deadline.Refusal) -> CalendarDate {
        guard count > 0 else { return event }
        let first = event.dayNumber + (firstDay == .next ? 1 : 0)
        guard unit == .workingDays else {
            let (last, overflow) = first.addingReportingOverflow(count - 1)
            guard !overflow, let day = CalendarDate(dayNumber: last) else { throw .beyondCalendar }
            return day
        }
        var (number, left) = (first, count)
        while true {
            guard let day = CalendarDate(dayNumber: number) else { throw .beyondCalendar }
            guard let works = holidays?.isWorkingDay(day) else { throw .holidaysUnknown(year: day.year) }
            if works {
                left -= 1
                if left == 0 { return day }
            }
            number += 1
        }
    }
}
