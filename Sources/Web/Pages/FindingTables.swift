import Elections

/// Findings as tables: one by one, and counted by region.
struct FindingTables {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// What a check was asked of, in words.
    func name(_ source: CheckTally.Source) -> String {
        switch source {
        case .reading(let ballot, let place):
            let readings = context.snapshot.result(of: ballot)?.contest.readings ?? []
            return "\(ballot.rawValue), "
                + (readings.indices.contains(place) ? readings[place].name[context.language] : "")
        case .certified(let ballot):
            return "\(ballot.rawValue), " + context.say("rekapitulasi", "certified")
        case .files: return context.say("berkas yang ditandatangani", "signed files")
        }
    }

    /// A station by its place, as a link with the name of its village.
    func station(_ place: Int) -> DataTable.Cell {
        let station = context.election.regions.stations[place]
        let village = context.election.regions[station.village]?.name ?? station.village.description
        return .link("TPS \(station.number) \(village)", context.path(.station(station)))
    }

    /// Findings one by one; those `ofOneRule` stand reading by reading.
    ///
    /// On a page only as many as it shows, as each asks for its causes.
    func list(_ findings: [Finding], ofOneRule: Bool = false) -> DataTable {
        let findings = context.shown(findings)
        let sources = findings.map(source(of:))
        let starts = sources.indices.filter { $0 == 0 || sources[$0] != sources[$0 - 1] }
        return DataTable(
            caption: context.say("Temuan dengan angkanya", "Findings with their numbers"),
            columns: [
                .text("place", context.say("Tempat", "Place")), .machine("code"), .machine("rule"),
                .text(nil, ofOneRule ? nil : context.say("Aturan", "Rule")), .machine("severity"),
                .machine("figures"), .machine("formula"), .machine("numbers"), .machine("causes"),
                .text(nil, context.say("Yang tertulis", "What it says")),
            ],
            rows: zip(findings, sources).map { row($0, $1, ofOneRule: ofOneRule) },
            sections: ofOneRule ? starts.map { DataTable.Section(start: $0, title: sources[$0]) } : []
        )
    }

    private func row(_ finding: Finding, _ source: String, ofOneRule: Bool) -> [DataTable.Cell] {
        let words = FindingWords(context.snapshot, context.language)
        let causes = context.findings.causes(of: finding)
        let cause = causes.isEmpty ? "" : words.causes(of: finding, causes)
        var formula: String?
        if case .formula = finding.reason { formula = words.formula(finding) }
        let numbers = words.numbers(finding)
        let (place, code) = place(of: finding, source: ofOneRule ? nil : source)
        return [
            place, .text(code), .text(finding.check.code), rule(finding), .text("\(finding.severity)"),
            .text(source), .text(formula ?? ""), .text(numbers), .text(cause),
            DataTable.Cell(
                shown: .tag("span") {
                    if let formula {
                        formula + ": "
                        HTML.tag("b", text: numbers)
                    } else {
                        numbers
                    }
                    if !cause.isEmpty { HTML.tag("small", text: cause) }
                },
                value: .text(numbers)
            ),
        ]
    }

    /// The rule and how much the finding weighs.
    private func rule(_ finding: Finding) -> DataTable.Cell {
        DataTable.Cell(
            shown: .tag("span", .class("\(finding.severity)")) {
                context.link(finding.check.code, .rule(finding.check.code))
                " "
                HTML.tag("span", .class("weight"), text: finding.severity.name[context.language])
            },
            value: .text(finding.check.code)
        )
    }

    /// What a finding is about, and its code; below it what the figures come from, when that is given.
    private func place(of finding: Finding, source: String?) -> (cell: DataTable.Cell, code: String) {
        var (cell, code) =
            switch finding.subject {
            case .form(_, _, _, let station):
                (self.station(station), context.election.regions.stations[station].description)
            case .region(_, let code):
                (
                    DataTable.Cell.link(
                        context.election.regions[code]?.name ?? code.description,
                        context.path(.region(code))
                    ), code.description
                )
            case .file(let path): (DataTable.Cell.link(path, context.path(.sources)), "")
            }
        if let source {
            var shown = cell.shown
            shown.append(.tag("small", text: source))
            cell = DataTable.Cell(shown: shown, value: cell.value)
        }
        return (cell, code)
    }

    private func source(of finding: Finding) -> String {
        switch finding.subject {
        case .form(let ballot, let reading, _, _): name(.reading(ballot, reading))
        case .region(let ballot, _): name(.certified(ballot))
        case .file: name(.files)
        }
    }

    /// The regions below one, with their findings by weight and the share of forms that break a hard rule.
    func regions(in code: RegionCode) -> DataTable {
        let children = context.election.regions.children(of: code)
        return DataTable(
            caption: context.say(
                "Temuan di semua pembacaan dan rekapitulasi; bagian = formulir yang dihitung dengan temuan "
                    + "keras",
                "Findings in all readings and certified figures; share = forms that count with a hard finding"
            ),
            columns: [
                .text("region", context.say("Wilayah", "Region")), .machine("code"),
                .number("forms", context.say("Formulir", "Forms")),
                .number("hard", context.say("Keras", "Hard")), .number("soft", context.say("Lunak", "Soft")),
                .number("information", context.say("Informasi", "Information")),
                .number(nil, context.say("Bagian", "Share")),
            ],
            rows: children.map { region in
                let counts = context.findings.counts(in: region.code)
                return [
                    .link(region.name, context.path(.regionFindings(region.code))),
                    .text(region.code.description), .number(counts.forms, context.numbers),
                    .number(counts.hard, context.numbers),
                    .number(counts.soft, context.numbers),
                    .number(counts.information, context.numbers),
                    .shown(context.numbers.percent(counts.brokenForms, of: counts.forms)),
                ]
            }
        )
    }
}
