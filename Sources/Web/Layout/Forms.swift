import Elections

/// The links under a page's main table to the same rows for machines.
enum Forms {
    static func links(_ context: PageContext) -> HTML {
        .tag("p", .class("forms")) {
            context.say("Tabel ini sebagai", "This table as")
            for (form, name) in [(Address.Form.csv, "CSV"), (.json, "JSON")] {
                HTML.tag(
                    "a",
                    .href(Address(context.address.route, context.language, form: form).path),
                    text: name
                )
            }
        }
    }
}
