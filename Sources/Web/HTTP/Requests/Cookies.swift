/// The cookies of a request.
struct Cookies: Hashable, Sendable {
    /// The most bytes of all of them.
    static let mostBytes = 8_192

    private let values: [String: [String]]

    /// Reads a `Cookie` header; a piece that is no cookie is passed over, as another site's mistake may be.
    ///
    /// - Throws: ``Refusal/Code/malformed`` for more than ``mostBytes`` bytes.
    /// - Complexity: O(bytes).
    /// - Source: RFC 6265 section 4.2.1.
    init(parsing header: String?) throws(Refusal) {
        let header = header ?? ""
        guard header.utf8.count <= Self.mostBytes else { throw Refusal(.malformed) }
        var values: [String: [String]] = [:]
        for piece in header.utf8.split(separator: UInt8(ascii: ";")) {
            let pair = piece.drop { $0 == UInt8(ascii: " ") }
            guard let sign = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let (name, value) = (pair[..<sign], pair[sign...].dropFirst())
            guard !name.isEmpty, name.allSatisfy(HeaderScanner.isToken), value.allSatisfy(Self.isValue) else {
                continue
            }
            values[String(Substring(name)), default: []].append(String(Substring(value)))
        }
        self.values = values
    }

    /// Whether there are none.
    var isEmpty: Bool { values.isEmpty }

    /// The value of a cookie; nil when it was not sent, or more than once: another host's may be among them.
    func value(_ name: CookieName, over front: Front) -> String? {
        guard let sent = values[name.sent(over: front)], sent.count == 1 else { return nil }
        return sent[0]
    }

    /// Whether a byte may stand in a value: no space, quotation mark, comma, semicolon, backslash, control.
    static func isValue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
        default: false
        }
    }
}
