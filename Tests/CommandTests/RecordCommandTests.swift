import Foundation
import Glibc
import Testing

@Suite("pleno keys, publish, verify and succeed")
struct RecordCommandTests {
    /// An office on the example with keys, in a folder that is gone with the test.
    private struct Place: ~Copyable {
        let scratch: Scratch
        var office: String { scratch.path + "/office" }
        var keys: String { scratch.path + "/keys" }
        var site: String { scratch.path + "/site" }
    }

    private func run(_ words: String...) async throws -> Command.Outcome {
        let run = try await Command.run(words)
        #expect(run.errors == "", "\(words)")
        #expect(run.status == 0, "\(words)")
        return run
    }

    private func place(rehearsal: Bool = false) async throws -> Place {
        let place = Place(scratch: try Scratch())
        _ = try await run("new", place.office, "--from", "Examples/soppeng-2019")
        _ = try await run("keys", "new", place.keys, "--name", "example.org/soppeng")
        let words = ["keys", "announce", place.office, place.keys] + (rehearsal ? ["--rehearsal"] : [])
        #expect(try await Command.run(words).status == 0)
        return place
    }

    /// The line of a policy for the log's key.
    private func policyLine(_ place: borrowing Place) async throws -> String {
        let lines = try await run("keys", "show", place.keys).lines
        return try #require(lines.first { $0.hasPrefix("log example.org/soppeng/record+") })
    }

