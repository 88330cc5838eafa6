/// A time of the day by the clock of a place, to the minute: `21:05`.
public struct ClockTime: Hashable, Sendable {
    /// The minutes since midnight, 0…1439.
    public let minutes: Int

    /// A time of the day; `nil` for anything but two digits of the hour, a colon, and two digits of the minute.
    public init?(parsing text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == 0x3A else { return nil }
        let numbers = [0, 1, 3, 4].map { Int(digits[$0]) - 0x30 }
        guard numbers.allSatisfy((0...9).contains) else { return nil }
        let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
        guard hour < 24, minute < 60 else { return nil }
        minutes = hour * 60 + minute
    }
}

extension ClockTime: CustomStringConvertible {
    /// The time as it is parsed.
    public var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }
}

extension ClockTime: Canonical {
    /// Writes it as text.
    public func write(to writer: inout CanonicalWriter) { writer.write(description) }

    /// Reads it from text.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a time of the day, as 21:05")
        guard let time = try ClockTime(parsing: String(from: &reader)) else { throw fault }
        self = time
    }
}
