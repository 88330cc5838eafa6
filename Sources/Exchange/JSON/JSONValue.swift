/// A JSON value as it stands in a file: numbers as they are written, names in order.
///
/// A number is kept as text because `1.5`, `1e3` and `-1` must be told apart from a count, and named to
/// the reader exactly as the file has them.
public enum JSONValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it is written.
    case number(String)
    /// A text.
    case text(String)
    /// Values in order.
    case array([JSONValue])
    /// Names with their values, in order.
    case object([JSONMember])

    /// The members of an object; `nil` for anything else.
    public var members: [JSONMember]? {
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

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: nothing stands behind it, and no name twice in an object.
    ///
    /// - Returns: `nil` when it is none.
    /// - Complexity: O(bytes).
    public static func read(_ bytes: [UInt8]) -> JSONValue? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return try? JSONReader.read(text)
    }

    /// A whole number, as it is written: `1e3`, `1.0`, `-0` and `"12"` are none; `nil` for anything else.
    public var whole: Int? {
        guard case .number(let text) = self, let number = Int(text), String(number) == text else {
            return nil
        }
        return number
    }

    /// A text; `nil` for anything else.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The values of an array; `nil` for anything else.
    public var values: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// A truth value; `nil` for anything else.
    public var isTrue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }
}

/// A name of a JSON object with its value.
public struct JSONMember: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue
}

extension [JSONMember] {
    /// The value of the member called `name`.
    public subscript(name: String) -> JSONValue? {
        first { $0.name == name }?.value
    }
}
