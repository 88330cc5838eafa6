import TestSupport

extension Dice {
    /// A number from `range`.
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// Votes of up to `parties` parties; small numbers, so that ties and zeros are frequent.
    mutating func votes(parties: ClosedRange<Int>, upTo most: Int) -> [Int] {
        (0..<roll(parties)).map { _ in roll(0...most) }
    }
}
