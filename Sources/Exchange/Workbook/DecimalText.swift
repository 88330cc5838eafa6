/// A number as a file spells it: `-12`, `12.50`, `1.2E+1`.
struct DecimalText {
    private let isNegative: Bool
    /// The digits without the point and without zeros in front.
    private let digits: [UInt8]
    /// The power of ten of the last digit.
    private let exponent: Int

    /// Largest whole number that a spreadsheet, which calculates in binary64, tells from its neighbours.
    static let largestWhole = 1 << 53
    /// Longer than any number of a spreadsheet.
    private static let longest = 400

    /// Reads a number; `nil` when `text` is none.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        guard bytes.count <= Self.longest else { return nil }
        isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
        let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let point = UInt8(ascii: ".")
        let parts = mantissa.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
        let all = parts.flatMap(Array.init)
        guard !all.isEmpty, all.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var power = 0
        if mantissa.endIndex < bytes.endIndex {
            let text = bytes[bytes.index(after: mantissa.endIndex)...]
            guard text.count <= 6, let value = Int(Substring(text)) else { return nil }
            power = value
        }
        exponent = power - (parts.count == 2 ? parts[1].count : 0)
        digits = all.drop { $0 == 0x30 }.map { $0 - 0x30 }
    }

    /// The number when it has no fraction and is not beyond ``largestWhole``; never rounded.
    var whole: Int? {
        var kept = digits[...]
        var exponent = exponent
        while kept.last == 0 {
            kept.removeLast()
            exponent += 1
        }
        guard !kept.isEmpty else { return 0 }
        guard exponent >= 0, kept.count + exponent <= 16 else { return nil }
        kept += Array(repeating: 0, count: exponent)
        let magnitude = kept.reduce(0) { $0 * 10 + Int($1) }
        guard magnitude <= Self.largestWhole else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    /// The number without its fraction, when it is not negative and has at most seven digits.
    var wholePart: Int? {
        guard !isNegative, digits.count + exponent <= 7 else { return nil }
        let count = digits.count + min(exponent, 0)
        guard count > 0 else { return 0 }
        let zeros = Array(repeating: UInt8(0), count: max(exponent, 0))
        return (digits.prefix(count) + zeros).reduce(0) { $0 * 10 + Int($1) }
    }
}
