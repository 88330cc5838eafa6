/// A cell read as a count: ASCII digits only, spaces around them do not matter.
enum CountCell: Hashable {
    case missing
    case count(Int)
    case refused(Refusal)

    /// Why a cell is no count.
    enum Refusal: Hashable { case notDigits, negative, tooLarge }

    /// Reads the bytes of a cell.
    @inline(__always)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int) {
        var value = 0
        // The usual cell: up to nine digits, which no limit we use and no Int can overflow.
        if range.count <= 9, !range.isEmpty, limit >= 999_999_999 {
            var allDigits = true
            for index in range {
                let digit = bytes[index] &- 0x30
                allDigits = allDigits && digit < 10
                value = value &* 10 &+ Int(digit)
            }
            if allDigits {
                self = .count(value)
                return
            }
        }
        self = Self.careful(bytes, range, limit: limit)
    }

    /// Reads any cell.
    private static func careful(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int) -> CountCell {
        let cell = bytes.trimmed(range)
        guard !cell.isEmpty else { return .missing }
        let isNegative = cell.count > 1 && bytes[cell.lowerBound] == UInt8(ascii: "-")
        var value = 0
        var isTooLarge = false
        for index in cell.dropFirst(isNegative ? 1 : 0) {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return .refused(.notDigits) }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowAgain) = product.addingReportingOverflow(Int(digit))
            isTooLarge = isTooLarge || overflow || overflowAgain || sum > limit
            value = isTooLarge ? 0 : sum
        }
        return isNegative ? .refused(.negative) : isTooLarge ? .refused(.tooLarge) : .count(value)
    }
}

extension CountCell.Refusal {
    /// The problem of a cell that says `text`, shortened when it is long.
    func problem(_ text: String, limit: Int) -> Problem.Kind {
        let shown = text.shortened
        return switch self {
        case .notDigits: .notACount(shown)
        case .negative: .negative(shown)
        case .tooLarge: .tooLarge(shown, limit: limit)
        }
    }
}
