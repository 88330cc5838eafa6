/// What is wrong with what somebody typed into a form of described fields.
public struct TypedFault: Hashable, Sendable {
    /// The field; of a row `lines.2.item`, counted from 0.
    public let field: String
    /// What is wrong.
    public let problem: Problem

    /// What can be wrong.
    public enum Problem: Hashable, Sendable {
        /// It must be filled in.
        case missing
        /// It is not what is asked for.
        case not(FieldForm)
        /// It may not be so.
        case limit(DescribedFault.Problem)
    }
}

/// Reads described fields from what people typed, and goes on behind what is wrong, so that all of it is said at once.
struct FieldTyping: FieldVisitor {
    typealias Failure = Never

    /// What stands in a field; `nil` where nothing was sent.
    let text: (String) -> String?
    var prefix = ""
    private(set) var faults: [TypedFault] = []

    init(prefix: String = "", text: @escaping (String) -> String?) {
        (self.prefix, self.text) = (prefix, text)
    }

    /// What was typed, without the spaces around it; `nil` where that is nothing.
    private func typed(_ name: StaticString) -> String? {
        guard let text = text("\(prefix)\(name)") else { return nil }
        let trimmed = Self.trimmed(text[...])
        return trimmed.isEmpty ? nil : trimmed
    }

    static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        // Forms send lines with a carriage return.
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }

    private mutating func fail(_ name: String, _ problem: TypedFault.Problem) {
        faults.append(TypedFault(field: prefix + name, problem: problem))
    }

    private mutating func read<Value: FieldValue>(
        _ text: String,
        _ name: String,
        _ meaning: FieldMeaning
    ) -> Value? {
        guard let value = Value(typed: text) else {
            fail(name, .not(Value.form))
            return nil
        }
        do throws(DescribedFault) { try FieldCheck().check(value, name, meaning) } catch {
            fail(name, .limit(error.problem))
        }
        return value
    }

    mutating func field<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value,
        _ meaning: FieldMeaning
    ) {
        guard let text = typed(name) else { return fail("\(name)", .missing) }
        value = read(text, "\(name)", meaning) ?? value
    }

    mutating func optional<Value: FieldValue>(
        _ name: StaticString,
        _ value: inout Value?,
        _ meaning: FieldMeaning
    ) {
        value = typed(name).flatMap { read($0, "\(name)", meaning) }
    }

    mutating func flag(_ name: StaticString, _ value: inout Bool, _: FieldMeaning) {
        value = typed(name) != nil
    }

    mutating func values<Value: FieldValue>(
        _ name: StaticString,
        _ values: inout [Value],
        _ meaning: FieldMeaning
    ) {
        values = []
        for line in (typed(name) ?? "").split(separator: "\n") {
            let line = Self.trimmed(line)
            if !line.isEmpty, let value: Value = read(line, "\(name)", meaning) { values.append(value) }
        }
        if values.count > meaning.most { fail("\(name)", .limit(.many(most: meaning.most))) }
    }

    mutating func rows<Row: Described>(
        _ name: StaticString,
        _ rows: inout [Row],
        _ meaning: FieldMeaning
    ) {
        rows = []
        let fields = DescribedField.all(of: Row.self)
        for place in 0..<meaning.most {
            let front = "\(prefix)\(name).\(place)."
            // Forms send every row they show; the first that was not sent is behind the last.
            guard fields.contains(where: { text(front + $0.name) != nil }) else { break }
            let isEmpty = fields.allSatisfy { field in
                guard let text = text(front + field.name), !Self.trimmed(text[...]).isEmpty else {
                    return true
                }
                // A choice always stands on something.
                if case .word = field.form { return !field.isOptional }
                return false
            }
            guard !isEmpty else { continue }
            var (typing, row) = (FieldTyping(prefix: front, text: text), Row())
            row.visit(&typing)
            faults += typing.faults
            rows.append(row)
        }
    }
}

extension Described {
    /// Reads the fields from what people typed.
    ///
    /// - Parameter text: What stands in a field by its name; of rows `lines.2.item`, of lists a value in each line.
    /// - Returns: It as far as it could be read, and everything that is wrong.
    public static func typed(_ text: @escaping (String) -> String?) -> (value: Self, faults: [TypedFault]) {
        var (typing, value) = (FieldTyping(text: text), Self())
        value.visit(&typing)
        return (value, typing.faults)
    }
}
