import Elections

extension DataTable {
    /// The most rows a page shows, as a first view stays below 60 kB; all of them are in its CSV.
    static let mostShown = 100

    /// The table with its first rows, and a word on those that are left out.
    func shown(_ context: PageContext) -> HTML {
        var first = self
        first.rows = Array(rows.prefix(Self.mostShown))
        return first.html(of: rows.count, context)
    }

    /// The table, and where the rest is found when it has more rows than stand in it.
    @HTMLBuilder
    func html(of all: Int, _ context: PageContext) -> HTML {
        html
        if rows.count < all {
            HTML.tag("p", .class("quiet")) {
                context.say(
                    "\(rows.count) pertama dari \(context.numbers.whole(all)); semuanya ada dalam ",
                    "The first \(rows.count) of \(context.numbers.whole(all)); all are in the "
                )
                HTML.tag(
                    "a",
                    .href(Address(context.address.route, context.language, form: .csv).path),
                    text: "CSV"
                )
                "."
            }
        }
    }
}
