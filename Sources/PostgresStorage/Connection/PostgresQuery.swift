/// One statement of SQL with the values of its parameters.
struct PostgresQuery: Sendable {
    /// The statement; its parameters are `$1`, `$2` and so on.
    let text: String
    /// The values, in order.
    let values: [PostgresValue]
    /// Whether the server keeps it prepared, for the next time.
    let isKept: Bool

    /// A statement that comes again and again.
    init(_ text: String, _ values: PostgresValue...) {
        self.init(text, values, isKept: true)
    }

    init(_ text: String, _ values: [PostgresValue], isKept: Bool = true) {
        self.text = text
        self.values = values
        self.isKept = isKept
    }

    /// A statement that does not come again.
    static func once(_ text: String, _ values: PostgresValue...) -> PostgresQuery {
        PostgresQuery(text, values, isKept: false)
    }
}
