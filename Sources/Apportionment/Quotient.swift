/// The exact quotient with which a party competes for a seat, not reduced: `7380/3`.
///
/// Of a quota method votes ÷ quota − seats held: 1 or more is a full quota, less is a remainder.
public struct Quotient: Hashable, Sendable {
    /// The upper part of the fraction; negative once remainders were used up.
    public let numerator: Int128

    /// The lower part of the fraction; zero is the limit of a vanishing divisor, above every number.
    public let denominator: Int128

    /// Whether the denominator stands under a root (Huntington–Hill).
    public let isRoot: Bool
}

extension Quotient: CustomStringConvertible {
    /// As one writes it: `7380/3`, `7380/√6`, `7380/0`.
    public var description: String {
        isRoot && denominator > 0 ? "\(numerator)/√\(denominator)" : "\(numerator)/\(denominator)"
    }
}

extension Distribution {
    /// What divides the votes of a party that holds `seats`, zero or more; in a quota method the quota.
    public func divisor(after seats: Int) -> Divisor {
        Divisor(
            Ladder<Int128>(self).divisor(after: Int128(seats)),
            isRoot: method == .huntingtonHill
        )
    }

    /// The quotient with which `party` competes for one seat more than the `seats` it holds, zero or more.
    public func quotient(of party: Int, holding seats: Int) -> Quotient {
        let divisor = divisor(after: seats)
        let paid = method.isQuotaMethod ? Int128(seats) * divisor.numerator : 0
        return Quotient(
            numerator: Int128(votes[party]) * divisor.denominator - paid,
            denominator: divisor.numerator,
            isRoot: divisor.isRoot
        )
    }
}
