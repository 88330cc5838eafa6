import Elections

/// Fields of a sent form as acts need them; each refusal names its field.
extension Fields {
    /// What was sent in a field; `nil` where it is empty or was not sent.
    func filled(_ name: String) throws(Refusal) -> String? {
        let text = try text(name) ?? ""
        return text.isEmpty ? nil : text
    }

    /// What was sent in a field that must be filled in.
    func needed(_ name: String) throws(Refusal) -> String {
        guard let text = try filled(name) else { throw Refusal(.fieldMissing, field: name) }
        return text
    }

    /// A field that must be filled in, as `read` understands it.
    func needed<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
        guard let value = read(try needed(name)) else { throw Refusal(.fieldInvalid, field: name) }
        return value
    }

    /// A field as `read` understands it; `nil` where it is empty.
    func filled<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        try filled(name) == nil ? nil : try needed(name, read)
    }

    /// A day that must be filled in.
    func day(_ name: String) throws(Refusal) -> CalendarDate {
        try needed(name) { CalendarDate(parsing: $0) }
    }

    /// A paper by its number and day.
    func paper(
        _ reference: String = "reference",
        _ date: String = "date"
    ) throws(Refusal) -> Revote.Paper {
        Revote.Paper(try needed(reference), try day(date))
    }

    /// The decision of a plenary, as ``DecisionKey/typed`` writes it.
    func decision(_ name: String = "decision") throws(Refusal) -> DecisionKey {
        try needed(name, DecisionKey.init(typed:))
    }
}

extension DecisionKey {
    /// Reads a decision as forms write it: the plenary and its number there, with a hyphen.
    init?(typed text: String) {
        let parts = text.split(separator: "-").compactMap { Int(typed: $0) }
        guard parts.count == 2 else { return nil }
        self.init(plenary: parts[0], decision: parts[1])
    }

    /// As forms write it.
    var typed: String { "\(plenary)-\(decision)" }
}
