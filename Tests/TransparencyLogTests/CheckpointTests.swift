import TestSupport
import Testing
import TransparencyLog

@Suite("A checkpoint")
struct CheckpointTests {
    private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    private func read(_ text: String) throws -> Checkpoint {
        try Checkpoint(parsing: try NoteBody(Array(text.utf8)))
    }

    @Test("of the specification is read, and written as it was")
    func specification() throws {
        let text = "example.com/behind-the-sofa\n20852163\n\(Self.root)\n"
        let checkpoint = try read(text)
        #expect(checkpoint.origin.description == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.base64 == Self.root)
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.body.description == text)
    }

    @Test("keeps lines that only the log understands")
    func extensions() throws {
        let text = "log\n0\n\(Self.root)\none\n two \n"
        let checkpoint = try read(text)
        #expect(checkpoint.extensions.map(\.description) == ["one", " two "])
        let same = Checkpoint(
            origin: checkpoint.origin,
            size: 0,
            root: checkpoint.root,
            extensions: checkpoint.extensions
        )
        #expect(same == checkpoint)
        #expect(same?.body.description == text)
        #expect(Checkpoint(origin: checkpoint.origin, size: -1, root: checkpoint.root) == nil)
    }

    @Test(
        "is not read from text that is none",
        arguments: [
            ("\n", .emptyLine(1), "nothing"),
            ("log\n5\n", .tooFewLines(2), "no root"),
            ("\n5\n\(root)\n", .emptyLine(1), "no origin"),
            ("log\n5\n\(root)\n\n", .emptyLine(4), "an empty line at the end"),
            ("log\n05\n\(root)\n", .size, "a leading zero"),
            ("log\n+5\n\(root)\n", .size, "a sign"),
            ("log\n-5\n\(root)\n", .size, "below zero"),
            ("log\n5 \n\(root)\n", .size, "a space"),
            ("log\n٥\n\(root)\n", .size, "a digit of another script"),
            ("log\n9223372036854775808\n\(root)\n", .size, "above Int.max"),
            ("log\n5\n\(root)=\n", .root, "padding too many"),
            ("log\n5\nAAAA\n", .root, "three bytes"),
            ("log\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", .root, "bits that stand for nothing"),
        ] as [(String, CheckpointError, Comment)]
    )
    func refuses(text: String, error: CheckpointError, reason: Comment) {
        #expect(throws: error, reason) { try read(text) }
    }

    @Test("holds sizes up to Int.max")
    func largest() throws {
        #expect(try read("log\n9223372036854775807\n\(Self.root)\n").size == .max)
        #expect(try read("log\n0\n\(Self.root)\n").size == 0)
    }

    @Test("with any single byte changed is refused, also under a cosignature")
    func everyByte() throws {
        let (log, cosigner) = (try Keys.log(), try Keys.cosigner(1))
        var note = try SmallLog(count: 8).checkpoint().signed(by: log, at: 0)
        note.add(cosigner.sign(note.body, at: 1_700_000_000))
        let policy = TrustPolicy(
            logs: [TrustPolicy.Party(key: log.verifier)],
            cosigners: [TrustPolicy.Party(key: cosigner.verifier)],
            quorum: .cosigner(cosigner.verifier)
        )
        #expect(policy.isSatisfied(by: note))
        for (place, bytes) in changes(of: note.bytes) {
            let changed = try? SignedNote(parsing: bytes)
            #expect(changed.map(policy.isSatisfied) ?? false == false, "byte \(place)")
        }
    }

    @Test("signed as text is no cosignature, and the other way round")
    func domains() throws {
        let log = try Keys.key("same.example", .note, seed: 9)
        let cosigner = try Keys.key("same.example", .cosignature, seed: 9)
        let note = try SmallLog(count: 2).checkpoint().signed(by: log, at: 7)
        #expect(throws: NoteRefusal.noKnownSignature) { try note.verified(by: [cosigner.verifier]) }
        let cosigned = try SmallLog(count: 2).checkpoint().signed(by: cosigner, at: 7)
        #expect(throws: NoteRefusal.noKnownSignature) { try cosigned.verified(by: [log.verifier]) }
        #expect(try cosigned.verified(by: [cosigner.verifier]).map(\.time) == [7])
        #expect(cosigned.signatures[0].bytes.count == 72)
        #expect(Array(cosigned.signatures[0].bytes.prefix(8)) == [0, 0, 0, 0, 0, 0, 0, 7])
    }
}
