/// A name and a value of an element's start tag.
struct Attribute: Sendable {
    let name: StaticString
    let value: String

    /// An attribute; the value is escaped when written.
    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The classes of the element.
    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    /// The id of the element.
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    /// Where a link leads.
    static func href(_ value: String) -> Attribute { Attribute("href", value) }
}

extension HTML {
    /// An element with content.
    static func tag(
        _ name: StaticString,
        _ attributes: Attribute...,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        element(name, attributes, content: content())
    }

    /// An element with text as its content.
    static func tag(_ name: StaticString, _ attributes: Attribute..., text: String) -> HTML {
        element(name, attributes, content: .text(text))
    }

    /// An element that cannot have content, such as `meta`.
    static func void(_ name: StaticString, _ attributes: Attribute...) -> HTML {
        start(name, attributes)
    }

    /// An element with attributes that depend.
    static func tag(_ name: StaticString, _ attributes: [Attribute], content: HTML) -> HTML {
        element(name, attributes, content: content)
    }

    /// An element without content, with attributes that depend.
    static func void(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
        start(name, attributes)
    }

    /// The whole document, with its document type.
    static func document(_ root: HTML) -> HTML {
        var html = HTML.empty
        html.appendMarkup("<!doctype html>\n")
        html.append(root)
        return html
    }

    private static func element(_ name: StaticString, _ attributes: [Attribute], content: HTML) -> HTML {
        var html = start(name, attributes)
        html.append(content)
        html.appendMarkup("</")
        html.appendMarkup(name)
        html.appendMarkup(">")
        return html
    }

    private static func start(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
        var html = HTML.empty
        html.appendMarkup("<")
        html.appendMarkup(name)
        for attribute in attributes {
            html.appendMarkup(" ")
            html.appendMarkup(attribute.name)
            html.appendMarkup("=\"")
            html.appendEscaped(attribute.value)
            html.appendMarkup("\"")
        }
        html.appendMarkup(">")
        return html
    }
}
