import Elections

/// Days and moments by the office's own clock: WITA, UTC+8 without a summer time, as Soppeng has it.
enum DeskDay {
    private static let offset = 8 * 3_600_000
    private static let length = 86_400_000

    /// The day of a moment, in milliseconds since 1970.
    static func day(_ moment: Int) -> CalendarDate? { OfficeClock.day(moment) }

    /// The first moment of a day.
    ///
    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`; years from 1900.
    static func start(of day: CalendarDate) -> Int {
        let year = day.month <= 2 ? day.year - 1 : day.year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * length - offset
    }

    /// The first moment behind a day.
    static func end(of day: CalendarDate) -> Int { start(of: day) + length }
}

extension DeskContext {
    /// A moment in milliseconds since 1970, as the office's clock shows it: `2029-02-14 08.05`.
    func moment(_ milliseconds: Int) -> String {
        (DeskDay.day(milliseconds).map { "\($0) " } ?? "") + clock(milliseconds)
    }
}
