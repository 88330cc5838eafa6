import TransparencyLog

/// The mark of one content, by which a browser asks whether it has changed.
///
/// - Source: RFC 9110 section 8.8.3.
struct ETag: Hashable, Sendable {
    /// As the header has it, quoted.
    let text: String

    /// The mark of these bytes.
    ///
    /// - Complexity: O(bytes).
    init(of bytes: [UInt8]) {
        text = "\"\(Hash.digest(bytes).hex.prefix(32))\""
    }

    /// The mark of content that is called by a digest of its own: letters, digits and hyphens.
    init(named digest: String) {
        text = "\"\(digest)\""
    }

    /// Whether an `If-None-Match` header names it, or anything.
    func matches(_ header: String?) -> Bool {
        (header ?? "").split(separator: ",").contains { part in
            let mark = part.trimmingSpace
            return mark == "*" || (mark.hasPrefix("W/") ? mark.dropFirst(2) : mark) == text
        }
    }
}
