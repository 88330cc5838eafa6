import Elections
import Testing

@Suite("A shift report")
struct ShiftReportTests {
    /// Two villages of one subdistrict, two stations each; certified figures as lines.
    private func report(_ certified: [String], _ readings: [[String]]? = nil) throws -> ShiftReport {
        var office = Office()
        office.villages = [("73.12.01.1001", 2), ("73.12.01.2002", 2)]
        office.papers[0].readings =
            readings ?? [(0..<4).map { "\($0) votes_1=\(10 + $0) votes_2=\(20 + $0)" }]
        office.papers[0].certified = certified
        let snapshot = try office.snapshot()
        return ShiftReport(snapshot, try #require(snapshot.result(of: .president)))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let certified: [String]
        /// Region, against the stations, differences, pattern, standing.
        let rows: [(String, ShiftReport.Basis, [Int], ShiftReport.Pattern, ShiftReport.Standing)]
        var open = 0
        var gainers: [Int] = []

        var testDescription: String { reason }
    }

    @Test(
        "names each difference once, where it came about",
        arguments: [
            Row(
                reason: "everything is what was read",
                certified: [
                    "73.12.01.1001 votes_1=21 votes_2=41", "73.12.01.2002 votes_1=25 votes_2=45",
                    "73.12.01 votes_1=46 votes_2=86",
                ],
                rows: []
            ),
            Row(
                reason: "a village's difference is not named again above it",
                certified: [
                    "73.12.01.1001 votes_1=24 votes_2=41", "73.12.01.2002 votes_1=25 votes_2=45",
                    "73.12.01 votes_1=49 votes_2=86",
                ],
                rows: [("73.12.01.1001", .stations, [3, 0], .inflation, .unexplained)],
                gainers: [1]
            ),
            Row(
                reason: "votes move between the tiers, and from one contestant to the other",
                certified: [
                    "73.12.01.1001 votes_1=21 votes_2=41", "73.12.01.2002 votes_1=25 votes_2=45",
                    "73.12.01 votes_1=42 votes_2=90",
                ],
                rows: [("73.12.01", .certified, [-4, 4], .shift, .unexplained)],
                gainers: [2]
            ),
            Row(
                reason: "what one village takes another gives back: nobody gained",
                certified: [
                    "73.12.01.1001 votes_1=26 votes_2=41", "73.12.01.2002 votes_1=16 votes_2=45",
                    "73.12.01 votes_1=42 votes_2=86",
                ],
                rows: [
                    ("73.12.01.2002", .stations, [-9, 0], .loss, .unexplained),
                    ("73.12.01.1001", .stations, [5, 0], .inflation, .unexplained),
                ]
            ),
            Row(
                reason: "a village is not certified: the subdistrict is held against all its stations",
                certified: ["73.12.01.1001 votes_1=21 votes_2=41", "73.12.01 votes_1=50 votes_2=86"],
                rows: [("73.12.01", .stations, [4, 0], .inflation, .unexplained)],
                gainers: [1]
            ),
            Row(
                reason: "no village is certified: the subdistrict is held against its stations",
                certified: ["73.12.01 votes_1=46 votes_2=85"],
                rows: [("73.12.01", .stations, [0, -1], .loss, .unexplained)]
            ),
            Row(
                reason: "a missing figure is not zero",
                certified: ["73.12.01.1001 votes_1=21"],
                rows: [],
                open: 1
            ),
        ]
    )
    func rows(row: Row) throws {
        let report = try report(row.certified)
        #expect(
            report.rows.map {
                "\($0.comparison.region.code) \($0.basis) \($0.differences) \($0.pattern) \($0.standing)"
            }
                == row.rows.map { "\($0) \($1) \($2) \($3) \($4)" }
        )
        #expect(report.open == row.open)
        #expect(report.gainers == row.gainers)
        for language in Language.allCases {
            #expect(!ShiftWords(language).name(.stations).isEmpty)
        }
    }

    @Test("what a station proves stands last, and counts for nobody's gain")
    func explained() throws {
        let report = try report(
            ["73.12.01.1001 votes_1=31 votes_2=41", "73.12.01.2002 votes_1=25 votes_2=44"],
            [(0..<4).map { "\($0) votes_1=\(10 + $0) votes_2=\(20 + $0)" }, ["0 votes_1=20 votes_2=20"]]
        )
        #expect(report.rows.map(\.standing) == [.unexplained, .proven])
        #expect(report.rows.map(\.differences) == [[0, -1], [10, 0]])
        #expect(report.gainers == [])
        #expect(report.balances().map(\.gained) == [10, 0])
        #expect(report.balances([.unexplained]).map(\.lost) == [0, 1])
    }
}
