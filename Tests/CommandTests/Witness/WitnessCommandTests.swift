import Foundation
import Glibc
import TestSupport
import Testing
import TransparencyLog

@Suite("pleno witness")
struct WitnessCommandTests {
    private static let log = SmallLog(count: 700)
    private static let other = SmallLog((0..<700).map { [UInt8($0 & 255), UInt8($0 >> 8), 1] })

    @Test("keeps its secret to itself")
    func secret() async throws {
        let newsroom = try await Newsroom()
        let file = newsroom.folder + "/key"
        var status = stat()
        #expect(unsafe stat(file, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let secret = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        let key = try SigningKey(parsing: String(secret.dropLast()))
        #expect(key.verifier == newsroom.key)
        #expect(key.verifier.kind == .cosignature)
        try newsroom.publish(Self.log, at: 5)
        let runs = [try await newsroom.follow(), try await Command.run("witness", "show", newsroom.folder)]
        for run in runs { #expect(!run.output.contains("PRIVATE") && !run.errors.contains("PRIVATE")) }
        let again = try await Command.run("witness", "new", newsroom.folder, "--name", "x")
        #expect(again.status == 2)
        #expect(again.errors.contains("there is something already"))
        #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == secret)
    }

    @Test(
        "refuses what is typed wrongly, in words",
        arguments: [
            (["new", "NEW"], "Missing expected argument '--name <name>'", "no name"),
            (["new", "NEW", "--name", "a b"], "expected a name without spaces and +", "a space"),
            (["add", "DIR", "key"], "not a key (name+number+key)", "no key"),
            (["add", "DIR", "COSIGNER"], "this is the key of a cosigner, not of a log", "the wrong kind"),
            (["add", "DIR", "LOG"], "this log is followed already", "twice"),
            (
                ["add", "DIR", "LOG", "--url", "ftp://x/"], "expected an http(s) address or a directory",
                "ftp"
            ),
            (["add", "nowhere", "LOG"], "not the folder of a cosigner", "no cosigner"),
            (["show", "Examples"], "not the folder of a cosigner", "another folder"),
            (["follow", "nowhere", "--once"], "not the folder of a cosigner", "no cosigner"),
            (["follow", "DIR", "--every", "0"], "from 1 to 86400", "without a pause"),
            (["serve", "DIR", "--port", "65536"], "from 0 to 65535", "a port nobody has"),
            (["serve", "nowhere"], "not the folder of a cosigner", "no cosigner"),
            (["watch"], "Unexpected argument 'watch'", "no such command"),
        ] as [([String], String, Comment)]
    )
    func usage(words: [String], message: String, reason: Comment) async throws {
        let newsroom = try await Newsroom()
        let (folder, new) = (newsroom.folder, newsroom.scratch.path + "/new")
        let places = ["DIR": folder, "NEW": new, "COSIGNER": newsroom.key.text]
        let log = try Keys.log().verifier.text
        let run = try await Command.run(["witness"] + words.map { places[$0] ?? ($0 == "LOG" ? log : $0) })
        #expect(run.status == 2, reason)
        #expect(run.errors.contains(message), reason)
        #expect(run.output == "", reason)
    }

    @Test("follows a log from its files, and leaves the confirmed checkpoint to be carried away")
    func files() async throws {
        let newsroom = try await Newsroom()
        #expect(
            try await Command.run("witness", "show", newsroom.folder).output.contains("nothing confirmed yet")
        )
        for (size, words) in [
            (3, "3 entries confirmed, 0 before"), (256, "256 entries confirmed, 3 before"),
            (257, "257 entries confirmed, 256 before"), (700, "700 entries confirmed, 257 before"),
            (700, "700 entries, no more, confirmed again"),
        ] {
            try newsroom.publish(Self.log, at: size)
            let run = try await newsroom.follow()
            #expect(run.errors == "")
            #expect(run.status == 0)
            #expect(run.lines.first == "\(SmallLog.origin): \(words)")
            #expect(try newsroom.confirmedSize() == size)
        }
        let show = try await Command.run("witness", "show", newsroom.folder)
        #expect(show.status == 0)
        #expect(show.lines.first == newsroom.key.text)
        #expect(show.output.contains("700 entries confirmed at 2"))
        #expect(show.output.contains(Self.log.root(at: 700).base64))
        #expect(try newsroom.alarms == [])
    }

