import Apportionment
import Testing

@Suite("Thresholds")
struct ThresholdTests {
    @Test(
        "a threshold is an exact share",
        arguments: [
            ("4%", 1, 25), ("3.25%", 13, 400), ("0.04", 1, 25), ("1/25", 1, 25), ("2/50", 1, 25),
            ("0", 0, 1), ("0%", 0, 1), ("1", 1, 1), ("100%", 1, 1),
            ("0.000000000001%", 1, 100_000_000_000_000),
        ]
    )
    func parsing(text: String, numerator: Int, denominator: Int) throws {
        let threshold = try Threshold(parsing: text)
        #expect(threshold == Threshold(numerator, of: denominator))
        #expect(threshold.numerator == numerator && threshold.denominator == denominator)
    }

    @Test(
        "a bad text is refused with its reason",
        arguments: [
            ("", .notAShare("")),
            ("%", .notAShare("%")),
            ("-4%", .notAShare("-4%")),
            ("+4%", .notAShare("+4%")),
            (".5", .notAShare(".5")),
            ("5.", .notAShare("5.")),
            ("4,5%", .notAShare("4,5%")),  // A comma separates columns here.
            ("4 %", .notAShare("4 %")),
            ("0.0.4", .notAShare("0.0.4")),
            ("1/2/3", .notAShare("1/2/3")),
            ("1/25%", .notAShare("1/25%")),
            ("٤%", .notAShare("٤%")),  // A digit, but not ASCII.
            ("1/0", .dividesByZero("1/0")),
            ("4", .aboveOne("4")),  // Perhaps 4% was meant.
            ("100.01%", .aboveOne("100.01%")),
            ("26/25", .aboveOne("26/25")),
            ("0.0000000000000001", .tooLong("0.0000000000000001")),
            ("1/9999999999999999", .tooLong("1/9999999999999999")),
        ] as [(String, Threshold.ParseError)]
    )
    func refusal(text: String, expected: Threshold.ParseError) {
        #expect(throws: expected) { try Threshold(parsing: text) }
    }

    @Test(
        "exactly at the threshold is in",
        arguments: [
            ("4%", 4, 100, true),
            ("4%", 3, 100, false),
            ("4%", 4, 101, false),
            ("3.25%", 13, 400, true),
            ("3.25%", 12, 400, false),
            ("0", 0, 100, true),
            ("1", 99, 100, false),
            ("1/3", .max / 3, .max - 1, true),  // (2⁶³ − 2) ÷ 3, rounded down, is exact.
            ("1/3", .max / 3, .max, false),  // One third of 2⁶³ − 1 is a little more.
            ("4%", 5_878_708, 151_796_630, false),  // PPP in 2024: 3.87 %.
        ] as [(String, Int, Int, Bool)]
    )
    func admits(threshold: String, votes: Int, total: Int, expected: Bool) throws {
        #expect(try Threshold(parsing: threshold).admits(votes, of: total) == expected)
    }

    @Test("a share is from 0 to 1")
    func noShare() {
        #expect(Threshold(-1, of: 2) == nil)
        #expect(Threshold(3, of: 2) == nil)
        #expect(Threshold(0, of: 0) == nil)
    }
}
