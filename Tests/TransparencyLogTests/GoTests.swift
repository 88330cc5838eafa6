import Foundation
import TestSupport
import Testing
import TransparencyLog

/// The packages of Go's checksum database read what this target writes: `Tests/Log/verify.go`.
@Suite("Go's checksum database")
struct GoTests {
    @Test("accepts a log", arguments: [1, 2, 255, 256, 257, 1000, 65_537])
    func accepts(size: Int) throws {
        try withFolder { folder in
            try write(log(size), to: folder)
            let answer = try verify(folder)
            #expect(answer.status == 0, "\(answer.text)")
            #expect(answer.text.hasPrefix("\(size) entries, "))
        }
    }

    @Test(
        "refuses a forged log",
        arguments: [
            ("checkpoint", "checkpoint: malformed note", "the dash of a signature"),
            ("key", "key: invalid verifier hash", "the name of the key"),
            ("tile/0/000", "downloaded inconsistent tile", "a hash in a full tile"),
            ("tile/0/001.p/1", "downloaded inconsistent tile", "the last leaf's hash"),
            ("tile/1/000.p/1", "downloaded inconsistent tile", "a hash of a full tile"),
            ("tile/entries/000", "entries: 257 with root", "an entry"),
            ("tile/entries/001.p/1", "entries: 257 with root", "the last entry"),
            ("proofs", "invalid transparency proof", "a hash of a proof"),
        ] as [(String, String, Comment)]
    )
    func refuses(file: String, message: String, reason: Comment) throws {
        try withFolder { folder in
            try write(log(257), to: folder)
            let url = folder.appending(path: file)
            var bytes = try Array(Data(contentsOf: url))
            switch file {
            case "checkpoint": bytes[try #require(bytes.lastIndex(of: 0x94))] ^= 1
            case "proofs": bytes.replaceSubrange(bytes.count - 10..<bytes.count - 7, with: Array("abc".utf8))
            case "key": bytes[0] ^= 1
            default: bytes[bytes.count - 1] ^= 1
            }
            try Data(bytes).write(to: url)
            let answer = try verify(folder)
            #expect(answer.status != 0, reason)
            #expect(answer.text.contains(message), reason)
        }
    }

    @Test("refuses a checkpoint with another root, though the log signed it")
    func refusesRoot() throws {
        try withFolder { folder in
            let log = log(257)
            try write(log, to: folder)
            let other = try #require(Checkpoint(origin: log.checkpoint().origin, size: 257, root: .emptyRoot))
            try write(other, to: folder)
            let answer = try verify(folder)
            #expect(answer.status != 0)
            #expect(answer.text.contains("entries: 257 with root"))
        }
    }

    @Test("refuses a checkpoint whose cosignature is forged")
    func refusesCosignature() throws {
        try withFolder { folder in
            let log = log(2)
            try write(log, to: folder)
            var note = try log.checkpoint().signed(by: try Keys.log(), at: 0)
            note.add(try Keys.cosigner(1).sign(log.checkpoint(at: 1).body, at: 5))
            try Data(note.bytes).write(to: folder.appending(path: "checkpoint"))
            let answer = try verify(folder)
            #expect(answer.status != 0)
            #expect(answer.text.contains("invalid signature for key cosigner.example/1"))
        }
    }

    /// Entries of all lengths, the shortest and the longest among them.
    private func log(_ size: Int) -> SmallLog {
        SmallLog((0..<size).map { Array(repeating: UInt8($0 & 255), count: $0 == 1 ? 65_535 : $0 % 60) })
    }

    private func write(_ log: SmallLog, to folder: URL) throws {
        try Data(Keys.log().verifier.text.utf8).write(to: folder.appending(path: "key"))
        try Data(Keys.cosigner(1).verifier.text.utf8).write(to: folder.appending(path: "cosigner-key"))
        try write(log.checkpoint(), to: folder)
        try log.write(to: folder)
        try Data(log.proofs().utf8).write(to: folder.appending(path: "proofs"))
    }

    private func write(_ checkpoint: Checkpoint, to folder: URL) throws {
        var note = checkpoint.signed(by: try Keys.log(), at: 0)
        note.add(try Keys.cosigner(1).sign(note.body, at: 1_700_000_000))
        try Data(note.bytes).write(to: folder.appending(path: LogResource.checkpoint.path))
    }

    private func verify(_ folder: URL) throws -> (status: Int32?, text: String) {
        try GoVerifier.verify(folder)
    }

    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pleno-log-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
