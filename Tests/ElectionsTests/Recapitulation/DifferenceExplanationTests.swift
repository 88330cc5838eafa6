import Elections
import Testing

@Suite("What explains a difference")
struct DifferenceExplanationTests {
    /// What a station is named for: its place, how well its figure fits, which figure it is.
    struct Named: Hashable, Sendable {
        let station: Int
        let strength: DifferenceExplanation.Strength
        let evidence: DifferenceExplanation.Evidence

        init(
            _ station: Int,
            _ strength: DifferenceExplanation.Strength,
            _ evidence: DifferenceExplanation.Evidence
        ) {
            self.station = station
            self.strength = strength
            self.evidence = evidence
        }
    }

    /// A row: the lines of two readings, the certified line of the first village, and who is named.
    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let first: [String]
        let second: [String]
        let certified: String
        let named: [Named]

        init(
            _ reason: String,
            _ first: [String],
            _ second: [String] = [],
            certified: String,
            _ named: Named...
        ) {
            self.reason = reason
            self.first = first
            self.second = second
            self.certified = certified
            self.named = named
        }

        var testDescription: String { reason }
    }

    @Test(
        "is named only with a figure that fits",
        arguments: [
            Row(
                "Bila 7, 2019: 72 + 96 beside 162 valid votes, and six are missing in the village",
                ["0 votes_1=72 votes_2=96 valid=162 invalid=3 total=165", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=110",
                Named(0, .proven, .contradiction(contestant: 2))
            ),
            Row(
                "a contradiction that does not fit names nobody",
                ["0 votes_1=72 votes_2=96 valid=162 invalid=3 total=165", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=107"
            ),
            Row(
                "a contradiction that fits the sum and not the contestants names nobody",
                ["0 votes_1=72 votes_2=96 valid=162 invalid=3 total=165", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=79 votes_2=113"
            ),
            Row(
                "valid votes that contradict the total too prove nothing about the contestants",
                ["0 votes_1=72 votes_2=96 valid=162 invalid=3 total=171", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=110"
            ),
            Row(
                "without a total the valid votes are believed",
                ["0 votes_1=72 votes_2=96 valid=162", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=110",
                Named(0, .proven, .contradiction(contestant: 2))
            ),
            Row(
                "no contestant can have fewer than no votes",
                ["0 votes_1=3 votes_2=96 valid=93", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=7 votes_2=116"
            ),
            Row(
                "another reading of one station fits",
                ["0 votes_1=72 votes_2=96", "1 votes_1=10 votes_2=20"],
                ["0 votes_1=75 votes_2=96", "1 votes_1=10 votes_2=22"],
                certified: "votes_1=85 votes_2=116",
                Named(0, .proven, .otherForm(reading: 1, row: 0))
            ),
            Row(
                "two stations fit alike: compatible, none proven",
                ["0 votes_1=72 votes_2=96", "1 votes_1=10 votes_2=20"],
                ["0 votes_1=75 votes_2=96", "1 votes_1=13 votes_2=20"],
                certified: "votes_1=85 votes_2=116",
                Named(0, .compatible, .otherForm(reading: 1, row: 0)),
                Named(1, .compatible, .otherForm(reading: 1, row: 1))
            ),
            Row(
                "one station by two figures that say the same is proven by both",
                ["0 votes_1=72 votes_2=96 valid=171", "1 votes_1=10 votes_2=20"],
                ["0 votes_1=75 votes_2=96"],
                certified: "votes_1=85 votes_2=116",
                Named(0, .proven, .otherForm(reading: 1, row: 0)),
                Named(0, .proven, .contradiction(contestant: 1))
            ),
            Row(
                "it takes two stations: compatible",
                ["0 votes_1=72 votes_2=96", "1 votes_1=10 votes_2=20"],
                ["0 votes_1=75 votes_2=96", "1 votes_1=10 votes_2=22"],
                certified: "votes_1=85 votes_2=118",
                Named(0, .compatible, .otherForm(reading: 1, row: 0)),
                Named(1, .compatible, .otherForm(reading: 1, row: 1))
            ),
            Row(
                "it takes two stations, and both say so twice",
                ["0 votes_1=72 votes_2=96 valid=171", "1 votes_1=10 votes_2=20 valid=32"],
                ["0 votes_1=75 votes_2=96 valid=171", "1 votes_1=10 votes_2=22 valid=32"],
                certified: "votes_1=85 votes_2=118",
                Named(0, .compatible, .otherForm(reading: 1, row: 0)),
                Named(1, .compatible, .otherForm(reading: 1, row: 1))
            ),
            Row(
                "other figures that do not fit name nobody",
                ["0 votes_1=72 votes_2=96", "1 votes_1=10 votes_2=20"],
                ["0 votes_1=75 votes_2=96", "1 votes_1=11 votes_2=20"],
                certified: "votes_1=84 votes_2=116"
            ),
            Row(
                "nothing differs",
                ["0 votes_1=72 votes_2=96 valid=162", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=116"
            ),
            Row(
                "a certified figure is missing",
                ["0 votes_1=72 votes_2=96 valid=162", "1 votes_1=10 votes_2=20"],
                certified: "votes_2=110"
            ),
            Row(
                "not every station is in",
                ["0 votes_1=72 votes_2=96 valid=162"],
                certified: "votes_1=72 votes_2=90"
            ),
            Row(
                "the first vote before a re-vote fits",
                ["0 votes_1=72 votes_2=96", "0 psu votes_1=60 votes_2=96", "1 votes_1=10 votes_2=20"],
                certified: "votes_1=82 votes_2=116",
                Named(0, .proven, .otherForm(reading: 0, row: 0))
            ),
        ]
    )
    func named(row: Row) throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 2)]
        office.papers[0].readings = [row.first, row.second]
        office.papers[0].certified = ["73.12.01.1001 \(row.certified)"]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        let comparison = try #require(result.comparison.first)
        let explanations = snapshot.explanations(of: comparison, in: result)
        #expect(explanations.map { Named($0.station, $0.strength, $0.evidence) } == row.named)
        for language in Language.allCases {
            let sentences = ExplanationWords(snapshot, language).sentences(comparison, result)
            #expect(sentences.count == max(1, row.named.count))
            #expect(sentences.allSatisfy { !$0.hasSuffix(": ") })
        }
    }

    @Test("three stations with other figures make a pair only where one pair fits")
    func pairs() throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 3)]
        let forms = (0..<3).map { "\($0) votes_1=50 votes_2=50" }
        office.papers[0].certified = ["73.12.01.1001 votes_1=153 votes_2=150"]
        func stations(_ others: [Int]) throws -> [Int] {
            office.papers[0].readings = [
                forms, others.enumerated().map { "\($0) votes_1=\(50 + $1) votes_2=50" },
            ]
            let snapshot = try office.snapshot()
            let result = try #require(snapshot.result(of: .president))
            return snapshot.explanations(of: try #require(result.comparison.first), in: result).map(\.station)
        }
        #expect(try stations([1, 2, 7]) == [0, 1])
        #expect(try stations([1, 2, 1]) == [])  // The second with either of the others.
        #expect(try stations([1, 1, 1]) == [])  // It would take three.
        #expect(try stations([9, -6, 7]) == [0, 1])
    }

    @Test("a station's own column of the recapitulation fits before anything is unexplained")
    func column() throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 2)]
        office.papers[0].readings = [["0 votes_1=72 votes_2=96", "1 votes_1=10 votes_2=20"]]
        office.papers[0].certified = [
            "73.12.01.1001 votes_1=82 votes_2=107", "73.12.01.1001-1 votes_1=72 votes_2=96",
            "73.12.01.1001-2 votes_1=10 votes_2=11",
        ]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        let named = snapshot.explanations(of: try #require(result.comparison.first), in: result)
        #expect(named.map(\.station) == [1])
        #expect(named.map(\.evidence) == [.certifiedColumn])
        #expect(named.map(\.change) == [[0, -9]])
    }

    @Test("hundreds of stations that contradict themselves are looked through at once")
    func many() throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 400)]
        office.papers[0].readings = [
            (0..<400).map { "\($0) votes_1=50 votes_2=50 valid=\(101 + $0) invalid=0 total=\(101 + $0)" }
        ]
        office.papers[0].certified = ["73.12.01.1001 votes_1=20000 votes_2=20003"]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        let named = snapshot.explanations(of: try #require(result.comparison.first), in: result)
        // Station 3 lacks three votes; so do stations 1 and 2 together, which is the lesser story.
        #expect(named.map(\.station) == [2])
        #expect(named.map(\.strength) == [.proven])
    }

    @Test("before re-votes, the first forms are what is explained")
    func beforeRevotes() throws {
        var office = Office()
        office.villages = [("73.12.01.1001", 1)]
        office.papers[0].readings = [["0 votes_1=72 votes_2=96", "0 psu votes_1=60 votes_2=90"]]
        office.papers[0].certified = ["73.12.01.1001 votes_1=60 votes_2=90"]
        let snapshot = try office.snapshot()
        let result = try #require(snapshot.result(of: .president))
        #expect(result.comparison.map(\.agreement) == [.equal])
        let first = try #require(result.firstComparison?.first)
        #expect(first.differences == [-12, -6])
        let named = snapshot.explanations(of: first, in: result, beforeRevotes: true)
        #expect(named.map(\.evidence) == [.otherForm(reading: 0, row: 1)])
        #expect(named.map(\.strength) == [.proven])
    }
}
