/// A signature under a note, checked or not.
///
/// - Source: C2SP signed-note.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key.
    public let name: KeyName

    /// The number of the key, which together with the name says which key and which kind of signature.
    public let keyID: UInt32

    /// The signature itself: at least one byte.
    public let bytes: [UInt8]

    init(key: VerifierKey, bytes: [UInt8]) {
        self.name = key.name
        self.keyID = key.id
        self.bytes = bytes
    }

    /// Reads a line, without its newline.
    ///
    /// - Throws: ``NoteError/SignatureFault``.
    public init(parsing line: String) throws(NoteError.SignatureFault) {
        let dash = "— "
        guard line.utf8.starts(with: dash.utf8) else { throw .noDash }
        let rest = line.utf8.dropFirst(dash.utf8.count)
        let space = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
        do { name = try KeyName(String(line[rest.startIndex..<space])) } catch { throw .name(error) }
        guard let signed = Base64.bytes(rest[space...].dropFirst()) else { throw .notBase64 }
        guard signed.count > 4 else { throw .tooShort }
        keyID = signed.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        bytes = Array(signed.dropFirst(4))
    }

    /// The line, without its newline.
    public var line: String { "— \(name) \(Base64.text(keyID.bigEndianBytes + bytes))" }
}
