/// The exact number by which votes are divided, in lowest terms; of a quota method the quota.
public struct Divisor: Hashable, Sendable {
    /// The upper part of the fraction; zero for a vanishing first divisor.
    public let numerator: Int128

    /// The lower part of the fraction, positive.
    public let denominator: Int128

    /// Whether the divisor is the square root of the fraction (Huntington–Hill).
    public let isRoot: Bool

    init(_ fraction: (numerator: Int128, denominator: Int128), isRoot: Bool) {
        let divisor = max(1, greatestCommonDivisor(fraction.numerator, fraction.denominator))
        self.numerator = fraction.numerator / divisor
        self.denominator = fraction.denominator / divisor
        self.isRoot = isRoot
    }
}

extension Divisor: CustomStringConvertible {
    /// As one writes it: `3`, `7/5`, `√6`.
    public var description: String {
        let root = isRoot && numerator > 0 ? "√" : ""
        return denominator == 1 ? "\(root)\(numerator)" : "\(root)\(numerator)/\(denominator)"
    }
}

/// The largest number that divides both; neither may be negative.
func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
