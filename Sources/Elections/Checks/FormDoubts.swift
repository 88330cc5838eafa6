/// Where accepted forms contradict themselves: the hard checks that they break, and how many votes that leaves in
/// doubt.
struct FormDoubts {
    /// What one form leaves in doubt.
    struct Doubt {
        let version: FormVersion
        /// The codes of the checks.
        let codes: [String]
        /// The largest number by which figures miss each other; `nil` where one of the checks compares none.
        let votes: Int?
    }

    private var stations: [Ballot: [Int: [Doubt]]] = [:]

    /// Takes in what an accepted form breaks; figures on disability touch no vote, and soft checks leave it as it is.
    mutating func add(
        _ ballot: Ballot,
        _ station: Int,
        _ version: FormVersion,
        _ findings: [FormFinding],
        _ figure: (Field, Term.Origin) -> Int?
    ) {
        let findings = findings.filter { finding in
            finding.severity == .hard && !finding.formula.fields.contains { $0.part == .disability }
        }
        guard !findings.isEmpty else { return }
        let gaps = findings.map { $0.formula.gap(figure) }
        let doubt = Doubt(
            version: version,
            codes: findings.codes(from: .hard),
            votes: gaps.contains(nil) ? nil : gaps.compactMap(\.self).max()
        )
        stations[ballot, default: [:]][station, default: []].append(doubt)
    }

    /// What a form leaves in doubt; `nil` for nothing.
    func doubt(_ ballot: Ballot, _ station: Int, _ version: FormVersion) -> Doubt? {
        stations[ballot]?[station]?.first { $0.version == version }
    }

    /// Whether any accepted form of a station does.
    func hasDoubt(_ ballot: Ballot, _ station: Int) -> Bool { stations[ballot]?[station] != nil }
}

extension Formula {
    /// By how much its sides miss each other; `nil` where one is unknown, or they are no numbers of ballots or people.
    func gap(_ figure: (Field, Term.Origin) -> Int?) -> Int? {
        guard !left.countsFields, !right.countsFields, let (left, right) = sides(figure) else { return nil }
        return switch relation {
        case .equal: abs(left - right)
        case .atMost: max(0, left - right)
        case .atLeast: max(0, right - left)
        case .less: max(0, left - right + 1)
        case .unequal: nil
        }
    }
}

extension Term {
    /// Whether it counts which fields are filled, and not what stands in them.
    fileprivate var countsFields: Bool {
        switch self {
        case .filled: true
        case .figure, .number: false
        case .sum(let terms), .largest(let terms), .entered(let terms): terms.contains(where: \.countsFields)
        case .difference(let first, let second): first.countsFields || second.countsFields
        case .times(_, let term), .share(_, let term): term.countsFields
        }
    }
}
