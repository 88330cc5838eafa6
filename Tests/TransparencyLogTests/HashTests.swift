import Testing
import TransparencyLog

@Suite("A hash")
struct HashTests {
    @Test(
        "is SHA-256",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "no bytes"),
            (
                "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "FIPS 180-4, one block"
            ),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "FIPS 180-4, two blocks"
            ),
        ] as [(String, String, Comment)]
    )
    func digest(text: String, hex: String, reason: Comment) {
        #expect(Hash.digest(Array(text.utf8)).hex == hex, reason)
    }

    @Test("reads back what it writes, and its bytes in order")
    func roundTrip() throws {
        let hash = try #require(Hash(0..<32))
        #expect(hash.bytes == Array(0..<32))
        #expect(hash.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
        #expect(Hash(hex: hash.hex) == hash)
        #expect(hash.base64 == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        #expect(Hash(base64: hash.base64) == hash)
    }

    @Test(
        "refuses every other text",
        arguments: [
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=", "bits that stand for nothing are not zero"),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "no padding"),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==", "31 bytes"),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8f", "33 bytes"),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh-=", "the alphabet of URLs"),
            ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "a newline"),
            ("=AECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "padding in front"),
            ("", "nothing"),
        ] as [(String, Comment)]
    )
    func refusesBase64(text: String, reason: Comment) {
        #expect(Hash(base64: text) == nil, reason)
    }

    @Test(
        "refuses other hexadecimal digits",
        arguments: [
            (String(repeating: "0", count: 63), "too short"),
            (String(repeating: "0", count: 66), "too long"),
            (String(repeating: "A", count: 64), "capitals: one spelling only"),
            (String(repeating: "g", count: 64), "no digits"),
            (String(repeating: "+1", count: 32), "signs"),
        ] as [(String, Comment)]
    )
    func refusesHex(text: String, reason: Comment) {
        #expect(Hash(hex: text) == nil, reason)
    }
}
