import Elections

/// The forms of the desk as pages speak of them: their fields in words, their checks with their numbers.
struct DeskForm {
    let key: FormKey
    let contest: Contest
    /// The fields of the station's form, in the order of the paper.
    let fields: [Field]
    /// The fields of the desk's reading.
    let columns: [Field]
    let words: FieldWords
    private let context: DeskContext

    /// `nil` when the desk of its ballot is not open.
    init?(_ key: FormKey, _ context: DeskContext) {
        let state = context.state
        guard let law = state.law, let desk = state.desk(of: key.ballot),
            let contest = state.contestWithoutForms(of: key.ballot)
        else { return nil }
        (self.key, self.contest, self.context) = (key, contest, context)
        fields = state.fields(of: key)
        columns = desk.fields
        words = FieldWords(context.language, law, contest)
    }

    /// What has been done about it; `nil` when nothing was.
    var work: FormWork? { context.state.work(on: key) }

    /// `PPWP · Lapajung TPS 7`.
    var title: String {
        let version = key.version == .regular ? "" : " · \(key.version.shortName[context.language])"
        return "\(key.ballot.rawValue) · \(context.name(of: key.station))\(version)"
    }

    /// The name of a field, as the beginning of a line.
    func name(_ field: Field) -> String {
        let name = words.name(field)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// A figure per column of the reading, from figures of some fields; nothing for the others.
    func row(_ figures: [Int?], of fields: [Field]) -> [Int?] {
        let known = Dictionary(zip(fields, figures)) { first, _ in first }
        return columns.map { known[$0] ?? nil }
    }

    /// What is wrong with figures, in words: code, what must hold, and the numbers that do not.
    func list(_ findings: [FormFinding], _ row: [Int?]) -> HTML {
        let formula = FormulaWords(context.language, words)
        return .tag("ul", .class("findings")) {
            for finding in findings {
                HTML.tag("li") {
                    HTML.tag("strong", text: finding.check.code)
                    " \(finding.check.statement[context.language]) "
                    HTML.tag(
                        "span",
                        .class("numbers"),
                        text: formula.numbers(finding.formula) { context.state.figure($0, $1, of: key, row) }
                    )
                    if let field = first(of: finding.formula) {
                        " "
                        HTML.tag("a", .href("#f-\(field.column)"), text: name(field))
                    }
                    if finding.severity < .hard {
                        " "
                        HTML.tag("span", .class("quiet"), text: finding.severity.name[context.language])
                    }
                }
            }
        }
    }

    /// The figure to look at first: one that stands alone, as a total beside what it is the sum of.
    private func first(of formula: Formula) -> Field? {
        for side in [formula.right, formula.left] {
            if case .figure(let field, .form) = side { return field }
        }
        return formula.fields.first
    }
}

extension DeskContext {
    /// A station as people call it: `Lapajung TPS 7`.
    func name(of station: StationCode) -> String {
        let village = state.regions?[station.village]?.name ?? station.village.description
        return "\(village) \(say("TPS", "station")) \(station.number)"
    }

    /// The field in which a station is looked for, as ``station(lookedFor:)`` reads it.
    func stationField(_ search: String = "", fault: String? = nil, isRequired: Bool = false) -> FormField {
        FormField(
            name: "q",
            label: say(
                "Kode TPS, kode batang, atau desa dan nomor",
                "Station code, barcode, or village and number"
            ),
            value: search,
            hint: say("73.12.04.1005-007, atau: Bila 7", "73.12.04.1005-007, or: Bila 7"),
            fault: fault,
            isRequired: isRequired
        )
    }

    /// The station that somebody looks for: its code with or without dots, as on a barcode, or village and number.
    func station(lookedFor text: String) -> StationCode? {
        let digits = text.filter(\.isWholeNumber)
        if digits.utf8.count == 13, text.allSatisfy({ $0.isWholeNumber || ".-/ ".contains($0) }),
            let village = try? RegionCode(parsing: String(digits.prefix(10))),
            let number = Int(digits.suffix(3))
        {
            let station = StationCode(village: village, number: number)
            return state.position(of: station) == nil ? nil : station
        }
        let words = text.split(separator: " ").map { $0.lowercased() }
        guard let number = words.last.flatMap(Int.init) else { return nil }
        let name = words.dropLast().filter { $0 != "tps" }.joined(separator: " ")
        let found = (state.regions?.all ?? []).filter { region in
            region.code.tier == .village
                && ([region.name] + region.aliases).contains { $0.lowercased() == name }
        }.map { StationCode(village: $0.code, number: number) }.filter { state.position(of: $0) != nil }
        return found.count == 1 ? found.first : nil
    }
}
