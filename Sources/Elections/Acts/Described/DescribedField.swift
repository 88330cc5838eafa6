/// A field of something described: what a form, a list or a contract needs to know of it.
public struct DescribedField: Sendable {
    /// Its name.
    public let name: String
    /// What it is called, and what may stand in it.
    public let meaning: FieldMeaning
    /// How one value of it is asked for; as text where it has rows.
    public let form: FieldForm
    /// Whether it may be left out.
    public let isOptional: Bool
    /// How many values stand in it.
    public let extent: Extent
    /// What stands in it, as people type it: one text, or one for each value; none where it is left out.
    public let texts: [String]
    /// The fields of each of its rows.
    public let rows: [[DescribedField]]
    /// The fields of a row that nothing is filled into.
    public let blankRow: [DescribedField]

    /// How many values stand in a field.
    public enum Extent: Hashable, Sendable {
        case one, truth, many, rows
    }

    /// The fields of something that nothing is filled into.
    public static func all<Value: Described>(of _: Value.Type) -> [DescribedField] { Value().fields }
}

/// Lists fields with what stands in them.
private struct FieldList: FieldVisitor {
    typealias Failure = Never

    private(set) var fields: [DescribedField] = []

    private mutating func add(
        _ name: StaticString,
        _ meaning: FieldMeaning,
        _ form: FieldForm,
        isOptional: Bool = false,
        _ extent: DescribedField.Extent = .one,
        _ texts: [String] = [],
        rows: [[DescribedField]] = [],
        blank: [DescribedField] = []
    ) {
        fields.append(
            DescribedField(
                name: "\(name)",
                meaning: meaning,
                form: form,
                isOptional: isOptional,
                extent: extent,
                texts: texts,
                rows: rows,
                blankRow: blank
            )
        )
    }

    mutating func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _ meaning: FieldMeaning
    ) {
        add(name, meaning, Value.form, .one, value == Value.blank ? [] : [value.typed])
    }

    mutating func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _ meaning: FieldMeaning
    ) {
        add(name, meaning, Value.form, isOptional: true, .one, value.map { [$0.typed] } ?? [])
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool, _ meaning: FieldMeaning) {
        add(name, meaning, .text, isOptional: true, .truth, value ? ["1"] : [])
    }

    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _ meaning: FieldMeaning
    ) {
        add(name, meaning, Value.form, isOptional: true, .many, values.map(\.typed))
    }

    mutating func rows<Row: Described>(
        _ name: StaticString,
        _ rows: inout [Row],
        _ meaning: FieldMeaning
    ) {
        add(
            name,
            meaning,
            .text,
            isOptional: true,
            .rows,
            rows: rows.map(\.fields),
            blank: DescribedField.all(of: Row.self)
        )
    }
}

extension Described {
    /// Its fields with what stands in them, in the order of their names.
    ///
    /// - Complexity: O(size).
    public var fields: [DescribedField] {
        var (list, copy) = (FieldList(), self)
        copy.visit(&list)
        return list.fields
    }
}

extension DescribedAct {
    /// Its fields in the order in which a form asks for them.
    public var fieldsInOrder: [DescribedField] {
        let order = Self.order.split(separator: " ").map(String.init)
        func rank(_ field: DescribedField) -> Int { order.firstIndex(of: field.name) ?? order.count }
        // Sorting keeps no order of equals, so their place in the list decides.
        return fields.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }
}
