/// A line of a note: not empty, UTF-8 without control characters.
///
/// Lines are equal only byte by byte; two `String`s are already equal when they look the same.
public struct NoteLine: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// A line without its newline.
    ///
    /// - Throws: ``Fault``.
    public init(_ text: String) throws(Fault) {
        guard !text.utf8.isEmpty else { throw .empty }
        guard !text.utf8.contains(where: { $0 < 0x20 }) else { throw .controlCharacter }
        bytes = Array(text.utf8)
    }

    /// The line without its newline.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Why a text is not a line of a note.
    public enum Fault: Error, Hashable, Sendable {
        /// Nothing stands in it.
        case empty
        /// A character below U+0020, of which a newline is one.
        case controlCharacter
    }
}
