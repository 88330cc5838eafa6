import Elections

/// A page of the site as a value: read from a path and written as one, so that no link can be wrong.
enum Route: Hashable, Sendable {
    case home
    case region(RegionCode)
    case station(StationCode)
    case seats(Ballot)
    /// The published lists of candidates of a ballot.
    case candidates(Ballot)
    /// Who is elected on a ballot.
    case elected(Ballot)
    /// Who was determined on it, and how far each has come.
    case members(Ballot)
    /// The story of one of its seats.
    case member(Ballot, MemberKey)
    case district(Ballot, Int)
    case contestant(Ballot, Int)
    case comparison(Ballot)
    /// Who gained and who lost between the stations and the plenaries.
    case shifts(Ballot)
    /// What moved inside the lists of a ballot.
    case listShifts(Ballot)
    /// Where the votes of a station or a region went; one figure alone, or all contestants'.
    case trail(Ballot, CertifiedFigures.Place, Field?)
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
    /// The ballots with lists of candidates.
    case candidacies
    /// The plenaries of the office.
    case plenaries
    /// What one of them did.
    case plenary(Int)
    /// The cases before forums.
    case cases
    /// What is due in them.
    case casesDue
    /// The file of one of them.
    case dispute(Int)
    /// The law of the election.
    case law
    /// What must be done by when.
    case deadlines
    /// The stages as planned.
    case calendar
    /// The stages of the office's calendar, planned and as they were held.
    case stages
    /// The words of the field.
    case glossary
    /// The public record.
    case record
    /// The papers that were issued.
    case papers
    /// One of them.
    case paper(PaperName)

    /// Reads the steps of a path; `nil` when no page has it.
    init?(steps: [Substring]) {
        if steps.count > 1, steps[0] == "papers" {
            guard let name = PaperName(steps.dropFirst().joined(separator: "/")) else { return nil }
            self = .paper(name)
            return
        }
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
            case "candidates": self = .candidates(ballot)
            case "elected": self = .elected(ballot)
            case "members": self = .members(ballot)
            case "comparison": self = .comparison(ballot)
            case "shifts": self = .shifts(ballot)
            default: return nil
            }
        case 4 where steps[0] == "ballots" && steps[2] == "shifts" && steps[3] == "lists":
            guard let ballot = Ballot(slug: steps[1]) else { return nil }
            self = .listShifts(ballot)
        case 4...6 where steps[0] == "ballots" && steps[2] == "trail":
            guard let ballot = Ballot(slug: steps[1]) else { return nil }
            self.init(trail: ballot, steps[3...])
        case 4 where steps[0] == "ballots":
            guard let ballot = Ballot(slug: steps[1]) else { return nil }
            if steps[2] == "members" {
                let numbers = steps[3].split(separator: "-", omittingEmptySubsequences: false).map(
                    Self.number
                )
                guard numbers.count == 3, let district = numbers[0], let party = numbers[1],
                    let seat = numbers[2]
                else { return nil }
                self = .member(ballot, MemberKey(district: district, contestant: party, seat: seat))
                return
            }
            guard let number = Self.number(steps[3]) else { return nil }
            switch steps[2] {
            case "districts": self = .district(ballot, number)
            case "contestants": self = .contestant(ballot, number)
            default: return nil
            }
        default: return nil
        }
    }

    /// A trail: the code of a region, the number of a station in a village, a figure; the last two may be missing.
    private init?(trail ballot: Ballot, _ steps: ArraySlice<Substring>) {
        var rest = steps
        guard let code = rest.popFirst().flatMap(Self.code) else { return nil }
        var place = CertifiedFigures.Place.region(code)
        if let number = rest.first.flatMap(Self.number) {
            guard code.tier == .village else { return nil }
            place = .station(StationCode(village: code, number: number))
            rest.removeFirst()
        }
        guard let column = rest.popFirst() else {
            self = .trail(ballot, place, nil)
            return
        }
        guard rest.isEmpty, let field = Field(column: String(column)), field.column == column else {
            return nil
        }
        self = .trail(ballot, place, field)
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
        case "cases":
            guard let number = Self.number(code), number > 0 else { return nil }
            self = .dispute(number)
        case "plenaries":
            guard let number = Self.number(code), number > 0 else { return nil }
            self = .plenary(number)
        default: return nil
        }
    }

    /// The pages whose path never changes.
    private static let fixed: [String: Route] = Dictionary(
        uniqueKeysWithValues: [
            Route.sources, .findings, .readings, .revotes, .candidacies, .plenaries, .cases, .casesDue, .law,
            .deadlines,
            .calendar,
            .stages, .glossary, .record, .papers,
        ].map { ($0.path, $0) }
    )

    /// The path of the page below the language, without a slash at either end.
    var path: String {
        switch self {
        case .home: ""
        case .region(let code): "regions/\(code)"
        case .station(let station): "regions/\(station.village)/stations/\(station.number)"
        case .seats(let ballot): "ballots/\(ballot.slug)/seats"
        case .candidates(let ballot): "ballots/\(ballot.slug)/candidates"
        case .elected(let ballot): "ballots/\(ballot.slug)/elected"
        case .members(let ballot): "ballots/\(ballot.slug)/members"
        case .member(let ballot, let key):
            "ballots/\(ballot.slug)/members/\(key.district)-\(key.contestant)-\(key.seat)"
        case .district(let ballot, let number): "ballots/\(ballot.slug)/districts/\(number)"
        case .contestant(let ballot, let number): "ballots/\(ballot.slug)/contestants/\(number)"
        case .comparison(let ballot): "ballots/\(ballot.slug)/comparison"
        case .shifts(let ballot): "ballots/\(ballot.slug)/shifts"
        case .listShifts(let ballot): "ballots/\(ballot.slug)/shifts/lists"
        case .trail(let ballot, let place, let field):
            "ballots/\(ballot.slug)/trail/\(Self.path(place))" + (field.map { "/\($0.column)" } ?? "")
        case .sources: "sources"
        case .findings: "findings"
        case .rule(let code): "rules/\(code)"
        case .regionFindings(let code): "regions/\(code)/findings"
        case .readings: "readings"
        case .revotes: "revotes"
        case .cases: "cases"
        case .casesDue: "cases/due"
        case .dispute(let number): "cases/\(number)"
        case .candidacies: "candidates"
        case .plenaries: "plenaries"
        case .plenary(let number): "plenaries/\(number)"
        case .law: "law"
        case .deadlines: "law/deadlines"
        case .calendar: "law/calendar"
        case .stages: "stages"
        case .glossary: "glossary"
        case .record: "record"
        case .papers: "papers"
        case .paper(let name): "papers/\(name)"
        }
    }

    private static func path(_ place: CertifiedFigures.Place) -> String {
        switch place {
        case .region(let code): code.description
        case .station(let station): "\(station.village)/\(station.number)"
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
