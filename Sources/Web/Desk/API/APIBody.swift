import Elections
import Exchange

/// The body of a request to the interface for programs: an object with the members it may have, each once.
struct APIBody: Sendable {
    /// Of an operation that takes none.
    static let empty = APIBody(members: [:])

    private let members: [String: JSONValue]

    private init(members: [String: JSONValue]) { self.members = members }

    /// Reads a body.
    ///
    /// - Throws: ``Refusal/Code/malformed`` when it is no object; ``Refusal/Code/fieldInvalid`` for a member that
    ///   nobody asked for: it may be a misspelt one.
    init(_ bytes: [UInt8], _ schema: Schema?) throws(Refusal) {
        guard let sent = JSONValue.read(bytes)?.members, case .object(let known) = schema else {
            throw Refusal(.malformed)
        }
        for member in sent where !known.contains(where: { $0.name == member.name }) {
            throw Refusal(.fieldInvalid, field: String(member.name.prefix(100)))
        }
        members = Dictionary(uniqueKeysWithValues: sent.map { ($0.name, $0.value) })
    }

    private func value<Value>(
        _ name: String,
        _ read: (JSONValue) -> Value?
    ) throws(Refusal) -> Value? {
        switch members[name] {
        case nil, .null: return nil
        case .some(let value):
            guard let read = read(value) else { throw Refusal(.fieldInvalid, field: name) }
            return read
        }
    }

    private func required<Value>(_ name: String, _ value: Value?) throws(Refusal) -> Value {
        guard let value else { throw Refusal(.fieldMissing, field: name) }
        return value
    }

    /// A text, or what stands for one.
    func text(_ name: String) throws(Refusal) -> String { try required(name, try optionalText(name)) }

    /// A text that may be missing.
    func optionalText(_ name: String) throws(Refusal) -> String? { try value(name, \.text) }

    /// What a text stands for.
    func value<Value>(_ name: String, of read: (String) -> Value?) throws(Refusal) -> Value {
        try required(name, try optional(name, of: read))
    }

    /// What a text stands for that may be missing.
    func optional<Value>(_ name: String, of read: (String) -> Value?) throws(Refusal) -> Value? {
        try value(name) { $0.text.flatMap(read) }
    }

    /// A whole number from 0.
    func whole(_ name: String) throws(Refusal) -> Int { try required(name, try optionalWhole(name)) }

    /// A whole number from 0 that may be missing.
    func optionalWhole(_ name: String) throws(Refusal) -> Int? {
        try value(name) { value in value.whole.flatMap { $0 >= 0 ? $0 : nil } }
    }

    /// A truth value; false when it is missing.
    func flag(_ name: String) throws(Refusal) -> Bool { try value(name, \.isTrue) ?? false }

    /// Texts; none when they are missing.
    func texts(_ name: String) throws(Refusal) -> [String] {
        try value(name) { value in
            guard let values = value.values else { return nil }
            let texts = values.compactMap(\.text)
            return texts.count == values.count ? texts : nil
        } ?? []
    }

    /// Values, each read by itself.
    func list<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(Refusal) -> [Value] {
        let sent = try required(name, try value(name, \.values))
        let values = sent.compactMap(read)
        guard values.count == sent.count else { throw Refusal(.fieldInvalid, field: name) }
        return values
    }

    /// Figures by field: whole numbers that a form has room for, or nothing for what the paper leaves empty.
    func figures(_ name: String) throws(Refusal) -> [Field: Int?] {
        guard let members = try required(name, try value(name) { $0 }).members else {
            throw Refusal(.fieldInvalid, field: name)
        }
        var figures: [Field: Int?] = [:]
        figures.reserveCapacity(members.count)
        for member in members {
            let figure = member.value.whole
            guard let field = Field(column: member.name), member.value == .null || figure != nil,
                figure.map((0...FormTable.largest).contains) ?? true
            else { throw Refusal(.fieldInvalid, field: "\(name).\(member.name.prefix(100))") }
            figures[field] = .some(figure)
        }
        return figures
    }

    /// Any value.
    func json(_ name: String) throws(Refusal) -> JSONValue { try required(name, try value(name) { $0 }) }

    /// The caller's own name for what is asked for: asked again under it, it is not done again.
    func request() throws(Refusal) -> String { try text("request") }
}
