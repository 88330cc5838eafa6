@testable import Elections
import TestSupport
import Testing

@Suite("The last moment of a deadline")
struct DueTests {
    private static func date(_ text: String) throws -> CalendarDate {
        try #require(CalendarDate(parsing: text))
    }

    private static func holidays(_ jointLeave: HolidayCalendar.JointLeave = .dayOff) throws -> HolidayCalendar
    {
        try #require(HolidayCalendar.official(HolidayCalendar.officialYears, jointLeave: jointLeave))
    }

    private static func period(_ law: Law, _ kind: Deadline.Kind, _ reading: Int? = nil) throws
        -> Deadline.Period
    {
        let provision = try #require(law.deadlines.first { $0.kind == kind }).period
        return try #require(reading.map { provision.readings[$0].value } ?? provision.value(nil))
    }

    /// A moment by the clock of a zone, `2019-05-21 01.46`.
    private static func moment(_ text: String, _ zone: OfficeZone) throws -> Int {
        let day = try date(String(text.prefix(10)))
        let clock = text.suffix(5).split(separator: ".").compactMap { Int($0) }
        return zone.end(of: day) + 1 - 86_400_000 + (clock[0] * 60 + clock[1]) * 60_000
    }

    @Test(
        "is the day that the courts and offices named",
        arguments: [
            (.pemilu2019, .presidentialDispute, nil, "2019-05-21", "2019-05-24", "the court: Friday, 24.00"),
            (
                .pemilu2024, .presidentialDispute, nil, "2024-03-20", "2024-03-23",
                "the court: a Saturday, 24.00"
            ),
            (.pemilu2019, .presidentialRuling, 1, "2019-06-11", "2019-06-28", "the court's schedule"),
            (
                .pemilu2024, .presidentialRuling, 1, "2024-03-25", "2024-04-22",
                "over Good Friday, Eid, joint leave"
            ),
            (.pemilu2019, .resultRuling, nil, "2019-07-01", "2019-08-09", "the court's schedule"),
            (
                .pemilu2024, .resultRuling, nil, "2024-04-23", "2024-06-10",
                "over four holidays and joint leave"
            ),
            (
                .pilkada2024, .resultDispute, nil, "2024-12-04", "2024-12-06",
                "the day of the announcement counts"
            ),
            (
                .pilkada2024, .resultDispute, nil, "2024-12-06", "2024-12-10",
                "announced on a Friday: until Tuesday"
            ),
            (
                .pilkada2024, .resultDispute, nil, "2024-12-07", "2024-12-11",
                "announced on a Saturday: from Monday"
            ),
            (.pemilu2019, .regencyResult, nil, "2019-04-17", "2019-05-07", "UU 7/2017 art. 413(3)"),
            (.pemilu2019, .nationalResult, nil, "2019-04-17", "2019-05-22", "UU 7/2017 art. 413(1)"),
        ] as [(Law, Deadline.Kind, Int?, String, String, String)]
    )
    func real(
        law: Law,
        kind: Deadline.Kind,
        reading: Int?,
        event: String,
        last: String,
        reason: String
    ) throws {
        let period = try Self.period(law, kind, reading)
        let due = try period.due(from: .day(Self.date(event)), in: .western, holidays: Self.holidays())
        #expect(due.day.description == last, "\(reason)")
    }

    @Test(
        "is counted in the unit the law names, the day of the event left out",
        arguments: [
            (
                .workingDays(3, from: .decision), "2019-04-15", "2019-04-22",
                "over the vote, Good Friday, a weekend"
            ),
            (.workingDays(7, from: .knowledge), "2019-05-31", "2019-06-18", "over Eid and its joint leave"),
            (.workingDays(5, from: .vacancy), "2019-07-20", "2019-07-26", "from a Saturday"),
            (.workingDays(1, from: .decision), "2024-02-28", "2024-02-29", "on a leap day"),
            (.workingDays(3, from: .decision), "2024-02-28", "2024-03-04", "over a leap day and a weekend"),
            (.workingDays(0, from: .meeting), "2019-04-20", "2019-04-20", "the same day, even a Saturday"),
            (.days(10, from: .vote), "2019-04-17", "2019-04-27", "ends on a Saturday and stays there"),
            (.days(3, from: .announcement), "2019-06-03", "2019-06-06", "ends on Eid and stays there"),
            (.days(1, from: .decision), "2023-02-28", "2023-03-01", "no leap day, no holidays needed"),
            (.days(1, from: .decision), "2024-12-31", "2025-01-01", "over the end of a year"),
            (
                .workingDays(1, counting: .registration), "2019-06-05", "2019-06-10",
                "begins after Eid, on Monday"
            ),
        ] as [(Deadline.Period, String, String, String)]
    )
    func units(period: Deadline.Period, event: String, last: String, reason: String) throws {
        let due = try period.due(from: .day(Self.date(event)), in: .central, holidays: Self.holidays())
        #expect(due.day.description == last, "\(reason)")
    }

    @Test("joint leave counts where the calendar says that people work")
    func jointLeave() throws {
        let period = Deadline.Period.workingDays(7, from: .knowledge)
        let due = try period.due(
            from: .day(Self.date("2019-05-31")),
            in: .central,
            holidays: Self.holidays(.workingDay)
        )
        #expect(due.day.description == "2019-06-13")
    }

