@testable import Accounts
import TestSupport
import Testing

@Suite("Whoever tries and tries")
struct ThrottleTests {
    private static func throttle(_ change: (inout SignInLimits) -> Void = { _ in }) -> Throttle {
        var limits = SignInLimits()
        change(&limits)
        return Throttle(limits)
    }

    @Test("waits twice as long each time, up to a quarter of an hour")
    func waits() {
        var throttle = Self.throttle()
        var (time, waits) = (1_000, [Int]())
        for _ in 0..<18 {
            while let wait = throttle.begin([.name("ani")], at: time) {
                waits.append(wait.seconds)
                time += wait.seconds
            }
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
    }

    @Test("has no free attempts by trying all at once")
    func atOnce() {
        var throttle = Self.throttle()
        let begun = (0..<1_000).filter { _ in throttle.begin([.name("ani"), .address("a")], at: 5) == nil }
        #expect(begun.count == 5)
        let spread = (0..<1_000).filter { throttle.begin([.name("n\($0)"), .address("b")], at: 5) == nil }
        #expect(spread.count == 30, "of one address more, but not without end")
    }

    @Test("is told of each wait once in the log")
    func first() {
        var throttle = Self.throttle()
        for _ in 0..<5 { #expect(throttle.begin([.name("ani")], at: 0) == nil) }
        #expect(throttle.begin([.name("ani")], at: 0) == Throttle.Wait(seconds: 1, isFirst: true))
        #expect(throttle.begin([.name("ani")], at: 0) == Throttle.Wait(seconds: 1, isFirst: false))
        #expect(throttle.begin([.name("ani")], at: 1) == nil)
        #expect(throttle.begin([.name("ani")], at: 1) == Throttle.Wait(seconds: 2, isFirst: true))
    }

    @Test("is forgotten after an hour of quiet, not before")
    func quiet() {
        for (later, waits) in [(3_600, true), (3_602, false)] {
            var throttle = Self.throttle()
            for _ in 0..<5 { _ = throttle.begin([.name("ani")], at: 0) }
            _ = throttle.begin([.name("ani")], at: 1 + later)
            #expect((throttle.begin([.name("ani")], at: 1 + later) != nil) == waits)
        }
    }

    @Test("takes no memory without end, and what was used last stays")
    func bounded() {
        var throttle = Self.throttle { $0.counted = 100 }
        for time in 0..<5_000 {
            _ = throttle.begin([.name("n\(time)")], at: time)
            if time < 5 || time % 20 == 0 { _ = throttle.begin([.name("ani")], at: time) }
            #expect(throttle.count <= 100)
        }
        // Who floods it with names does not shorten the wait of one.
        #expect(throttle.begin([.name("ani")], at: 4_990) != nil)
    }

    @Test("an attempt that nobody looked at does not count")
    func takenBack() {
        var throttle = Self.throttle()
        for _ in 0..<50 {
            #expect(throttle.begin([.name("ani"), .address("a")], at: 0) == nil)
            throttle.takeBack([.name("ani"), .address("a")])
        }
    }

    @Test("from where somebody signed in before, strangers do not hold them up; elsewhere they do")
    func known() {
        var throttle = Self.throttle()
        throttle.clear(.known("ani", from: "office"), at: 0)
        for attempt in 0..<20 { _ = throttle.begin(throttle.keys("ani", from: "far \(attempt)"), at: 10) }
        #expect(throttle.begin(throttle.keys("ani", from: "far away"), at: 10) != nil)
        #expect(throttle.begin(throttle.keys("ani", from: "office"), at: 10) == nil)
        for _ in 0..<4 { _ = throttle.begin(throttle.keys("ani", from: "office"), at: 10) }
        #expect(throttle.begin(throttle.keys("ani", from: "office"), at: 10) != nil, "but it is counted too")
    }

    @Test("has few attempts in any time, in whatever order they come")
    func property() {
        var dice = Dice(salt: "throttle")
        for _ in Dice.rounds(50) {
            var throttle = Self.throttle()
            var (time, begun) = (0, 0)
            while time < 6 * 3_600 {
                if throttle.begin(
                    throttle.keys("ani", from: "\(Int.random(in: 0..<50, using: &dice))"),
                    at: time
                )
                    == nil
                {
                    begun += 1
                }
                time += Int.random(in: 0...400, using: &dice)
            }
            // Five free ones, ten waits up to 512 seconds, then one each quarter of an hour.
            #expect(begun <= 5 + 10 + 6 * 4 + 1)
        }
    }
}
