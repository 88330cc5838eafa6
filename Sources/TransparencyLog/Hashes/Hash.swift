/// A SHA-256 digest (FIPS 180-4): 32 bytes.
public struct Hash: Hashable, Sendable {
    /// The bytes of a digest: 32.
    public static let size = 32

    /// The digest as it lies in memory, in words of this machine.
    typealias Memory = (UInt64, UInt64, UInt64, UInt64)

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    init(_ memory: Memory) {
        (first, second, third, fourth) = memory
    }

    var memory: Memory { (first, second, third, fourth) }

    /// A digest from its bytes; nil unless there are 32.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        var rest = bytes.makeIterator()
        func word() -> UInt64 {
            (0..<8).reduce(0) { word, _ in word << 8 | UInt64(rest.next() ?? 0) }.bigEndian
        }
        self.init((word(), word(), word(), word()))
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.size)
        append(to: &bytes)
        return bytes
    }

    func append(to bytes: inout [UInt8]) {
        for word in [first, second, third, fourth] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word.bigEndian >> shift))
            }
        }
    }
}

extension Hash {
    /// The digest of `bytes` themselves.
    ///
    /// - Complexity: O(bytes).
    public static func digest(_ bytes: [UInt8]) -> Hash {
        SHA256().digest(prefix: nil, bytes.span)
    }

    /// The root of a tree without entries: the digest of nothing.
    ///
    /// - Source: RFC 6962 section 2.1.
    public static let emptyRoot = digest([])
}

extension Hash: CustomStringConvertible {
    /// The digest in Base 64 (RFC 4648 section 4), as checkpoints and proofs write it: 44 characters.
    public var base64: String { Base64.text(bytes) }

    /// Reads 44 characters of Base 64; nil when they are not the one spelling of a digest.
    public init?(base64: some StringProtocol) {
        guard let bytes = Base64.bytes(base64.utf8), let hash = Hash(bytes) else { return nil }
        self = hash
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hex: String { bytes.map { Hex.text($0, digits: 2) }.joined() }

    /// Reads 64 lower-case hexadecimal digits; nil when they are anything else.
    public init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 2 * Self.size else { return nil }
        let bytes = (0..<Self.size).compactMap { Hex.number(digits[(2 * $0)...(2 * $0 + 1)]) }
        self.init(bytes.map { UInt8(truncatingIfNeeded: $0) })
    }

    /// The hexadecimal digits.
    public var description: String { hex }
}
