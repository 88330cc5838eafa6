extension Command: Canonical {
    /// Writes an object whose one field is named as the command: it travels between servers and is never stored.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .takeOver: writer.field("take-over", acts)
            case .nameKey: writer.field("name-key", acts)
            case .succeed: writer.field("succeed", acts)
            }
        }
    }

    /// Reads a command.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            if let acts = try reader.optionalField("name-key", [Act].self),
                case .keyNamed(let act) = acts.first,
                acts.count == 1
            {
                return .nameKey(act)
            }
            if let acts = try reader.optionalField("succeed", [Act].self),
                case .logSucceeded(let act) = acts.first, acts.count == 1
            {
                return .succeed(act)
            }
            return .takeOver(try reader.field("take-over", [Act].self))
        }
    }
}
