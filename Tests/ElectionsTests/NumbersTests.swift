import Elections
import Testing

@Suite("Numbers as people write them")
struct NumbersTests {
    @Test(
        "thousands are grouped",
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (1_000, "1.000", "1,000"), (-20, "−20", "−20"),
            (141_402, "141.402", "141,402"), (1_234_567, "1.234.567", "1,234,567"),
            (.max, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
            (.min, "−9.223.372.036.854.775.808", "−9,223,372,036,854,775,808"),
        ] as [(Int, String, String)]
    )
    func whole(number: Int, indonesian: String, english: String) {
        #expect(Numbers(.indonesian).whole(number) == indonesian)
        #expect(Numbers(.english).whole(number) == english)
    }

    @Test("what is missing is a dash, zero is zero")
    func missing() {
        #expect(Numbers(.english).whole(nil) == "–")
        #expect(Numbers(.english).whole(Int?.some(0)) == "0")
        #expect([-6, 0, 7].map { Numbers(.english).signed($0) } == ["−6", "0", "+7"])
    }

    @Test(
        "shares are rounded half up, exactly",
        arguments: [
            (83_222, 143_264, "58.09%"),  // 58.0899…: the figure the press printed.
            (1, 2, "50.00%"), (1, 3, "33.33%"), (2, 3, "66.67%"), (0, 7, "0.00%"),
            (1, 20_000, "0.01%"),  // 0.005 exactly: up.
            (199, 200, "99.50%"), (99_999, 100_000, "100.00%"),
            (3, 2, "150.00%"),  // More voters than on the roll is legal.
            (.max, .max, "100.00%"),
            (1, 0, "–"), (0, 0, "–"),  // A share of nothing.
        ] as [(Int, Int, String)]
    )
    func percent(part: Int, total: Int, expected: String) {
        #expect(Numbers(.english).percent(part, of: total) == expected)
    }

    @Test("dates carry the name of their month")
    func dates() throws {
        let date = try #require(CalendarDate(parsing: "2019-08-05"))
        #expect(Numbers(.indonesian).date(date) == "5 Agustus 2019")
        #expect(Numbers(.english).date(date) == "5 August 2019")
    }
}