    @Test(
        "of hours ends to the minute, over midnight and by the clock of the place",
        arguments: [
            (.western, "2019-05-21 01.46", 72, .western, "2019-05-24 01.46", "the court, 2019"),
            (.western, "2024-03-20 22.19", 72, .western, "2024-03-23 22.19", "the court, 2024"),
            (.western, "2024-03-20 22.19", 72, .central, "2024-03-23 23.19", "the same in Soppeng"),
            (.western, "2024-03-20 22.19", 72, .eastern, "2024-03-24 00.19", "a day later in Papua"),
            (.eastern, "2019-12-31 23.30", 1, .eastern, "2020-01-01 00.30", "over midnight and the year"),
            (.central, "2020-02-28 12.00", 24, .central, "2020-02-29 12.00", "into a leap day"),
            (.central, "2021-05-12 10.00", 0, .central, "2021-05-12 10.00", "no hours: at once"),
        ] as [(OfficeZone, String, Int, OfficeZone, String, String)]
    )
    func hours(
        there: OfficeZone,
        event: String,
        count: Int,
        here: OfficeZone,
        last: String,
        reason: String
    ) throws {
        let period = Deadline.Period.hours(count, from: .announcement)
        let due = try period.due(from: .moment(Self.moment(event, there)), in: here)
        #expect(due.moment == (try Self.moment(last, here)), "\(reason)")
        #expect("\(due.day) \(here.time(due.moment))" == last, "\(reason)")
        #expect(due.isMet(at: due.moment) && !due.isMet(at: due.moment + 1))
    }

    @Test("of days ends at 24.00 by the clock of the place, and its day is the one of the moment there")
    func midnight() throws {
        let period = Deadline.Period.days(3, from: .announcement)
        let event = try Self.moment("2019-05-21 23.30", .western)
        let west = try period.due(from: .moment(event), in: .western)
        #expect(west.day.description == "2019-05-24")
        #expect(west.isMet(at: try Self.moment("2019-05-24 23.59", .western)))
        #expect(!west.isMet(at: try Self.moment("2019-05-25 00.00", .western)))
        let east = try period.due(from: .moment(event), in: .eastern)
        #expect(east.day.description == "2019-05-25", "it was the 22nd there")
        #expect(east.moment == west.moment + 22 * 3_600_000)
    }

    @Test(
        "is refused rather than counted without what it needs",
        arguments: [
            (
                .workingDays(5, from: .decision), "2020-12-29", true, .holidaysUnknown(year: 2021),
                "over the year"
            ),
            (
                .workingDays(45, counting: .registration), "2024-12-09", true, .holidaysUnknown(year: 2025),
                "far"
            ),
            (.workingDays(1, from: .decision), "2024-12-31", true, .holidaysUnknown(year: 2025), "by a day"),
            (
                .workingDays(1, from: .decision), "2019-01-02", false, .holidaysUnknown(year: 2019),
                "no calendar"
            ),
            (.hours(72, from: .announcement), "2019-05-21", true, .needsMoment, "hours from a day"),
            (.days(1, from: .vote), "2999-12-31", true, .beyondCalendar, "the last day there is"),
            (.days(.max, from: .vote), "2019-04-17", true, .beyondCalendar, "no such number"),
            (.days(-1, from: .vote), "2019-04-17", true, .beyondCalendar, "backwards"),
        ] as [(Deadline.Period, String, Bool, Deadline.Refusal, String)]
    )
    func refusals(
        period: Deadline.Period,
        event: String,
        knowsHolidays: Bool,
        refusal: Deadline.Refusal,
        reason: String
    ) throws {
        let (day, holidays) = (try Self.date(event), knowsHolidays ? try Self.holidays() : nil)
        #expect(throws: refusal, "\(reason)") {
            try period.due(from: .day(day), in: .central, holidays: holidays)
        }
    }

    @Test("is refused for moments and hours that are too large")
    func overflow() throws {
        let hours = Deadline.Period.hours(.max, from: .decision)
        #expect(throws: Deadline.Refusal.beyondCalendar) { try hours.due(from: .moment(0), in: .central) }
        let one = Deadline.Period.hours(1, from: .decision)
        #expect(throws: Deadline.Refusal.beyondCalendar) { try one.due(from: .moment(.max), in: .central) }
        #expect(throws: Deadline.Refusal.beyondCalendar) { try one.due(from: .moment(.min), in: .central) }
        let codes = [Deadline.Refusal.needsMoment, .holidaysUnknown(year: 2021), .beyondCalendar].map(\.code)
        #expect(codes == ["needs-moment", "holidays-unknown", "beyond-calendar"])
    }

    @Test("in working days is the day one finds by going on day by day, and grows with their number")
    func random() throws {
        var dice = Dice(salt: "due")
        let first = try Self.date("2019-01-01").dayNumber
        for _ in Dice.rounds(400) {
            let holidays = try Self.holidays(Bool.random(using: &dice) ? .dayOff : .workingDay)
            let day = try #require(CalendarDate(dayNumber: first + Int.random(in: 0..<640, using: &dice)))
            let count = Int.random(in: 1...40, using: &dice)
            let isCounted = Bool.random(using: &dice)
            func due(_ count: Int) throws -> CalendarDate {
                let period: Deadline.Period =
                    isCounted
                    ? .workingDays(count, counting: .registration) : .workingDays(count, from: .registration)
                return try period.due(from: .day(day), in: .central, holidays: holidays).day
            }
            let last = try due(count)
            #expect(holidays.isWorkingDay(last) == true)
            #expect(try due(count + 1) > last)
            var (found, walked) = (0, day.adding(days: isCounted ? 0 : 1))
            while true {
                let isWeekend = [.saturday, .sunday].contains(walked.weekday)
                let isFree = holidays.holidays.contains {
                    $0.date == walked && ($0.kind == .national || holidays.jointLeave == .dayOff)
                }
                if !isWeekend, !isFree { found += 1 }
                if found == count { break }
                walked = walked.adding(days: 1)
            }
            #expect(last == walked)
        }
    }
}
