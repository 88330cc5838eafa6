/// Takes the value of a header apart.
struct HeaderScanner {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    /// A word of the grammar (RFC 9110 section 5.6.2); nil when none stands here.
    mutating func token() -> String? {
        let word = rest.prefix(while: Self.isToken)
        guard !word.isEmpty else { return nil }
        rest = rest.dropFirst(word.count)
        return String(Substring(word))
    }

    /// Whether `sign` stood here; it is passed then.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The `; name=value` pairs up to the end; nil when it is anything else, or a name stands twice.
    ///
    /// A quoted value ends at the next quotation mark: that is how browsers write one, without backslashes
    /// before others (HTML Standard 4.10.21.8).
    mutating func parameters() -> [String: String]? {
        var parameters: [String: String] = [:]
        while true {
            skipSpace()
            if rest.isEmpty { return parameters }
            guard take(";") else { return nil }
            skipSpace()
            guard let name = name(), take("="), let value = take("\"") ? quoted() : token(),
                parameters.updateValue(value, forKey: name) == nil
            else { return nil }
        }
    }

    private mutating func name() -> String? {
        token()?.lowercased()
    }

    private mutating func quoted() -> String? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let text = rest[..<end]
        rest = rest[end...].dropFirst()
        guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(Substring(text))
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Whether a byte may stand in a token.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
