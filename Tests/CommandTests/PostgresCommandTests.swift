import Foundation
import Glibc
import TestSupport
import Testing

@Suite("An office on a PostgreSQL")
struct PostgresCommandTests {
    private static let example = "Examples/soppeng-2019"
    private static let password = PostgresServer.environment

    /// An address nobody else has.
    private func address() async throws -> String {
        try await PostgresServer.shared.value.address(office: "o\(UInt64.random(in: .min ... .max))")
    }

    private func run(_ words: String...) async throws -> Command.Outcome {
        try await Command.run(words, environment: Self.password)
    }

    @Test("is opened, read, verified and copied as one in a directory")
    func same() async throws {
        let scratch = try Scratch()
        let (address, copy, again) = (try await address(), scratch.path + "/copy", scratch.path + "/again")
        let made = try await run("new", address, "--from", Self.example)
        #expect(
            made
                == Command.Outcome(
                    status: 0,
                    output: "\(address): office opened with 7 journal entries\n",
                    errors: ""
                )
        )
        for words in [["show"], ["check", "--format", "csv"]] {
            let mine = try await Command.run(
                [words[0], address] + words.dropFirst(),
                environment: Self.password
            )
            let known = try await Command.run([words[0], Self.example] + words.dropFirst())
            #expect(mine.output.replacingOccurrences(of: address, with: Self.example) == known.output)
            #expect((mine.status, mine.errors) == (0, ""))
        }
        #expect(try await run("journal", address, "--format", "csv").lines.count == 15)
        let head = try await run("verify", address)
        #expect(head.lines.first == "\(address): 7 entries, 14 acts, 1566 forms: everything holds")
        let backup = try await run("backup", address, copy)
        #expect(backup.output == "\(copy): 7 entries and 0 pieces of evidence copied and verified\n")
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: copy)) == ["journal.sqlite", "evidence"]
        )
        #expect(try await run("restore", copy, again).status == 0)
        for place in [copy, again] { #expect(try await run("verify", place).lines.last == head.lines.last) }
        let taken = try await run("new", address, "--from", Self.example)
        #expect(taken.status == 2)
        #expect(taken.errors.contains("there is an office already, with 7 entries"))
    }

    @Test("is served by several at once, and still open to readers")
    func servedTwice() async throws {
        let address = try await address()
        _ = try await run("new", address, "--from", Self.example)
        let first = try await RunningSite.start(address, Self.password)
        let second = try await RunningSite.start(address, Self.password)
        #expect(try await first.get("/en/").contains("Soppeng"))
        #expect(try await second.get("/en/").contains("Soppeng"))
        #expect(try await run("verify", address).status == 0)
        #expect(try await first.stop(SIGTERM).status == 0)
        #expect(try await second.stop(SIGTERM).status == 0)
    }

    @Test("is not made by reading, serving or copying what is not there")
    func nothing() async throws {
        let scratch = try Scratch()
        let address = try await address()
        for words in [
            ["serve", address, "--port", "0"], ["show", address], ["backup", address, scratch.path + "/c"],
        ] {
            let run = try await Command.run(words, environment: Self.password)
            #expect(run.status == 2)
            #expect(run.errors.contains("not there"), "\(run.errors)")
        }
        #expect(try await run("new", address, "--from", Self.example).status == 0)
    }

    @Test("takes over the journal of a directory with the same tree head, once")
    func migrating() async throws {
        let scratch = try Scratch()
        let (address, office) = (try await address(), scratch.path + "/o")
        _ = try await run("new", office, "--from", Self.example)
        let head = try await run("verify", office).lines.last?.split(separator: " ").last
        let moved = try await run("migrate", office, address)
        #expect(moved.status == 0)
        #expect(
            moved.lines == [
                "\(address): 7 entries copied, read again, and everything holds",
                "tree root on both sides: \(head ?? "")",
            ]
        )
        #expect(try await run("verify", address).lines.last?.split(separator: " ").last == head)
        let again = try await run("migrate", office, address)
        #expect(again.status == 2)
        #expect(
            again.errors == "\(address): there is an office already, with 7 entries; choose another name\n"
        )
    }

    @Test("is not made of an office that somebody works in, or that holds evidence, or of none")
    func refusals() async throws {
        let scratch = try Scratch()
        let (address, office) = (try await address(), scratch.path + "/o")
        _ = try await run("new", office, "--from", Self.example)
        let site = try await RunningSite.start(office)
        let used = try await run("migrate", office, address)
        #expect(used.status == 1)
        #expect(used.errors.contains("in use by another process"))
        #expect(try await site.stop(SIGTERM).status == 0)
        #expect(try await run("migrate", scratch.path + "/none", address).status == 2)
        let digest = "ab" + String(repeating: "0", count: 62)
        let folder = "\(office)/evidence/\(digest.prefix(2))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("%PDF-1.4\n%%EOF\n".utf8).write(to: URL(filePath: "\(folder)/\(digest.dropFirst(2))"))
        let full = try await run("migrate", office, address)
        #expect(full.status == 2)
        #expect(full.errors.contains("it holds 1 pieces of evidence"))
        #expect(try await run("verify", address).errors.contains("not there"))
    }

    @Test(
        "is refused clearly where it cannot be, with no word of a password",
        arguments: [
            (["show", "postgresql://pleno:secret@127.0.0.1/db?office=o"], 2, "a password must not stand"),
            (
                ["backup", "postgresql://127.0.0.1/db?office=o&password=secret", "copy"], 2,
                "a password must not"
            ),
            (["verify", "postgresql://127.0.0.1/db"], 2, "without the name of one office"),
            (["check", "postgresql://127.0.0.1/db?office=o&colour=red"], 2, "no address of a PostgreSQL"),
            (["journal", "postgresql://127.0.0.1:1/db?office=o"], 1, "not reachable"),
            (
                ["new", "postgresql://127.0.0.1:1/db?office=o", "--from", "Examples/soppeng-2019"], 1,
                "not reachable"
            ),
            (["migrate", "postgresql:///?office=o", "postgresql:///?office=p"], 2, "expected a directory"),
            (["restore", "copy", "postgresql:///?office=o"], 2, "expected a directory"),
            (["backup", "office", "postgresql:///?office=o"], 2, "expected a directory"),
            (["migrate", "office", "elsewhere"], 2, "without the name of one office"),
        ] as [([String], Int32, String)]
    )
    func bad(words: [String], status: Int32, expected: String) async throws {
        let run = try await Command.run(words)
        #expect(run.status == status)
        #expect(run.errors.contains(expected), "\(run.errors)")
        #expect(!run.errors.contains("secret") && run.output == "")
        #expect(!FileManager.default.fileExists(atPath: Command.repository.path + "/postgresql:"))
    }

    @Test("killed while it is made, it was never there")
    func interrupted() async throws {
        let scratch = try Scratch()
        let (address, office) = (try await address(), scratch.path + "/o")
        _ = try await run("new", office, "--from", Self.example)
        for delay in [30, 60, 90, 120, 180] {
            let process = try Command.start(["migrate", office, address], Self.password, scratch)
            try await Task.sleep(for: .milliseconds(delay))
            process.send(SIGKILL)
            let status = await process.ended().status
            let seen = try await run("verify", address)
            // All of it or nothing; and the directory as it was.
            if seen.status == 0 { return #expect(seen.output.contains("7 entries")) }
            #expect(status == nil && seen.errors.contains("not there"), "\(seen.errors)")
            #expect(try await run("verify", office).status == 0)
        }
        #expect(try await run("migrate", office, address).status == 0)
    }
}
