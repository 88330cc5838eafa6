import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("A key")
struct KeyTests {
    /// RFC 8032 section 7.1, test 2.
    @Test("signs as RFC 8032 says")
    func rfc8032() throws {
        let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        let bytes = try #require(Hash(hex: seed)).bytes
        let key = try #require(SigningKey(try KeyName("a"), .note, seed: bytes))
        let publicKey = try #require(Hash(key.verifier.publicKey))
        #expect(publicKey.hex == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    }

    @Test("that is no point of the curve accepts nothing")
    func noPoint() throws {
        let bytes = [UInt8](repeating: 0xFF, count: 32)
        let key = try #require(VerifierKey(try KeyName("a"), .note, publicKey: bytes))
        let text = "text\n\n— a \(Self.signature(by: key))\n"
        let note = try SignedNote(parsing: Array(text.utf8))
        #expect(throws: NoteRefusal.forged(key.name, keyID: key.id)) { try note.verified(by: [key]) }
    }

    /// A signature of zeros that bears the number of `key`.
    private static func signature(by key: VerifierKey) -> String {
        let id = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key.id >> $0) }
        return Data(id + [UInt8](repeating: 0, count: 64)).base64EncodedString()
    }

    @Test("of a cosigner has another number than the same key of a log")
    func kinds() throws {
        let log = try Keys.key("same.example", .note, seed: 3).verifier
        let cosigner = try Keys.key("same.example", .cosignature, seed: 3).verifier
        #expect(log.publicKey == cosigner.publicKey)
        #expect(log.id != cosigner.id)
        #expect(try VerifierKey(parsing: cosigner.text) == cosigner)
        #expect(try SigningKey(parsing: Keys.cosigner(1).text).verifier == Keys.cosigner(1).verifier)
    }

    @Test("does not show its secret")
    func secret() throws {
        let key = try SigningKey(parsing: GoExample.signingKey)
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == GoExample.verifierKey)
        #expect("\([key])" == "[\(GoExample.verifierKey)]")
        #expect(!dumped.contains("seed"))
    }

    private static let encoded = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    @Test(
        "is not read from text that is none",
        arguments: [
            ("", .shape, "nothing"),
            ("PeterNeumann+c74f20a3", .shape, "no key"),
            ("+c74f20a3+\(encoded)", .name(.empty), "no name"),
            ("Peter Neumann+c74f20a3+\(encoded)", .name(.character(" ")), "a space in the name"),
            ("PeterNeumann+C74F20A3+\(encoded)", .id, "capitals"),
            ("PeterNeumann+74f20a3+\(encoded)", .id, "seven digits"),
            ("PeterNeumann+c74f20a3+\(encoded)=", .notBase64, "padding too many"),
            ("PeterNeumann+c74f20a3+\(encoded)\n", .notBase64, "a newline"),
            ("PeterNeumann+c74f20a3+", .notBase64, "an empty key"),
            ("PeterNeumann+c74f20a3+Ahpc", .unknownKind(2), "ECDSA is not read"),
            ("PeterNeumann+c74f20a3+ARpc", .keyLength(bytes: 2), "too short"),
            (
                "PeterNeumann+c74f20a4+\(encoded)", .otherID(written: 0xc74f_20a4, computed: 0xc74f_20a3),
                "copied wrongly"
            ),
            (
                "PeterNeumaNn+c74f20a3+\(encoded)", .otherID(written: 0xc74f_20a3, computed: 0xd7f0_12ef),
                "another name"
            ),
        ] as [(String, KeyError, Comment)]
    )
    func refuses(text: String, error: KeyError, reason: Comment) {
        #expect(throws: error, reason) { try VerifierKey(parsing: text) }
    }

    @Test("is made of 32 bytes only, and a private one says that it is one")
    func lengths() throws {
        let name = try KeyName("a")
        for count in [0, 31, 33, 64] {
            #expect(SigningKey(name, .note, seed: [UInt8](repeating: 1, count: count)) == nil)
            #expect(VerifierKey(name, .note, publicKey: [UInt8](repeating: 1, count: count)) == nil)
        }
        #expect(failure { () throws(KeyError) in try SigningKey(parsing: GoExample.verifierKey) } == .shape)
        let swapped = GoExample.signingKey.replacing("c74f20a3", with: "c74f20a4")
        #expect(
            failure { () throws(KeyError) in try SigningKey(parsing: swapped) }
                == .otherID(written: 0xc74f_20a4, computed: 0xc74f_20a3)
        )
    }
}
