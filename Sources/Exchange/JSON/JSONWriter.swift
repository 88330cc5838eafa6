/// Writes JSON (RFC 8259) into a buffer of bytes, names in the order they are given.
public struct JSONWriter: Sendable {
    /// What has been written since the last ``clear()``.
    public private(set) var bytes: [UInt8] = []
    /// Whether the next value of the present array or object needs a comma before it.
    private var needsComma = false

    /// An empty buffer.
    public init() {}

    /// Forgets what has been written, after it was handed on; the next value goes on from there.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Begins an array; ends with ``endArray()``.
    public mutating func beginArray() { open("[") }
    /// Ends an array.
    public mutating func endArray() { close("]") }
    /// Begins an object; ends with ``endObject()``.
    public mutating func beginObject() { open("{") }
    /// Ends an object.
    public mutating func endObject() { close("}") }

    /// The name of the value that comes next.
    public mutating func name(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text.
    public mutating func value(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { append(byte) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number, or null for none.
    public mutating func value(_ number: Int?) {
        separate()
        if let number { bytes.append(decimal: number) } else { bytes += "null".utf8 }
    }

    /// A truth value.
    public mutating func value(_ isTrue: Bool) {
        separate()
        bytes += (isTrue ? "true" : "false").utf8
    }

    private mutating func open(_ bracket: String) {
        separate()
        bytes += bracket.utf8
        needsComma = false
    }

    private mutating func close(_ bracket: String) {
        bytes += bracket.utf8
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
}
