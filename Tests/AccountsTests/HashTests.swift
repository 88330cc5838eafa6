@testable import Accounts
import Foundation
import Testing

@Suite("What is kept of a password")
struct HashTests {
    @Test(
        "is derived as RFC 7914 says",
        arguments: [
            (
                "", "", 4, 1, 1,
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                "password", "NaCl", 10, 8, 16,
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 8, 1,
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ] as [(String, String, Int, Int, Int, String)]
    )
    func rfc7914(password: String, salt: String, logN: Int, r: Int, p: Int, expected: String) throws {
        let cost = try #require(ScryptCost(logN: logN, r: r, p: p))
        let key = Libcrypto.scrypt(Array(password.utf8), salt: Array(salt.utf8), cost: cost, bytes: 64)
        #expect(key.map(Hex.text) == expected)
    }

    @Test("costs 32 MiB, and there is memory for what may come")
    func cost() async throws {
        #expect(ScryptCost.standard == ScryptCost(logN: 15, r: 8, p: 1))
        let hasher = PasswordHasher(cost: .standard, atOnce: 2, waiting: 4)
        let password = try #require(PasswordText(typed: Sample.password))
        let hash = try await hasher.hash(password, salt: [UInt8](repeating: 1, count: 16))
        #expect(try await hasher.isRight(password, hash))
        #expect(hash.text.hasPrefix("scrypt:15:8:1:01010101010101010101010101010101:"))
    }

    @Test("reads back as one text only")
    func text() throws {
        let salt = String(repeating: "0a", count: 16)
        let key = String(repeating: "f1", count: 32)
        let text = "scrypt:15:8:1:\(salt):\(key)"
        let hash = try #require(PasswordHash(parsing: text))
        #expect(hash.text == text)
        #expect("\(hash)" == "scrypt:15:8:1")
        for (other, reason) in [
            ("scrypt:015:8:1:\(salt):\(key)", "another spelling"),
            ("scrypt:25:8:1:\(salt):\(key)", "too much"),
            ("scrypt:0:8:1:\(salt):\(key)", "nothing"), ("scrypt:15:8:1:\(salt)", "no key"),
            ("scrypt:15:8:1:\(salt):\(key)00", "a key too long"), ("scrypt:15:8:1::\(key)", "no salt"),
            ("argon2:15:8:1:\(salt):\(key)", "another function"),
            ("scrypt:15:8:1:\(salt.uppercased()):\(key)", "capitals"), ("", "nothing at all"),
        ] as [(String, Comment)] {
            #expect(PasswordHash(parsing: other) == nil, reason)
        }
    }

    @Test("few are derived at once, some wait, and the rest is refused")
    func bounded() async throws {
        let cost = try #require(ScryptCost(logN: 13, r: 8, p: 1))
        let hasher = PasswordHasher(cost: cost, atOnce: 2, waiting: 5)
        let password = try #require(PasswordText(typed: Sample.password))
        let answers = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<40 { group.addTask { try? await hasher.isRight(password, nil) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        // Two run and five wait at any time; how many come later depends on the machine.
        let served = answers.compactMap { $0 }
        #expect(served.count >= 7 && served.count < 40)
        #expect(served.allSatisfy { !$0 }, "without a hash nothing is right")
        for _ in 0..<3 { #expect(try await !hasher.isRight(password, nil), "places are given back") }
    }

    @Test("seals open with the same key, for the same account, unchanged", arguments: 0..<36)
    func seals(place: Int) throws {
        let key = try #require(DeskKey([UInt8](repeating: 1, count: 32)))
        let other = try #require(DeskKey([UInt8](repeating: 2, count: 32)))
        let nonce = [UInt8](repeating: 9, count: 12)
        let sealed = key.seal([1, 2, 3, 4, 5, 6, 7, 8], for: name("ani"), nonce: nonce)
        #expect(key.open(sealed, for: name("ani")) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(key.open(sealed, for: name("budi")) == nil)
        #expect(other.open(sealed, for: name("ani")) == nil)
        var bytes = try #require(Hex.bytes(sealed))
        bytes[place] ^= 1
        #expect(key.open(Hex.text(bytes), for: name("ani")) == nil)
        #expect(key.open(String(sealed.dropLast(2)), for: name("ani")) == nil)
        #expect(DeskKey([UInt8](repeating: 1, count: 31)) == nil)
        var dumped = ""
        dump(key, to: &dumped)
        #expect(!dumped.contains("sealing") && "\(key)" == "(hidden)")
    }

    @Test("a secret is not shown")
    func secret() {
        let secret = Secret("kuda putih")
        var dumped = ""
        dump([secret], to: &dumped)
        #expect(!dumped.contains("kuda") && !"\(secret) \([secret])".contains("kuda"))
        #expect(!String(reflecting: secret).contains("kuda"))
    }
}
