import TestSupport
import Testing
import TransparencyLog

/// The example of Go's `sumdb/note`.
enum GoExample {
    static let signingKey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let verifierKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    static let other =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ="
    static let note = "\(text)\n\(signature)\n"
}

@Suite("A signed note")
struct NoteTests {
    private func read(_ text: String) throws -> SignedNote {
        try SignedNote(parsing: Array(text.utf8))
    }

    @Test("of Go's example is made and read here")
    func goExample() throws {
        let key = try SigningKey(parsing: GoExample.signingKey)
        #expect(key.text == GoExample.signingKey)
        #expect(key.verifier.text == GoExample.verifierKey)
        let body = try NoteBody(Array(GoExample.text.utf8))
        let note = SignedNote(body, key.sign(body, at: 0))
        #expect(String(decoding: note.bytes, as: UTF8.self) == GoExample.note)
        let verifier = try VerifierKey(parsing: GoExample.verifierKey)
        #expect(try read(GoExample.note).verified(by: [verifier]).map(\.key) == [verifier])
    }

    @Test("keeps signatures by unknown keys, which prove nothing and do no harm")
    func unknown() throws {
        let verifier = try VerifierKey(parsing: GoExample.verifierKey)
        let note = try read(GoExample.note + GoExample.other + "\n")
        #expect(note.signatures.map { "\($0.name)" } == ["PeterNeumann", "EnochRoot"])
        #expect(note.signatures[1].line == GoExample.other)
        #expect(try note.verified(by: [verifier]).count == 1)
        let alone = try read("\(GoExample.text)\n\(GoExample.other)\n")
        #expect(throws: NoteRefusal.noKnownSignature) { try alone.verified(by: [verifier]) }
    }

    @Test("counts a key that signed twice once, and believes nothing when one of the two is forged")
    func twice() throws {
        let verifier = try VerifierKey(parsing: GoExample.verifierKey)
        let note = try read("\(GoExample.note)\(GoExample.signature)\n")
        #expect(note.signatures.count == 2)
        #expect(try note.verified(by: [verifier]).count == 1)
        let forged = GoExample.signature.replacing("JnAM=", with: "JnAQ=")
        #expect(throws: NoteRefusal.forged(verifier.name, keyID: verifier.id)) {
            try read("\(GoExample.note)\(forged)\n").verified(by: [verifier])
        }
    }

    @Test("replaces the signature of a key that signs again")
    func adding() throws {
        let key = try Keys.cosigner(1)
        let checkpoint = try SmallLog(count: 3).checkpoint()
        var note = checkpoint.signed(by: try Keys.log(), at: 0)
        note.add(key.sign(note.body, at: 5))
        note.add(key.sign(note.body, at: 6))
        #expect(note.signatures.count == 2)
        #expect(try note.verified(by: [key.verifier]).map(\.time) == [6])
    }

    @Test("with any single byte changed is refused")
    func everyByte() throws {
        let verifier = try VerifierKey(parsing: GoExample.verifierKey)
        for (place, bytes) in changes(of: Array(GoExample.note.utf8)) {
            #expect(throws: (any Error).self, "byte \(place)") {
                try SignedNote(parsing: bytes).verified(by: [verifier])
            }
        }
    }

    private static let signature = GoExample.signature

    @Test(
        "is not read from text that is none",
        arguments: [
            ("", .unfinished, "nothing"),
            ("text\n", .noSignatures, "no signatures"),
            ("text\n\n", .noSignatures, "an empty line and nothing after it"),
            ("text\n\(signature)\n", .noSignatures, "no empty line"),
            ("text\n\n\(signature)", .unfinished, "the last line has no newline"),
            ("text\n\n\(signature)\n\n", .noSignatures, "an empty line at the end"),
            ("text\n\n\(signature)\r\n", .controlCharacter(line: 3), "ends with a carriage return"),
            ("te\txt\n\n\(signature)\n", .controlCharacter(line: 1), "a tab in the text"),
            ("text\n\n\(signature)\nx\n", .signature(line: 4, .noDash), "a line that is no signature"),
            ("text\n\n- a AAAAAAA=\n", .signature(line: 3, .noDash), "a hyphen for the dash"),
            ("text\n\n—a AAAAAAA=\n", .signature(line: 3, .noDash), "no space after the dash"),
            ("text\n\n—  AAAAAAA=\n", .signature(line: 3, .name(.empty)), "no name"),
            ("text\n\n— a+b AAAAAAA=\n", .signature(line: 3, .name(.character("+"))), "a plus in the name"),
            (
                "text\n\n— a\u{A0}b AAAAAAA=\n", .signature(line: 3, .name(.character("\u{A0}"))),
                "a hard space"
            ),
            ("text\n\n— a\n", .signature(line: 3, .tooShort), "no signature after the name"),
            ("text\n\n— a AAAAAA==\n", .signature(line: 3, .tooShort), "only the number of the key"),
            ("text\n\n— a AAAAAAB=\n", .signature(line: 3, .notBase64), "bits that stand for nothing"),
            ("text\n\n— a AAAAAAA= \n", .signature(line: 3, .notBase64), "a space at the end"),
            ("text\n\n— a  AAAAAAA=\n", .signature(line: 3, .notBase64), "two spaces"),
        ] as [(String, NoteError, Comment)]
    )
    func refuses(text: String, error: NoteError, reason: Comment) {
        #expect(throws: error, reason) { try read(text) }
    }

    @Test("is limited in size and signatures")
    func limits() throws {
        let signature = "— a AAAAAAA=\n"
        let hundred = String(repeating: signature, count: 100)
        #expect(try read("text\n\n" + hundred).signatures.count == 100)
        #expect(throws: NoteError.tooManySignatures) { try read("text\n\n" + hundred + signature) }
        let rest = "\n\n" + signature
        let text = String(repeating: "x", count: SignedNote.mostBytes - rest.utf8.count)
        #expect(throws: Never.self) { try read(text + rest) }
        #expect(throws: NoteError.tooLong(bytes: 1_000_001)) { try read("x" + text + rest) }
        #expect(throws: NoteError.notUTF8) { try SignedNote(parsing: [0xFF, 0x0A]) }
        #expect(throws: NoteError.notUTF8) { try SignedNote(parsing: [0xC0, 0x8A, 0x0A]) }
    }

    @Test("is read and written byte by byte, also where two spellings look the same")
    func exactly() throws {
        let composed = "\u{E9}t\u{E9}\n\n— \u{E9} AAAAAAA=\n"
        let decomposed = "e\u{301}te\u{301}\n\n— e\u{301} AAAAAAA=\n"
        #expect(composed == decomposed)
        #expect(try read(composed) != read(decomposed))
        #expect(try read(composed).signatures[0].name != read(decomposed).signatures[0].name)
        #expect(try read(decomposed).bytes == Array(decomposed.utf8))
        let text = "a\n\n\nb\n\n— c AAAAAAA=\n— d AAAAAAA=\n"
        #expect(try read(text).body.description == "a\n\n\nb\n")
        #expect(try read(text).bytes == Array(text.utf8))
    }
}
