extension Command: Canonical {
    /// Writes an object whose one field is named as the command: it travels between servers and is never stored.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .takeOver(let acts): writer.field("take-over", acts)
            case .compare(let acts): writer.field("compare", acts)
            case .perform(let act): writer.field("perform", act)
            }
        }
    }

    /// Reads a command.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            if let acts = try reader.optionalField("compare", [Act].self) { return .compare(acts) }
            if let act = try reader.optionalField("perform", Act.self) { return .perform(act) }
            return .takeOver(try reader.field("take-over", [Act].self))
        }
    }
}

extension Sequence<Act> {
    /// Their canonical text, one after the other with commas between them.
    ///
    /// - Complexity: O(size of the acts).
    public var canonicalList: [UInt8] {
        var writer = CanonicalWriter()
        for act in self { writer.write(act) }
        return writer.bytes
    }
}
