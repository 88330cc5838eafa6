/// Numbers and dates as each language writes them.
public struct Numbers: Sendable {
    private let language: Language

    /// The forms of `language`.
    public init(_ language: Language) {
        self.language = language
    }

    private var group: Character { language == .indonesian ? "." : "," }
    private var point: String { language == .indonesian ? "," : "." }

    /// A whole number with its thousands grouped: `141.402`, `141,402`.
    public func whole(_ number: Int) -> String {
        grouped(String(number.magnitude), negative: number < 0)
    }

    /// A whole number, or a dash where none was entered.
    public func whole(_ number: Int?) -> String {
        number.map { whole($0) } ?? "–"
    }

    /// A difference with its sign: `+6`, `−20`, `0`.
    public func signed(_ number: Int) -> String {
        number > 0 ? "+" + whole(number) : whole(number)
    }

    /// A share as a percentage, rounded half up to `digits` decimals; exact integers all the way.
    ///
    /// - Returns: A dash when there is nothing to take a share of.
    public func percent(_ part: Int, of total: Int, digits: Int = 2) -> String {
        guard total > 0, part >= 0 else { return "–" }
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let whole = Int128(total)
        guard let shifted = Int(exactly: (Int128(part) * Int128(200 * scale) + whole) / (2 * whole)) else {
            return "–"
        }
        let fraction = String(shifted % scale)
        let padded = String(repeating: "0", count: max(0, digits - fraction.utf8.count)) + fraction
        return self.whole(shifted / scale) + (digits == 0 ? "" : point + padded) + "%"
    }

    /// A day: `17 April 2019`.
    public func date(_ date: CalendarDate) -> String {
        "\(date.day) \(month(of: date)) \(date.year)"
    }

    /// The month of a day: `April`.
    public func month(of date: CalendarDate) -> String { Self.months(language)[date.month - 1] }

    private func grouped(_ digits: String, negative: Bool) -> String {
        var text = negative ? "−" : ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.utf8.count - offset) % 3 == 0 { text.append(group) }
            text.append(digit)
        }
        return text
    }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .indonesian:
            [
                "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
                "Oktober", "November", "Desember",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ]
        }
    }
}
