import Elections
import Exchange

/// The findings of an election, a row each, for programs and spreadsheets.
struct FindingRows {
    private let snapshot: Snapshot
    private let findings: Findings
    private let words: FindingWords

    init(_ snapshot: Snapshot, _ findings: Findings, _ language: Language) {
        self.snapshot = snapshot
        self.findings = findings
        words = FindingWords(snapshot, language)
    }

    var rows: Rows {
        Rows(
            columns: [
                "rule", "severity", "ballot", "reading", "version", "region", "station", "formula", "numbers",
                "causes",
            ],
            numbers: ["station"],
            forEach: { body in
                for finding in findings.list { try body(cells(of: finding)) }
            }
        )
    }

    private func cells(of finding: Finding) -> [Rows.Cell] {
        let place = place(of: finding)
        let causes = findings.causes(of: finding)
        return [
            .text(finding.check.code), .text("\(finding.severity)"), .text(finding.ballot?.rawValue ?? ""),
            .text(place.reading), .text(place.version), .text(place.region), .number(place.station),
            .text(words.formula(finding)), .text(words.numbers(finding)),
            .text(causes.map { words.cause($0, of: finding) }.joined(separator: "; ")),
        ]
    }

    private func place(
        of finding: Finding
    ) -> (reading: String, version: String, region: String, station: Int?) {
        switch finding.subject {
        case .form(let ballot, let place, let row, let station):
            let reading = snapshot.result(of: ballot)?.contest.readings[place]
            let code = snapshot.election.regions.stations[station]
            let version = reading?.version(ofRow: row).rawValue ?? ""
            return (reading?.id ?? "", version, code.village.description, code.number)
        case .region(_, let code): return ("", "", code.description, nil)
        case .file(let path): return (path, "", "", nil)
        }
    }
}

/// The queries behind the findings, a row each.
struct QueryRows {
    private let queries: [FindingQuery]

    init(_ queries: [FindingQuery]) {
        self.queries = queries
    }

    var rows: Rows {
        Rows(columns: ["rule", "file", "forms", "query"], numbers: ["forms"]) { body in
            for query in queries {
                try body([
                    .text(query.check.code), .text(query.file), .number(query.forms), .text(query.text),
                ])
            }
        }
    }
}
