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

    /// The most findings a page shows; all of them are in its CSV.
    static let mostShown = 500

    /// Findings one by one.
    func list(_ findings: [Finding]) -> DataTable {
        let words = FindingWords(context.snapshot, context.language)
        return DataTable(
            caption: context.say("Temuan dengan angkanya", "Findings with their numbers"),
            columns: [
                .text("place", context.say("Tempat", "Place")), .text("code", context.say("Kode", "Code")),
                .text("rule", context.say("Aturan", "Rule")),
                .text("severity", context.say("Berat", "Weight")),
                .text("figures", context.say("Sumber angka", "Figures")),
                .text("numbers", context.say("Yang tertulis", "What it says")),
                .text("causes", context.say("Kemungkinan sebab", "Likely cause")),
            ],
            rows: findings.map { finding in
                let causes = context.findings.causes(of: finding)
                return place(of: finding) + [
                    .link(finding.check.code, context.path(.rule(finding.check.code))),
                    DataTable.Cell(
                        shown: .text(finding.severity.name[context.language]),
                        value: .text("\(finding.severity)"),
                        mark: finding.severity == .hard ? .differs : nil
                    ),
                    .text(source(of: finding)), .text(words.numbers(finding)),
                    .text(causes.isEmpty ? "" : words.causes(of: finding, causes)),
                ]
            }
        )
    }

    private func place(of finding: Finding) -> [DataTable.Cell] {
        switch finding.subject {
        case .form(_, _, _, let station):
            return [self.station(station), .text(context.election.regions.stations[station].description)]
        case .region(_, let code):
            let name = context.election.regions[code]?.name ?? code.description
            return [.link(name, context.path(.region(code))), .text(code.description)]
        case .file(let path): return [.link(path, context.path(.sources)), .text("")]
        }
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
                "Temuan per wilayah, semua surat suara dan pembacaan; bagian = formulir dengan temuan keras",
                "Findings by region, all ballots and readings; share = forms with a hard finding"
            ),
            columns: [
                .text("region", context.say("Wilayah", "Region")), .text("code", context.say("Kode", "Code")),
                .number("forms", context.say("Formulir", "Forms")),
                .number("hard", context.say("Keras", "Hard")), .number("soft", context.say("Lunak", "Soft")),
                .number("information", context.say("Informasi", "Information")),
                .number(nil, context.say("Bagian", "Share")),
            ],
            rows: children.map { region in
                let counts = context.findings.counts(in: region.code, context.snapshot)
                return [
                    .link(region.name, context.path(.regionFindings(region.code))),
                    .text(region.code.description), .number(counts.forms, context.numbers),
                    .number(counts.bySeverity[.hard, default: 0], context.numbers),
                    .number(counts.bySeverity[.soft, default: 0], context.numbers),
                    .number(counts.bySeverity[.information, default: 0], context.numbers),
                    .shown(context.numbers.percent(counts.brokenForms, of: counts.forms)),
                ]
            }
        )
    }
}

extension Findings {
    /// Findings of one region, counted.
    struct Counts {
        var forms = 0
        var brokenForms = 0
        var bySeverity: [Condition.Severity: Int] = [:]
    }

    /// The findings about forms of a region's stations and about its certified figures.
    ///
    /// - Complexity: O(findings).
    func inside(_ region: RegionCode, _ snapshot: Snapshot) -> [Finding] {
        let stations = snapshot.election.regions.stationPositions(in: region)
        return list.filter { finding in
            switch finding.subject {
            case .form(_, _, _, let station): stations.contains(station)
            case .region(_, let code): region.contains(code)
            case .file: false
            }
        }
    }

    /// Counts the findings of a region, and its forms.
    func counts(in region: RegionCode, _ snapshot: Snapshot) -> Counts {
        var counts = Counts()
        for result in snapshot.results {
            for reading in result.contest.readings {
                counts.forms += snapshot.election.regions.stationPositions(in: region)
                    .reduce(0) { $0 + reading.rows(ofStation: $1).count }
            }
        }
        var broken: Set<Finding.Subject> = []
        for finding in inside(region, snapshot) {
            counts.bySeverity[finding.severity, default: 0] += 1
            if finding.severity == .hard, case .form = finding.subject { broken.insert(finding.subject) }
        }
        counts.brokenForms = broken.count
        return counts
    }
}
