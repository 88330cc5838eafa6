import Elections
import Testing

@testable import Web

@Suite("Days and networks")
struct DeskDayTests {
    @Test(
        "a day begins at the office's own midnight",
        arguments: [
            ("1970-01-01", -28_800_000), ("1970-01-02", 57_600_000), ("2000-02-29", 951_753_600_000),
            ("2029-02-14", 1_865_692_800_000),
        ]
    )
    func start(text: String, milliseconds: Int) throws {
        let day = try #require(CalendarDate(parsing: text))
        #expect(DeskDay.start(of: day) == milliseconds)
        #expect(DeskDay.end(of: day) == milliseconds + 86_400_000)
        #expect(DeskDay.day(max(milliseconds, 0)) == day)
        if milliseconds > 0 { #expect(DeskDay.day(milliseconds - 1) != day) }
    }

    @Test(
        "attempts are counted by network",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"), ("2001:db8:1:2::6", "2001:db8:1:2::"),
            ("2001:db8::6", "2001:db8:0:0::"), ("::1", "0:0:0:0::"), ("::", "0:0:0:0::"),
            ("fe80::1%eth0", "fe80:0:0:0::"), ("2001:db8:1::3:4:5:6", "2001:db8:1:0::"),
        ]
    )
    func network(address: String, network: String) {
        #expect(Incoming.network(address) == network)
    }
}
