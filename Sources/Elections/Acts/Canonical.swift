/// A value with one text in canonical JSON.
public protocol Canonical {
    /// Writes it.
    func write(to writer: inout CanonicalWriter)

    /// Reads it.
    ///
    /// - Throws: ``CanonicalFault`` at the first byte that is not as it would be written.
    init(from reader: inout CanonicalReader) throws(CanonicalFault)
}

extension Canonical {
    /// Its text.
    public var canonicalText: [UInt8] {
        var writer = CanonicalWriter()
        writer.write(self)
        return writer.bytes
    }

    /// Reads it from a text that holds nothing else.
    public init(canonicalText: [UInt8]) throws(CanonicalFault) {
        var reader = CanonicalReader(canonicalText)
        self = try reader.value()
        try reader.end()
    }
}

extension Int: Canonical {
    /// Writes an integer.
    public func write(to writer: inout CanonicalWriter) { writer.integer(self) }

    /// Reads an integer.
    @inline(__always)
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) { self = try reader.integer() }
}

extension Bool: Canonical {
    /// Writes a truth value.
    public func write(to writer: inout CanonicalWriter) { writer.boolean(self) }

    /// Reads a truth value.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) { self = try reader.boolean() }
}

extension String: Canonical {
    /// Writes a string.
    public func write(to writer: inout CanonicalWriter) { writer.string(self) }

    /// Reads a string.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) { self = try reader.string() }
}

extension Optional: Canonical where Wrapped: Canonical {
    /// Writes a value, or `null` for a missing one.
    public func write(to writer: inout CanonicalWriter) {
        if let self { self.write(to: &writer) } else { writer.nothing() }
    }

    /// Reads a value, or `null` for a missing one.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = reader.nothing() ? nil : try Wrapped(from: &reader)
    }
}

extension Array: Canonical where Element: Canonical {
    /// Writes the elements.
    public func write(to writer: inout CanonicalWriter) {
        writer.array { for element in self { $0.write(element) } }
    }

    /// Reads the elements.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        var elements: [Element] = []
        try reader.array { (reader) throws(CanonicalFault) in elements.append(try reader.value()) }
        self = elements
    }
}

extension Canonical where Self: RawRepresentable, RawValue == String {
    /// Writes the raw value.
    public func write(to writer: inout CanonicalWriter) { writer.string(rawValue) }

    /// Reads a raw value.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) { self = try reader.word() }
}
