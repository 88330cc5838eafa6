/// What a party puts forward for one more seat: a fraction, greater is better.
///
/// Claims are compared only with claims of the same ``Ladder``. A zero denominator is the limit of a
/// vanishing first divisor: above every finite claim, and among such claims more votes are more.
struct Claim<Word: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
    let numerator: Word
    let denominator: Word

    init(_ numerator: Word, over denominator: Word) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Negative, zero or positive as this claim is below, equal to or above `other`.
    ///
    /// Exact: a/b against c/d is a·d against c·b in twice the width.
    func compared(to other: Self) -> Int {
        let left = numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: denominator)
        if left.high != right.high { return left.high < right.high ? -1 : 1 }
        if left.low != right.low { return left.low < right.low ? -1 : 1 }
        // A finite and an infinite claim never get here: one product would be zero, the other not.
        guard denominator == 0, numerator != other.numerator else { return 0 }
        return numerator < other.numerator ? -1 : 1
    }
}

extension Claim: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.compared(to: right) < 0 }
    static func == (left: Self, right: Self) -> Bool { left.compared(to: right) == 0 }
}
