/// How a workbook counts days.
enum DayCount: Hashable {
    /// Day 1 is 1 January 1900, and 1900 has a 29 February: a slip of the first spreadsheets, kept ever since.
    case since1900
    /// Day 0 is 1 January 1904.
    case since1904

    /// The day as `yyyy-MM-dd`; `nil` for what is no day between the first one and the year 9999.
    func day(_ number: Int) -> String? {
        switch self {
        case .since1900:
            guard (1...2_958_465).contains(number) else { return nil }
            if number == 60 { return "1900-02-29" }
            // Days from 1 January 1970; before the day that never was, one more.
            return Self.text(number - 25_569 + (number < 60 ? 1 : 0))
        case .since1904:
            guard (0...2_957_003).contains(number) else { return nil }
            return Self.text(number - 24_107)
        }
    }

    /// The day that many days after 1 January 1970.
    ///
    /// Years begin in March here, so that a leap day is the last of its year; 400 years have 146,097 days.
    private static func text(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * march + 2) / 5 + 1
        let month = march < 10 ? march + 3 : march - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
