/// One-time codes of an authenticator app: six digits, a new one every 30 seconds.
///
/// - Source: RFC 6238 with SHA-1, which is what the apps know; RFC 4226 section 5.3.
enum TOTP {
    /// The bytes of a secret: 160 bits.
    static let secretSize = 20
    /// The seconds for which a code is shown.
    static let period = 30

    /// The number of the code that is shown at a time.
    static func step(at time: Int) -> Int { time / period }

    /// The code of a number, with leading zeros.
    static func code(_ secret: [UInt8], step: Int, digits: Int = 6) -> String {
        let counter = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: step >> $0) }
        let mac = Libcrypto.hmac(.sha1, key: secret, counter)
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The number of a code that was typed.
    ///
    /// - Parameters:
    ///   - typed: What was typed, spaces aside.
    ///   - secret: What the app holds.
    ///   - time: Seconds since 1970; codes of the periods before and after count too.
    ///   - last: The number of the last code that was used: it and earlier ones count no more.
    /// - Returns: Its number; `nil` when it is wrong, too old, or was used.
    static func step(of typed: String, _ secret: [UInt8], at time: Int, after last: Int) -> Int? {
        let typed = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        let steps = (step(at: time) - 1)...(step(at: time) + 1)
        // All three are compared, whichever is right.
        let right = steps.filter { Libcrypto.areEqual(Array(code(secret, step: $0).utf8), typed) }
        return right.last { $0 > last }
    }

    /// What an app reads, as a link or from a picture.
    ///
    /// - Source: Key Uri Format of Google Authenticator.
    static func address(_ secret: [UInt8], account: AccountName, office: String) -> Secret {
        let (issuer, key) = (escape(office), Base32.text(secret))
        return Secret(
            "otpauth://totp/\(issuer):\(escape(account.text))?secret=\(key)&issuer=\(issuer)"
                + "&algorithm=SHA1&digits=6&period=\(period)"
        )
    }

    /// Per-cent signs for all but the unreserved characters of RFC 3986.
    private static func escape(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default: escaped += "%" + Hex.text([byte]).uppercased()
            }
        }
    }
}
