import Elections
import TestSupport
import Testing
import TransparencyLog

@testable import Office

@Suite("A public record")
struct RecordReaderTests {
    private typealias Files = [String: [UInt8]]

    /// A record of the small election with everything official, with its proofs.
    private static func record() async throws -> (office: RecordedOffice, files: [String: [UInt8]]) {
        var small = SmallElection()
        small.certified = ["73.12": [250, 300]]
        let office = try await RecordedOffice(small)
        let recorder = office.recorder()
        try await recorder.advance()
        try await recorder.writeProofs()
        return (office, try office.files())
    }

    private static func read(_ files: Files, _ policy: TrustPolicy? = nil) async throws(RecordRefusal)
        -> RecordReader.Report
    {
        var reader = RecordReader(policy: policy) { path in files[path] }
        return try await reader.read()
    }

    @Test("holds, and comes to what the office knows")
    func whole() async throws {
        let (_, files) = try await Self.record()
        let report = try await Self.read(files)
        #expect(report.record.results == 2)
        #expect(report.proofs == report.journal?.size)
        #expect(!report.isTrusted)
    }

    @Test("does not hold with any byte of any file changed")
    func bytes() async throws {
        let (_, files) = try await Self.record()
        #expect(files.count > 10)
        for (path, content) in files {
            for byte in content.indices {
                var changed = files
                changed[path]?[byte] ^= 1
                let report = try? await Self.read(changed)
                #expect(report == nil, "\(path), byte \(byte)")
            }
        }
    }

    @Test("does not hold with a file missing, cut or longer")
    func files() async throws {
        let (_, files) = try await Self.record()
        for (path, content) in files where !path.hasPrefix("journal/") {
            for (reason, other) in [
                ("missing", nil), ("cut", content.dropLast()), ("longer", content + [10]),
            ] {
                var changed = files
                changed[path] = other.map(Array.init)
                let report = try? await Self.read(changed)
                #expect(report == nil, "\(path) \(reason)")
            }
        }
    }

    @Test("is checked with what an earlier record left behind")
    func earlier() async throws {
        let (office, files) = try await Self.record()
        try await office.append([.filesNamed([])])
        try await office.recorder().advance()
        let later = try office.files()
        var reader = RecordReader(policy: nil) { path in later[path] }
        _ = try await reader.read()
        let left = later.filter { path, _ in files[path] != nil && path.contains(".p/") }
        #expect(left.count == 2)
        for (path, content) in left {
            try reader.check(earlier: path, content)
            for byte in content.indices {
                var changed = content
                changed[byte] ^= 1
                #expect(throws: RecordRefusal.tile(path)) { try reader.check(earlier: path, changed) }
            }
        }
        #expect(throws: RecordRefusal.stray("notes.txt")) { try reader.check(earlier: "notes.txt", []) }
    }

    @Test("is believed only by a policy that knows its key, or one that handed over to it")
    func policies() async throws {
        let (office, files) = try await Self.record()
        let record = try KeyName("example.org/small/record")
        let key = TrustPolicy.Party(key: office.key.verifier.named(record))
        let stranger = TrustPolicy.Party(key: try RecordedOffice.key(7).verifier.named(record))
        let cosigner = try #require(
            SigningKey(try KeyName("press"), .cosignature, seed: Array(repeating: 9, count: 32))
        )
        let press = TrustPolicy.Party(key: cosigner.verifier)
        let quorum = TrustPolicy(logs: [key], cosigners: [press], quorum: .cosigner(cosigner.verifier))
        #expect(try await Self.read(files, TrustPolicy(logs: [key])).isTrusted)
        await #expect(throws: RecordRefusal.policy(.signature(.noKnownSignature))) {
            try await Self.read(files, TrustPolicy(logs: [stranger]))
        }
        await #expect(throws: RecordRefusal.policy(.quorumNotMet(cosigners: []))) {
            try await Self.read(files, quorum)
        }
        var note = try SignedNote(parsing: try #require(files["checkpoint"]))
        note.add(cosigner.sign(note.body, at: 1))
        var cosigned = files
        cosigned["checkpoint"] = note.bytes
        #expect(try await Self.read(cosigned, quorum).signatures.count == 2)
        // The key is replaced, and the old one gone: who trusts it finds the way.
        let new = try RecordedOffice.key(3)
        let named = try #require(KeyNamed(replacing: office.key, with: new.verifier, for: .log))
        try await office.append([.keyNamed(named)])
        try await office.recorder(keys: [new]).advance()
        let rotated = try office.files()
        let report = try await Self.read(rotated, TrustPolicy(logs: [key]))
        #expect(report.isRotated)
        await #expect(throws: RecordRefusal.policy(.signature(.noKnownSignature))) {
            try await Self.read(rotated, TrustPolicy(logs: [stranger]))
        }
    }

    @Test("whose office changed a figure and signed again is refused for the sum")
    func forgery() async throws {
        let (office, files) = try await Self.record()
        let bundle = try #require(files.first { $0.key.hasPrefix("tile/entries/") })
        var texts = try EntryBundle(decoding: bundle.value).entries
        let place = try #require(
            texts.firstIndex { String(decoding: $0, as: UTF8.self).contains("[1,\"reguler\",10,20,32]") }
        )
        let text = String(decoding: texts[place], as: UTF8.self)
        texts[place] = Array(
            text.replacing("[1,\"reguler\",10,20,32]", with: "[1,\"reguler\",12,20,32]").utf8
        )
        var tree = LogTree()
        for text in texts { tree.append(.leaf(text), with: TreeHasher()) }
        var forged = files
        forged[bundle.key] = try EntryBundle(texts).bytes
        for tile in Tile.made(from: 0, to: tree.size) {
            forged[LogResource.tile(tile).path] = tree.bytes(of: tile)
        }
        let record = try KeyName("example.org/small/record")
        let checkpoint = try #require(
            Checkpoint(origin: try NoteLine("\(record)"), size: tree.size, root: tree.frontier.root)
        )
        forged["checkpoint"] = checkpoint.signed(by: office.key.named(record), at: 0).bytes
        let result = try #require(
            texts.firstIndex {
                String(decoding: $0, as: UTF8.self).contains("\"result\":{\"ballot\":\"PPWP\"")
            }
        )
        let region = try RegionCode(parsing: "73")
        await #expect(
            throws: RecordRefusal.publication(result, .record(.result(.president, .region(region))))
        ) { try await Self.read(forged) }
    }
}
