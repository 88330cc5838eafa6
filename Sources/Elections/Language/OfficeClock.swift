/// Days and moments by the office's own clock: WITA, UTC+8 without a summer time, as Soppeng has it.
public enum OfficeClock: Sendable {
    /// The day of a moment, in milliseconds since 1970.
    public static func day(_ moment: Int) -> CalendarDate? { OfficeZone.central.day(moment) }

    /// The time of the day: `08.05`.
    public static func time(_ moment: Int) -> String { OfficeZone.central.time(moment) }
}
