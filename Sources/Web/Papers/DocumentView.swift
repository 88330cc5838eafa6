import Documents

/// A paper as a part of a page: the same texts and figures, in the language of papers.
struct DocumentView {
    let document: Document

    var html: HTML {
        .tag("article", .class("paper"), Attribute("lang", "id")) {
            HTML.tag("header") {
                if !document.form.isEmpty { HTML.tag("p", .class("form"), text: document.form) }
                if !document.mark.isEmpty { HTML.tag("p", .class("mark"), text: document.mark) }
                HTML.tag("h2") {
                    for (place, line) in document.title.enumerated() {
                        if place > 0 { HTML.void("br") }
                        line
                    }
                }
                if !document.number.isEmpty { HTML.tag("p", text: "Nomor: \(document.number)") }
            }
            for block in document.blocks { Self.html(block) }
        }
    }

    private static func html(_ block: Document.Block) -> HTML {
        switch block {
        case .heading(let text): .tag("h3", text: text)
        case .text(let text): .tag("p", text: text)
        case .facts(let facts):
            .tag("dl", .class("facts")) {
                for fact in facts {
                    HTML.tag("dt", text: fact.label)
                    HTML.tag("dd", text: fact.value)
                }
            }
        case .points(let points):
            .tag("ol") { for point in points { HTML.tag("li", text: point) } }
        case .table(let table): html(table)
        case .signatures(let signatories):
            .tag("ul", .class("hands")) {
                for signatory in signatories {
                    HTML.tag("li") {
                        signatory.capacity
                        if !signatory.note.isEmpty { HTML.tag("em", text: signatory.note) }
                    }
                }
            }
        case .labels(let labels):
            .tag("ul", .class("labels")) {
                for label in labels {
                    HTML.tag("li") {
                        for (place, line) in label.lines.enumerated() {
                            if place > 0 { HTML.void("br") }
                            place == 0 ? HTML.tag("strong", text: line) : .text(line)
                        }
                    }
                }
            }
        case .newPage: .empty
        }
    }

    private static func html(_ table: Document.Table) -> HTML {
        .tag(
            "div",
            .class("scroll"),
            Attribute("role", "region"),
            Attribute("aria-label", table.heads.joined(separator: ", ")),
            Attribute("tabindex", "0")
        ) {
            HTML.tag("table") {
                HTML.tag("thead") {
                    HTML.tag("tr") {
                        for head in table.heads { HTML.tag("th", Attribute("scope", "col"), text: head) }
                    }
                }
                HTML.tag("tbody") {
                    for row in table.rows { html(row, table) }
                }
            }
        }
    }

    private static func html(_ row: Document.Table.Row, _ table: Document.Table) -> HTML {
        guard row.kind != .section else {
            return .tag("tr", .class("section")) {
                HTML.tag(
                    "th",
                    Attribute("colspan", "\(table.columns.count)"),
                    Attribute("scope", "rowgroup"),
                    .class("t"),
                    text: row.cells.first ?? ""
                )
            }
        }
        return .tag("tr", .class(row.kind == .sum ? "sum" : "plain")) {
            for (column, cell) in zip(table.columns, row.cells) {
                HTML.tag("td", .class(column == .number ? "n" : "t"), text: cell)
            }
        }
    }
}
