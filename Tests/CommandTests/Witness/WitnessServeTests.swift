import Foundation
import Glibc
import TestSupport
import Testing
import TransparencyLog

@testable import Web

@Suite("pleno witness serve")
struct WitnessServeTests {
    private static let log = SmallLog(count: 40)
    private static let other = SmallLog((0..<40).map { [UInt8($0), 1] })

    @Test("answers each request with the status of the protocol")
    func statuses() async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        let (log, other) = (Self.log, Self.other)
        let stranger = try Keys.key(SmallLog.origin, .note, seed: 66)
        let elsewhere = try #require(Checkpoint(origin: NoteLine("other.example"), size: 1, root: .emptyRoot))
        let unknown = try AddCheckpoint(oldSize: 0, hashes: [], note: elsewhere.signed(by: Keys.log(), at: 0))
        let good = try AddCheckpoint(
            oldSize: 10,
            hashes: log.consistency(from: 10, to: 20).hashes,
            note: log.checkpoint(at: 20).signed(by: Keys.log(), at: 0)
        )
        var short = good.bytes
        short.removeSubrange(0..<7)
        #expect(try await site.add(log, from: 0, to: 10).status == 200)
        let size = "text/x.tlog.size"
        let rows: [([UInt8], Int, String?, Comment)] = [
            ([], 400, nil, "nothing"), (Array("hello\n".utf8), 400, nil, "no request"),
            (short, 400, nil, "no old size"), (unknown.bytes, 404, nil, "another log"),
            (try bytes(log, 10, 20, by: stranger), 403, nil, "another key"),
            (try bytes(log, 10, 5), 400, nil, "old above new"),
            (try bytes(log, 0, 20), 409, "10\n", "from zero, to learn the size"),
            (try bytes(log, 7, 20), 409, "10\n", "from another size"),
            (try bytes(log, 3, 5), 409, "10\n", "an earlier checkpoint"),
            (try bytes(log, 10, 20, hashes: []), 422, nil, "no proof"),
            (try bytes(log, 10, 20, hashes: [.emptyRoot]), 422, nil, "another proof"),
            ([UInt8](repeating: 0x41, count: 1_000_001), 400, nil, "too long"),
            (good.bytes, 200, nil, "the next"), (good.bytes, 409, "20\n", "the next, again"),
            (try bytes(log, 20, 20), 200, nil, "the same tree"),
            (try bytes(other, 20, 20), 409, "20\n", "another tree of this size"),
        ]
        for (request, status, body, reason) in rows {
            let answer = try await site.add(request)
            #expect(answer.status == status, reason)
            if let body { #expect(String(decoding: answer.body, as: UTF8.self) == body, reason) }
            #expect((answer.type == size) == (status == 409), reason)
            guard status == 200 else { continue }
            let lines = String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
            #expect(lines.count == 1)
            let note = try SignedNote(log.checkpoint(at: 20).body, NoteSignature(parsing: String(lines[0])))
            let time = try #require(try note.verified(by: [newsroom.key]).first?.time)
            #expect(abs(Double(time) - Date().timeIntervalSince1970) < 600, reason)
        }
    }

