/// What a sample bounds: how many of all forms may be wrong, when so many of those drawn are.
///
/// - Source: the hypergeometric distribution; exact intervals after Clopper and Pearson, 1934.
public struct AuditBound: Hashable, Sendable {
    /// How often, in a thousand audits, the bound may be too low.
    public static let risk = 50

    /// All forms.
    public let forms: Int
    /// The forms that were drawn.
    public let drawn: Int
    /// Those of them that are wrong.
    public let wrong: Int

    /// A sample of `drawn` from `forms`, of which `wrong` are wrong; 0 ≤ wrong ≤ drawn ≤ forms.
    public init(forms: Int, drawn: Int, wrong: Int) {
        precondition(0 <= wrong && wrong <= drawn && drawn <= forms, "a sample of forms")
        self.forms = forms
        self.drawn = drawn
        self.wrong = wrong
    }

    /// The most wrong forms among all that such a sample leaves believable; `drawn` wrong ones are among them.
    ///
    /// With one more, a sample would show so few of them in less than ``risk`` of a thousand audits.
    ///
    /// - Complexity: O(drawn × wrong × log forms).
    public var mostWrong: Int {
        // The more forms are wrong, the less likely so few of them are drawn.
        var (believable, unbelievable) = (wrong, forms - drawn + wrong + 1)
        while unbelievable - believable > 1 {
            let middle = believable + (unbelievable - believable) / 2
            if isBelievable(middle) { believable = middle } else { unbelievable = middle }
        }
        return believable
    }

    /// One, in the units that probabilities are counted in here.
    private static let whole: UInt128 = 1_000_000_000_000_000_000

    /// Whether a sample shows no more wrong forms than this one often enough, when `all` forms are wrong.
    ///
    /// Counted upwards, so that rounding can only make the bound larger.
    private func isBelievable(_ all: Int) -> Bool {
        // The probability of each number of wrong forms among those drawn so far.
        var chances = [UInt128](repeating: 0, count: wrong + 1)
        chances[0] = Self.whole
        for place in 0..<drawn {
            let left = UInt128(forms - place)
            for found in stride(from: wrong, through: 0, by: -1) {
                let right = UInt128(max(0, forms - all - (place - found)))
                var chance = chances[found] * right
                if found > 0 { chance += chances[found - 1] * UInt128(max(0, all - found + 1)) }
                chances[found] = (chance + left - 1) / left
            }
        }
        return chances.reduce(0, +) * 1_000 >= UInt128(Self.risk) * Self.whole
    }
}
