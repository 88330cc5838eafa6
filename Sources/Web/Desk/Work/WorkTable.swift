import Elections
import Exchange

/// A list of the daily work as its page asks for it: searched, filtered, sorted, cut into pages, or whole as a file.
struct WorkTable<Row> {
    /// A column, and what may be done with it.
    struct Column {
        let id: String
        let title: String
        let cell: (Row) -> DataTable.Cell
        var isNumber = false
        /// The values it can be filtered by, with what they are called.
        var choices: [(value: String, text: String)] = []
        /// The value of a row among its choices.
        var choice: ((Row) -> String)?
    }

    let title: String
    let columns: [Column]
    let rows: [Row]
    let context: DeskContext
    /// The page it stands on, by its steps.
    let steps: [String]

    /// The rows of a page.
    static var pageLength: Int { DataTable.mostShown }

    private var asked: ListQuery { ListQuery(context.incoming.query) }

    /// The rows that are asked for, in the order that is asked for.
    ///
    /// - Complexity: O(rows log rows).
    private var found: [Row] {
        let asked = asked
        let words = asked.search.lowercased().split(separator: " ")
        var found = rows
        for column in columns {
            guard let wanted = asked.filters[column.id], let choice = column.choice else { continue }
            found.removeAll { choice($0) != wanted }
        }
        if !words.isEmpty {
            found.removeAll { row in
                let text = columns.map { $0.cell(row).value.searched }.joined(separator: " ").lowercased()
                return !words.allSatisfy { text.contains($0) }
            }
        }
        if let sorted = columns.first(where: { $0.id == asked.order }) {
            // By the place in the list where values are equal.
            let keyed = found.enumerated().map { (key: sorted.cell($0.element).value, place: $0.offset) }
            let order = keyed.sorted { left, right in
                if left.key == right.key { return left.place < right.place }
                return asked.isDescending ? right.key < left.key : left.key < right.key
            }
            found = order.map { found[$0.place] }
        }
        return found
    }

    private func table(_ rows: some Sequence<Row>) -> DataTable {
        DataTable(
            caption: title,
            columns: columns.map { $0.isNumber ? .number($0.id, $0.title) : .text($0.id, $0.title) },
            rows: rows.map { row in columns.map { $0.cell(row) } },
            headings: columns.map(heading)
        )
    }

    private func heading(_ column: Column) -> DataTable.Heading {
        let isSorted = asked.order == column.id
        let down = isSorted && !asked.isDescending
        return DataTable.Heading(
            path: address(asked.with(order: column.id, isDescending: down)),
            direction: isSorted ? (asked.isDescending ? "descending" : "ascending") : nil
        )
    }

    private func address(_ query: ListQuery) -> String {
        context.place(steps).text + query.text
    }

    /// The list as a file; `nil` where its page is asked for.
    ///
    /// - Throws: ``Refusal`` where it cannot be written.
    func file() throws(Refusal) -> Answer? {
        var answer: Answer
        switch asked.form {
        case .page, .print: return nil
        case .csv: answer = .bytes(table(found).csv, .csv)
        case .xlsx: answer = try .workbook(of: table(found))
        }
        answer.download = FileName("\(steps.joined(separator: "-")).\(asked.form.rawValue)")
        return answer
    }

