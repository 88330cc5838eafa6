import Elections
import Foundation
import Testing

@testable import Exchange

@Suite("An import into a folder that is there")
struct ExistingFolderTests {
    private static let yaml = "election.yaml"
    private static let header = "village,station,votes_1,votes_2,valid,invalid,total\n"

    /// The tiny folder with something done to it, and a table to import.
    private func files(
        _ rows: String,
        reading: String? = nil,
        _ change: TinyFolder.Change = .none
    ) throws -> ImportFiles {
        var files = ImportFiles(["t.csv": Self.header + rows], source: .situng)
        files.folder = try TinyFolder(change).files
        files.reading = reading
        return files
    }

    @Test("adds a reading, and leaves every other line as it is")
    func newReading() async throws {
        let files = try files("73.12.01.1001,1,61,40,101,2,103\n")
        let outcome = try await files.run()
        #expect(outcome.actions == [.added])
        let before = TinyFolder.text(Self.yaml).split(separator: "\n", omittingEmptySubsequences: false)
        let after = (outcome.files[Self.yaml] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let added = after.difference(from: before)
        #expect(added.removals.isEmpty)
        #expect(added.insertions.count == 10, "five lines of the reading, five of its file")
        #expect(outcome.election?.contests.first?.readings.map(\.id) == ["office", "situng"])
        #expect(outcome.files.count == TinyFolder.files.count + 1, "nothing is left behind")
        #expect(outcome.files["readings-situng.csv"] == Self.header + "73.12.01.1001,1,61,40,101,2,103\n")
    }

    @Test(
        "says of every form what becomes of it",
        arguments: [
            ("73.12.01.1001,1,60,40,100,2,102", .skipped(.alreadyThere), "the same figures"),
            (
                "73.12.01.1001,1,60,41,100,2,102",
                .conflict([ImportPlan.Difference(field: .votes(2), present: 40, offered: 41)]),
                "other figures"
            ),
            (
                "73.12.01.1001,1,60,,100,2,102",
                .conflict([ImportPlan.Difference(field: .votes(2), present: 40, offered: nil)]),
                "a figure that is missing is not the same as one that is there"
            ),
            ("73.12.02.1001,1,7,8,15,0,15", .added, "a form whose row is there and empty"),
            ("73.12.01.1001,9,7,8,15,0,15", .skipped(.stationUnknown), "a station nobody registered"),
            ("73.12.09.1001,1,7,8,15,0,15", .skipped(.villageUnknown), "a village nobody registered"),
            ("73.12.01.1001,1,,,,,", .skipped(.nothingEntered), "nothing on it"),
        ] as [(String, ImportPlan.Action, Comment)]
    )
    func actions(row: String, action: ImportPlan.Action, reason: Comment) async throws {
        let outcome = try await files(row + "\n", reading: "office").run()
        #expect(outcome.actions == [action], reason)
        #expect(outcome.plan.changesNothing == (action != .added), reason)
        if outcome.plan.changesNothing {
            #expect(outcome.files == TinyFolder.files, reason)
        } else {
            #expect(outcome.files.filter { $0.key != "readings.csv" }.count == TinyFolder.files.count - 1)
        }
    }

    @Test("fills the empty row of a form, and keeps columns it knows nothing of")
    func emptyRow() async throws {
        let table = """
            note,village,station,votes_1,votes_2,valid,invalid,total,signed_members
            a,73.12.01.1001,1,60,40,100,2,102,7
            "b, c",73.12.02.1001,1,,,,,,6

            """
        let files = try files(
            "73.12.02.1001,1,7,8,15,0,15\n",
            reading: "office",
            .text("readings.csv", table)
        )
        #expect(
            try await files.run().files["readings.csv"] == """
                note,village,station,votes_1,votes_2,valid,invalid,total,signed_members
                a,73.12.01.1001,1,60,40,100,2,102,7
                "b, c",73.12.02.1001,1,7,8,15,0,15,6

                """
        )
    }

