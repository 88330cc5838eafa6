import Elections

/// A page without menu, for when nobody knows whose menu it would be.
enum PlainPage {
    static func document(title: String, _ language: Language, @HTMLBuilder content: () -> HTML) -> HTML {
        .document(
            .tag("html", Attribute("lang", language.rawValue)) {
                HTML.head(title: title)
                HTML.tag("body") { HTML.tag("main", .id("main"), .class("wrap")) { content() } }
            }
        )
    }
}
