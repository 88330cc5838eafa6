/// A JSON value as it stands in a file: numbers as they are written, names in order.
///
/// A number is kept as text because `1.5`, `1e3` and `-1` must be told apart from a count, and named to
/// the reader exactly as the file has them.
enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case array([JSONValue])
    case object([JSONMember])

    /// The members of an object; `nil` for anything else.
    var members: [JSONMember]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The value as a message may show it; a list or an object by its brackets.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let text), .text(let text): text.shortened
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}

/// A name of a JSON object with its value.
struct JSONMember: Hashable, Sendable {
    let name: String
    let value: JSONValue
}

extension [JSONMember] {
    /// The value of the member called `name`.
    subscript(name: String) -> JSONValue? {
        first { $0.name == name }?.value
    }
}
