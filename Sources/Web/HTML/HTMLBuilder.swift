/// Lets a page be written as a list of its parts; text is escaped on the way in.
@resultBuilder
enum HTMLBuilder: Sendable {
    /// Markup stays as it is.
    static func buildExpression(_ html: HTML) -> HTML { html }

    /// Text is escaped.
    static func buildExpression(_ text: String) -> HTML { .text(text) }

    /// What may be absent is left out.
    static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }

    /// The parts in order.
    static func buildBlock(_ parts: HTML...) -> HTML { joined(parts) }

    /// The parts of a loop in order.
    static func buildArray(_ parts: [HTML]) -> HTML { joined(parts) }

    /// The part, or nothing.
    static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }

    /// The first branch.
    static func buildEither(first part: HTML) -> HTML { part }

    /// The second branch.
    static func buildEither(second part: HTML) -> HTML { part }

    private static func joined(_ parts: [HTML]) -> HTML {
        parts.reduce(into: HTML.empty) { $0.append($1) }
    }
}