    @Test("shows what it confirmed to anyone")
    func pages() async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        #expect(
            try await site.get("/checkpoint/\(Newsroom.digest)").hasPrefix("HTTP/1.1 404 "),
            "nothing yet"
        )
        #expect(try await site.add(Self.log, from: 0, to: 10).status == 200)
        let index = try await site.text("/")
        for line in ["cosigner \(newsroom.key.text)", "log \(SmallLog.origin)", "size 10"] {
            #expect(index.split(separator: "\n").contains(Substring(line)))
        }
        let note = try SignedNote(parsing: Array(try await site.text("/checkpoint/\(Newsroom.digest)").utf8))
        #expect(try note == newsroom.cosigned)
        #expect(try note.verified(by: [newsroom.key, Keys.log().verifier]).count == 2)
        for path in [
            "/checkpoint/", "/checkpoint/\(Newsroom.digest)/", "/key", "/state/\(Newsroom.digest)", "//",
        ] {
            #expect(try await site.get(path).hasPrefix("HTTP/1.1 404 "), "\(path)")
        }
        #expect(try await site.get("/add-checkpoint").hasPrefix("HTTP/1.1 405 "))
        #expect(try await site.get("/", method: "POST").hasPrefix("HTTP/1.1 405 "))
        let head = try await site.get("/", method: "HEAD")
        #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(head.hasSuffix("\r\n\r\n"), "a head has no body")
        #expect(try await site.stop(SIGTERM).status == 0)
    }

    @Test("carries away no signature that was not looked at")
    func foreignSignatures() async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        var note = try Self.log.checkpoint(at: 10).signed(by: Keys.log(), at: 0)
        note.add(try Keys.cosigner(1).sign(Self.log.checkpoint(at: 9).body, at: 5))
        #expect(try await site.add(AddCheckpoint(oldSize: 0, hashes: [], note: note).bytes).status == 200)
        #expect(
            try newsroom.cosigned?.signatures.map(\.name.description) == [
                SmallLog.origin, "example.org/newsroom",
            ]
        )
    }

    @Test("confirms one of many requests at once, and tells the others")
    func atOnce() async throws {
        let newsroom = try await Newsroom()
        let site = try await newsroom.serve()
        let port = site.port
        let key = newsroom.key
        let (log, http) = (Self.log, HTTPClient())
        let sizes = try await withThrowingTaskGroup(of: Int?.self) { group in
            for size in 1...40 {
                group.addTask {
                    let url = "http://127.0.0.1:\(port)"
                    let client = CosignerClient(key, at: url, by: http, within: .seconds(600))
                    let note = try log.checkpoint(at: size).signed(by: Keys.log(), at: 0)
                    let proof: @Sendable (Int) -> [Hash]? = {
                        try? log.consistency(from: $0, to: size).hashes
                    }
                    do throws(CosignerError) {
                        _ = try await client?.cosign(note, from: 0, proof: proof)
                        return size
                    } catch {
                        switch error {
                        case .ahead, .undecided: return nil
                        default: throw error
                        }
                    }
                }
            }
            return try await group.reduce(into: [] as [Int]) { sizes, size in
                if let size { sizes.append(size) }
            }
        }
        #expect(sizes.contains(try newsroom.confirmedSize()))
        #expect(try newsroom.alarms == [])
    }

    @Test("killed at any moment, has never confirmed two histories, nor less than before")
    func killed() async throws {
        var dice = Dice(salt: "a cosigner is killed")
        let newsroom = try await Newsroom()
        var entries: [[UInt8]] = []
        var (roots, last, unanswered) = ([Int: Hash](), 0, 0)
        func expect(_ answer: HTTPClient.Answer?, _ log: SmallLog) throws {
            guard let answer, answer.status == 200 else { return }
            #expect(roots[log.size] == nil || roots[log.size] == log.root, "two histories")
            #expect(log.size >= last, "less than before")
            (roots[log.size], last) = (log.root, log.size)
        }
        for round in Dice.rounds(20) {
            let histories = [UInt8(0), 1].shuffled(using: &dice).map { branch in
                SmallLog(
                    entries
                        + (0...Int.random(in: 0...2, using: &dice)).map {
                            [branch, UInt8($0), UInt8(round & 255)]
                        }
                )
            }
            let site = try await newsroom.serve()
            let (first, old) = (histories[0], entries.count)
            let request = try bytes(first, old, first.size)
            let port = site.port
            let asked = Task {
                let url = try #require(URL(string: "http://127.0.0.1:\(port)/add-checkpoint"))
                let bounds = HTTPClient.Bounds(bytes: 10_000, time: .seconds(60))
                return try await HTTPClient().post(request, "text/plain", to: url, within: bounds)
            }
            if round.isMultiple(of: 2) {
                try await Task.sleep(for: .microseconds(Int.random(in: 0...6_000, using: &dice)))
            } else {
                try await changed(newsroom.stateFile)
            }
            await site.crash()
            let answer = try? await asked.value
            try expect(answer, first)

            // Another life, which is offered the other history.
            let next = try await newsroom.serve()
            for log in histories.reversed() {
                try expect(try await next.add(log, from: old, to: log.size), log)
            }
            let stored = try SignedNote(
                parsing: Array(try await next.text("/checkpoint/\(Newsroom.digest)").utf8)
            )
            let root = try Checkpoint(parsing: stored.body).root
            let confirmed = try #require(histories.first { $0.root == root })
            if answer == nil, confirmed.root == first.root { unanswered += 1 }
            entries = confirmed.entries
            await next.crash()
            try newsroom.removeAlarms()
        }
        print("killed between storing and answering: \(unanswered)")
    }

    /// Returns as soon as a file is another one: what was to be answered after that may be lost.
    private func changed(_ file: URL) async throws {
        let before = try Data(contentsOf: file)
        let deadline = ContinuousClock.now + .seconds(10)
        while try Data(contentsOf: file) == before, ContinuousClock.now < deadline {
            try await Task.sleep(for: .microseconds(20))
        }
    }

    private func bytes(
        _ log: SmallLog,
        _ old: Int,
        _ new: Int,
        hashes: [Hash]? = nil,
        by key: SigningKey? = nil
    ) throws -> [UInt8] {
        let own = old <= new ? try log.consistency(from: old, to: new).hashes : []
        let note = try log.checkpoint(at: new).signed(by: key ?? Keys.log(), at: 0)
        return try AddCheckpoint(oldSize: old, hashes: hashes ?? own, note: note).bytes
    }
}
