import Elections
import Testing

@testable import Exchange

@Suite("Entries inserted into election.yaml")
struct DescriptionEditorTests {
    private static let head = """
        format: 1
        name: { id: A, en: B }
        date: 2019-04-17
        law: pemilu2019
        place: "73"
        regions: r.csv
        stations: s.csv
        """

    private static let files = """
        files:
          r.csv: { nature: register, source: { id: R, en: R } }
          s.csv:
            nature: roll
            source:
              id: S
              en: >-
                # not a comment
                S

        """

    private static func lines(indent: Int) -> String {
        let lines = [
            "- id: new", "  name:", "    id: Pembacaan Situng", "    en: Situng reading", "  file: n.csv",
        ]
        return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }

    private func edited(_ text: String) throws -> String {
        var reader = DescriptionReader(file: "e")
        let read = reader.read(text)
        let description = try #require(read, "\(reader.problems)")
        let reading = FolderDescription.BallotFiles.ReadingFile(
            id: "new",
            name: ImportSource.situng.readingName,
            file: "n.csv"
        )
        let hasBallot = description.ballots.contains { $0.ballot == .president }
        let contestants = hasBallot ? [] : [NewFolder.contestantsFile(.pemilu2019)]
        let file = SourceFile(path: "n.csv", nature: .reading, source: LocalizedText(id: "N: #1", en: "N"))
        let editor = DescriptionEditor(file: "e", text, description)
        return try editor.adding(reading, to: .president, files: contestants + [file])
    }

    private static let entry = """
          n.csv:
            nature: reading
            source:
              id: "N: #1"
              en: N

        """

    @Test(
        "stand where a person would write them",
        arguments: [
            (
                "\nballots:\n  - ballot: PPWP\n    contestants: c.csv\n    readings:   # first counts\n"
                    + "      - { id: a, name: { id: A, en: A },\n          file: a.csv }\n",
                6,
                "\n  # The council\n  - ballot: DPR\n    contestants: d.csv\n    readings: []\n\n# Files\n",
                "behind an entry of two lines, before a comment further out"
            ),
            (
                "\nballots:\n- ballot: PPWP\n  contestants: c.csv\n  readings:\n  - id: a\n"
                    + "    name: {id: A, en: A}\n    file: a.csv\n  # kept with it\n",
                2, "  certified: z.csv\n", "lists that are not indented"
            ),
        ]
    )
    func inserted(before: String, indent: Int, after: String, reason: Comment) throws {
        let text = Self.head + before + after + Self.files
        let expected = Self.head + before + Self.lines(indent: indent) + after + Self.files + Self.entry
        #expect(try edited(text) == expected, reason)
    }

    @Test("keep the ends of lines that the file has")
    func returns() throws {
        let text =
            Self.head + "\nballots:\n  - ballot: PPWP\n    contestants: c.csv\n    readings:\n      - id: a\n"
            + "        name: { id: A, en: A }\n        file: a.csv\n" + Self.files
        let result = try edited(text.replacing("\n", with: "\r\n"))
        #expect(try result == edited(text).replacing("\n", with: "\r\n"))
    }

    @Test("come with what they need: the list of readings, or the ballot")
    func whole() throws {
        let reported = Self.head + "\nballots:\n  - ballot: PPWP\n    contestants: c.csv\n"
        let withReadings = try edited(reported + "    reported: v.csv\n" + Self.files)
        #expect(
            withReadings.contains("    reported: v.csv\n    readings:\n" + Self.lines(indent: 6) + "files:\n")
        )
        let other = Self.head + "\nballots:\n  - ballot: DPR\n    contestants: c.csv\n    reported: v.csv\n"
        let withBallot = try edited(other + Self.files)
        #expect(
            withBallot.contains(
                "    reported: v.csv\n  - ballot: PPWP\n    contestants: ppwp/contestants.csv\n    readings:\n"
                    + Self.lines(indent: 6) + "files:\n"
            )
        )
    }
}
