/// A time zone of Indonesia; none has a summer time.
///
/// - Legal source: Keppres 41/1987.
public enum OfficeZone: String, CaseIterable, Hashable, Sendable {
    /// UTC+7.
    case western = "WIB"
    /// UTC+8.
    case central = "WITA"
    /// UTC+9.
    case eastern = "WIT"

    /// The zone of a region by its province.
    ///
    /// - Returns: `nil` for a code that belongs to no province known here.
    public init?(of region: RegionCode) {
        switch region.digits.prefix(2) {
        case "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36",
            "61", "62":
            self = .western
        case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76": self = .central
        case "81", "82", "91", "92", "93", "94", "95", "96": self = .eastern
        default: return nil
        }
    }

    /// The day of a moment, in milliseconds since 1970.
    ///
    /// - Returns: `nil` outside the years 1900–2999.
    public func day(_ moment: Int) -> CalendarDate? {
        CalendarDate(dayNumber: local(moment).day)
    }

    /// The time of the day: `08.05`.
    public func time(_ moment: Int) -> String {
        let minutes = local(moment).rest / 60_000
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)).\(two(minutes % 60))"
    }

    /// The last millisecond of a day, before 24.00, in milliseconds since 1970.
    public func end(of day: CalendarDate) -> Int {
        (day.dayNumber + 1) * Self.dayLength - offset - 1
    }

    /// The beginning of a minute of a day, in milliseconds since 1970.
    public func moment(_ day: CalendarDate, _ time: ClockTime) -> Int {
        day.dayNumber * Self.dayLength - offset + time.minutes * 60_000
    }

    /// The days that are over since 1 January 1970, and the milliseconds of the day that has begun.
    private func local(_ moment: Int) -> (day: Int, rest: Int) {
        // Divided before the offset is added, which could overflow.
        let (day, rest) = (moment / Self.dayLength, moment % Self.dayLength + offset)
        if rest < 0 { return (day - 1, rest + Self.dayLength) }
        return rest < Self.dayLength ? (day, rest) : (day + 1, rest - Self.dayLength)
    }

    private var offset: Int {
        let hours =
            switch self {
            case .western: 7
            case .central: 8
            case .eastern: 9
            }
        return hours * 3_600_000
    }

    private static let dayLength = 86_400_000
}
