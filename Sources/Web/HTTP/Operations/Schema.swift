import Exchange

/// What a JSON value must be, for the description of the operations.
///
/// - Source: JSON Schema 2020-12, as far as it is used here.
indirect enum Schema: Sendable {
    /// A text.
    case text
    /// One of these texts.
    case words([String])
    /// A whole number from a least one.
    case whole(from: Int)
    /// `true` or `false`.
    case truth
    /// Any number of values.
    case list(Schema)
    /// Names that are not known before, each with a value.
    case map(Schema)
    /// These members and no others.
    case object([Member])
    /// An act of one of these kinds, as the public record writes it.
    case act([String])
    /// The same, or null.
    case orNull(Schema)
    /// One that has a name in the description.
    case named(String)

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        let schema: Schema
        var isRequired = true

        /// A member that may be missing.
        static func optional(_ name: String, _ schema: Schema) -> Member {
            Member(name: name, schema: schema, isRequired: false)
        }

        /// A member that is there.
        static func member(_ name: String, _ schema: Schema) -> Member {
            Member(name: name, schema: schema)
        }
    }

    /// Writes it as an object.
    func write(to writer: inout JSONWriter) {
        writer.object { write(members: &$0) }
    }

    private func write(members writer: inout JSONWriter) {
        switch self {
        case .text: writer.member("type", "string")
        case .words(let words):
            writer.member("type", "string")
            writer.array("enum", words) { $1.value($0) }
        case .whole(let least):
            writer.member("type", "integer")
            writer.member("minimum", least)
        case .truth: writer.member("type", "boolean")
        case .list(let items):
            writer.member("type", "array")
            writer.name("items")
            items.write(to: &writer)
        case .map(let values):
            writer.member("type", "object")
            writer.name("additionalProperties")
            values.write(to: &writer)
        case .object(let members):
            writer.member("type", "object")
            writer.object("properties") { writer in
                for member in members {
                    writer.name(member.name)
                    member.schema.write(to: &writer)
                }
            }
            writer.array("required", members.filter(\.isRequired)) { $1.value($0.name) }
            writer.member("additionalProperties", false)
        case .act(let kinds):
            writer.member("type", "object")
            writer.object("properties") { writer in
                writer.name("act")
                Schema.words(kinds).write(to: &writer)
            }
            writer.array("required", ["act"]) { $1.value($0) }
            writer.member("additionalProperties", true)
        case .orNull(let schema):
            writer.array("anyOf", [schema, nil]) { schema, writer in
                guard let schema else { return writer.object { $0.member("type", "null") } }
                schema.write(to: &writer)
            }
        case .named(let name): writer.member("$ref", "#/components/schemas/\(name)")
        }
    }
}

/// What goes into an operation and what comes out, as far as programs are told.
struct Contract: Sendable {
    /// What the query may say, by name; none of it is required.
    var query: [(name: String, schema: Schema)] = []
    /// The body; `nil` for none.
    var body: Schema?
    /// What is taken at most, where the body is a form with files; its members are then the parts.
    var files: Multipart.Bounds?
    /// The status of an answer to what was done.
    var status = 200
    /// What is answered.
    var answer: Schema
    /// What it may be refused with besides what every operation may be.
    var refusals: [Refusal.Code] = []
}
