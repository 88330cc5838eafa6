public import Apportionment

/// Exact quotients as people read them: `2.460`, `2.152 2/3`.
public struct QuotientWords: Sendable {
    private let numbers: Numbers

    /// As one language writes numbers.
    public init(_ numbers: Numbers) {
        self.numbers = numbers
    }

    /// A quotient as a mixed number; the fraction is never rounded away.
    public func text(_ quotient: Quotient) -> String {
        guard quotient.denominator > 0, !quotient.isRoot, quotient.numerator >= 0,
            let whole = Int(exactly: quotient.numerator / quotient.denominator)
        else { return quotient.description }
        let rest = quotient.numerator % quotient.denominator
        guard rest > 0 else { return numbers.whole(whole) }
        let divisor = Self.commonDivisor(rest, quotient.denominator)
        return "\(numbers.whole(whole)) \(rest / divisor)/\(quotient.denominator / divisor)"
    }

    private static func commonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
        second == 0 ? first : commonDivisor(second, first % second)
    }
}
