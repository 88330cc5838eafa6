import Elections
import Testing

@Suite("Public holidays")
struct HolidayCalendarTests {
    private static func date(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(parsing: text))
    }

    private static func calendar(_ jointLeave: HolidayCalendar.JointLeave) throws -> HolidayCalendar {
        try #require(HolidayCalendar.official(HolidayCalendar.officialYears, jointLeave: jointLeave))
    }

    @Test(
        "a working day is neither weekend nor holiday, in a year that is covered",
        arguments: [
            ("2019-04-16", true, true, "Tuesday before the vote"),
            ("2019-04-17", false, false, "the day of the vote, freed by the President"),
            ("2019-04-20", false, false, "a Saturday"),
            ("2019-04-21", false, false, "a Sunday"),
            ("2019-06-03", false, true, "joint leave"),
            ("2019-06-05", false, false, "Eid"),
            ("2020-05-22", true, true, "joint leave that was moved away again"),
            ("2020-12-09", false, false, "the day of the regional vote"),
            ("2020-12-30", true, true, "joint leave that was struck on 1 December"),
            ("2020-12-31", false, true, "and what was left of it"),
            ("2024-04-08", false, true, "joint leave before Eid"),
            ("2024-02-29", true, true, "a leap day"),
            ("2023-01-02", nil, nil, "a year that is not covered"),
            ("2023-01-01", nil, nil, "nor is a Sunday known in it"),
        ] as [(String, Bool?, Bool?, String)]
    )
    func workingDays(day: String, dayOff: Bool?, workingDay: Bool?, reason: String) throws {
        #expect(try Self.calendar(.dayOff).isWorkingDay(Self.date(day)) == dayOff, "\(reason)")
        #expect(try Self.calendar(.workingDay).isWorkingDay(Self.date(day)) == workingDay, "\(reason)")
    }

    @Test(
        "each year has as many free days as were decreed, and the day of its vote",
        arguments: [(2019, 17, 4, 1), (2020, 17, 5, 1), (2024, 19, 10, 2)]
    )
    func counts(year: Int, national: Int, jointLeave: Int, votes: Int) throws {
        let holidays = try Self.calendar(.dayOff).holidays.filter { $0.date.year == year }
        #expect(holidays.count { $0.kind == .national } == national)
        #expect(holidays.count { $0.kind == .jointLeave } == jointLeave)
        #expect(holidays.count { $0.source.hasPrefix("Keppres") } == votes)
        #expect(Set(holidays.map(\.date)).count == holidays.count, "none is written twice")
        // Joint leave is put on days on which people would work.
        #expect(holidays.allSatisfy { $0.kind == .national || !$0.date.isWeekend })
        #expect(holidays == holidays.sorted { $0.date < $1.date })
        let voting = Set(Law.all.map(\.votingDay)).filter { $0.year == year }
        #expect(voting.isSubset(of: holidays.map(\.date)))
        #expect(holidays.allSatisfy { !$0.name.indonesian.isEmpty && !$0.name.english.isEmpty })
    }

    @Test("a year that is not known here gives no calendar, and a holiday outside its years is refused")
    func refusals() throws {
        #expect(HolidayCalendar.official([2024, 2025], jointLeave: .dayOff) == nil)
        let day = try Self.date("2025-01-01")
        let holiday = HolidayCalendar.Holiday(day, .same("Tahun Baru"), source: "SKB")
        #expect(throws: HolidayCalendar.Fault.outside(day)) {
            try HolidayCalendar(years: [2024], holidays: [holiday], jointLeave: .dayOff)
        }
        let folder = try HolidayCalendar(years: [2025], holidays: [holiday], jointLeave: .workingDay)
        #expect(folder.isWorkingDay(day) == false)
        #expect(folder.isWorkingDay(day.adding(days: 1)) == true)
    }
}
