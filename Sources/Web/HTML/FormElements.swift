extension Attribute {
    /// The name under which a field is sent.
    static func name(_ value: String) -> Attribute { Attribute("name", value) }
    /// The value of a field.
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    /// An attribute that is there or not: `required`, `checked`, `disabled`.
    static func flag(_ name: StaticString) -> Attribute { Attribute(name, "") }
}

/// A field of a form: what it asks for, how it is sent, what was entered, and what was wrong with that.
struct FormField: Sendable {
    /// What a browser helps to enter.
    enum Kind: Hashable, Sendable {
        case text
        case password
        case email
        /// A whole number, entered with the digits of a phone's keyboard.
        ///
        /// No `number` field: those change under the wheel of a mouse, and hide what they do not understand.
        case count
        case date
        case file(accept: String)
        case hidden

        fileprivate var type: String {
            switch self {
            case .text, .count: "text"
            case .password: "password"
            case .email: "email"
            case .date: "date"
            case .file: "file"
            case .hidden: "hidden"
            }
        }
    }

    /// The name under which it is sent; a part of its id too.
    let name: String
    /// What it asks for.
    let label: String
    var kind = Kind.text
    /// What was entered.
    var value = ""
    /// How to fill it in; nil when the label says it.
    var hint: String?
    /// What is wrong with what was entered; nil when nothing is.
    var fault: String?
    var isRequired = true
    /// What a password manager should offer, such as `current-password`; nil for nothing.
    var autocomplete: String?
    /// What tells it from fields of the same name in other forms of the page.
    var form = ""

    fileprivate var id: String { "f-\(form)\(name)" }
}

extension HTML {
    /// A form that changes something; `token` is sent with it.
    static func form(
        to path: LocalPath,
        token: FormToken,
        hasFiles: Bool = false,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        .tag(
            "form",
            Attribute("method", "post"),
            Attribute("action", path.text),
            Attribute("enctype", hasFiles ? "multipart/form-data" : "application/x-www-form-urlencoded"),
            // Words come from the server, in the reader's language and beside the field.
            .flag("novalidate")
        ) {
            HTML.hidden(FormToken.field, token.text)
            content()
        }
    }

    /// A form that only looks for something; its fields become the query of an address.
    static func searchForm(at path: LocalPath, @HTMLBuilder content: () -> HTML) -> HTML {
        .tag("form", Attribute("method", "get"), Attribute("action", path.text)) { content() }
    }

    /// A field that nobody sees.
    static func hidden(_ name: String, _ value: String) -> HTML {
        .void("input", Attribute("type", "hidden"), .name(name), .value(value))
    }

    /// A field with its label, its hint and what is wrong with it, which readers of the screen hear together.
    static func field(_ field: FormField) -> HTML {
        guard field.kind != .hidden else { return hidden(field.name, field.value) }
        return framed(field) { .void("input", [Attribute("type", field.kind.type)] + attributes(of: field)) }
    }

    /// A field of several lines.
    static func textArea(_ field: FormField, rows: Int = 4) -> HTML {
        framed(field) {
            // A line's end at the beginning would be dropped (HTML Standard 13.1.2.5); one more is.
            .tag(
                "textarea",
                described(field) + [Attribute("rows", String(rows))],
                content: .text("\n" + field.value)
            )
        }
    }

    /// A choice of one among several.
    ///
    /// - Parameters:
    ///   - field: The field; its value is the one chosen.
    ///   - options: Values, and what they are called.
    /// - Returns: The list with its label.
    static func select(_ field: FormField, _ options: [(value: String, text: String)]) -> HTML {
        let choices = options.reduce(into: HTML.empty) { choices, option in
            let chosen: [Attribute] = option.value == field.value ? [.flag("selected")] : []
            choices.append(.tag("option", [.value(option.value)] + chosen, content: .text(option.text)))
        }
        return framed(field) { .tag("select", described(field), content: choices) }
    }

    /// A box to tick; sent with the value `1` when it is.
    static func checkbox(_ field: FormField, isTicked: Bool) -> HTML {
        .tag("p", .class("field tick")) {
            HTML.void(
                "input",
                [Attribute("type", "checkbox"), .value("1")] + (isTicked ? [.flag("checked")] : [])
                    + described(field)
            )
            HTML.tag("label", Attribute("for", field.id), text: field.label)
            notes(field)
        }
    }

    /// A group of fields with a heading.
    static func fieldset(_ legend: String, @HTMLBuilder content: () -> HTML) -> HTML {
        .tag("fieldset") {
            HTML.tag("legend", text: legend)
            content()
        }
    }

    /// The button that sends a form; with a name when a form has several.
    static func submit(_ text: String, name: String? = nil, value: String = "1") -> HTML {
        let sent: [Attribute] = name.map { [.name($0), .value(value)] } ?? []
        return .tag("button", [Attribute("type", "submit")] + sent, content: .text(text))
    }

    private static func framed(_ field: FormField, control: () -> HTML) -> HTML {
        .tag("p", .class(field.fault == nil ? "field" : "field wrong")) {
            HTML.tag("label", Attribute("for", field.id), text: field.label)
            control()
            notes(field)
        }
    }

    private static func notes(_ field: FormField) -> HTML {
        var html = HTML.empty
        if let hint = field.hint { html.append(.tag("small", .id("\(field.id)-hint"), text: hint)) }
        if let fault = field.fault { html.append(.tag("strong", .id("\(field.id)-fault"), text: fault)) }
        return html
    }

    private static func attributes(of field: FormField) -> [Attribute] {
        var attributes = described(field)
        switch field.kind {
        case .file(let accept): attributes.append(Attribute("accept", accept))
        // What was typed as a password is never sent back.
        case .password: break
        case .count: attributes += [.value(field.value), Attribute("inputmode", "numeric")]
        case .text, .email, .date, .hidden: attributes.append(.value(field.value))
        }
        attributes.append(Attribute("autocomplete", field.autocomplete ?? "off"))
        return attributes
    }

    private static func described(_ field: FormField) -> [Attribute] {
        var attributes: [Attribute] = [.id(field.id), .name(field.name)]
        if field.isRequired { attributes.append(.flag("required")) }
        if field.fault != nil { attributes.append(Attribute("aria-invalid", "true")) }
        let notes = [
            field.hint.map { _ in "\(field.id)-hint" }, field.fault.map { _ in "\(field.id)-fault" },
        ]
        let described = notes.compactMap(\.self).joined(separator: " ")
        if !described.isEmpty { attributes.append(Attribute("aria-describedby", described)) }
        return attributes
    }
}
