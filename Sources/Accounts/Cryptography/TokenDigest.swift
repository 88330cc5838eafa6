/// What a token is known by: its SHA-256 digest, 32 bytes, from which nobody gets back to the token.
public struct TokenDigest: Hashable, Sendable, CustomStringConvertible {
    /// The bytes.
    public let bytes: [UInt8]

    /// The digest of a token's text.
    public init(of token: String) {
        bytes = Libcrypto.sha256(Array(token.utf8))
    }

    /// A digest from its bytes; `nil` unless there are 32.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A digest from its text; `nil` unless it has 64 lower-case hexadecimal digits.
    public init?(hex text: String) {
        guard let bytes = Hex.bytes(text) else { return nil }
        self.init(bytes)
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String { Hex.text(bytes) }
}
