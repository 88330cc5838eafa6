/// What is wrong with what was sent.
struct FormFault {
    let words: String
    /// The field; `nil` where it is about none.
    let field: String?
}

/// A form as it was sent, so that nothing is lost where it was refused.
struct SentForm {
    /// What was sent; `nil` where nothing was.
    let sent: Fields?
    let fault: FormFault?
    /// What tells its fields from those of the same name in other forms of the page.
    var form = ""

    /// What was sent in a field; nothing where it was not.
    func text(_ name: String) -> String { (try? sent?.text(name)) ?? "" }

    /// What is wrong with a field.
    func fault(_ name: String) -> String? { fault?.field == name ? fault?.words : nil }

    /// A field with what was sent in it; with its standard where nothing was sent.
    func field(
        _ name: String,
        _ label: String,
        kind: FormField.Kind = .text,
        standard: String = "",
        hint: String? = nil,
        isRequired: Bool = true
    ) -> FormField {
        FormField(
            name: name,
            label: label,
            kind: kind,
            value: sent == nil ? standard : text(name),
            hint: hint,
            fault: fault(name),
            isRequired: isRequired,
            form: form
        )
    }
}
