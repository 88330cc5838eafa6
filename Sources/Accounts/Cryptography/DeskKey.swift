/// The key that hides second factors and recovery codes from whoever has the database alone.
///
/// It is kept apart from the database and from backups. Without it, second factors must be set up again.
public struct DeskKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The bytes of a key: 32.
    public static let size = 32

    private let sealing: [UInt8]
    private let marking: [UInt8]

    /// The key that these bytes, random ones, determine; `nil` unless there are 32.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        sealing = Libcrypto.hmac(.sha256, key: bytes, Array("pleno/seal".utf8))
        marking = Libcrypto.hmac(.sha256, key: bytes, Array("pleno/mark".utf8))
    }

    /// A text in hexadecimal digits that only the same key opens, and only for the same account.
    func seal(_ bytes: [UInt8], for account: AccountName, nonce: [UInt8]) -> String {
        Hex.text(Libcrypto.seal(bytes, key: sealing, nonce: nonce, label: Array(account.text.utf8)))
    }

    /// What was sealed; `nil` when it was sealed by another key or for another account.
    func open(_ sealed: String, for account: AccountName) -> [UInt8]? {
        Hex.bytes(sealed).flatMap { Libcrypto.open($0, key: sealing, label: Array(account.text.utf8)) }
    }

    /// What a code of an account is known by, in 64 hexadecimal digits.
    func mark(_ code: String, of account: AccountName) -> String {
        Hex.text(Libcrypto.hmac(.sha256, key: marking, Array("\(account.text)\n\(code)".utf8)))
    }

    /// Always the same word.
    public var description: String { "(hidden)" }

    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
