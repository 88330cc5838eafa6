import Elections
import Testing

@Suite("Readings beside each other")
struct ReadingDifferenceTests {
    @Test(
        "figures differ where both are entered, and nowhere else",
        arguments: [(1, 1, false), (1, 2, true), (nil, 2, false), (1, nil, false), (nil, nil, false)]
            as [(Int?, Int?, Bool)]
    )
    func differ(first: Int?, second: Int?, expected: Bool) {
        #expect(ReadingDifference.differ(first, second) == expected)
    }
}
