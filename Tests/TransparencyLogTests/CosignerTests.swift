import TestSupport
import Testing
import TransparencyLog

@Suite("A cosigner")
struct CosignerTests {
    private static let log = SmallLog(count: 20)

    private func state(_ size: Int = 0, root: Hash? = nil) throws -> CosignerState {
        CosignerState(
            origin: try NoteLine(SmallLog.origin),
            keys: [try Keys.log().verifier],
            size: size,
            root: root ?? Self.log.root(at: size)
        )
    }

    private func request(_ old: Int, _ new: Int, by key: SigningKey? = nil) throws -> AddCheckpoint {
        let note = try Self.log.checkpoint(at: new).signed(by: try key ?? Keys.log(), at: 0)
        let hashes = old <= new ? try Self.log.consistency(from: old, to: new).hashes : []
        return try AddCheckpoint(oldSize: old, hashes: hashes, note: note)
    }

    @Test("confirms what continues the last confirmed tree, the same tree too")
    func confirms() throws {
        for new in 0...20 {
            for old in 0...new {
                #expect(try state(old).decide(request(old, new)) == .cosign(next: state(new)))
            }
        }
    }

    @Test("asks for a proof from its own size")
    func otherSize() throws {
        let decision = try state(7).decide(request(5, 9))
        #expect(decision == .refuse(.otherSize(latest: 7)))
        #expect(try state(7).decide(request(0, 9)) == .refuse(.otherSize(latest: 7)))
        #expect(try state().decide(request(5, 9)) == .refuse(.otherSize(latest: 0)))
    }

    @Test("refuses a tree that shrank")
    func rollback() throws {
        #expect(try state(9).decide(request(9, 7)) == .refuse(.rollback(from: 9, to: 7)))
        #expect(try state(9).decide(request(5, 7)) == .refuse(.otherSize(latest: 9)))
    }

    @Test("refuses two trees of one size")
    func fork() throws {
        let other = Hash.leaf([9])
        let decision = try state(9, root: other).decide(request(9, 9))
        #expect(decision == .refuse(.fork(size: 9, confirmed: other, offered: Self.log.root(at: 9))))
    }

    @Test("refuses a tree that does not continue the last one")
    func proof() throws {
        let other = Hash.leaf([9])
        guard case .refuse(.proof(.oldRootDiffers)) = try state(6, root: other).decide(request(6, 9)) else {
            Issue.record("another history")
            return
        }
        let good = try request(6, 9)
        let short = try AddCheckpoint(oldSize: 6, hashes: Array(good.hashes.dropLast()), note: good.note)
        #expect(try state(6).decide(short) == .refuse(.proof(.length(hashes: 3, expected: 4))))
        let long = try AddCheckpoint(oldSize: 0, hashes: [other], note: good.note)
        #expect(try state().decide(long) == .refuse(.proof(.length(hashes: 1, expected: 0))))
    }

    @Test("refuses a checkpoint that the log did not sign")
    func signature() throws {
        let stranger = try Keys.key("stranger.example", .note, seed: 77)
        #expect(try state().decide(request(0, 9, by: stranger)) == .refuse(.signature(.noKnownSignature)))
        let elsewhere = CosignerState(origin: try NoteLine("other.example"), keys: [try Keys.log().verifier])
        let origin = try NoteLine(SmallLog.origin)
        #expect(try elsewhere.decide(request(0, 9)) == .refuse(.unknownOrigin(origin)))
    }

    @Test(
        "answers with the status of the protocol",
        arguments: [
            (.signature(.noKnownSignature), 403), (.rollback(from: 2, to: 1), 400),
            (.otherSize(latest: 1), 409),
            (.fork(size: 1, confirmed: .emptyRoot, offered: .emptyRoot), 409),
            (.proof(.sizes(old: 1, new: 0)), 422),
        ] as [(CosignRefusal, Int)]
    )
    func status(refusal: CosignRefusal, status: Int) {
        #expect(refusal.status == status)
    }

    @Test("reads requests as they are written")
    func roundTrip() throws {
        let request = try request(6, 9)
        let lines = String(decoding: request.bytes, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(lines[0] == "old 6")
        #expect(lines[5] == "")
        #expect(lines[6] == "pleno.example/soppeng")
        #expect(try AddCheckpoint(parsing: request.bytes) == request)
    }

    private static let note = "log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— a AAAAAAA=\n"
    private static let hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

    @Test(
        "reads no other requests",
        arguments: [
            ("", .noEmptyLine, "nothing"),
            ("old 1\n", .noEmptyLine, "no checkpoint"),
            ("\n\n\(note)", .line(1, expected: .oldSize), "no size"),
            ("old\n\n\(note)", .line(1, expected: .oldSize), "no number"),
            ("old 01\n\n\(note)", .line(1, expected: .oldSize), "a leading zero"),
            ("old -1\n\n\(note)", .line(1, expected: .oldSize), "below zero"),
            ("old 9223372036854775808\n\n\(note)", .line(1, expected: .oldSize), "above Int.max"),
            ("Old 1\n\n\(note)", .line(1, expected: .oldSize), "another word"),
            ("old 1\nAAAA\n\n\(note)", .line(2, expected: .hash), "three bytes"),
            ("old 1\n\(hash)x\n\n\(note)", .line(3, expected: .hash), "no hash"),
            (
                "old 1\n" + String(repeating: hash, count: 64) + "\n\(note)", .tooManyHashes(64),
                "a proof is shorter"
            ),
            ("old 1\n\nlog\n", .note(afterLine: 2, .noSignatures), "no signature"),
            (
                "old 1\n\(hash)\nlog\n\n— a AAAAAAA=\n", .checkpoint(afterLine: 3, .tooFewLines(1)),
                "another kind of note"
            ),
        ] as [(String, MessageError, Comment)]
    )
    func refuses(text: String, error: MessageError, reason: Comment) {
        #expect(throws: error, reason) { try AddCheckpoint(parsing: Array(text.utf8)) }
    }

    @Test("reads no requests without end")
    func limit() {
        let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_001)
        #expect(throws: MessageError.tooLong(bytes: 1_000_001)) { try AddCheckpoint(parsing: bytes) }
    }
}
