/// Writes canonical JSON (RFC 8785): one text for one value, so that it can be hashed.
///
/// Numbers are integers below 2^53 in size; names of an object's fields are ASCII and come in their order.
public struct CanonicalWriter: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Nothing yet, with room for so many bytes.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes a value.
    public mutating func write(_ value: some Canonical) {
        separate()
        value.write(to: &self)
        needsComma = true
    }

    /// Writes an object whose fields `body` writes, in the order of their names.
    public mutating func object(_ body: (inout CanonicalWriter) -> Void) {
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array(_ body: (inout CanonicalWriter) -> Void) {
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// Writes a field of an object; nothing where the value is `nil`.
    public mutating func field(_ name: StaticString, _ value: (some Canonical)?) {
        guard let value else { return }
        field(name) { value.write(to: &$0) }
    }

    /// Writes a field of an object whose value `body` writes.
    public mutating func field(_ name: StaticString, _ body: (inout CanonicalWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        body(&self)
        needsComma = true
    }

    /// Writes what is canonical text already: a value, or several with commas between them.
    public mutating func write(canonicalText text: [UInt8]) {
        guard !text.isEmpty else { return }
        separate()
        bytes += text
        needsComma = true
    }

    private mutating func enclose(
        _ start: UInt8,
        _ end: UInt8,
        _ body: (inout CanonicalWriter) -> Void
    ) {
        separate()
        bytes.append(start)
        needsComma = false
        body(&self)
        bytes.append(end)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }
}

extension CanonicalWriter {
    mutating func integer(_ number: Int) {
        precondition(abs(number) < 1 << 53, "a number that another reader of JSON would round")
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = abs(number)
        var divisor = 1
        while rest / 10 >= divisor { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    mutating func code(_ code: RegionCode) {
        bytes.append(UInt8(ascii: "\""))
        code.append(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func boolean(_ value: Bool) {
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func nothing() {
        bytes.append(contentsOf: "null".utf8)
    }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: CanonicalEscape.isNeeded) {
            for byte in text.utf8 {
                if CanonicalEscape.isNeeded(byte) { escape(byte) } else { bytes.append(byte) }
            }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        if let short = CanonicalEscape.short.first(where: { $0.byte == byte }) {
            bytes.append(short.letter)
            return
        }
        bytes.append(contentsOf: "u00".utf8)
        for digit in [byte >> 4, byte & 15] {
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

/// The bytes with an escape of one letter; all other control characters are written as `\u00xx`.
enum CanonicalEscape {
    @inline(__always)
    static func isNeeded(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    static let short: [(byte: UInt8, letter: UInt8)] = [
        (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "\\"), UInt8(ascii: "\\")),
        (0x08, UInt8(ascii: "b")), (0x09, UInt8(ascii: "t")), (0x0A, UInt8(ascii: "n")),
        (0x0C, UInt8(ascii: "f")), (0x0D, UInt8(ascii: "r")),
    ]
}
