/// The share of the votes a party must reach to take part: an exact fraction from 0 to 1, in lowest terms.
public struct Threshold: Hashable, Sendable {
    /// The upper part of the fraction.
    public let numerator: Int

    /// The lower part of the fraction, positive.
    public let denominator: Int

    /// The share `numerator` ÷ `denominator`; nil when that is not a share from 0 to 1.
    public init?(_ numerator: Int, of denominator: Int) {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        let divisor = Int(greatestCommonDivisor(Int128(numerator), Int128(denominator)))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Reads `4%`, `3.25%`, `0.04` or `1/25`.
    ///
    /// - Throws: ``ParseError`` with the text.
    public init(parsing text: String) throws(ParseError) {
        let (numerator, denominator) =
            if let slash = text.firstIndex(of: "/") {
                (
                    try Self.digits(text[..<slash], of: text),
                    try Self.digits(text[text.index(after: slash)...], of: text)
                )
            } else {
                try Self.decimal(text)
            }
        guard denominator > 0 else { throw .dividesByZero(text) }
        guard let share = Threshold(numerator, of: denominator) else { throw .aboveOne(text) }
        self = share
    }

    /// Whether `votes` of `total` votes reach the threshold; exactly at it they do.
    public func admits(_ votes: Int, of total: Int) -> Bool {
        Int128(votes) * Int128(denominator) >= Int128(total) * Int128(numerator)
    }

    /// Why a text is not a threshold.
    public enum ParseError: Error, Hashable, Sendable {
        /// Neither a percentage nor a decimal nor a fraction.
        case notAShare(String)
        /// More than fifteen digits.
        case tooLong(String)
        /// A fraction with the denominator zero.
        case dividesByZero(String)
        /// More than all votes: `4` was perhaps meant to be `4%`.
        case aboveOne(String)
    }
}

extension Threshold {
    private static func decimal(_ text: String) throws(ParseError) -> (numerator: Int, denominator: Int) {
        let isPercentage = text.hasSuffix("%")
        let number = isPercentage ? text.dropLast() : text[...]
        let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let places = parts.count == 2 ? parts[1].utf8.count : 0
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw .notAShare(text) }
        let numerator = try digits(parts.joined()[...], of: text)
        let scale = (0..<places).reduce(isPercentage ? 100 : 1) { power, _ in power * 10 }
        return (numerator, scale)
    }

    /// At most fifteen digits, so that no product with a power of ten overflows.
    private static func digits(_ part: Substring, of text: String) throws(ParseError) -> Int {
        guard !part.isEmpty, part.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw .notAShare(text)
        }
        guard part.utf8.count <= 15, let number = Int(part) else { throw .tooLong(text) }
        return number
    }
}
