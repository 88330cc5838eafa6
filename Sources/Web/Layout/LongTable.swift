import Elections

extension DataTable {
    /// The most rows a page shows, as a first view stays below 60 kB; all of them are in its CSV.
    static let mostShown = 70

    /// The table, and where the rest is found when it has more rows than stand in it.
    @HTMLBuilder
    func html(of all: Int, _ context: PageContext) -> HTML {
        html
        context.rest(after: rows.count, of: all)
    }
}

extension PageContext {
    /// What a table is made of: on a page no more than it shows, as a row can take a while.
    func shown<Item>(_ items: [Item]) -> ArraySlice<Item> {
        address.form == .page ? items.prefix(DataTable.mostShown) : items[...]
    }

    /// Where everything is found when only the first of `all` are shown.
    func rest(after shown: Int, of all: Int) -> HTML? {
        guard shown < all else { return nil }
        return .tag("p", .class("quiet")) {
            say(
                "\(shown) pertama dari \(numbers.whole(all)); semuanya ada dalam ",
                "The first \(shown) of \(numbers.whole(all)); all are in the "
            )
            HTML.tag("a", .href(Address(address.route, language, form: .csv).path), text: "CSV")
            "."
        }
    }
}