    @Test("what is published holds, by the record's own key and by a policy")
    func publish() async throws {
        let place = try await place()
        let published = try await run("publish", place.office, place.site, "--keys", place.keys)
        #expect(published.lines.first == "\(place.site)/record: 157 publications of 9 journal entries")
        let verified = try await run("verify", place.site)
        #expect(
            verified.lines.first
                == "\(place.site)/record: 157 publications, 154 acts, 3 results added up again: everything holds"
        )
        #expect(verified.output.contains("without --policy"))
        let policy = try place.scratch.file("policy", try await policyLine(place) + "\nquorum none\n")
        let believed = try await run("verify", place.site, "--policy", policy)
        #expect(!believed.output.contains("without --policy"))
        #expect(
            try await Command.run("verify", place.site + "/record").lines.dropFirst()
                == verified.lines.dropFirst()
        )
    }

    @Test("a policy that knows another key, no line, or nonsense is refused")
    func policies() async throws {
        let place = try await place()
        _ = try await run("publish", place.office, place.site, "--keys", place.keys)
        let other = place.scratch.path + "/other-keys"
        _ = try await run("keys", "new", other, "--name", "example.org/soppeng")
        let line = try #require(
            try await run("keys", "show", other).lines.first {
                $0.hasPrefix("log example.org/soppeng/record+")
            }
        )
        let rows: [(reason: String, text: String, error: String)] = [
            ("another key of the same name", line + "\nquorum none\n", "no signature by a known key"),
            ("no quorum", line + "\n", "there is no line quorum"),
            ("nonsense", "hello\n", "policy:1: \"hello\": expected log, witness, group or quorum"),
        ]
        for row in rows {
            let policy = try place.scratch.file("policy", row.text)
            let run = try await Command.run("verify", place.site, "--policy", policy)
            #expect(run.status == 2, "\(row.reason)")
            #expect(run.errors.contains(row.error), "\(row.reason)")
        }
        #expect(try await Command.run("verify", place.site, "--policy", "nowhere").status == 2)
    }

    @Test("keys are never written over, nor readable by others, and their secret is never printed")
    func secrets() async throws {
        let place = try await place()
        let again = try await Command.run("keys", "new", place.keys, "--name", "example.org/soppeng")
        #expect(again.status == 2)
        for name in ["log.key", "documents.key", "rehearsal.key"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.keys + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let secret = place.scratch.text("keys/" + name).dropLast()
            let shown = try await run("keys", "show", place.keys).output
            #expect(!shown.contains(secret) && !shown.contains("PRIVATE"))
        }
    }

    @Test("a replaced key is believed by who trusts the one before it")
    func rotation() async throws {
        let place = try await place()
        let policy = try place.scratch.file("policy", try await policyLine(place) + "\nquorum none\n")
        _ = try await run("keys", "rotate", place.office, place.keys, "--purpose", "log")
        try FileManager.default.removeItem(atPath: place.keys + "/log-1.key")
        _ = try await run("publish", place.office, place.site, "--keys", place.keys)
        let verified = try await run("verify", place.site, "--policy", policy)
        #expect(verified.output.contains("takes the place of the one your policy names"))
    }

    @Test("a rehearsal's record is signed by its own key, and is nobody else's")
    func rehearsal() async throws {
        let place = try await place(rehearsal: true)
        let published = try await run("publish", place.office, place.site, "--keys", place.keys)
        #expect(published.output.contains("signed by example.org/soppeng/rehearsal/record+"))
        let real = try await Command.run("keys", "announce", place.office, place.keys)
        #expect(real.status == 2)
        #expect(real.errors.contains("this office is a rehearsal's, and stays one"))
    }

    @Test("after a restore nothing is signed below what was signed; a new log says what it follows")
    func restore() async throws {
        let place = try await place()
        let (copy, again) = (place.scratch.path + "/copy", place.scratch.path + "/again")
        _ = try await run("backup", place.office, copy)
        _ = try await run("keys", "rotate", place.office, place.keys, "--purpose", "documents")
        _ = try await run("publish", place.office, place.site, "--keys", place.keys)
        _ = try await run("restore", copy, again)
        let asked = try await Command.run("publish", again, place.site, "--keys", place.keys)
        #expect(asked.status == 2)
        #expect(asked.errors.contains("restored from a backup"))
        // The office that was thought lost knows more than the backup.
        let site = try await RunningSite.start(place.office, options: ["--keys", place.keys])
        let mirrors = try place.scratch.file(
            "mirrors",
            "\(try await policyLine(place)) http://127.0.0.1:\(site.port)/record\nquorum none\n"
        )
        let words = [
            "publish", again, place.scratch.path + "/new", "--keys", place.keys, "--cosigners", mirrors,
        ]
        let refused = try await Command.run(words)
        #expect(refused.errors.contains("signed up to 158 before, only 157 here"))
        try FileManager.default.removeItem(atPath: again + "/restored")
        #expect(try await Command.run(words).errors.contains("signed up to 158 before, only 157 here"))
        let succeeded = try await run("succeed", again, "--keys", place.keys, "--reason", "disk failure")
        #expect(succeeded.output == "new log: example.org/soppeng/2/record\n")
        #expect(try await Command.run(words).status == 0)
        let record = try await run("verify", place.scratch.path + "/new")
        #expect(record.output.contains("signed by example.org/soppeng/2/record+"))
        let listed = try await run("journal", again, "--act", "log-succeeded", "--format", "csv")
        #expect(listed.output.contains("logs number 2: disk failure"))
        _ = try await site.stop(SIGTERM)
    }

    @Test("the record is served while it grows, and verified over HTTP")
    func served() async throws {
        let place = try await place()
        let site = try await RunningSite.start(place.office, options: ["--keys", place.keys])
        let address = "http://127.0.0.1:\(site.port)/record"
        let verified = try await run("verify", address)
        #expect(verified.lines.first?.hasPrefix("\(address): 157 publications") == true)
        #expect(verified.output.contains("9 that were published are proven"))
        #expect(try await site.get("/en/record").contains("example.org/soppeng/record"))
        #expect(try await site.stop(SIGTERM).status == 0)
        #expect(
            try await run("verify", place.office).output.contains(
                "the public record follows from the journal"
            )
        )
        let gone = try await Command.run("verify", address)
        #expect(gone.status == 2)
        #expect(gone.errors.contains("checkpoint"))
    }

    @Test(
        "what is typed wrong is told",
        arguments: [
            (["keys", "new", "x", "--name", "with space"], "expected up to 100 bytes without spaces"),
            (["keys", "rotate", "o", "k", "--purpose", "x"], "expected log, documents or rehearsal"),
            (["keys", "show", "nowhere"], "not there"),
            (["publish", "nowhere", "site", "--keys", "nowhere"], "not there"),
            (["publish", "o", "site", "--keys", "k", "--cosigned", "x"], "--cosigned needs --cosigners"),
            (["succeed", "o", "--keys", "k", "--reason", ""], "expected 1 to 2000 bytes"),
            (["verify", "ftp://example.org"], "no address of http(s)"),
        ]
    )
    func usage(words: [String], expected: String) async throws {
        let run = try await Command.run(words)
        #expect(run.status == 2)
        #expect(run.errors.contains(expected), "\(run.errors)")
    }
}
