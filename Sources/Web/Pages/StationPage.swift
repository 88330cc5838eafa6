import Elections

/// A polling station: its electorate and every reading of its forms side by side.
enum StationPage {
    static func page(_ station: StationCode, _ context: PageContext) -> Page? {
        let regions = context.election.regions
        guard let position = regions.position(of: station), let village = regions[station.village] else {
            return nil
        }
        let title = "TPS \(station.number), \(village.name)"
        let tables = context.snapshot.results.compactMap { result in table(result, position, context) }
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: station.description)
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Pemilih dalam DPT", "Electorate on the roll (DPT)"))
                    electorate(context.election.electorate[position], context)
                }
                for (result, table) in tables {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: result.contest.ballot.name[context.language])
                        table.html
                        Forms.links(context)
                    }
                }
                for result in context.snapshot.results where result.contest.readings.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: result.contest.ballot.name[context.language])
                        HTML.tag("p") {
                            context.say(
                                "Formulir TPS untuk surat suara ini tidak diterbitkan; lihat jumlah ",
                                "The station forms of this ballot are not published; see the totals of "
                            )
                            context.link(village.name, .region(village.code))
                            "."
                        }
                    }
                }
            },
            table: tables.first?.1,
            crumbs: context.crumbs(above: village.code) + [(village.name, .region(village.code))]
        )
    }

    private static func electorate(_ electorate: Electorate, _ context: PageContext) -> HTML {
        let rows = [
            (context.say("Laki-laki", "Men"), electorate.male),
            (context.say("Perempuan", "Women"), electorate.female),
            (context.say("Jumlah", "Total"), electorate.total),
        ]
        return .tag("dl", .class("facts")) {
            for (name, figure) in rows {
                HTML.tag("dt", text: name)
                HTML.tag("dd", text: context.numbers.whole(figure))
            }
        }
    }

    private static func table(
        _ result: ContestResult,
        _ position: Int,
        _ context: PageContext
    ) -> (ContestResult, DataTable)? {
        let readings = result.contest.readings
        guard !readings.isEmpty else { return nil }
        let names =
            result.contest.contestants.map { "\($0.number) \($0.name)" } + [
                context.say("Suara sah", "Valid votes"), context.say("Suara tidak sah", "Invalid votes"),
                context.say("Jumlah suara sah dan tidak sah", "Valid and invalid votes"),
            ]
        let rows = names.enumerated().map { row, name in
            let figures = readings.map { $0.forms[position].flatMap { $0.cells[row] } }
            return [DataTable.Cell.text(name)]
                + figures.enumerated().map { column, figure in
                    var cell = DataTable.Cell.number(figure, context.numbers)
                    if column > 0, ReadingDifference.differ([figure], [figures[0]]) { cell.mark = .differs }
                    return cell
                }
        }
        let table = DataTable(
            caption: context.say(
                "Isi formulir menurut setiap pembacaan; yang pertama dihitung",
                "What the form holds by each reading; the first one is counted"
            ),
            columns: [.text("field", context.say("Isian", "Field"))]
                + readings.map { .number($0.id, $0.name[context.language]) },
            rows: rows
        )
        return (result, table)
    }
}
