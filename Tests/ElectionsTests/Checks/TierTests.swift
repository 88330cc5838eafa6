import Elections
import Testing

@Suite("Checks from tier to tier")
struct TierTests {
    private static let forms = [
        "0 votes_1=10 votes_2=20", "1 votes_1=30 votes_2=40", "2 votes_1=50 votes_2=60",
        "3 votes_1=70 votes_2=80", "4 votes_1=90 votes_2=100",
    ]

    /// A row: certified lines, and the regions at which a check fails; `nil` where it is not applicable.
    struct Row: Sendable, CustomTestStringConvertible {
        let check: String
        let reason: String
        let certified: [String]
        let forms: [String]
        let failing: [String]?

        init(
            _ check: String,
            _ reason: String,
            _ certified: [String],
            forms: [String] = TierTests.forms,
            failing: [String]?
        ) {
            self.check = check
            self.reason = reason
            self.certified = certified
            self.forms = forms
            self.failing = failing
        }

        var testDescription: String { "\(check): \(reason)" }
    }

    @Test(
        "name the regions whose certificates do not hold",
        arguments: [
            Row("R01", "a village is its stations", ["73.12.01.1001 votes_1=40 votes_2=60"], failing: []),
            Row(
                "R01",
                "a village is not",
                ["73.12.01.1001 votes_1=40 votes_2=61"],
                failing: ["73.12.01.1001"]
            ),
            Row(
                "R01",
                "a subdistrict is held against its villages' certificates, not against the stations",
                [
                    "73.12.01 votes_1=91 votes_2=120", "73.12.01.1001 votes_1=41 votes_2=60",
                    "73.12.01.2002 votes_1=50 votes_2=60",
                ],
                failing: ["73.12.01.1001"]
            ),
            Row(
                "R01",
                "a subdistrict one of whose villages is not certified is held against the stations",
                ["73.12.01 votes_1=91 votes_2=120", "73.12.01.1001 votes_1=40 votes_2=60"],
                failing: ["73.12.01"]
            ),
            Row(
                "R01",
                "not every station is in",
                ["73.12.01.1001 votes_1=40 votes_2=61"],
                forms: Array(forms.dropFirst()),
                failing: nil
            ),
            Row(
                "R01",
                "votes are shifted where nobody adds them up: invalid ones appear on the way",
                [
                    "73.12.01 votes_1=90 votes_2=120 invalid=9",
                    "73.12.01.1001 votes_1=40 votes_2=60 invalid=2",
                    "73.12.01.2002 votes_1=50 votes_2=60 invalid=2",
                ],
                failing: ["73.12.01"]
            ),
            Row(
                "R01",
                "the stations' columns are not the village's",
                [
                    "73.12.01.1001 votes_1=40 votes_2=60", "73.12.01.1001-1 votes_1=1 votes_2=1",
                    "73.12.01.1001-2 votes_1=1 votes_2=1",
                ],
                failing: ["73.12.01.1001"]
            ),
            Row("R01", "a figure is missing", ["73.12.01.1001 votes_1= votes_2="], failing: nil),
            Row("R02", "every station is in", ["73.12.01 votes_1=1"], failing: []),
            Row(
                "R02",
                "a form without its votes is not read",
                ["73.12.02.2001 votes_1=1"],
                forms: Array(forms.dropLast()) + ["4 valid=190 total=190"],
                failing: ["73.12.02.2001"]
            ),
            Row(
                "R02",
                "a station of one village is missing",
                ["73.12 votes_1=1", "73.12.01.1001 votes_1=1", "73.12.02.2001 votes_1=1"],
                forms: Array(forms.dropFirst()),
                failing: ["73.12", "73.12.01.1001"]
            ),
            Row("R03", "it adds up", ["73.12 votes_1=5 votes_2=6 valid=11 invalid=1 total=12"], failing: []),
            Row(
                "R03",
                "it does not",
                ["73.12 votes_1=5 votes_2=6 valid=11 invalid=1 total=13"],
                failing: ["73.12"]
            ),
            Row("R03", "a contestant is left out", ["73.12 votes_1=5 votes_2="], failing: ["73.12"]),
            Row("R03", "nothing is certified", ["73.12 votes_1= votes_2="], failing: nil),
            Row("R04", "the DPT of a village", ["73.12.01.1001 electorate_dpt_total=210"], failing: []),
            Row("R04", "another one", ["73.12.01.1001 electorate_dpt_total=211"], failing: ["73.12.01.1001"]),
            Row(
                "R04",
                "men for women",
                ["73.12.01.1001 electorate_dpt_male=110"],
                failing: ["73.12.01.1001"]
            ),
            Row(
                "R04",
                "the register has a gap there",
                ["73.12.02.2001 electorate_dpt_total=5"],
                failing: nil
            ),
            Row("R05", "both contestants", ["73.12 votes_1=0 votes_2=0"], failing: []),
            Row("R05", "one of them only", ["73.12 votes_1=5 votes_2="], failing: ["73.12"]),
            Row("R05", "none of them", ["73.12 votes_1= votes_2= valid=7"], failing: nil),
        ]
    )
    func tiers(row: Row) throws {
        var office = Office()
        office.electorate = [0: (50, 55), 1: (50, 55), 2: (10, 20), 3: (30, 40)]
        office.papers[0].certified = row.certified
        office.papers[0].readings = [row.forms]
        let snapshot = try office.snapshot()
        let tallies = snapshot.tallies(row.check).filter { $0.source == .certified(.president) }
        let regions = snapshot.findings(row.check).compactMap { finding -> String? in
            if case .region(.president, let code) = finding.subject { code.description } else { nil }
        }
        guard let failing = row.failing else {
            #expect(tallies.isEmpty)
            #expect(regions.isEmpty)
            return
        }
        var seen: Set<String> = []
        #expect(regions.filter { seen.insert($0).inserted } == failing)
        #expect(tallies.map(\.failures) == [failing.count])
    }

