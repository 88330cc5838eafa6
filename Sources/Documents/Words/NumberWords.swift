public import Elections

/// Whole numbers and days in Indonesian words, as official papers write them beside the figures (terbilang).
public enum NumberWords: Sendable {
    private static let digits = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ]
    private static let scales = ["", "ribu", "juta", "miliar", "triliun"]

    /// A number in words: `seribu dua ratus sebelas`.
    ///
    /// - Parameter number: 0…999,999,999,999,999.
    /// - Returns: `nil` outside this range.
    public static func text(_ number: Int) -> String? {
        guard (0...999_999_999_999_999).contains(number) else { return nil }
        guard number > 0 else { return digits[0] }
        var (rest, groups) = (number, [Int]())
        while rest > 0 {
            groups.append(rest % 1_000)
            rest /= 1_000
        }
        let words = groups.enumerated().reversed().flatMap { place, group -> [String] in
            if group == 0 { return [] }
            if group == 1, place == 1 { return ["seribu"] }
            return hundreds(group) + (place == 0 ? [] : [scales[place]])
        }
        return words.joined(separator: " ")
    }

    private static func hundreds(_ number: Int) -> [String] {
        let (hundred, rest) = (number / 100, number % 100)
        let words = hundred == 0 ? [] : hundred == 1 ? ["seratus"] : [digits[hundred], "ratus"]
        return words + tens(rest)
    }

    private static func tens(_ number: Int) -> [String] {
        switch number {
        case 0: []
        case 1..<10: [digits[number]]
        case 10: ["sepuluh"]
        case 11: ["sebelas"]
        case 12..<20: [digits[number - 10], "belas"]
        default: [digits[number / 10], "puluh"] + tens(number % 10)
        }
    }

    /// Whether a text is made of nothing but the words of numbers.
    static func areNumberWords(_ text: String) -> Bool {
        let words = text.split(separator: " ").map(String.init)
        let known = Set(digits + scales.dropFirst() + ["puluh", "belas", "ratus"])
        let whole: Set = ["sepuluh", "sebelas", "seratus", "seribu"]
        return !words.isEmpty && words.allSatisfy { known.contains($0) || whole.contains($0) }
    }

    /// A day in words, as minutes begin: `Sabtu tanggal dua puluh bulan April tahun dua ribu sembilan belas`.
    public static func text(_ day: CalendarDate) -> String {
        let weekday =
            switch day.weekday {
            case .monday: "Senin"
            case .tuesday: "Selasa"
            case .wednesday: "Rabu"
            case .thursday: "Kamis"
            case .friday: "Jumat"
            case .saturday: "Sabtu"
            case .sunday: "Minggu"
            }
        let month = Numbers(.indonesian).month(of: day)
        return "\(weekday) tanggal \(text(day.day) ?? "") bulan \(month) tahun \(text(day.year) ?? "")"
    }
}
