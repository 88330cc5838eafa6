extension CalendarDate {
    /// A day of the week, the first one first.
    public enum Weekday: Int, CaseIterable, Hashable, Sendable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// The day of the week.
    public var weekday: Weekday {
        let place = (dayNumber + Weekday.thursday.rawValue) % 7
        return Weekday.allCases[place < 0 ? place + 7 : place]
    }

    /// Whether it is a Saturday or a Sunday.
    public var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}
