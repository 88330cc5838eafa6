extension Ballot: Canonical {}
extension Region.Kind: Canonical {}
extension SourceFile.Nature: Canonical {}
extension Contestant.Kind: Canonical {}

extension FormVersion: Canonical {
    /// Reads a version; nearly every form is of the first vote.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = reader.passes("\"reguler\"") ? .regular : try reader.word()
    }
}

extension Field.Sex: Canonical {}

extension LocalizedText: Canonical {
    /// Writes both texts by the tags of their languages.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("en", english)
            writer.field("id", indonesian)
        }
    }

    /// Reads both texts.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let english = try reader.field("en", String.self)
            return LocalizedText(id: try reader.field("id"), en: english)
        }
    }
}

extension CalendarDate: Canonical {
    /// Writes an ISO 8601 date.
    public func write(to writer: inout CanonicalWriter) { writer.string(description) }

    /// Reads an ISO 8601 date.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a date")
        guard let date = CalendarDate(parsing: try reader.string()) else { throw fault }
        self = date
    }
}

extension RegionCode: Canonical {
    /// Writes the code with its dots.
    public func write(to writer: inout CanonicalWriter) { writer.code(self) }

    /// Reads a code with its dots.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) { self = try reader.code() }
}

extension Field: Canonical {
    /// Writes the name of its column.
    public func write(to writer: inout CanonicalWriter) { writer.string(column) }

    /// Reads the name of a column.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        let fault = reader.expected("a field of a form")
        let text = try reader.string()
        guard let field = Field(column: text), field.column.utf8.elementsEqual(text.utf8) else { throw fault }
        self = field
    }
}
