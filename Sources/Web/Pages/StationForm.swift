import Elections

/// The forms of one ballot at one station, side by side: every reading and every version, part by part.
struct StationForm {
    /// One form: which reading holds it, and its row there.
    private struct Column {
        let reading: Int
        let row: Int
        let isCounted: Bool
    }

    private let result: ContestResult
    private let context: PageContext
    private let columns: [Column]
    private let findings: [Finding]
    private let words: FieldWords

    /// `nil` when no form of the ballot was read at the station.
    init?(_ result: ContestResult, _ station: Int, _ findings: [Finding], _ context: PageContext) {
        guard !result.contest.readings.isEmpty else { return nil }
        let counted = result.forms[station]
        columns = result.contest.readings.enumerated().flatMap { place, reading in
            reading.rows(ofStation: station).map { row in
                Column(reading: place, row: row, isCounted: counted == FormInForce(reading: place, row: row))
            }
        }
        self.result = result
        self.context = context
        self.findings = findings.filter { $0.ballot == result.contest.ballot }
        words = FieldWords(context.language, context.election.law, result.contest)
    }

    var ballot: Ballot { result.contest.ballot }

    var title: String {
        let ballot = result.contest.ballot
        let form = context.election.law.ballots[ballot]?.forms.station
        return [ballot.name[context.language], form].compactMap(\.self).joined(separator: " · ")
    }

    /// The form: a row per field that any reading has room for, a column per form, findings last.
    var table: DataTable {
        var sections: [DataTable.Section] = []
        var rows: [[DataTable.Cell]] = []
        for part in Field.Part.allCases {
            let fields = fields.filter { $0.part == part }
            guard !fields.isEmpty else { continue }
            sections.append(DataTable.Section(start: rows.count, title: words.name(part)))
            rows += fields.map(row)
        }
        return DataTable(
            caption: context.say(
                "Isi formulir menurut setiap pembacaan, dan temuan di samping isiannya",
                "What the form holds by each reading, and findings beside the fields"
            ),
            columns: [.text("field", context.say("Isian", "Field"))] + columns.map(head)
                + [.text("findings", findings.isEmpty ? nil : context.say("Temuan", "Findings"))],
            rows: rows,
            sections: sections
        )
    }

    /// The fields that are filled on any of the forms, in the order of the form.
    private var fields: [Field] {
        var seen: Set<Field> = []
        let all = result.contest.readings.flatMap(\.forms.fields).filter { seen.insert($0).inserted }
        let order = Dictionary(uniqueKeysWithValues: Field.everyForm.enumerated().map { ($1, $0) })
        let contestants = Dictionary(
            uniqueKeysWithValues: result.contest.contestants.enumerated().map { ($1.number, $0) }
        )
        func rank(_ field: Field) -> (Int, Int, Int) {
            switch field {
            case .partyVotes(let number): (contestants[number] ?? 0, 0, 0)
            case .candidateVotes(let number, let place): (contestants[number] ?? 0, 1, place)
            case .votes(let number): (contestants[number] ?? 0, 2, 0)
            default: (order[field] ?? 0, 0, 0)
            }
        }
        return all.filter { field in columns.contains { figure(field, $0) != nil } }
            .sorted { rank($0) < rank($1) }
    }

    private func figure(_ field: Field, _ column: Column) -> Int? {
        result.contest.readings[column.reading].forms[column.row, field]
    }

    private var hasOneVersion: Bool {
        columns.allSatisfy { result.contest.readings[$0.reading].version(ofRow: $0.row) == .regular }
    }

    private func head(_ column: Column) -> DataTable.Column {
        let reading = result.contest.readings[column.reading]
        let version = reading.version(ofRow: column.row)
        let name = [
            reading.name[context.language], hasOneVersion ? nil : version.shortName[context.language],
        ]
        let counted = column.isCounted ? context.say(" (dihitung)", " (counted)") : ""
        let id = version == .regular ? reading.id : "\(reading.id)_\(version.rawValue)"
        return .number(id, name.compactMap(\.self).joined(separator: " · ") + counted)
    }

