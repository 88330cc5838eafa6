public import Elections

/// A calendar to subscribe to: whole days, each with what happens.
///
/// - Source: RFC 5545; the name by RFC 7986.
public struct ICalendar: Sendable {
    /// Something that happens on some days.
    public struct Event: Sendable {
        /// What names it for ever, without the calendar's own name.
        public let id: String
        /// What happens.
        public let summary: String
        /// More about it; `nil` for nothing.
        public let description: String?
        /// The days.
        public let days: PlannedStage.Days
        /// How often it was moved.
        public let sequence: Int
        /// The day on which it was last planned.
        public let stamp: CalendarDate

        /// An event.
        public init(
            id: String,
            summary: String,
            description: String? = nil,
            days: PlannedStage.Days,
            sequence: Int,
            stamp: CalendarDate
        ) {
            (self.id, self.summary, self.description) = (id, summary, description)
            (self.days, self.sequence, self.stamp) = (days, sequence, stamp)
        }
    }

    /// What it is called.
    public let name: String
    /// What makes the names of its events its own: `7312-pemilu2019`.
    public let id: String
    /// Its language as a BCP 47 tag.
    public let language: Language
    /// What happens.
    public let events: [Event]

    /// A calendar.
    public init(name: String, id: String, language: Language, events: [Event]) {
        (self.name, self.id, self.language, self.events) = (name, id, language, events)
    }

    /// The calendar as a file.
    ///
    /// - Complexity: O(size).
    public var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pleno//Tahapan//\(language.rawValue.uppercased())",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "NAME:\(Self.escaped(name))",
            "X-WR-CALNAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(id)-\(event.id)@pleno", "DTSTAMP:\(Self.day(event.stamp))T000000Z",
                "SEQUENCE:\(event.sequence)", "DTSTART;VALUE=DATE:\(Self.day(event.days.first))",
                // The end is the first day that does not belong to it.
                "DTEND;VALUE=DATE:\(Self.day(event.days.last.adding(days: 1)))", "TRANSP:TRANSPARENT",
                "SUMMARY:\(Self.escaped(event.summary))",
            ]
            if let description = event.description {
                lines.append("DESCRIPTION:\(Self.escaped(description))")
            }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private static func day(_ day: CalendarDate) -> String { day.description.split(separator: "-").joined() }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n", "\r\n": escaped += "\\n"
            case "\r": break
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A line cut after 75 bytes at most, never inside a character; what goes on begins with a space.
    private static func folded(_ line: String) -> [UInt8] {
        var (bytes, count): ([UInt8], Int) = ([], 0)
        for scalar in line.unicodeScalars {
            let next = Array(String(scalar).utf8)
            if count + next.count > 75 {
                bytes += Array("\r\n ".utf8)
                count = 1
            }
            bytes += next
            count += next.count
        }
        return bytes + Array("\r\n".utf8)
    }
}