    @Test("follows a log over HTTP")
    func http() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 300)
        let scratch = try Scratch()
        let words = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", newsroom.record]
        let server = try Command.start(words, [:], scratch, program: URL(filePath: "/usr/bin/python3"))
        defer { server.send(SIGTERM) }
        var port: Substring?
        for _ in 0..<6000 where port == nil {
            port = scratch.text("output").firstMatch(of: #/port (\d+)/#)?.1
            try await Task.sleep(for: .milliseconds(10))
        }
        let url = "http://127.0.0.1:\(try #require(port))"
        let key = try Keys.log().verifier.text
        #expect(try await Command.run("witness", "add", newsroom.folder, key, "--url", url).status == 0)
        for size in [300, 700] {
            try newsroom.publish(Self.log, at: size)
            let run = try await newsroom.follow()
            #expect(run.errors == "")
            #expect(run.status == 0)
            #expect(try newsroom.confirmedSize() == size)
        }
    }

    @Test("gives a checkpoint that Go's checksum database reads")
    func go() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 700)
        #expect(try await newsroom.follow().status == 0)
        let record = URL(filePath: newsroom.record)
        for (name, text) in [
            ("key", try Keys.log().verifier.text), ("cosigner-key", newsroom.key.text),
            ("proofs", try Self.log.proofs()),
        ] {
            try Data(text.utf8).write(to: record.appending(path: name))
        }
        try Data(#require(try newsroom.cosigned).bytes).write(to: record.appending(path: "checkpoint"))
        let answer = try GoVerifier.verify(record)
        #expect(answer.status == 0, "\(answer.text)")
        #expect(answer.text.hasPrefix("700 entries, "))
    }

    @Test("says what it cannot reach or does not believe; that is no alarm")
    func unreachable() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 5)
        #expect(try await newsroom.follow().status == 0)
        func expect(_ message: String) async throws {
            let run = try await newsroom.follow()
            #expect(run.status == 1)
            #expect(run.errors.contains(message))
            #expect(try newsroom.alarms == [])
            #expect(try newsroom.confirmedSize() == 5)
        }
        try newsroom.unpublish()
        try await expect("could not be fetched: checkpoint: not there")
        try newsroom.publish(Self.log, at: 9)
        try FileManager.default.removeItem(atPath: newsroom.record + "/tile")
        try await expect("could not be fetched: tile/0/000: not there")
        let stranger = try Keys.key(SmallLog.origin, .note, seed: 66)
        try newsroom.publish(Self.log, at: 9, by: stranger)
        try await expect("no known key signed the checkpoint")
        try Data("hello\n".utf8).write(to: URL(filePath: newsroom.record + "/checkpoint"))
        try await expect("what lies there is no checkpoint")
        let key = try Keys.log().verifier.text
        let nobody = ["witness", "add", newsroom.folder, key, "--url", "http://127.0.0.1:1/"]
        #expect(try await Command.run(nobody).status == 0)
        try await expect("could not be fetched: checkpoint: not reachable")
    }

    @Test("takes a further key of the same log as one that rotated")
    func rotation() async throws {
        let newsroom = try await Newsroom()
        let next = try Keys.key(SmallLog.origin, .note, seed: 2)
        try newsroom.publish(Self.log, at: 5)
        #expect(try await newsroom.follow().status == 0)
        try newsroom.publish(Self.log, at: 9, by: next)
        #expect(try await newsroom.follow().status == 1)
        #expect(try await Command.run("witness", "add", newsroom.folder, next.verifier.text).status == 0)
        #expect(try await newsroom.follow().status == 0)
        #expect(try newsroom.confirmedSize(by: next) == 9)
        try newsroom.publish(Self.log, at: 12)
        #expect(try await newsroom.follow().status == 0)
        #expect(try newsroom.confirmedSize() == 12)
    }

    @Test("is worked by one process at a time")
    func twoProcesses() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 5)
        let site = try await newsroom.serve()
        let key = try Keys.key("other.example", .note, seed: 3).verifier.text
        for words in [
            ["follow", newsroom.folder, "--once"], ["serve", newsroom.folder, "--port", "0"],
            ["add", newsroom.folder, key],
        ] {
            let run = try await Command.run(["witness"] + words)
            #expect(run.status == 1)
            #expect(run.errors.contains("in use by another process (process "))
        }
        #expect(try newsroom.cosigned == nil)
        #expect(try await Command.run("witness", "show", newsroom.folder).status == 0, "reading is free")
        await site.crash()
        #expect(try await newsroom.follow().status == 0, "a lock does not outlive its process")
    }

    @Test("signs nothing when its state was cut, changed, taken away or is another's")
    func damagedState() async throws {
        let newsroom = try await Newsroom()
        try newsroom.publish(Self.log, at: 5)
        #expect(try await newsroom.follow().status == 0)
        try newsroom.publish(Self.log, at: 9)
        let good = try Array(Data(contentsOf: newsroom.stateFile))
        func expect(_ bytes: [UInt8]?, _ message: String, _ reason: Comment) async throws {
            try? FileManager.default.removeItem(at: newsroom.stateFile)
            if let bytes { try Data(bytes).write(to: newsroom.stateFile) }
            for words in [["follow", newsroom.folder, "--once"], ["show", newsroom.folder]] {
                let run = try await Command.run(["witness"] + words)
                #expect(run.status == 2, reason)
                #expect(run.errors.contains(newsroom.stateFile.path + message), reason)
                #expect(run.output == "", reason)
            }
            #expect(try newsroom.confirmedSize() == 5, reason)
        }
        for place in stride(from: 0, to: good.count, by: max(1, good.count / 12)) {
            var changed = good
            changed[place] ^= 1
            try await expect(changed, ": the state of log \(SmallLog.origin) is damaged", "byte \(place)")
            try await expect(Array(good[..<place]), ": the state of log", "cut at \(place)")
        }
        try await expect(nil, ": the state of log \(SmallLog.origin) is gone", "no state")
        let neighbour = try await Newsroom()
        try neighbour.publish(Self.log, at: 3)
        #expect(try await neighbour.follow().status == 0)
        let foreign = try Array(Data(contentsOf: neighbour.stateFile))
        try await expect(foreign, ": the state of log \(SmallLog.origin) is signed by another key", "foreign")
        try Data(good).write(to: newsroom.stateFile)
        #expect(try await newsroom.follow().status == 0)
    }
}
