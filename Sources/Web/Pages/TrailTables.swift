import Elections

/// The tables of a trail.
struct TrailTables {
    private let trail: FigureTrail
    private let language: Language
    private let numbers: Numbers
    private let path: (Route) -> String
    private let words: TrailWords
    private let places: ExplanationWords
    private let fields: FieldWords

    /// `path` says where pages are.
    init(
        _ trail: FigureTrail,
        _ result: ContestResult,
        _ snapshot: Snapshot,
        _ language: Language,
        _ path: @escaping (Route) -> String
    ) {
        self.trail = trail
        self.language = language
        self.path = path
        numbers = Numbers(language)
        words = TrailWords(snapshot, result, language)
        places = ExplanationWords(snapshot, language)
        fields = FieldWords(language, snapshot.election.law, result.contest)
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    func name(_ field: Field) -> String { fields.name(field) }

    private func heads() -> [DataTable.Column] {
        trail.fields.map { .number($0.column, capitalized(fields.name($0))) }
            + trail.fields.map { .machine("change_\($0.column)") }
    }

    private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Figures with how they changed below them, and the changes for machines.
    private func cells(_ figures: [Int?], _ change: FigureTrail.Change?) -> [DataTable.Cell] {
        let differences = change?.differences ?? trail.fields.map { _ in nil }
        return zip(figures, differences).map { figure, difference in
            var cell = DataTable.Cell.number(figure, numbers)
            guard let difference, difference != 0 else { return cell }
            let shown = HTML.tag("span") {
                numbers.whole(figure)
                HTML.tag("small", text: numbers.signed(difference))
            }
            cell = DataTable.Cell(shown: shown, value: .number(figure))
            cell.mark = change?.verdict.isFlagged == true ? .differs : nil
            return cell
        } + differences.map { DataTable.Cell(shown: .text(""), value: .number($0)) }
    }

    /// Every step of every stretch.
    var steps: DataTable {
        var rows: [[DataTable.Cell]] = []
        var sections: [DataTable.Section] = []
        for stretch in trail.stretches {
            sections.append(DataTable.Section(start: rows.count, title: places.name(stretch.place)))
            rows += stretch.steps.map { row($0, of: stretch.place) }
        }
        return DataTable(
            caption: say(
                "Angka setiap langkah; di bawahnya perubahan dari langkah sebelumnya",
                "The figures of each step; below them how they changed from an earlier step"
            ),
            columns: [.text("step", say("Langkah", "Step")), .machine("place")] + heads()
                + [.text("verdict", say("Perubahan", "Change")), .machine("reason")],
            rows: rows,
            sections: sections
        )
    }

    private func row(_ step: FigureTrail.Step, of place: CertifiedFigures.Place) -> [DataTable.Cell] {
        let counted = step.isInForce ? say(" (berlaku)", " (in force)") : ""
        let code =
            switch place {
            case .region(let code): code.description
            case .station(let station): station.description
            }
        let verdict = step.change.map { words.name($0.verdict) } ?? "–"
        return [.text(words.name(step.source, of: place) + counted), .text(code)]
            + cells(step.figures, step.change)
            + [.text(verdict), .text(words.sentences(step).joined(separator: " "))]
    }

    /// What explains each change, and what is known of those that nothing explains.
    var notes: HTML? {
        let notes = trail.stretches.flatMap { stretch in
            stretch.steps.compactMap { step -> (CertifiedFigures.Place, FigureTrail.Step, [String])? in
                let sentences = words.sentences(step)
                return sentences.isEmpty ? nil : (stretch.place, step, sentences)
            }
        }
        guard !notes.isEmpty else { return nil }
        return .tag("ul", .class("plain")) {
            for (place, step, sentences) in notes {
                HTML.tag("li") {
                    HTML.tag("strong", text: places.name(place))
                    name(step, of: place) + ": " + sentences.joined(separator: " ")
                }
            }
        }
    }

    /// The step behind its place; a form that is missing is named by what is known of it.
    private func name(_ step: FigureTrail.Step, of place: CertifiedFigures.Place) -> String {
        if case .missing = step.source { "" } else { ", " + words.name(step.source, of: place) }
    }

    /// Whether anything is known of the parts in the recapitulation, or of forms that are missing.
    private var hasVerdicts: Bool { trail.parts.contains { !verdict($0).isEmpty } }

    private func verdict(_ part: FigureTrail.Part) -> String {
        let isCertified = part.certified.contains { $0 != nil }
        let missing = part.missing.map {
            say(
                "\($0.version.shortName.indonesian) tanpa formulir",
                "\($0.version.shortName.english) without a form"
            )
        }
        return ((isCertified ? [words.name(part.change.verdict)] : []) + Set(missing).sorted())
            .joined(separator: "; ")
    }

    private func name(_ part: CertifiedFigures.Place) -> String {
        if case .station(let station) = part { "TPS \(station.number)" } else { places.name(part) }
    }

    /// What a region is added up from.
    var parts: DataTable {
        DataTable(
            caption: say(
                "Yang dibawa setiap bagian; di bawahnya selisih dalam rekapitulasi",
                "What each part brings; below it the difference in the recapitulation"
            ),
            columns: [.text("part", say("Bagian", "Part"))] + heads()
                + (hasVerdicts
                    ? [.text("verdict", say("Dalam rekapitulasi", "In the recapitulation"))] : []),
            rows: trail.parts.map { part in
                let route = Route.trail(
                    trail.ballot,
                    part.place,
                    trail.fields.count == 1 ? trail.fields.first : nil
                )
                return [.link(name(part.place), path(route))] + cells(part.below, part.change)
                    + (hasVerdicts ? [.text(verdict(part))] : [])
            }
        )
    }
}