    @Test("replaces where it is told to, and nothing else of the row")
    func replaced() async throws {
        var files = try files(
            "73.12.01.1001,1,60,41,101,2,103\n73.12.01.1001,2,50,30,80,1,81\n",
            reading: "office"
        )
        files.replaces = true
        let outcome = try await files.run()
        #expect(outcome.actions.last == .skipped(.alreadyThere))
        #expect(
            outcome.files["readings.csv"]
                == TinyFolder.text("readings.csv").replacing("1,60,40,100,2,102", with: "1,60,41,101,2,103")
        )
    }

    @Test("adds a later version beside the first vote, with its column")
    func version() async throws {
        var files = try files("", reading: "office")
        files.inputs["t.csv"] = Array(
            "village,station,v1,v2,psu\n73.12.01.1001,1,55,40,Pemungutan Suara Ulang\n".utf8
        )
        let outcome = try await files.run()
        #expect(outcome.actions == [.added])
        #expect(outcome.files["readings.csv"]?.hasPrefix(Self.header.dropLast() + ",version\n") == true)
        #expect(outcome.files["readings.csv"]?.hasSuffix("73.12.01.1001,1,55,40,,,,psu\n") == true)
    }

    @Test("adds stations of known villages where it is told to")
    func register() async throws {
        var files = try files("", .replace("reported.csv", "73.12.01.1001,2,", with: "73.12.01.1001,,"))
        files.inputs["t.csv"] = Array(
            """
            village,station,v1,v2,roll_male,roll_female
            73.12.01.1001,3,5,4,50,60
            73.12.09.1001,1,5,4,50,60

            """.utf8
        )
        files.addsStations = true
        let outcome = try await files.run()
        #expect(outcome.actions == [.addedWithStation, .skipped(.villageUnknown)])
        #expect(outcome.plan.newStations == 1)
        #expect(outcome.files["stations.csv"] == TinyFolder.text("stations.csv") + "73.12.01.1001,3,50,60\n")
        #expect(outcome.election?.regions.stations.count == 5)
    }

    @Test("changes nothing when the folder would not fit together afterwards")
    func misfit() async throws {
        var files = try files("73.12.01.1001,3,5,4,9,0,9\n")
        files.addsStations = true
        #expect(
            try await files.problems() == [
                Problem("into/reported.csv", 2, "stations", .misfit(.stationsDiffer(register: 3)))
            ]
        )
    }

    @Test("changes nothing when the folder was changed after it was read")
    func meanwhile() async throws {
        let files = try files("73.12.02.1001,1,7,8,15,0,15\n", reading: "office")
        await #expect(throws: Problems([Problem(.fileNotUsed, file: "into/readings.csv")])) {
            try await files.run { folder in
                try Data(Self.header.utf8).write(to: folder.appending(path: "readings.csv"))
            }
        }
    }

    /// A row: what is done to the tiny folder, the reading asked for, and what is then wrong.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: TinyFolder.Change
        let reading: String
        let problem: Problem

        init(_ reason: String, _ change: TinyFolder.Change, _ reading: String, _ problem: Problem) {
            testDescription = reason
            self.change = change
            self.reading = reading
            self.problem = problem
        }
    }

    @Test(
        "refuses a folder it cannot change without harm",
        arguments: [
            Refusal(
                "a folder with something wrong in it",
                .replace("pairs.csv", "#112233", with: "red"),
                "new",
                Problem("into/pairs.csv", 2, "colour", .malformed("red", expected: .colour))
            ),
            Refusal(
                "a folder that is none",
                .remove("election.yaml"),
                "new",
                Problem("into/election.yaml", nil, nil, .fileMissing)
            ),
            Refusal(
                "a signed file",
                .replace(
                    "election.yaml",
                    "readings.csv: { nature: reading,",
                    with: "readings.csv: { nature: reading, sha256: \(String(repeating: "0", count: 64)),"
                ),
                "office",
                Problem("into/readings.csv", nil, nil, .misfit(.signedFile))
            ),
            Refusal(
                "a packed file",
                .bytes("readings.csv", Samples.gzip(Array(TinyFolder.text("readings.csv").utf8))),
                "office",
                Problem("into/readings.csv", nil, nil, .misfit(.packedFile))
            ),
            Refusal(
                "a file that is in the way",
                .text("readings-new.csv", "mine"),
                "new",
                Problem("into/readings-new.csv", nil, nil, .misfit(.fileInTheWay))
            ),
            Refusal(
                "readings in brackets",
                .replace(
                    "election.yaml",
                    """
                        readings:
                          - id: office
                            name: { id: Kantor, en: Office }
                            file: readings.csv

                    """,
                    with: "    readings: [{ id: office, name: { id: K, en: O }, file: readings.csv }]\n"
                ),
                "new",
                Problem("into/election.yaml", 11, "readings", .misfit(.inBrackets))
            ),
            Refusal(
                "readings that two ballots share",
                .each([
                    .replace("election.yaml", "readings:", with: "readings: &all"),
                    .replace(
                        "election.yaml",
                        "  - ballot: DPRD_KABKO\n",
                        with: "  - ballot: DPD\n    contestants: pairs.csv\n    readings: *all\n"
                            + "  - ballot: DPRD_KABKO\n"
                    ),
                ]),
                "new",
                Problem("into/election.yaml", nil, nil, .misfit(.cannotInsert))
            ),
        ]
    )
    func refused(row: Refusal) async throws {
        let files = try files("73.12.02.1001,1,7,8,15,0,15\n", reading: row.reading, row.change)
        let found = try await files.problems()
        #expect(found == [row.problem], "found \(found)")
    }

    @Test("refuses a folder of another election")
    func otherLaw() async throws {
        var files = ImportFiles(["7312011001001.json": ImportFiles.sirekap([1, 2, 3])])
        files.folder = try TinyFolder().files
        #expect(
            try await files.problems() == [
                Problem(
                    "into/election.yaml",
                    nil,
                    "law",
                    .malformed("pemilu2019", expected: .oneOf(["pemilu2024"]))
                )
            ]
        )
    }
}
