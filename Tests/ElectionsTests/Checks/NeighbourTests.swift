import TestSupport
import Testing

@testable import Elections

@Suite("Stations beside each other")
struct NeighbourTests {
    /// Forms in the order of the stations: the votes of two contestants each.
    private func office(_ votes: [(Int?, Int?)], villages: [(String, Int)]) -> Office {
        var office = Office()
        office.villages = villages
        office.papers[0].readings = [
            votes.enumerated().map { station, votes in
                let cells = [votes.0, votes.1].enumerated().map {
                    "votes_\($0 + 1)=\($1.map(String.init) ?? "")"
                }
                return "\(station) \(cells.joined(separator: " "))"
            }
        ]
        return office
    }

    /// The places of the stations a check finds.
    private func stations(_ code: String, _ office: Office) throws -> [Int] {
        try office.snapshot().findings(code).compactMap {
            if case .form(_, _, _, let station) = $0.subject { station } else { nil }
        }
    }

    @Test(
        "P08: the same votes twice in a village",
        arguments: [
            ("both are named", [(10, 20), (10, 20), (10, 21)], 3, [0, 1]),
            ("three of a kind", [(10, 20), (10, 20), (10, 20)], 3, [0, 1, 2]),
            ("two pairs", [(10, 20), (30, 5), (10, 20), (30, 5)], 4, [0, 1, 2, 3]),
            ("turned round is not the same", [(10, 20), (20, 10)], 2, []),
            ("the same sum is not the same", [(10, 20), (11, 19)], 2, []),
            ("nobody voted at either", [(0, 0), (0, 0)], 2, []),
            ("a figure is missing", [(10, nil), (10, nil)], 2, []),
            ("in another village", [(10, 20), (10, 20)], 1, []),
        ] as [(String, [(Int?, Int?)], Int, [Int])]
    )
    func twins(reason: String, votes: [(Int?, Int?)], inFirst: Int, expected: [Int]) throws {
        let villages = [("73.12.01.1001", inFirst), ("73.12.01.2002", max(1, votes.count - inFirst))]
        let office = office(votes, villages: villages)
        #expect(try stations("P08", office) == expected)
        for finding in try office.snapshot().findings("P08") {
            #expect(finding.severity == .soft)
            guard case .form(_, _, _, let station) = finding.subject, case .twin(let twin) = finding.reason
            else {
                Issue.record("a twin is a station")
                continue
            }
            #expect(twin != station)
            #expect(votes[twin] == votes[station])
        }
    }

    @Test("P08 and P09 are not applicable where there is nobody to compare with")
    func alone() throws {
        let office = office([(10, 20)], villages: [("73.12.01.1001", 1)])
        #expect(try office.snapshot().tallies("P08").isEmpty)
        #expect(try office.snapshot().tallies("P09").isEmpty)
        let seven = self.office(
            [(Int?, Int?)](repeating: (50, 50), count: 7),
            villages: [("73.12.01.1001", 7)]
        )
        #expect(try seven.snapshot().tallies("P09").isEmpty)
        #expect(try seven.snapshot().tallies("P08").map(\.applicable) == [7])
    }

    @Test("P08 looks at the forms in force: a re-vote is not its own twin")
    func revote() throws {
        var office = Office()
        office.papers[0].readings = [
            ["0 votes_1=10 votes_2=20", "0 psu votes_1=10 votes_2=20", "1 votes_1=1 votes_2=2"]
        ]
        #expect(try office.snapshot().findings("P08").isEmpty)
        #expect(try office.snapshot().tallies("P08").map(\.applicable) == [2])
    }

