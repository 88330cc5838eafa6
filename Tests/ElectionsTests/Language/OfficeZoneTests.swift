import Elections
import TestSupport
import Testing

@Suite("Days, weeks and time zones")
struct OfficeZoneTests {
    @Test(
        "a day has its number and its day of the week",
        arguments: [
            ("1970-01-01", 0, .thursday), ("1969-12-31", -1, .wednesday), ("1900-01-01", -25_567, .monday),
            ("2000-02-29", 11_016, .tuesday),  // A leap year by the rule of 400.
            ("2019-04-17", 18_003, .wednesday), ("2024-02-14", 19_767, .wednesday),
            ("2019-07-20", 18_097, .saturday),  // Seats of Soppeng were determined.
            ("2999-12-31", 376_199, .tuesday),
        ] as [(String, Int, CalendarDate.Weekday)]
    )
    func numbers(text: String, number: Int, weekday: CalendarDate.Weekday) throws {
        let day = try #require(CalendarDate(parsing: text))
        #expect(day.dayNumber == number)
        #expect(day.weekday == weekday)
        #expect(day.isWeekend == (weekday == .saturday || weekday == .sunday))
        #expect(CalendarDate(dayNumber: number) == day)
    }

    @Test("numbers and days agree from 1900 to 2999, and end there")
    func everyDay() throws {
        var day = try #require(CalendarDate(parsing: "1900-01-01"))
        for number in -25_567..<376_200 {
            let sameDay = day.dayNumber == number && CalendarDate(dayNumber: number) == day
            try #require(sameDay, "\(day)")
            if number < 376_199 { day = day.adding(days: 1) }
        }
        #expect(CalendarDate(dayNumber: -25_568) == nil && CalendarDate(dayNumber: 376_200) == nil)
        #expect(CalendarDate(dayNumber: .min) == nil && CalendarDate(dayNumber: .max) == nil)
    }

    @Test(
        "a zone has its own days and hours",
        arguments: [
            (.western, 0, "1970-01-01 07.00"), (.central, 0, "1970-01-01 08.00"),
            (.eastern, 0, "1970-01-01 09.00"),
            (.western, 61_200_000 - 1, "1970-01-01 23.59"), (.western, 61_200_000, "1970-01-02 00.00"),
            (.central, -28_800_001, "1969-12-31 23.59"),  // Before 1970.
        ] as [(OfficeZone, Int, String)]
    )
    func clocks(zone: OfficeZone, moment: Int, expected: String) throws {
        let day = try #require(zone.day(moment))
        #expect("\(day) \(zone.time(moment))" == expected)
        #expect(zone.day(zone.end(of: day)) == day)
        #expect(zone.day(zone.end(of: day) + 1) == day.adding(days: 1))
    }

    @Test("a time of the day is five letters, and nothing else is one")
    func times() throws {
        for minutes in [0, 59, 60, 725, 1_439] {
            let text = try #require(
                ClockTime(parsing: "\(minutes / 600)\(minutes / 60 % 10):\(minutes % 60 / 10)\(minutes % 10)")
            )
            #expect(text.minutes == minutes && ClockTime(parsing: text.description) == text)
        }
        for wrong in ["", "8:05", "08.05", "24:00", "23:60", "08:05:00", "-8:05", "０８:05", "ab:cd", " 8:05"] {
            #expect(ClockTime(parsing: wrong) == nil, "\(wrong)")
        }
        let day = try #require(CalendarDate(parsing: "2019-05-21"))
        let time = try #require(ClockTime(parsing: "01:46"))
        for zone in OfficeZone.allCases {
            let moment = zone.moment(day, time)
            #expect(zone.day(moment) == day && zone.time(moment) == "01.46")
        }
    }

    @Test("the office's clock is WITA, and moments no calendar holds have no day")
    func office() {
        var dice = Dice(salt: "clock")
        for _ in Dice.rounds(200) {
            let moment = Int.random(in: 0...4_000_000_000_000, using: &dice)
            #expect(OfficeClock.day(moment) == OfficeZone.central.day(moment))
            #expect(OfficeClock.time(moment) == OfficeZone.central.time(moment))
        }
        #expect(OfficeZone.eastern.day(.max) == nil && OfficeZone.western.day(.min) == nil)
    }

    @Test(
        "a region has the zone of its province",
        arguments: [
            ("73.12", OfficeZone.central), ("31", .western), ("61.71", .western), ("51", .central),
            ("65", .central), ("81.01.01.1001", .eastern), ("96", .eastern), ("99", nil),
        ] as [(String, OfficeZone?)]
    )
    func regions(code: String, expected: OfficeZone?) throws {
        #expect(OfficeZone(of: try RegionCode(parsing: code)) == expected)
    }
}
