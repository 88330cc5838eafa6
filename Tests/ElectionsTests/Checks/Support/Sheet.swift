import Elections

/// The figures of one form and of what it is held against, by the names of their columns.
///
/// `papers_used` stands on the form itself; `PPWP/papers_used` on the station's presidential form, `DPR/…` on
/// its form for the house, `register/…` in the register, `certified/…` in its column of the recapitulation;
/// of a region `certified/…`, `below/…` and `stations/…`.
struct Sheet: Sendable {
    /// The figures; what is not entered has no key.
    var figures: [String: Int]
    /// What the form is.
    var kind = Sheet.council

    /// The figures by name.
    init(_ figures: [String: Int], _ kind: FormKind = Sheet.council) {
        self.figures = figures
        self.kind = kind
    }

    /// What came of a check.
    enum Outcome: Hashable, Sendable {
        case notApplicable
        case passed
        case failed(Condition.Severity)
    }

    /// The same sheet with other figures: `valid=197 total=` writes one and leaves the other out.
    func with(_ changes: String) -> Sheet {
        var sheet = self
        for change in changes.split(separator: " ") {
            let parts = change.split(separator: "=", omittingEmptySubsequences: false)
            precondition(parts.count == 2 && Place(String(parts[0])) != nil, "the test names \(change)")
            sheet.figures[String(parts[0])] = Int(parts[1])
        }
        return sheet
    }

    /// The same sheet without the figures whose names satisfy a condition.
    func without(_ isLeftOut: (String) -> Bool) -> Sheet {
        Sheet(figures.filter { !isLeftOut($0.key) }, kind)
    }

    /// The figure of a field, as formulas ask for it.
    func figure(_ field: Field, _ origin: Term.Origin) -> Int? {
        Place.prefix(of: origin).flatMap { figures[$0 + field.column] }
    }
}

extension Sheet {
    /// Where a figure stands, from its name.
    struct Place: Hashable {
        let origin: Term.Origin
        let field: Field

        init?(_ name: String) {
            let parts = name.split(separator: "/")
            guard let column = parts.last, let field = Field(column: String(column)),
                let origin = Place.origins[parts.count == 1 ? "" : String(parts[0])]
            else { return nil }
            self.origin = origin
            self.field = field
        }

        static let origins: [String: Term.Origin] = [
            "": .form, "PPWP": .ballot(.president), "DPR": .ballot(.house), "register": .register,
            "certified": .certified, "below": .below, "stations": .stations,
        ]

        /// What stands before the column's name.
        static func prefix(of origin: Term.Origin) -> String? {
            origins.first { $0.value == origin }.map { $0.key.isEmpty ? "" : $0.key + "/" }
        }
    }

    /// Runs the checks on the form.
    ///
    /// - Parameter columns: More columns the tables have, whose cells may be empty.
    /// - Returns: What was found, and how often each check was asked.
    func examination(columns: [String] = []) -> ReadingExamination {
        let places = (Array(figures.keys) + columns).sorted().compactMap { Place($0) }
        func table(_ origin: Term.Origin) -> FormTable {
            var table = FormTable(fields: places.filter { $0.origin == origin }.map(\.field))
            table.append(table.fields.map { figure($0, origin) })
            return table
        }
        let origins = Place.origins.values.filter { $0 != .form }
        let reading = Reading(
            id: "office",
            name: LocalizedText(id: "kantor", en: "office"),
            file: "a.csv",
            forms: table(.form),
            places: [0],
            stations: 1
        )
        return ReadingExamination(
            reading,
            place: 0,
            kinds: [kind],
            neighbourhoods: Neighbourhoods(0..<1, village: { _ in 0 }, subdistrict: { _ in 0 }),
            comparisons: origins.map { origin in
                ReadingExamination.Comparison(origin, table(origin)) { _, _ in 0 }
            }
        )
    }

    /// What comes of every check that is asked of one form.
    func outcomes(columns: [String] = []) -> [String: Outcome] {
        Self.outcomes(of: examination(columns: columns))
    }

    /// What came of every check in the examination of one form.
    static func outcomes(of examination: ReadingExamination) -> [String: Outcome] {
        Dictionary(
            uniqueKeysWithValues: Check.all.map { check in
                let tally = examination.tallies.first { $0.check == check }
                guard let tally, tally.applicable > 0 else {
                    return (check.code, Outcome.notApplicable)
                }
                return (check.code, tally.failed.keys.max().map { .failed($0) } ?? .passed)
            }
        )
    }

    /// The checks that fail.
    func broken() -> [String: Condition.Severity] {
        outcomes().compactMapValues { if case .failed(let severity) = $0 { severity } else { nil } }
    }
}

extension Sheet {
    /// A council's form: two parties with two candidates each, and one column too many.
    static let council = FormKind(
        ballot: .regencyCouncil,
        rolls: [.permanent, .movedIn, .special],
        options: [
            FormKind.Option(number: 1, candidates: [1, 2]), FormKind.Option(number: 2, candidates: [1, 2]),
        ],
        stationLimit: 300,
        reserve: Share(20, of: 1_000),
        supply: [.permanent],
        ballots: [.president, .regencyCouncil],
        strangers: [.candidateVotes(2, 3)]
    )

    /// A form on which everything adds up, with everything it can be held against.
    static let sound = Sheet(
        rows([
            ("electorate_dpt", 100, 110, 210), ("electorate_dptb", 5, 6, 11), ("electorate_dpk", 2, 3, 5),
            ("electorate_all", 107, 119, 226), ("voters_dpt", 80, 90, 170), ("voters_dptb", 4, 5, 9),
            ("voters_dpk", 2, 3, 5), ("voters_all", 86, 98, 184), ("disabled", 2, 3, 5),
            ("disabled_voters", 1, 2, 3),
        ])
        .merging(votes) { first, _ in first }
        .merging(elsewhere) { first, _ in first }
    )

    private static let votes = [
        "papers_received": 215, "papers_used": 184, "papers_spoiled": 1, "papers_unused": 30,
        "votes_1": 100, "party_1": 20, "candidate_1_1": 60, "candidate_1_2": 20,
        "votes_2": 80, "party_2": 10, "candidate_2_1": 40, "candidate_2_2": 30,
        "valid": 180, "invalid": 4, "total": 184,
    ]

    private static let elsewhere = rows([
        ("PPWP/electorate_dpt", 100, 110, 210), ("PPWP/electorate_dptb", 5, 6, 11),
        ("PPWP/electorate_dpk", 2, 3, 5), ("PPWP/voters_dpt", 80, 90, 170), ("PPWP/voters_dptb", 5, 5, 10),
        ("PPWP/voters_dpk", 2, 3, 5), ("PPWP/voters_all", 87, 98, 185), ("PPWP/disabled", 2, 3, 5),
        ("PPWP/disabled_voters", 1, 2, 3), ("register/electorate_dpt", 100, 110, 210),
    ])
    .merging(["PPWP/papers_received": 215, "certified/votes_1": 100, "certified/votes_2": 80]) { first, _ in
        first
    }

    /// The three cells of a row: men, women, both.
    private static func rows(_ rows: [(String, Int, Int, Int)]) -> [String: Int] {
        var figures: [String: Int] = [:]
        for (row, male, female, both) in rows {
            figures[row + "_male"] = male
            figures[row + "_female"] = female
            figures[row + "_total"] = both
        }
        return figures
    }
}
