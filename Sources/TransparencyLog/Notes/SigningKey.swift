/// A private key with its name.
///
/// Its ``text`` is a secret; printing the key shows its public half.
///
/// - Source: the text is that of Go's `sumdb/note`.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// The public half.
    public let verifier: VerifierKey

    private let seed: [UInt8]

    /// The key that `seed` determines, which comes from randomness fit for secrets; nil unless it has 32 bytes.
    public init?(_ name: KeyName, _ kind: SignatureKind, seed: [UInt8]) {
        guard seed.count == 32 else { return nil }
        guard let verifier = VerifierKey(name, kind, publicKey: Ed25519.publicKey(seed: seed)) else {
            return nil
        }
        self.verifier = verifier
        self.seed = seed
    }

    /// The same secret under another name: whoever checks a signature sees which of the two was meant.
    public func named(_ name: KeyName) -> SigningKey {
        SigningKey(name, verifier.kind, seed: seed) ?? self
    }

    /// Reads `PRIVATE+KEY+name+id+seed`.
    ///
    /// - Throws: ``KeyError``.
    public init(parsing text: String) throws(KeyError) {
        guard text.utf8.starts(with: Self.mark.utf8) else { throw .shape }
        let parts = try KeyParts(text.utf8.dropFirst(Self.mark.utf8.count))
        guard let key = SigningKey(parts.name, parts.kind, seed: parts.key) else {
            throw .keyLength(bytes: parts.key.count)
        }
        guard key.verifier.id == parts.id else {
            throw .otherID(written: parts.id, computed: key.verifier.id)
        }
        self = key
    }

    private static let mark = "PRIVATE+KEY+"

    /// The secret, as ``init(parsing:)`` reads it.
    public var text: String {
        let parts = KeyParts(name: verifier.name, id: verifier.id, kind: verifier.kind, key: seed)
        return Self.mark + parts.text
    }

    /// The public half.
    public var description: String { verifier.text }

    /// Shows the public half only, in a debugger too.
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }

    /// The signature of a note; the same for the same input.
    ///
    /// `time` is seconds since 1970, zero or more; only a cosignature carries it.
    ///
    /// - Complexity: O(bytes).
    public func sign(_ body: NoteBody, at time: Int) -> NoteSignature {
        precondition(time >= 0, "a clock before 1970 is wrong, and its caller says so first")
        let kind = verifier.kind
        let signature = Ed25519.sign(kind.message(body, at: time), seed: seed)
        return NoteSignature(key: verifier, bytes: kind.header(at: time) + signature)
    }
}
