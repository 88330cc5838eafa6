/// What an Ed25519 key (RFC 8032) signs; the raw value is the byte that tells the kinds of keys apart.
public enum SignatureKind: UInt8, CaseIterable, Hashable, Sendable {
    /// The text of a note, as a log signs its checkpoints.
    ///
    /// - Source: C2SP signed-note.
    case note = 0x01

    /// A time and the text of a checkpoint, as a cosigner does that saw the log only grow.
    ///
    /// - Source: C2SP tlog-cosignature, version 1.
    case cosignature = 0x04

    /// What is signed for a note with `body`; `time` is seconds since 1970 and only stands in a cosignature.
    func message(_ body: NoteBody, at time: Int) -> [UInt8] {
        switch self {
        case .note: body.bytes
        case .cosignature: Array("cosignature/v1\ntime \(time)\n".utf8) + body.bytes
        }
    }

    /// The bytes of a signature that come before Ed25519's.
    func header(at time: Int) -> [UInt8] {
        switch self {
        case .note: []
        case .cosignature: time.bigEndianBytes
        }
    }

    /// The time in a signature of this kind; nil when it bears none.
    func time(of signature: [UInt8]) -> Int? {
        switch self {
        case .note: nil
        case .cosignature: Int(exactly: signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
    }
}
