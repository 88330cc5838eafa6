/// What a note says and its signatures cover: UTF-8 that ends with a newline, which is its only control character.
///
/// - Source: C2SP signed-note.
public struct NoteBody: Hashable, Sendable, CustomStringConvertible {
    /// The text, its last newline included.
    public let bytes: [UInt8]

    /// A text to be signed.
    ///
    /// - Throws: ``NoteError``.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= SignedNote.mostBytes else { throw .tooLong(bytes: bytes.count) }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        if let place = bytes.firstIndex(where: { $0 < 0x20 && $0 != .newline }) {
            throw .controlCharacter(line: bytes[..<place].count { $0 == .newline } + 1)
        }
        guard bytes.last == .newline else { throw .unfinished }
        self.bytes = bytes
    }

    /// The text.
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
}
