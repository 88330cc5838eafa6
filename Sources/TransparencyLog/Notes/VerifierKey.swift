/// A public key with its name: what must be known to check a signature under a note.
///
/// - Source: C2SP signed-note, C2SP tlog-cosignature; the text is that of Go's `sumdb/note`.
public struct VerifierKey: Hashable, Sendable {
    /// The name.
    public let name: KeyName

    /// What it signs.
    public let kind: SignatureKind

    /// The public key: 32 bytes.
    public let publicKey: [UInt8]

    /// The number of the key: a short digest of all the rest, to find a key and not to trust it.
    public let id: UInt32

    /// A key from its parts; nil unless `publicKey` has 32 bytes.
    public init?(_ name: KeyName, _ kind: SignatureKind, publicKey: [UInt8]) {
        guard publicKey.count == 32 else { return nil }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
        let digest = Hash.digest(Array("\(name)\n".utf8) + [kind.rawValue] + publicKey)
        id = digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The same key under another name.
    public func named(_ name: KeyName) -> VerifierKey {
        VerifierKey(name, kind, publicKey: publicKey) ?? self
    }

    /// Reads `name+id+key`, the number in hexadecimal digits, kind and key in Base 64.
    ///
    /// - Throws: ``KeyError``.
    public init(parsing text: String) throws(KeyError) {
        let parts = try KeyParts(text.utf8)
        guard let key = VerifierKey(parts.name, parts.kind, publicKey: parts.key) else {
            throw .keyLength(bytes: parts.key.count)
        }
        guard key.id == parts.id else { throw .otherID(written: parts.id, computed: key.id) }
        self = key
    }

    /// The key as ``init(parsing:)`` reads it.
    public var text: String { KeyParts(name: name, id: id, kind: kind, key: publicKey).text }

    /// Whether this key made `signature` over `body`.
    func accepts(_ signature: NoteSignature, over body: NoteBody) -> Bool {
        let time = kind.time(of: signature.bytes) ?? 0
        let header = kind.header(at: time)
        guard signature.bytes.starts(with: header), signature.bytes.count == header.count + 64 else {
            return false
        }
        return Ed25519.isValid(
            Array(signature.bytes.dropFirst(header.count)),
            of: kind.message(body, at: time),
            publicKey: publicKey
        )
    }
}