    /// The list with what it can be searched, filtered and sorted by.
    var html: HTML {
        let (asked, found) = (asked, found)
        let isWhole = asked.form == .print
        let pages = max(1, (found.count + Self.pageLength - 1) / Self.pageLength)
        let page = min(asked.page, pages)
        let shown =
            isWhole ? found[...] : found.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength)
        return .tag("section", .class("block list")) {
            if !isWhole { search }
            HTML.tag(
                "p",
                .class("quiet"),
                .id("count"),
                text: found.count == rows.count
                    ? context.say(
                        "\(context.numbers.whole(rows.count)) baris",
                        "\(context.numbers.whole(rows.count)) rows"
                    )
                    : context.say(
                        "\(context.numbers.whole(found.count)) dari \(context.numbers.whole(rows.count)) baris",
                        "\(context.numbers.whole(found.count)) of \(context.numbers.whole(rows.count)) rows"
                    )
            )
            if !shown.isEmpty { table(shown).html }
            if !isWhole {
                if pages > 1 { turning(page, of: pages) }
                links
            }
        }
    }

    private var search: HTML {
        HTML.searchForm(at: context.place(steps)) {
            HTML.field(
                FormField(
                    name: "q",
                    label: context.say("Cari", "Search"),
                    value: asked.search,
                    isRequired: false
                )
            )
            for column in columns where !column.choices.isEmpty {
                HTML.select(
                    FormField(
                        name: column.id,
                        label: column.title,
                        value: asked.filters[column.id] ?? "",
                        isRequired: false
                    ),
                    [("", context.say("semua", "all"))] + column.choices
                )
            }
            if let order = asked.order { HTML.hidden("sort", (asked.isDescending ? "-" : "") + order) }
            HTML.submit(context.say("Tampilkan", "Show"))
        }
    }

    private func turning(_ page: Int, of pages: Int) -> HTML {
        .tag("nav", .class("forms"), Attribute("aria-label", context.say("Halaman", "Pages"))) {
            if page > 1 {
                HTML.tag(
                    "a",
                    .href(address(asked.with(page: page - 1))),
                    Attribute("rel", "prev"),
                    text: context.say("Sebelumnya", "Previous")
                )
                " "
            }
            context.say("Halaman \(page) dari \(pages)", "Page \(page) of \(pages)")
            if page < pages {
                " "
                HTML.tag(
                    "a",
                    .href(address(asked.with(page: page + 1))),
                    Attribute("rel", "next"),
                    text: context.say("Berikutnya", "Next")
                )
            }
        }
    }

    private var links: HTML {
        .tag("p", .class("forms")) {
            context.say("Daftar ini sebagai", "This list as")
            for form in ListQuery.Form.allCases where form != .page {
                HTML.tag("a", .href(address(asked.with(form: form))), text: form.name[context.language])
            }
        }
    }
}

/// What a list is asked for by its address.
struct ListQuery {
    /// How a list can be had.
    enum Form: String, CaseIterable {
        case page, csv, xlsx, print

        var name: LocalizedText {
            switch self {
            case .page: .same("HTML")
            case .csv: .same("CSV")
            case .xlsx: .same("XLSX")
            case .print: LocalizedText(id: "cetak", en: "print")
            }
        }
    }

    var search: String
    var order: String?
    var isDescending: Bool
    var page: Int
    var form: Form
    var filters: [String: String]

    /// What an address asks for; what it cannot mean is passed over.
    init(_ query: Fields) {
        func text(_ name: String) -> String { (try? query.text(name)) ?? "" }
        search = String(text("q").prefix(100))
        let sort = text("sort")
        isDescending = sort.hasPrefix("-")
        order = sort.isEmpty ? nil : isDescending ? String(sort.dropFirst()) : sort
        page = max(1, Int(text("page")) ?? 1)
        form = Form(rawValue: text("as")) ?? .page
        filters = [:]
        for name in query.names where !["q", "sort", "page", "as"].contains(name) && !text(name).isEmpty {
            filters[name] = text(name)
        }
    }

    func with(
        order: String? = nil,
        isDescending: Bool = false,
        page: Int = 1,
        form: Form = .page
    ) -> ListQuery {
        var query = self
        if let order { (query.order, query.isDescending) = (order, isDescending) }
        (query.page, query.form) = (page, form)
        return query
    }

    /// As the query of an address.
    var text: String {
        var pairs = filters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        if !search.isEmpty { pairs.append(("q", search)) }
        if let order { pairs.append(("sort", (isDescending ? "-" : "") + order)) }
        if page > 1 { pairs.append(("page", "\(page)")) }
        if form != .page { pairs.append(("as", form.rawValue)) }
        let written = pairs.map { "\(PercentCoding.encoded($0))=\(PercentCoding.encoded($1))" }
        return written.isEmpty ? "" : "?" + written.joined(separator: "&")
    }
}

extension DataTable.Value: Comparable {
    /// What somebody may look for in it.
    var searched: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.map(String.init) ?? ""
        }
    }

    /// What is missing comes behind everything.
    static func < (left: DataTable.Value, right: DataTable.Value) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): (left ?? .max) < (right ?? .max)
        case (.text(let left), .text(let right)): left.lowercased() < right.lowercased()
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}

extension Answer {
    /// A table as a spreadsheet.
    ///
    /// - Throws: ``Refusal/Code/tooLarge`` where a spreadsheet has no room for it, ``Refusal/Code/failed`` where the
    ///   system cannot write.
    static func workbook(of table: DataTable) throws(Refusal) -> Answer {
        do throws(WorkbookWriter.Failure) { return .bytes(try table.workbook(), .xlsx) } catch {
            switch error {
            case .system: throw Refusal(.failed)
            default: throw Refusal(.tooLarge)
            }
        }
    }
}
