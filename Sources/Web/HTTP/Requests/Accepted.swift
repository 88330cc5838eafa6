/// The form in which whoever asks wants the answer.
enum Accepted: Hashable, Sendable {
    case html
    case json
    case eventStream

    /// Reads an `Accept` header; what names none of the three gets `otherwise`.
    ///
    /// - Source: RFC 9110 section 12.5.1.
    init(parsing header: String?, otherwise: Accepted) {
        var best: (form: Accepted, weight: Int)?
        for range in (header ?? "").split(separator: ",").prefix(50) {
            var parts = range.split(separator: ";").makeIterator()
            guard let name = parts.next(), let form = Self(name: name) else { continue }
            let weights = IteratorSequence(parts).compactMap(Self.weight)
            let weight = weights.first ?? 1_000
            if weight > (best?.weight ?? 0) { best = (form, weight) }
        }
        self = best?.form ?? otherwise
    }

    private init?(name: Substring) {
        switch name.trimmingSpace.lowercased() {
        case "text/html", "application/xhtml+xml": self = .html
        case "application/json", "application/problem+json": self = .json
        case "text/event-stream": self = .eventStream
        default: return nil
        }
    }

    /// The weight of a range in thousandths; nil when the parameter is another.
    private static func weight(_ parameter: Substring) -> Int? {
        let text = parameter.trimmingSpace
        guard text.lowercased().hasPrefix("q=") else { return nil }
        let digits = text.dropFirst(2).utf8.filter { $0 != UInt8(ascii: ".") }
        guard (1...4).contains(digits.count) else { return 0 }
        return Int(
            String(decoding: digits + [UInt8](repeating: 0x30, count: 4 - digits.count), as: UTF8.self)
        ) ?? 0
    }
}

extension Substring {
    /// The text without spaces and tabs at its ends.
    var trimmingSpace: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return start[...last]
    }
}
