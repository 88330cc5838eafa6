extension HTML {
    /// A table that is the whole of a page, on a card of its own.
    static func gridCard(_ label: String, _ headings: [String], _ rows: [[HTML]]) -> HTML {
        .tag("section", .class("block")) { HTML.grid(label, headings, rows) }
    }

    /// A table of a page of the desk, which scrolls by itself where it is too wide.
    ///
    /// - Parameters:
    ///   - label: What it shows, for who hears it.
    ///   - headings: Of its columns; an empty one for a column of buttons.
    ///   - rows: Its cells; the first of each names the row.
    /// - Returns: The table.
    static func grid(_ label: String, _ headings: [String], _ rows: [[HTML]]) -> HTML {
        .tag(
            "div",
            .class("scroll"),
            Attribute("tabindex", "0"),
            Attribute("role", "region"),
            Attribute("aria-label", label)
        ) {
            HTML.tag("table") {
                HTML.tag("thead") {
                    HTML.tag("tr") {
                        for heading in headings {
                            if heading.isEmpty {
                                HTML.tag("td", text: "")
                            } else {
                                HTML.tag("th", .class("t"), Attribute("scope", "col"), text: heading)
                            }
                        }
                    }
                }
                HTML.tag("tbody") {
                    for row in rows {
                        HTML.tag("tr") {
                            for (place, cell) in row.enumerated() {
                                if place == 0 {
                                    HTML.tag("th", .class("t"), Attribute("scope", "row")) { cell }
                                } else {
                                    HTML.tag("td", .class("t")) { cell }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
