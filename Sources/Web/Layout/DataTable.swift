import Elections

/// A table a page shows and a machine can have: the same rows as HTML, CSV and JSON.
struct DataTable {
    /// A column; one without an id is for the eye only and can be computed from the others, one without a title
    /// is for machines only.
    struct Column {
        let id: String?
        let title: String?
        let isNumber: Bool

        static func text(_ id: String?, _ title: String?) -> Column {
            Column(id: id, title: title, isNumber: false)
        }

        static func number(_ id: String?, _ title: String) -> Column {
            Column(id: id, title: title, isNumber: true)
        }

        static func machine(_ id: String) -> Column {
            Column(id: id, title: nil, isNumber: false)
        }
    }

    /// What a machine gets for a cell.
    enum Value: Hashable {
        case text(String)
        case number(Int?)
    }

    /// What a cell wants said about it.
    enum Mark: String {
        case won, differs, tied
    }

    struct Cell {
        let shown: HTML
        let value: Value
        var mark: Mark?

        static func text(_ text: String) -> Cell { Cell(shown: .text(text), value: .text(text)) }

        static func link(_ text: String, _ path: String) -> Cell {
            Cell(shown: .tag("a", .href(path), text: text), value: .text(text))
        }

        static func number(_ number: Int?, _ numbers: Numbers) -> Cell {
            Cell(shown: .text(numbers.whole(number)), value: .number(number))
        }

        static func signed(_ number: Int?, _ numbers: Numbers) -> Cell {
            Cell(
                shown: .text(number.map { numbers.signed($0) } ?? "–"),
                value: .number(number),
                mark: (number ?? 0) == 0 ? nil : .differs
            )
        }

        static func shown(_ text: String) -> Cell { Cell(shown: .text(text), value: .text(text)) }
    }

    let caption: String
    let columns: [Column]
    var rows: [[Cell]]
    /// Where groups of rows begin, in order; rows before the first one are in none.
    var sections: [Section] = []
    /// Whether the first column that is shown names its row.
    var hasRowHeaders = true
    /// How each column is sorted by its heading; none where the table is not sorted.
    var headings: [Heading] = []

    /// What a column's heading leads to.
    struct Heading {
        /// The same table sorted by it.
        let path: String
        /// How it is sorted by it now; `nil` where it is not.
        let direction: String?
    }

    /// The beginning of a group of rows.
    struct Section {
        let start: Int
        let title: String
    }
}

extension DataTable {
    /// The table in a frame that scrolls by itself on a narrow screen.
    var html: HTML {
        .tag(
            "div",
            .class("scroll"),
            Attribute("role", "region"),
            Attribute("tabindex", "0"),
            Attribute("aria-label", caption)
        ) {
            HTML.tag("table") {
                HTML.tag("caption", text: caption)
                HTML.tag("thead") {
                    HTML.tag("tr") {
                        for (place, column) in columns.enumerated() {
                            if let title = column.title { heading(title, column, place) }
                        }
                    }
                }
                for (place, range) in groups.enumerated() {
                    HTML.tag("tbody") {
                        if !sections.isEmpty { heading(sections[place].title) }
                        for row in rows[range] { html(of: row) }
                    }
                }
            }
        }
    }

    private func heading(_ title: String, _ column: Column, _ place: Int) -> HTML {
        let order = headings.indices.contains(place) ? headings[place] : nil
        let sorted = order?.direction.map { [Attribute("aria-sort", $0)] } ?? []
        return .tag(
            "th",
            [Attribute("scope", "col"), .class(column.isNumber ? "n" : "t")] + sorted,
            content: order.map { .tag("a", .href($0.path), text: title) } ?? .text(title)
        )
    }

    private var groups: [Range<Int>] {
        guard !sections.isEmpty else { return [rows.indices] }
        let ends = sections.dropFirst().map(\.start) + [rows.count]
        return zip(sections, ends).map { $0.start..<$1 }
    }

    private func heading(_ title: String) -> HTML {
        .tag("tr", .class("section")) {
            HTML.tag(
                "th",
                Attribute("scope", "rowgroup"),
                Attribute("colspan", String(columns.count { $0.title != nil })),
                .class("t"),
                text: title
            )
        }
    }

    private func html(of row: [Cell]) -> HTML {
        .tag("tr") {
            let shown = zip(columns, row).filter { $0.0.title != nil }
            for (position, (column, cell)) in shown.enumerated() {
                let style = (column.isNumber ? "n" : "t") + (cell.mark.map { " \($0.rawValue)" } ?? "")
                if position == 0, hasRowHeaders {
                    HTML.tag("th", Attribute("scope", "row"), .class(style)) { cell.shown }
                } else {
                    HTML.tag("td", .class(style)) { cell.shown }
                }
            }
        }
    }
}
