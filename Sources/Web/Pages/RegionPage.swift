import Elections

/// A region: its turnout, its votes on every ballot, and what lies below it.
enum RegionPage {
    static func page(_ code: RegionCode, _ context: PageContext) -> Page? {
        guard let region = context.election.regions[code] else { return nil }
        let isVillage = code.tier == .village
        let table = isVillage ? stationsTable(of: code, context) : childrenTable(of: code, context)
        return Page(
            title: region.name,
            body: .tag("div") {
                HTML.tag("h1", text: region.name)
                HTML.tag("p", .class("lead"), text: "\(kind(region, context)) · \(code)")
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Partisipasi", "Turnout"))
                    TurnoutWords(context).paragraph(in: code)
                }
                for result in context.snapshot.results {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: result.contest.ballot.name[context.language])
                        VoteBars.html(result, in: code, context)
                        ComparisonWords(context).sentence(result, code)
                        context.trailLink(result.contest.ballot, .region(code))
                    }
                }
                findings(code, context)
                HTML.tag("section", .class("block")) {
                    HTML.tag(
                        "h2",
                        text: isVillage
                            ? context.say("Tempat pemungutan suara", "Polling stations")
                            : context.say("Wilayah di dalamnya", "Regions inside")
                    )
                    table.html
                    Forms.links(context)
                }
            },
            table: table,
            crumbs: context.crumbs(above: code)
        )
    }

    private static func findings(_ code: RegionCode, _ context: PageContext) -> HTML? {
        let counts = context.findings.counts(in: code)
        guard counts.forms > 0 || counts.all > 0 else { return nil }
        return .tag("section", .class("block")) {
            HTML.tag("h2") { context.link(context.say("Temuan", "Findings"), .regionFindings(code)) }
            FindingCounts(context).html(counts)
        }
    }

    private static func kind(_ region: Region, _ context: PageContext) -> String {
        switch region.kind {
        case .province: context.say("Provinsi", "Province")
        case .regency: context.say("Kabupaten", "Regency")
        case .city: context.say("Kota", "City")
        case .subdistrict: context.say("Kecamatan", "Subdistrict")
        case .ruralVillage: context.say("Desa", "Village (desa)")
        case .urbanVillage: context.say("Kelurahan", "Village (kelurahan)")
        }
    }

    /// The regions one step below, with electorate, turnout and the votes of the first ballot.
    static func childrenTable(of code: RegionCode, _ context: PageContext) -> DataTable {
        let first = context.snapshot.results.first
        let rows = context.election.regions.children(of: code).map { child in
            row(of: child, first, context)
        }
        return DataTable(
            caption: context.say("Angka per wilayah", "Figures by region"),
            columns: [
                .text("name", context.say("Wilayah", "Region")), .text("code", context.say("Kode", "Code")),
            ]
                + figureColumns(first, context),
            rows: rows
        )
    }

    private static func figureColumns(_ first: ContestResult?, _ context: PageContext) -> [DataTable.Column] {
        [
            .number("stations", context.say("TPS", "Stations")),
            .number("electorate", context.say("Pemilih (DPT)", "Electorate")),
            .number("voters", context.say("Pengguna", "Voters")),
            .number(nil, context.say("Partisipasi", "Turnout")),
        ]
            + (first?.contest.contestants ?? []).map { .number("votes_\($0.number)", $0.shortName) }
    }

    private static func row(
        of region: Region,
        _ first: ContestResult?,
        _ context: PageContext
    ) -> [DataTable.Cell] {
        let figures = first.flatMap { context.snapshot.figures(of: $0.contest.ballot, in: region.code) }
        let turnout = context.snapshot.turnout(in: region.code)
        let stations = context.election.regions.stationPositions(in: region.code).count
        return [
            .link(region.name, context.path(.region(region.code))),
            .text(region.code.description),
            .number(stations, context.numbers),
            .number(turnout?.electorate, context.numbers),
            .number(turnout?.voters, context.numbers),
            .shown(TurnoutWords(context).share(in: region.code)),
        ]
            + (figures?.votes ?? []).map { DataTable.Cell.number($0, context.numbers) }
    }

    /// The stations of a village, with the counted reading of the first ballot read from forms.
    private static func stationsTable(of code: RegionCode, _ context: PageContext) -> DataTable {
        let result = context.snapshot.turnoutBallot
        let stations = context.election.regions.stationPositions(in: code)
        let differences = result.map { ReadingDifference.all(in: $0.contest, stations: stations) } ?? []
        let differing = Dictionary(differences.map { ($0.station, $0) }) { first, _ in first }
        let rows = stations.map { position in
            stationRow(position, result, differing, context)
        }
        return DataTable(
            caption: result.map {
                context.say(
                    "Formulir \($0.contest.ballot.name[.indonesian]) per TPS",
                    "Forms of the ballot: \($0.contest.ballot.name[.english]), by station"
                )
            } ?? context.say("TPS", "Stations"),
            columns: [
                .text("station", "TPS"),
                .number("electorate", context.say("Pemilih (DPT)", "Electorate")),
            ]
                + (result?.contest.contestants ?? []).map { .number("votes_\($0.number)", $0.shortName) }
                + [
                    .number("valid", context.say("Sah", "Valid")),
                    .number("invalid", context.say("Tidak sah", "Invalid")),
                    .number("total", context.say("Jumlah", "Total")),
                    .text("readings", context.say("Pembacaan", "Readings")),
                ],
            rows: rows
        )
    }

    private static func stationRow(
        _ position: Int,
        _ result: ContestResult?,
        _ differing: [Int: ReadingDifference],
        _ context: PageContext
    ) -> [DataTable.Cell] {
        let station = context.election.regions.stations[position]
        let form = result.flatMap { $0.forms[position] }
        let fields =
            (result?.contest.contestants.map { Field.votes($0.number) } ?? []) + [.valid, .invalid, .total]
        let figures = fields.map { field in form.flatMap { result?.contest.figure(field, on: $0) } }
        let note: DataTable.Cell =
            switch differing[position] {
            case let difference? where difference.areOfDifferentVotes:
                DataTable.Cell(
                    shown: .text(context.say("pemungutan suara ulang", "re-vote")),
                    value: .text("re-vote"),
                    mark: .differs
                )
            case let difference? where difference.inVotes:
                DataTable.Cell(
                    shown: .text(context.say("berbeda pada suara", "differ in votes")),
                    value: .text("differ in votes"),
                    mark: .differs
                )
            case _?:
                DataTable.Cell(
                    shown: .text(context.say("berbeda pada jumlah", "differ in totals")),
                    value: .text("differ in totals"),
                    mark: .differs
                )
            case nil: .text("")
            }
        return [
            .link("TPS \(station.number)", context.path(.station(station))),
            .number(context.election.electorate[position].total, context.numbers),
        ]
            + figures.map { DataTable.Cell.number($0, context.numbers) } + [note]
    }
}

extension PageContext {
    /// The regions above `code`, down from the office's own.
    func crumbs(above code: RegionCode) -> [(text: String, route: Route)] {
        election.regions.path(to: code).dropLast().map { (text: $0.name, route: Route.region($0.code)) }
    }
}