    private func row(_ field: Field) -> [DataTable.Cell] {
        let figures = columns.map { figure(field, $0) }
        let cells = figures.enumerated().map { column, figure in
            var cell = DataTable.Cell.number(figure, context.numbers)
            let isMarked = findings.contains {
                $0.isAbout(columns[column].reading, columns[column].row, field)
            }
            if isMarked || ReadingDifference.differ(figure, figures[0]) { cell.mark = .differs }
            return cell
        }
        let name = words.name(field)
        let codes = Set(findings.filter { $0.fields.contains(field) }.map(\.check.code)).sorted()
        return [.text(name.prefix(1).uppercased() + name.dropFirst())] + cells + [self.codes(codes)]
    }

    private func codes(_ codes: [String]) -> DataTable.Cell {
        DataTable.Cell(
            shown: .tag("span") {
                for (place, code) in codes.enumerated() {
                    if place > 0 { " " }
                    context.link(code, .rule(code))
                }
            },
            value: .text(codes.joined(separator: " "))
        )
    }

    /// Every finding with its numbers, and what probably happened.
    var notes: HTML? {
        guard !findings.isEmpty else {
            guard !columns.isEmpty else { return nil }
            return .tag(
                "p",
                .class("quiet"),
                text: context.say("Tidak ada temuan pada formulir ini.", "No findings on this form.")
            )
        }
        return .tag("ul", .class("findings")) {
            for note in grouped { html(of: note) }
        }
    }

    /// A finding in words, and the readings that it is found in.
    private struct Note {
        let finding: Finding
        let formula: String?
        let numbers: String
        let cause: String
        var readings: [String]
    }

    /// The findings; what several readings have alike is said once.
    private var grouped: [Note] {
        let words = FindingWords(context.snapshot, context.language)
        return findings.reduce(into: []) { notes, finding in
            let causes = context.findings.causes(of: finding)
            let note = Note(
                finding: finding,
                formula: finding.isFormula ? words.formula(finding) : nil,
                numbers: words.numbers(finding),
                cause: causes.isEmpty ? "" : words.causes(of: finding, causes),
                readings: readingName(finding).map { [$0] } ?? []
            )
            let same = notes.firstIndex {
                $0.finding.check == finding.check && $0.finding.severity == finding.severity
                    && $0.formula == note.formula && $0.numbers == note.numbers && $0.cause == note.cause
            }
            if let same { notes[same].readings += note.readings } else { notes.append(note) }
        }
    }

    private func html(of note: Note) -> HTML {
        let finding = note.finding
        return .tag("li", .class("\(finding.severity)")) {
            context.link(finding.check.code, .rule(finding.check.code))
            " "
            HTML.tag("span", .class("weight"), text: finding.severity.name[context.language])
            " "
            if let formula = note.formula {
                formula + ": "
                HTML.tag("b", text: note.numbers)
                ". "
            } else {
                note.numbers + ". "
            }
            note.cause
            if columns.count > 1, !note.readings.isEmpty {
                HTML.tag("small", text: note.readings.joined(separator: "; "))
            }
        }
    }

    private func readingName(_ finding: Finding) -> String? {
        guard case .form(_, let reading, let row, _) = finding.subject else { return nil }
        let version = result.contest.readings[reading].version(ofRow: row)
        let name = result.contest.readings[reading].name[context.language]
        return hasOneVersion ? name : "\(name), \(version.shortName[context.language])"
    }
}

extension Finding {
    fileprivate var isFormula: Bool {
        if case .formula = reason { true } else { false }
    }

    /// Whether it marks a field of one form.
    fileprivate func isAbout(_ reading: Int, _ row: Int, _ field: Field) -> Bool {
        guard case .form(_, reading: reading, row: row, station: _) = subject else { return false }
        return fields.contains(field)
    }
}
