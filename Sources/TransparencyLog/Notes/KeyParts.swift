/// The form that verifier keys and signing keys share: `name+id+Base 64 of kind and key`.
struct KeyParts {
    let name: KeyName
    let id: UInt32
    let kind: SignatureKind
    let key: [UInt8]

    init(name: KeyName, id: UInt32, kind: SignatureKind, key: [UInt8]) {
        self.name = name
        self.id = id
        self.kind = kind
        self.key = key
    }

    init(_ text: some Collection<UInt8>) throws(KeyError) {
        // Base 64 may hold pluses of its own.
        let parts = text.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .shape }
        do { name = try KeyName(String(decoding: parts[0], as: UTF8.self)) } catch { throw .name(error) }
        guard parts[1].count == 8, let id = Hex.number(parts[1]) else { throw .id }
        guard let bytes = Base64.bytes(parts[2]), let first = bytes.first else { throw .notBase64 }
        guard let kind = SignatureKind(rawValue: first) else { throw .unknownKind(first) }
        self.id = id
        self.kind = kind
        self.key = Array(bytes.dropFirst())
    }

    var text: String { "\(name)+\(Hex.text(id, digits: 8))+\(Base64.text([kind.rawValue] + key))" }
}

/// Why a text is not a key.
public enum KeyError: Error, Hashable, Sendable {
    /// Fewer than three parts between pluses; a signing key begins with `PRIVATE+KEY+`.
    case shape
    /// The name cannot be one.
    case name(KeyName.Fault)
    /// The number is not eight lower-case hexadecimal digits.
    case id
    /// The last part is not Base 64 in its one spelling.
    case notBase64
    /// A kind of key that is not read here.
    case unknownKind(UInt8)
    /// The key has not 32 bytes.
    case keyLength(bytes: Int)
    /// Name and key have another number than the written one: something was copied wrongly.
    case otherID(written: UInt32, computed: UInt32)
}
