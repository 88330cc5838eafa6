import Elections

/// A page of the site as a value: read from a path and written as one, so that no link can be wrong.
enum Route: Hashable, Sendable {
    case home
    case region(RegionCode)
    case station(StationCode)
    case seats(Ballot)
    case district(Ballot, Int)
    case contestant(Ballot, Int)
    case comparison(Ballot)
    /// Who gained and who lost between the stations and the plenaries.
    case shifts(Ballot)
    case sources
    /// What the checks found, by rule and by region.
    case findings
    /// A rule explained, with every form that breaks it.
    case rule(String)
    /// What the checks found in one region.
    case regionFindings(RegionCode)
    /// The readings of the forms beside each other.
    case readings
    /// Votes and counts held again, beside the first ones.
    case revotes
    /// The law of the election.
    case law
    /// What must be done by when.
    case deadlines
    /// The stages as planned.
    case calendar
    /// The words of the field.
    case glossary
    /// The public record.
    case record

    /// Reads the steps of a path; `nil` when no page has it.
    init?(steps: [Substring]) {
        switch steps.count {
        case 0: self = .home
        case 1...2:
            if let route = Self.fixed[steps.joined(separator: "/")] {
                self = route
                return
            }
            guard steps.count == 2 else { return nil }
            self.init(kind: steps[0], code: steps[1])
        case 3 where steps[0] == "regions" && steps[2] == "findings":
            guard let code = Self.code(steps[1]) else { return nil }
            self = .regionFindings(code)
        case 4 where steps[0] == "regions" && steps[2] == "stations":
            guard let code = Self.code(steps[1]), code.tier == .village, let number = Self.number(steps[3])
            else { return nil }
            self = .station(StationCode(village: code, number: number))
        case 3 where steps[0] == "ballots":
            guard let ballot = Ballot(slug: steps[1]) else { return nil }
            switch steps[2] {
            case "seats": self = .seats(ballot)
            case "comparison": self = .comparison(ballot)
            case "shifts": self = .shifts(ballot)
            default: return nil
            }
        case 4 where steps[0] == "ballots":
            guard let ballot = Ballot(slug: steps[1]), let number = Self.number(steps[3]) else { return nil }
            switch steps[2] {
            case "districts": self = .district(ballot, number)
            case "contestants": self = .contestant(ballot, number)
            default: return nil
            }
        default: return nil
        }
    }

    /// A page about one thing with a code of its own.
    private init?(kind: Substring, code: Substring) {
        switch kind {
        case "rules":
            guard let check = Check.named(String(code)), check.code == code else { return nil }
            self = .rule(check.code)
        case "regions":
            guard let code = Self.code(code) else { return nil }
            self = .region(code)
        default: return nil
        }
    }

    /// The pages whose path never changes.
    private static let fixed: [String: Route] = Dictionary(
        uniqueKeysWithValues: [
            Route.sources, .findings, .readings, .revotes, .law, .deadlines, .calendar, .glossary,
            .record,
        ].map { ($0.path, $0) }
    )

    /// The path of the page below the language, without a slash at either end.
    var path: String {
        switch self {
        case .home: ""
        case .region(let code): "regions/\(code)"
        case .station(let station): "regions/\(station.village)/stations/\(station.number)"
        case .seats(let ballot): "ballots/\(ballot.slug)/seats"
        case .district(let ballot, let number): "ballots/\(ballot.slug)/districts/\(number)"
        case .contestant(let ballot, let number): "ballots/\(ballot.slug)/contestants/\(number)"
        case .comparison(let ballot): "ballots/\(ballot.slug)/comparison"
        case .shifts(let ballot): "ballots/\(ballot.slug)/shifts"
        case .sources: "sources"
        case .findings: "findings"
        case .rule(let code): "rules/\(code)"
        case .regionFindings(let code): "regions/\(code)/findings"
        case .readings: "readings"
        case .revotes: "revotes"
        case .law: "law"
        case .deadlines: "law/deadlines"
        case .calendar: "law/calendar"
        case .glossary: "glossary"
        case .record: "record"
        }
    }

    /// Only the one spelling that ``path`` writes: a page has one address.
    private static func number(_ text: Substring) -> Int? {
        guard let number = Int(text), number >= 0, String(number) == text else { return nil }
        return number
    }

    private static func code(_ text: Substring) -> RegionCode? {
        guard let code = try? RegionCode(parsing: String(text)), code.description == text else { return nil }
        return code
    }
}

extension Ballot {
    /// The ballot's code as it stands in an address: `dprd-kabko`.
    var slug: String {
        String(rawValue.lowercased().map { $0 == "_" ? "-" : $0 })
    }

    init?(slug: Substring) {
        guard let ballot = Ballot.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = ballot
    }
}
