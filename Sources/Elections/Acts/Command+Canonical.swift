extension Command: Canonical {
    /// Writes an object whose one field is named as the command: it travels between servers and is never stored.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .takeOver(let acts): writer.field("take-over", acts)
            }
        }
    }

    /// Reads a command.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            .takeOver(try reader.field("take-over", [Act].self))
        }
    }
}
