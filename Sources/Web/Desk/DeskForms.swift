import Elections

/// The forms of the desk as pages speak of them: their fields in words, their checks with their numbers.
struct DeskForm {
    let key: FormKey
    /// The place of the station.
    let place: Int
    let contest: Contest
    /// The fields of the station's form, in the order of the paper.
    let fields: [Field]
    /// The fields of the desk's reading.
    let columns: [Field]
    let words: FieldWords
    let election: Election
    private let context: DeskContext

    /// `nil` when the desk of its ballot is not open.
    init?(_ key: FormKey, _ place: Int, _ context: DeskContext) {
        guard let election = context.state.electionWithoutForms,
            let desk = context.state.desk(of: key.ballot),
            let contest = election.contests.first(where: { $0.ballot == key.ballot })
        else { return nil }
        (self.key, self.place, self.contest, self.election, self.context) = (
            key, place, contest, election, context
        )
        fields = context.state.fields(of: key)
        columns = desk.fields
        words = FieldWords(context.language, election.law, contest)
    }

    /// What has been done about it; `nil` when nothing was.
    var work: FormWork? { context.state.desk(of: key.ballot)?.work(place, key.version) }

    /// `PPWP · Lapajung TPS 7`.
    var title: String {
        let village = election.regions[key.station.village]?.name ?? key.station.village.description
        let version = key.version == .regular ? "" : " · \(key.version.shortName[context.language])"
        return
            "\(key.ballot.rawValue) · \(village) \(context.say("TPS", "station")) \(key.station.number)\(version)"
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
        let typed = Dictionary(zip(columns, row)) { first, _ in first }
        return .tag("ul", .class("findings")) {
            for finding in findings {
                HTML.tag("li") {
                    HTML.tag("strong", text: finding.check.code)
                    " \(finding.check.statement[context.language]) "
                    HTML.tag(
                        "span",
                        .class("numbers"),
                        text: formula.numbers(finding.formula) { figure($0, $1, typed) }
                    )
                    if finding.severity < .hard {
                        " "
                        HTML.tag("span", .class("quiet"), text: finding.severity.name[context.language])
                    }
                }
            }
        }
    }

    private func figure(_ field: Field, _ origin: Term.Origin, _ typed: [Field: Int?]) -> Int? {
        switch origin {
        case .form: return typed[field] ?? nil
        case .register:
            let electorate = election.electorate[place]
            switch field {
            case .electorate(.permanent, .male): return electorate.male
            case .electorate(.permanent, .female): return electorate.female
            case .electorate(.permanent, .both): return electorate.total
            default: return nil
            }
        case .ballot(let ballot):
            let other = FormKey(ballot, key.station, key.version)
            guard let columns = context.state.desk(of: ballot)?.fields,
                let column = columns.firstIndex(of: field)
            else { return nil }
            return context.state.acceptedFigures(of: other)?[column]
        default: return nil
        }
    }
}

extension DeskContext {
    /// The station that somebody looks for: its code with or without dots, as on a barcode, or village and number.
    func station(lookedFor text: String, _ election: Election) -> StationCode? {
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
        let found = election.regions.all.filter { region in
            region.code.tier == .village
                && ([region.name] + region.aliases).contains { $0.lowercased() == name }
        }.map { StationCode(village: $0.code, number: number) }.filter { state.position(of: $0) != nil }
        return found.count == 1 ? found.first : nil
    }
}
