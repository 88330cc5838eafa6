/// The least number of a range for which a condition holds that never fails behind one for which it holds.
///
/// - Returns: nil where it holds for none.
/// - Complexity: O(log (answer − start)).
func least(from start: Int, upTo limit: Int, _ holds: (Int) -> Bool) -> Int? {
    guard start <= limit else { return nil }
    var (low, high) = (start, start)
    var width = 1
    while !holds(high) {
        guard high < limit else { return nil }
        low = high + 1
        high = limit - high > width ? high + width : limit
        width = width > limit / 2 ? limit : 2 * width
    }
    while low < high {
        let middle = low + (high - low) / 2
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return high
}
