@testable import Accounts
import Testing

@Suite("Codes")
struct CodeTests {
    /// RFC 6238 appendix B, the rows for SHA-1.
    @Test(
        "are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ]
    )
    func rfc6238(time: Int, code: String) {
        let secret = Array("12345678901234567890".utf8)
        #expect(TOTP.code(secret, step: TOTP.step(at: time), digits: 8) == code)
        #expect(TOTP.code(secret, step: TOTP.step(at: time)) == code.suffix(6))
    }

    @Test(
        "count in their own half minute and the ones beside it, and once",
        arguments: [
            (-60, nil, "two periods old"), (-30, -1, "the one before"), (0, 0, "the one that is shown"),
            (30, 1, "of a clock that is ahead"), (60, nil, "of one too far ahead"),
        ] as [(Int, Int?, Comment)]
    )
    func window(later: Int, step: Int?, reason: Comment) {
        let (secret, time) = (Array("12345678901234567890".utf8), 1_111_111_111)
        let code = TOTP.code(secret, step: TOTP.step(at: time + later))
        let expected = step.map { TOTP.step(at: time) + $0 }
        #expect(TOTP.step(of: code, secret, at: time, after: -1) == expected, reason)
        let spaced = "\(code.prefix(3)) \(code.suffix(3)) "
        #expect(TOTP.step(of: spaced, secret, at: time, after: -1) == expected, reason)
        guard let expected else { return }
        #expect(TOTP.step(of: code, secret, at: time, after: expected) == nil, "it was used")
        #expect(TOTP.step(of: code, secret, at: time, after: expected - 1) == expected)
        for wrong in ["", String(code.dropLast()), code + "0", "abcdef", "٠١٢٣٤٥"] {
            #expect(TOTP.step(of: wrong, secret, at: time, after: -1) == nil)
        }
    }

    /// RFC 4648 section 10, without padding.
    @Test(
        "base 32",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ]
    )
    func rfc4648(text: String, expected: String) {
        #expect(Base32.text(Array(text.utf8)) == expected)
        #expect(base32(expected) == Array(text.utf8))
    }

    @Test("an app reads the secret from an address")
    func address() {
        let secret = Array("12345678901234567890".utf8)
        #expect(
            TOTP.address(secret, account: name("desk-3"), office: "KPU Kab. Soppeng & co").text
                == "otpauth://totp/KPU%20Kab.%20Soppeng%20%26%20co:desk-3?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=KPU%20Kab.%20Soppeng%20%26%20co&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test("recovery codes are ten, of 80 bits, and read as people write them")
    func recovery() {
        let codes = RecoveryCode.make { count in (0..<count).map { UInt8($0 * 23) } }
        #expect(codes.count == 10)
        #expect(codes[0].text.split(separator: "-").map(\.count) == [4, 4, 4, 4])
        #expect(RecoveryCode.plain(codes[0].text)?.count == 16)
        #expect(RecoveryCode.plain(codes[0].text.uppercased()) == RecoveryCode.plain(codes[0].text))
        #expect(
            RecoveryCode.plain(codes[0].text.replacing("-", with: " ")) == RecoveryCode.plain(codes[0].text)
        )
        #expect(RecoveryCode.plain("123456") == nil, "that is a code of an app")
        #expect(RecoveryCode.plain(String(repeating: "a", count: 65)) == nil)
    }

    @Test("a form is of its session only")
    func forms() {
        let (one, other) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
        #expect(FormToken.isRight(FormToken.make(for: one).text, for: one))
        #expect(!FormToken.isRight(FormToken.make(for: one).text, for: other))
        #expect(!FormToken.isRight("", for: one) && !FormToken.isRight(one, for: one))
    }

    @Test(
        "names",
        arguments: [
            ("desk-3", nil, "a desk"), ("herlina.wahyuni_2", nil, "a person"), ("a", .length(1), "too short"),
            (String(repeating: "a", count: 41), .length(41), "too long"),
            ("3-desk", .beginning, "a digit first"),
            ("Desk-3", .character("D"), "a capital"), ("desk 3", .character(" "), "a space"),
            ("désk", .character("é"), "an accent"), ("desk\n3", .character("\n"), "a line"),
            ("desk\"3", .character("\""), "a quotation mark"),
        ] as [(String, AccountName.Fault?, Comment)]
    )
    func names(text: String, fault: AccountName.Fault?, reason: Comment) {
        do throws(AccountName.Fault) {
            #expect(try AccountName(parsing: text).text == text && fault == nil, reason)
        } catch { #expect(error == fault, reason) }
    }

    @Test(
        "a name is meant as it was typed",
        arguments: [
            ("Desk-3", "desk-3"), ("  desk-3 ", "desk-3"), ("desk 3", nil), ("", nil), ("   ", nil),
        ] as [(String, String?)]
    )
    func typed(text: String, expected: String?) {
        #expect(AccountName(typed: text)?.text == expected)
    }
}
