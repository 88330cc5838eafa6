/// The SHA-256 of a file, by which it is found.
public struct EvidenceDigest: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// A digest as it is written: 64 lower-case hexadecimal digits; `nil` for anything else.
    public init?(_ text: String) {
        guard let words = [UInt64](hexadecimal: text), words.count == 4 else { return nil }
        (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
    }
}

extension EvidenceDigest: CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public var description: String { [first, second, third, fourth].hexadecimal }
}

extension EvidenceDigest: Canonical {
    /// Writes the digits.
    public func write(to writer: inout CanonicalWriter) { writer.string(description) }

    /// Reads the digits.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a digest")
        guard let digest = EvidenceDigest(try reader.string()) else { throw fault }
        self = digest
    }
}

extension [UInt64] {
    /// Words written as 16 lower-case hexadecimal digits each, the first one first; `nil` for anything else.
    init?(hexadecimal text: String) {
        let digits = Array<UInt8>(text.utf8)
        guard digits.count.isMultiple(of: 16) else { return nil }
        self = []
        for start in stride(from: 0, to: digits.count, by: 16) {
            var word: UInt64 = 0
            for digit in digits[start..<start + 16] {
                switch digit {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    word = word << 4 | UInt64(digit - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"):
                    word = word << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
                default: return nil
                }
            }
            append(word)
        }
    }

    /// The words as digits.
    var hexadecimal: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(16 * count)
        for word in self {
            for shift in stride(from: 60, through: 0, by: -4) {
                text.append(digits[Int(word >> UInt64(shift) & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
