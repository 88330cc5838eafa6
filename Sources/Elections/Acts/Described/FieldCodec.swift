/// Writes fields as those of an object in canonical JSON.
struct FieldWriter: FieldVisitor {
    typealias Failure = Never

    var writer: CanonicalWriter

    mutating func field<Value: FieldValue>(_ name: StaticString, _ value: inout Value, _: FieldMeaning) {
        writer.field(name, value)
    }

    mutating func optional<Value: FieldValue>(_ name: StaticString, _ value: inout Value?, _: FieldMeaning) {
        writer.field(name, value)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool, _: FieldMeaning) {
        writer.field(name, value ? true : nil)
    }

    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _: FieldMeaning
    ) {
        writer.field(name, values.isEmpty ? nil : values)
    }

    mutating func rows<Row: Described>(_ name: StaticString, _ rows: inout [Row], _: FieldMeaning) {
        guard !rows.isEmpty else { return }
        let list = rows
        writer.field(name) { writer in
            writer.array { writer in for row in list { writer.write(DescribedRow(row)) } }
        }
    }
}

/// Reads fields of an object in canonical JSON.
struct FieldReader: FieldVisitor {
    typealias Failure = CanonicalFault

    var reader: CanonicalReader

    mutating func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _: FieldMeaning
    ) throws(CanonicalFault) {
        value = try reader.field(name)
    }

    mutating func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _: FieldMeaning
    ) throws(CanonicalFault) {
        value = try reader.optionalField(name)
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool, _: FieldMeaning) throws(CanonicalFault) {
        value = try reader.flag(name)
    }

    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _: FieldMeaning
    ) throws(CanonicalFault) {
        values = try reader.list(name)
    }

    mutating func rows<Row: Described>(
        _ name: StaticString,
        _ rows: inout [Row],
        _: FieldMeaning
    ) throws(CanonicalFault) {
        let list: [DescribedRow<Row>] = try reader.list(name)
        rows = list.map(\.row)
    }
}

/// A row of a list as an object of canonical JSON.
private struct DescribedRow<Row: Described>: Canonical {
    let row: Row

    init(_ row: Row) { self.row = row }

    func write(to writer: inout CanonicalWriter) {
        writer.object { row.writeFields(to: &$0) }
    }

    init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        row = try reader.object { (reader) throws(CanonicalFault) in try Row(fieldsFrom: &reader) }
    }
}

extension Described {
    func writeFields(to writer: inout CanonicalWriter) {
        var (visitor, copy) = (FieldWriter(writer: CanonicalWriter()), self)
        // Exchanged rather than copied, so that the text is not copied with it.
        swap(&visitor.writer, &writer)
        copy.visit(&visitor)
        swap(&visitor.writer, &writer)
    }

    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault) {
        self.init()
        var visitor = FieldReader(reader: reader)
        try visit(&visitor)
        reader = visitor.reader
    }
}