    @Test("R02 counts the stations that have the ballot")
    func limitedBallots() throws {
        var office = Office()
        office.limitedBallots = [0: [.senate]]
        office.papers[0].readings = [Array(Self.forms.dropFirst())]
        office.papers[0].certified = ["73.12.01.1001 votes_1=30 votes_2=40"]
        #expect(try office.snapshot().findings("R02").isEmpty)
        #expect(try office.snapshot().findings("R01").isEmpty)
        office.limitedBallots = [0: [.president]]
        let finding = try #require(try office.snapshot().findings("R02").first)
        #expect(finding.reason == .stations(read: 1, of: 2))
    }

    @Test("R06 holds for signed files, and is asked of no others")
    func files() throws {
        func file(_ path: String, _ found: String?) -> SourceFile {
            SourceFile(
                path: path,
                nature: .reading,
                source: LocalizedText(id: "uji", en: "test"),
                signature: found.map { SourceFile.Signature(signed: "aa", found: $0) }
            )
        }
        var office = Office()
        office.papers[0].readings = [Self.forms]
        office.files = [file("a.csv", "aa"), file("b.csv", "ab"), file("c.csv", nil)]
        let finding = try #require(try office.snapshot().findings("R06").first)
        #expect(finding.subject == .file("b.csv"))
        #expect(finding.reason == .digest(signed: "aa", found: "ab"))
        let tally = try #require(try office.snapshot().tallies("R06").first)
        #expect((tally.all, tally.applicable, tally.failures) == (3, 2, 1))
        office.files = [file("c.csv", nil)]
        #expect(try office.snapshot().tallies("R06").isEmpty)
    }

    @Test("R03 knows the lists of the district a certificate is of, and asks of none that spans several")
    func lists() throws {
        var office = Office()
        office.papers = [
            Office.Papers(
                ballot: .regencyCouncil,
                lists: [1: [1: [1, 2], 2: [1]], 2: [1: [1], 2: []]],
                districts: [1: "73.12.01", 2: "73.12.02"],
                certified: [
                    "73.12.01.1001 votes_1=30 party_1=10 candidate_1_1=15 candidate_1_2=5 votes_2=3 party_2=2 "
                        + "candidate_2_1=1",
                    "73.12.02.2001 votes_1=30 party_1=10 candidate_1_1=20 votes_2=2 party_2=2",
                    "73.12 votes_1=60 party_1=20 candidate_1_1=35 candidate_1_2=5 votes_2=5 party_2=4",
                ]
            )
        ]
        #expect(try office.snapshot().findings("R03").isEmpty)
        office.papers[0].certified[1] += "0"
        let subjects = try office.snapshot().findings("R03").map(\.subject)
        #expect(subjects == [.region(.regencyCouncil, try RegionCode(parsing: "73.12.02.2001"))])
    }
}
