import Elections
import Testing

@Suite("Periods of the law")
struct PeriodTests {
    @Test(
        "days are added over the ends of months and years",
        arguments: [
            ("2019-04-17", 0, "2019-04-17"), ("2019-04-17", 10, "2019-04-27"),  // The re-votes of 2019.
            ("2019-04-17", 35, "2019-05-22"), ("2019-12-31", 1, "2020-01-01"),
            ("2020-02-28", 1, "2020-02-29"), ("2019-02-28", 1, "2019-03-01"),
            ("1900-02-28", 1, "1900-03-01"),  // No leap year.
            ("2020-01-01", 366, "2021-01-01"),
        ]
    )
    func adding(day: String, count: Int, expected: String) throws {
        #expect(try #require(CalendarDate(parsing: day)).adding(days: count).description == expected)
    }

    @Test("the law gives a last day only where it counts from the vote by the calendar")
    func lastDay() throws {
        let law = Law.pemilu2019
        func last(_ kind: Deadline.Kind) -> String? {
            law.deadlines.first { $0.kind == kind }?.period.value(nil).flatMap { law.lastDay(of: $0) }?
                .description
        }
        #expect(last(.revote) == "2019-04-27")
        #expect(last(.stationRecount) == "2019-04-17")
        #expect(last(.nationalResult) == "2019-05-22")
        #expect(last(.resultDispute) == nil)  // Hours, and from the announcement.
        #expect(last(.violationReport) == nil)  // Working days.
    }
}