    @Test("P09: a village of eight is its own neighbourhood, smaller ones look to the subdistrict")
    func neighbourhoods() throws {
        let usual: [(Int?, Int?)] = [50, 51, 52, 53, 47, 48, 49, 50].map { ($0, 100 - $0) }
        // Eight in the first village, one beside it in the same subdistrict, one in another.
        let villages = [("73.12.01.1001", 8), ("73.12.01.2002", 1), ("73.12.02.2001", 1)]
        let far = office(usual + [(90, 10), (90, 10)], villages: villages)
        #expect(try stations("P09", far) == [8])
        #expect(try far.snapshot().tallies("P09").map(\.applicable) == [9])
        let near = office(usual + [(52, 48), (90, 10)], villages: villages)
        #expect(try stations("P09", near) == [])
        // A village as large as that does not ask its neighbours.
        let own: [(Int?, Int?)] = [90, 91, 92, 93, 87, 88, 89, 90].map { ($0, 100 - $0) }
        let two = office(usual + own, villages: [("73.12.01.1001", 8), ("73.12.01.2002", 8)])
        #expect(try stations("P09", two) == [])
    }

    @Test("P09 names the contestant who is farthest out, with what is usual around")
    func contestant() throws {
        let usual: [(Int?, Int?)] = [50, 51, 52, 53, 47, 48, 49].map { ($0, 100 - $0) }
        let office = office(usual + [(10, 90)], villages: [("73.12.01.1001", 8)])
        let finding = try #require(try office.snapshot().findings("P09").first)
        guard case .outlier(let outlier) = finding.reason else {
            Issue.record("an outlier was expected")
            return
        }
        #expect((outlier.share, outlier.median, outlier.stations) == (100_000, 495_000, 8))
        #expect(finding.fields == [.votes(1)])
        #expect(finding.severity == .soft)
    }

    /// Shares around a half, and one that lies out by `distance` millionths, with the deviation of its side.
    @Test(
        "P09: the cut-off is 3.5 scaled deviations of a station's own side, and ten percentage points",
        arguments: [
            // Deviation 30,000 above: 5.1891 times that is 155,673.
            ("on the cut-off", 30_000, 155_673, false), ("beyond it", 30_000, 155_674, true),
            // Deviation 10,000: 51,891 is beyond the cut-off, yet under ten points.
            ("under ten points", 10_000, 99_999, false), ("ten points", 10_000, 100_000, true),
            ("all others alike", 0, 100_000, true), ("all others alike, nearly", 0, 99_999, false),
        ]
    )
    func cutOff(reason: String, deviation: Int, distance: Int, isFound: Bool) {
        let middle = 500_000
        for side in [1, -1] {
            // Three on either side; the other side is far wider, and does not count.
            let own = [1, 1, 1].map { middle + side * $0 * deviation }
            let other = [200_000, 200_000, 200_000, 200_000].map { middle - side * $0 }
            let shares = [middle] + own + other + [middle + side * distance]
            let found = Outlier.all(in: shares, of: 1)
            #expect(found.map(\.place) == (isFound ? [shares.count - 1] : []), "\(reason), side \(side)")
            for (_, outlier) in found { #expect((outlier.median, outlier.deviation) == (middle, deviation)) }
        }
    }

    @Test("P09: shares judged by another telling of the double deviation")
    func doubleDeviation() {
        func median(_ numbers: [Int]) -> Int {
            let sorted = numbers.sorted()
            let half = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
        }
        var dice = Dice(salt: "outliers")
        for _ in Dice.rounds(300) {
            let shares = (0..<Int.random(in: 1...14, using: &dice)).map { _ in
                Int.random(in: 0...10, using: &dice) * 50_000 + Int.random(in: 0...3, using: &dice) * 10_000
            }
            let middle = median(shares)
            let expected = shares.indices.filter { place in
                let distance = shares[place] > middle ? shares[place] - middle : middle - shares[place]
                let side = shares.filter { shares[place] < middle ? $0 <= middle : $0 >= middle }
                let deviation = median(side.map { $0 > middle ? $0 - middle : middle - $0 })
                return shares.count >= 8 && distance >= 100_000 && 10_000 * distance > 51_891 * deviation
            }
            #expect(Outlier.all(in: shares, of: 7).map(\.place) == expected, "\(shares)")
        }
    }
}
