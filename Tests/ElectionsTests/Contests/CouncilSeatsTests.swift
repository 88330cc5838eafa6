import TestSupport
import Testing

@testable import Elections

@Suite("Seats by population")
struct CouncilSeatsTests {
    @Test(
        "a council has as many seats as its law gives for the population",
        arguments: [
            (0, 20, 20), (100_000, 20, 20), (100_001, 25, 25), (200_000, 25, 25), (200_001, 30, 30),
            (225_512, 30, 30),  // Soppeng: under 250,000, 30 seats.
            (300_000, 30, 30), (300_001, 35, 35), (400_000, 35, 35), (400_001, 40, 40), (500_000, 40, 40),
            (500_001, 45, 45), (1_000_000, 45, 45), (1_000_001, 50, 50), (3_000_000, 50, 50),
            (3_000_001, 55, 50),  // The law of 2012 knew no more than 50.
        ]
    )
    func seats(population: Int, now: Int, in2014: Int) throws {
        for law in [Law.pemilu2019, .pemilu2024] {
            let sizes = try #require(law.councilSizes?.value(nil))
            #expect(CouncilSeats.seats(for: population, under: sizes) == now)
        }
        let sizes = try #require(Law.pemilu2014.councilSizes?.value(nil))
        #expect(CouncilSeats.seats(for: population, under: sizes) == in2014)
        #expect(CouncilSeats.seats(for: population, under: []) == nil)
    }

    @Test("laws that elect no council have no sizes")
    func noCouncil() {
        for law in Law.all where law.ballots[.regencyCouncil] == nil {
            #expect(law.councilSizes == nil)
            #expect(law.districtSeats == nil)
        }
    }

    @Test(
        "districts get a seat per full quota, and the largest remainders get what is left",
        arguments: [
            // Palopo 2024, 25 seats, designs 1 and 2 as published.
            ("Palopo, design 1", 25, [52_570, 66_898, 63_989], [7, 9, 9]),
            ("Palopo, design 2", 25, [69_840, 46_719, 66_868], [10, 6, 9]),
            // The populations of design 3 were not found; these made-up ones add up to those of design 1 and
            // leave two seats over, as published: 7, 8, 4, 6.
            ("Palopo, design 3, populations made up", 25, [51_486, 58_566, 29_515, 43_890], [7, 8, 4, 6]),
            ("nothing is left", 6, [30, 20, 10], [3, 2, 1]), ("one district", 7, [100], [7]),
            ("a district of nobody", 3, [30, 0], [3, 0]),
            ("as many people as seats", 3, [1, 1, 1], [1, 1, 1]),
            // 10 people for 3 seats: the quota's fraction is dropped, 3 and not 3⅓.
            ("the quota loses its fraction", 3, [6, 4], [2, 1]),
        ]
    )
    func divide(reason: String, seats: Int, populations: [Int], expected: [Int]) throws {
        #expect(try CouncilSeats.divide(seats, among: populations) == expected)
        let turned = try CouncilSeats.divide(seats, among: populations.reversed())
        #expect(turned == expected.reversed())
    }

    @Test("Palopo's designs come to the quotas that were published")
    func quotas() {
        #expect([52_570, 66_898, 63_989].reduce(0, +) / 25 == 7_338)
        #expect([69_840, 46_719, 66_868].reduce(0, +) / 25 == 7_337)
    }

    @Test(
        "what the rule does not decide is refused, never guessed",
        arguments: [
            (0, [1, 2], .nothingToDivide), (-1, [1, 2], .nothingToDivide), (3, [], .nothingToDivide),
            (3, [5, -1], .nothingToDivide), (3, [1, 1], .fewerPeopleThanSeats),
            (3, [0, 0], .fewerPeopleThanSeats),
            (10, [10, 9], .quotaTooSmall),  // A quota of one would give out 19 seats.
            (3, [5, 5], .tie(districts: [0, 1], seats: 1)),
            (5, [7, 7, 7], .tie(districts: [0, 1, 2], seats: 2)),
            (7, [20, 9, 9], .tie(districts: [1, 2], seats: 1)),
            (7, [27, 12, 12], .tie(districts: [1, 2], seats: 1)),  // The first has its seat without a tie.
        ] as [(Int, [Int], CouncilSeats.Refusal)]
    )
    func refusal(seats: Int, populations: [Int], expected: CouncilSeats.Refusal) {
        #expect(throws: expected) { try CouncilSeats.divide(seats, among: populations) }
    }

    @Test("every seat is given once, and no remainder that got one is smaller than one that did not")
    func law() {
        var dice = Dice(salt: "council seats")
        for _ in Dice.rounds(500) {
            let populations = (0..<Int.random(in: 1...6, using: &dice)).map { _ in
                Int.random(in: 0...300, using: &dice)
            }
            let seats = Int.random(in: 1...40, using: &dice)
            guard let result = try? CouncilSeats.divide(seats, among: populations) else { continue }
            let quota = populations.reduce(0, +) / seats
            #expect(result.reduce(0, +) == seats)
            let extra = zip(result, populations).map { $0 - $1 / quota }
            #expect(extra.allSatisfy { (0...1).contains($0) })
            let given = zip(extra, populations).filter { $0.0 == 1 }.map { $0.1 % quota }
            let left = zip(extra, populations).filter { $0.0 == 0 }.map { $0.1 % quota }
            if let least = given.min(), let most = left.max() { #expect(least > most) }
        }
    }
}
