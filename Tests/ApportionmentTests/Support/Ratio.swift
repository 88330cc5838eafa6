import BigInt

/// An exact fraction, or infinity with a rank.
struct Ratio: Comparable {
    let numerator: BigInt
    let denominator: BigInt

    init(_ numerator: BigInt, _ denominator: BigInt = 1) {
        self.numerator = denominator < 0 ? -numerator : numerator
        self.denominator = denominator < 0 ? -denominator : denominator
    }

    static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    static func < (left: Self, right: Self) -> Bool {
        switch (left.denominator == 0, right.denominator == 0) {
        case (true, true): left.numerator < right.numerator
        case (true, false): false
        case (false, true): true
        case (false, false): left.numerator * right.denominator < right.numerator * left.denominator
        }
    }

    static func + (left: Self, right: Self) -> Self {
        Ratio(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator
        )
    }

    static func * (left: Self, right: Self) -> Self {
        Ratio(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    static func / (left: Self, right: Self) -> Self {
        Ratio(left.numerator * right.denominator, left.denominator * right.numerator)
    }

    static func - (left: Self, right: Self) -> Self {
        left + Ratio(-right.numerator, right.denominator)
    }

    /// The largest whole number not above.
    var floor: BigInt {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
