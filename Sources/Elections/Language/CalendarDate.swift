/// A day of the Gregorian calendar, without a time of day and without a time zone.
public struct CalendarDate: Hashable, Sendable {
    /// The year, 1900–2999.
    public let year: Int
    /// The month, 1–12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Parses an ISO 8601 date, `2019-04-17`.
    ///
    /// - Returns: `nil` when `text` is not the date of a real day.
    public init?(parsing text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1900...2999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day so many days of the calendar later, none or more.
    ///
    /// - Complexity: O(months passed).
    public func adding(days count: Int) -> CalendarDate {
        precondition(count >= 0, "periods of the law run forwards")
        var (year, month, day) = (year, month, day + count)
        while day > Self.days(in: month, of: year) {
            day -= Self.days(in: month, of: year)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return CalendarDate(year: year, month: month, day: day)
    }
}

extension CalendarDate {
    /// The days since 1 January 1970; negative before.
    public var dayNumber: Int {
        // Counted in years that begin in March, so that the leap day is the last of its year.
        let (marchYear, marchMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - Self.epoch
    }

    /// The day so many days after 1 January 1970, before it where negative.
    ///
    /// - Returns: `nil` outside the years 1900–2999.
    public init?(dayNumber: Int) {
        guard (-25_567..<376_200).contains(dayNumber) else { return nil }
        let days = dayNumber + Self.epoch
        let (cycle, dayOfCycle) = days.quotientAndRemainder(dividingBy: 146_097)  // Of 400 years each.
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            year: 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1
        )
    }

    /// 1 January 1970, counted from 1 March of the year 0.
    private static let epoch = 719_468
}

extension CalendarDate: Comparable {
    /// Whether `left` is the earlier day.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The ISO 8601 date.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }
}
