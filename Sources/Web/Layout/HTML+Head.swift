extension HTML {
    /// The head of any page: its title, its styles, and what else it names.
    static func head(title: String, @HTMLBuilder more: () -> HTML = { .empty }) -> HTML {
        .tag("head") {
            HTML.void("meta", Attribute("charset", "utf-8"))
            HTML.void(
                "meta",
                Attribute("name", "viewport"),
                Attribute("content", "width=device-width, initial-scale=1")
            )
            HTML.tag("title", text: "\(title) · Pleno")
            HTML.void("link", Attribute("rel", "icon"), .href(Assets.icon.path))
            HTML.void("link", Attribute("rel", "stylesheet"), .href(Assets.stylesheet.path))
            more()
        }
    }
}
