import Elections
import TestSupport
import Testing
import TransparencyLog

@testable import Office

@Suite("What is signed of a paper")
struct PaperNoteTests {
    private static func note(edition: Int = 2, size: Int = 1_234) throws -> PaperNote {
        PaperNote(
            try #require(PaperName("rekapitulasi/3/ppwp")),
            edition: edition,
            content: Hash.digest([1]),
            size: size,
            root: Hash.digest([2])
        )
    }

    private static func key(_ byte: UInt8, _ name: String = "kpu.example/soppeng") throws -> SigningKey {
        try #require(SigningKey(try KeyName(name), .note, seed: Array(repeating: byte, count: 32)))
    }

    @Test("is read as it was written, and has one spelling")
    func text() throws {
        let note = try Self.note()
        let body = try #require(note.body)
        #expect(
            body.description == """
                pleno paper v1
                rekapitulasi/3/ppwp
                2
                \(Hash.digest([1]).base64)
                1234 \(Hash.digest([2]).base64)

                """
        )
        #expect(PaperNote(parsing: body) == note)
        for (reason, old, new) in [
            ("another version", "v1", "v2"), ("a plus", "\n2\n", "\n+2\n"), ("a nought", "\n2\n", "\n02\n"),
            ("a space", "1234 ", "1234  "), ("a path", "rekapitulasi/3/ppwp", "../ppwp"),
            ("a line more", "\n2\n", "\n2\n\n"), ("a checkpoint", "pleno paper v1\n", ""),
        ] {
            let text = body.description.replacing(old, with: new)
            #expect(text != body.description)
            #expect(PaperNote(parsing: try NoteBody(Array(text.utf8))) == nil, "\(reason)")
        }
    }

    @Test("is believed when a key of the office signed it, and of nobody else")
    func signatures() throws {
        let note = try Self.note()
        let signed = try #require(note.signed(by: try Self.key(1)))
        let keys = [try Self.key(2).verifier, try Self.key(1).verifier]
        let found = try PaperNote.verified(signed.bytes, by: keys)
        #expect(found.note == note)
        #expect(found.key == keys[1])
        let other = try #require(try Self.note(size: 1_235).body)
        let forged = SignedNote(other, signed.signatures[0])
        let rows: [(reason: String, bytes: [UInt8], keys: [VerifierKey], fault: PaperNoteFault)] = [
            ("nothing", [], keys, .unreadable),
            ("unsigned", try #require(note.body).bytes, keys, .unreadable),
            ("a checkpoint", try checkpoint().bytes, keys, .unreadable),
            ("somebody else's signature beside it", try beside(signed).bytes, keys, .unreadable),
            ("by no key at hand", signed.bytes, [keys[0]], .unsigned(try KeyName("kpu.example/soppeng"))),
            (
                "by the same key of another office", signed.bytes,
                [try Self.key(1, "kpu.example/bone").verifier],
                .unsigned(try KeyName("kpu.example/soppeng"))
            ),
            (
                "a signature pasted from another", forged.bytes, keys,
                .forged(try KeyName("kpu.example/soppeng"))
            ),
        ]
        for (reason, bytes, keys, fault) in rows {
            #expect(throws: fault, "\(reason)") { try PaperNote.verified(bytes, by: keys) }
        }
    }

    /// The note with a line of another signer.
    private func beside(_ signed: SignedNote) throws -> SignedNote {
        var note = signed
        note.add(try Self.key(9, "kpu.example/pusat").sign(signed.body, at: 0))
        return note
    }

    private func checkpoint() throws -> SignedNote {
        let origin = try NoteLine("kpu.example/soppeng")
        let checkpoint = try #require(Checkpoint(origin: origin, size: 3, root: Hash.digest([])))
        return checkpoint.signed(by: try Self.key(1), at: 0)
    }

    @Test("is signed by the rehearsal's key in a rehearsal, by that of documents in an election")
    func keys() throws {
        for isRehearsal in [false, true] {
            var state = ElectionState()
            for act in Act.takingOver(try SmallElection().election()).flatMap(\.self) { try state.apply(act) }
            #expect(state.paperKeys.isEmpty)
            let log = try Self.key(3, "kpu.example/soppeng/log").verifier
            let documents = try Self.key(4).verifier
            try state.apply(
                .keyNamed(KeyNamed(purpose: isRehearsal ? .rehearsal : .log, key: log.text))
            )
            try state.apply(.keyNamed(KeyNamed(purpose: .documents, key: documents.text)))
            #expect(state.paperKeys == [isRehearsal ? log : documents])
        }
    }
}
