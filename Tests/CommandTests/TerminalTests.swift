import Foundation
import Testing

@Suite("Pipes and terminals")
struct TerminalTests {
    private static let show = "\"$PLENO\" show Examples/soppeng-2019"
    private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    @Test("a pipe gets no escape codes and no progress")
    func plain() async throws {
        for words in [["show", "Examples/soppeng-2019"], ["check", "Examples/soppeng-2019"], ["--help"]] {
            let run = try await Command.run(words)
            #expect(!run.output.contains("\u{1B}"))
            #expect(!run.output.contains("\r"))
            #expect(run.errors == "")
        }
    }

    @Test(
        "a terminal gets bold headings, unless told not to",
        .enabled(if: hasTerminal),
        arguments: [
            ([:], true, "a terminal"),
            (["NO_COLOR": "1"], false, "no-color.org"),
            (["NO_COLOR": ""], true, "set and empty says nothing"),
            (["TERM": "dumb"], false, "a terminal that knows no escape codes"),
        ] as [([String: String], Bool, Comment)]
    )
    func styled(environment: [String: String], expected: Bool, reason: Comment) async throws {
        let run = try await Command.shell(
            "script -qec '\"$PLENO\" show Examples/soppeng-2019' /dev/null",
            environment: environment
        )
        #expect(run.output.contains("\u{1B}[1m") == expected, reason)
    }

    @Test(
        "a reader that has seen enough ends the program quietly",
        arguments: [
            show, "\"$PLENO\" check Examples/soppeng-2019", "\"$PLENO\" seats --help",
            "\"$PLENO\" seats Tests/Fixtures/seats/norway.csv --steps --format csv",
        ]
    )
    func closedPipe(line: String) async throws {
        let run = try await Command.shell("\(line) | head -1")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.lines.count == 1)
    }

    @Test(
        "a full disk is said, with status 1",
        arguments: [show, "\"$PLENO\" seats Tests/Fixtures/seats/worked-examples.csv"]
    )
    func fullDisk(line: String) async throws {
        let run = try await Command.shell("\(line) > /dev/full")
        #expect(run.status == 1)
        #expect(run.errors == "the result could not be written: No space left on device\n")
    }
}
