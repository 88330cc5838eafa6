/// A piece of a page: markup that is already safe to send.
///
/// Text comes in through ``text(_:)`` only, which escapes it; there is no way to take over foreign markup.
struct HTML: Hashable, Sendable {
    /// The markup, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Nothing.
    static let empty = HTML()

    /// Text, escaped for element content and for quoted attribute values (HTML Standard 13.3).
    ///
    /// - Complexity: O(*n*).
    static func text(_ text: String) -> HTML {
        var html = HTML()
        html.appendEscaped(text)
        return html
    }

    /// Appends another piece.
    mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    mutating func appendMarkup(_ markup: StaticString) {
        markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): appendMarkup("&amp;")
            case UInt8(ascii: "<"): appendMarkup("&lt;")
            case UInt8(ascii: ">"): appendMarkup("&gt;")
            case UInt8(ascii: "\""): appendMarkup("&quot;")
            default: bytes.append(byte)
            }
        }
    }
}

extension HTML: CustomStringConvertible {
    /// The markup as text.
    var description: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
