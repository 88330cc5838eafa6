/// A line of the security log: an object of JSON whose last field is a seal over it and the seal before.
struct SecurityLine {
    /// The number of the line in all files.
    let number: Int
    /// The seal before the first one.
    static let origin = String(repeating: "0", count: 64)

    /// Its bytes, with the end of the line.
    let bytes: [UInt8]
    /// 64 hexadecimal digits.
    let seal: String

    /// Seals a note.
    ///
    /// - Parameters:
    ///   - note: What is to be told.
    ///   - number: The number of the line.
    ///   - previous: The seal before.
    init(_ note: SecurityNote, number: Int, after previous: String) {
        self.number = number
        // All values are of letters, digits and a few signs that JSON needs not escape; names in their order.
        var fields: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append("\"\(name)\":\"\(value)\"") }
        }
        add("account", note.account?.text)
        add("address", note.address.map(Self.plain))
        add("at", UTC.text(note.time))
        add("by", note.by?.text)
        add("event", note.event.rawValue)
        fields.append("\"n\":\(number)")
        if note.event == .fileBegins { add("previous", previous) }
        let body = "{" + fields.joined(separator: ",")
        seal = Self.seal(body, after: previous)
        bytes = Array("\(body)\(Self.mark)\(seal)\"}\n".utf8)
    }

    static let mark = ",\"seal\":\""

    static func seal(_ body: String, after previous: String) -> String {
        Hex.text(Libcrypto.sha256(Array((previous + body).utf8)))
    }

    /// What stands behind a name: no value holds a comma or a quotation mark.
    static func value(_ name: String, _ body: String) -> Substring? {
        let fields = body.dropFirst().split(separator: ",")
        let value = fields.first { $0.hasPrefix("\"\(name)\":") }?.dropFirst(name.utf8.count + 3)
        return value?.first == "\"" ? value?.dropFirst().dropLast() : value
    }

    private static func plain(_ address: String) -> String {
        let plain = address.utf8.prefix(64).filter { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: ":"),
                UInt8(ascii: "%"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// Times as the log writes them.
enum UTC {
    /// A time in ISO 8601: `2029-02-14T01:02:03Z`.
    static func text(_ time: Int) -> String {
        let second = ((time % 86_400) + 86_400) % 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { padded($0, 2) }
        return day((time - second) / 86_400) + "T" + clock.joined(separator: ":") + "Z"
    }

    /// The date of a day since 1970 in the Gregorian calendar.
    ///
    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    private static func day(_ day: Int) -> String {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return [padded(year, 4), padded(month, 2), padded(dayOfMonth, 2)].joined(separator: "-")
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
