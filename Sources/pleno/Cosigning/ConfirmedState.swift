import TransparencyLog

/// What a cosigner confirmed of a log, as a file: a line with the digest of the rest, the origin, the checkpoint.
///
/// The digest finds damage; a checkpoint with the cosigner's own signature cannot come from elsewhere.
struct ConfirmedState {
    let origin: NoteLine
    let note: SignedNote?

    init(origin: NoteLine, note: SignedNote?) {
        self.origin = origin
        self.note = note
    }

    /// Reads the file; nil when a byte of it is another.
    init?(parsing bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let rest = Array(bytes[(end + 1)...])
        guard bytes[..<end].elementsEqual(Self.head(rest).utf8) else { return nil }
        guard let line = rest.firstIndex(of: UInt8(ascii: "\n")),
            let origin = try? NoteLine(String(decoding: rest[..<line], as: UTF8.self))
        else { return nil }
        self.origin = origin
        let note = Array(rest[(line + 1)...])
        self.note = try? SignedNote(parsing: note)
        guard note.isEmpty || self.note != nil else { return nil }
    }

    /// The file.
    var bytes: [UInt8] {
        let rest = Array("\(origin)\n".utf8) + (note?.bytes ?? [])
        return Array((Self.head(rest) + "\n").utf8) + rest
    }

    private static func head(_ rest: [UInt8]) -> String { "pleno-witness-state 1 \(Hash.digest(rest).hex)" }
}
