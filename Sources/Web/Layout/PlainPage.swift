import Elections

/// A page without menu, for when nobody knows whose menu it would be.
enum PlainPage {
    static func document(title: String, _ language: Language, @HTMLBuilder content: () -> HTML) -> HTML {
        .document(
            .tag("html", Attribute("lang", language.rawValue)) {
                HTML.tag("head") {
                    HTML.void("meta", Attribute("charset", "utf-8"))
                    HTML.void(
                        "meta",
                        Attribute("name", "viewport"),
                        Attribute("content", "width=device-width, initial-scale=1")
                    )
                    HTML.tag("title", text: "\(title) · Pleno")
                    HTML.void("link", Attribute("rel", "icon"), .href(Assets.icon.path))
                    HTML.void("link", Attribute("rel", "stylesheet"), .href(Assets.stylesheet.path))
                }
                HTML.tag("body") { HTML.tag("main", .id("main"), .class("wrap")) { content() } }
            }
        )
    }
}
