import Foundation
import Glibc
import Testing

@Suite("pleno new, journal and verify")
struct OfficeCommandTests {
    private static let example = "Examples/soppeng-2019"

    /// An office on the example, in a folder that is not there yet.
    private func office(_ scratch: borrowing Scratch) async throws -> String {
        let office = scratch.path + "/far/away/soppeng"
        let run = try await Command.run("new", office, "--from", Self.example)
        #expect(run.errors == "")
        #expect(run.output == "\(office): office opened with 7 journal entries\n")
        return office
    }

    @Test(
        "an office knows what its folder knew",
        arguments: [["show"], ["check"], ["check", "--format", "csv"]]
    )
    func same(words: [String]) async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        func run(_ place: String) async throws -> Command.Outcome {
            try await Command.run([words[0], place] + words.dropFirst())
        }
        let (mine, known) = (try await run(office), try await run(Self.example))
        #expect(mine.output.replacingOccurrences(of: office, with: Self.example) == known.output)
        #expect((mine.status, mine.errors) == (0, ""))
    }

    @Test("the journal tells who wrote the figures of a station, and whence")
    func journal() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let all = try await Command.run("journal", office, "--format", "csv")
        #expect(all.lines.count == 15)
        let bila = try await Command.run(
            "journal",
            office,
            "--station",
            "73.12.04.1005-007",
            "--format",
            "csv"
        )
        #expect(bila.lines.count == 3)
        #expect(
            bila.output.contains(
                "\"office, reguler: votes_1 72, votes_2 96, valid 162, invalid 3, total 165\""
            )
        )
        let seats = try await Command.run("journal", office, "--act", "seats-determined", "--format", "json")
        #expect(seats.output.contains("\"detail\":\"30 seats\""))
        let nobody = try await Command.run("journal", office, "--account", "nobody", "--format", "csv")
        #expect(nobody.lines.count == 1)
    }

    @Test("verify finds every entry true, and prints the head of the tree")
    func verify() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let run = try await Command.run("verify", office)
        #expect(run.status == 0)
        #expect(run.lines.first == "\(office): 7 entries, 14 acts, 1566 forms: everything holds")
        #expect(run.lines.last?.count == "tree root: ".count + 64)
    }

    @Test("verify names the entry that was changed in the file")
    func changed() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let file = URL(filePath: office + "/journal.sqlite")
        // Everything was moved into one file when the office was closed; the others may go.
        for more in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + more) }
        var bytes = try Data(contentsOf: file)
        let place = try #require(bytes.range(of: Data("73.12.04.1005".utf8), options: .backwards))
        bytes[place.lowerBound + 1] = UInt8(ascii: "9")
        try bytes.write(to: file)
        let run = try await Command.run("verify", office)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("\(office): entry "), "\(run.errors)")
    }

    @Test("nothing is left behind by an office that could not be opened")
    func refused() async throws {
        let scratch = try Scratch()
        _ = try scratch.file("election.yaml", "format: 1\n")
        let office = scratch.path + "/o"
        let run = try await Command.run("new", office, "--from", scratch.path)
        #expect(run.status == 2)
        #expect(!FileManager.default.fileExists(atPath: office))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.hasPrefix("o") }
                == []
        )
    }

    @Test("what is there already is not touched")
    func existing() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let run = try await Command.run("new", office, "--from", Self.example)
        #expect(run.status == 2)
        #expect(run.errors.contains("there is something already"))
        #expect(try await Command.run("verify", office).status == 0)
    }

    @Test(
        "bad words are refused with what is expected",
        arguments: [
            (["--station", "7"], "expected a station such as"),
            (["--station", "73.12-1"], "expected a station"),
            (["--station", "73.12.04.1005-x"], "expected a station"),
            (["--act", "x"], "expected one of election"),
            (["--ballot", "x"], "expected one of PPWP"),
        ]
    )
    func words(words: [String], expected: String) async throws {
        let run = try await Command.run(["journal", "nowhere"] + words)
        #expect(run.status == 2)
        #expect(run.errors.contains(expected))
    }

    @Test("an office that is not there is not there", arguments: ["verify", "journal"])
    func missing(command: String) async throws {
        let scratch = try Scratch()
        let run = try await Command.run(command, scratch.path + "/nowhere")
        #expect(run.status == 2)
        #expect(run.errors.contains("not there"))
    }

    @Test("a second process may read an office that is served, and not work in it")
    func inUse() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let site = try await RunningSite.start(office)
        #expect(try await site.get("/en/").contains("Golkar"))
        let second = try await Command.run("serve", office, "--port", "0")
        #expect(second.status == 1)
        #expect(second.errors.contains("in use by another process"))
        #expect(try await Command.run("verify", office).status == 0)
        #expect(try await site.stop(SIGTERM).status == 0)
    }

    @Test("a backup of an office that is served is that office, wherever it is restored")
    func backup() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        let (copy, again) = (scratch.path + "/copy", scratch.path + "/again")
        let site = try await RunningSite.start(office)
        let made = try await Command.run("backup", office, copy)
        #expect(made.output == "\(copy): 7 entries and 0 pieces of evidence copied and verified\n")
        #expect(try await site.stop(SIGTERM).status == 0)
        #expect(try await Command.run("restore", copy, again).status == 0)
        let heads = [try await Command.run("verify", office), try await Command.run("verify", again)]
        #expect(heads[0].lines.last == heads[1].lines.last)
        #expect(heads.map(\.status) == [0, 0])
    }

    @Test("a backup or an office is never written over what is there")
    func notOver() async throws {
        let scratch = try Scratch()
        let office = try await office(scratch)
        _ = try scratch.file("taken", "x")
        for words in [["backup", office, scratch.path], ["restore", office, scratch.path]] {
            let run = try await Command.run(words)
            #expect(run.status != 0)
            #expect(run.errors != "")
        }
        #expect(scratch.text("taken") == "x")
        #expect(try await Command.run("backup", scratch.path + "/nowhere", scratch.path + "/c").status == 2)
    }
}
