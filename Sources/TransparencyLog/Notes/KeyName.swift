/// The name of a key: by custom an address without its scheme, such as `example.com/log`.
///
/// Names are equal only byte by byte.
///
/// - Source: C2SP signed-note.
public struct KeyName: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// A name as it is written in keys and signatures.
    ///
    /// - Throws: ``Fault``.
    public init(_ text: String) throws(Fault) {
        guard !text.utf8.isEmpty else { throw .empty }
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace, scalar != "+", scalar.value >= 0x20 else {
                throw .character(scalar)
            }
        }
        bytes = Array(text.utf8)
    }

    /// The name.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Why a text is not the name of a key.
    public enum Fault: Error, Hashable, Sendable {
        /// Nothing stands in it.
        case empty
        /// A space of any script, a plus or a control character.
        case character(Unicode.Scalar)
    }
}
