import Elections

/// The links under a table to the same rows for machines.
enum Forms {
    /// Of the page's own table, or of another page's.
    static func links(_ context: PageContext, to route: Route? = nil) -> HTML {
        .tag("p", .class("forms")) {
            context.say("Tabel ini sebagai", "This table as")
            for (form, name) in [(Address.Form.csv, "CSV"), (.json, "JSON")] {
                HTML.tag(
                    "a",
                    .href(Address(route ?? context.address.route, context.language, form: form).path),
                    text: name
                )
            }
        }
    }
}
