/// Judges single forms of a ballot by themselves and beside the station's other forms, as they are typed.
///
/// What the checks need is made ready once; a form costs as much as its formulas have figures.
struct FormJudge: Sendable {
    /// The ballots a form is held against, in the order in which their figures are asked for.
    let others: [Ballot]
    /// The fields of the reading.
    let fields: [Field]

    private let examiner: Examiner
    private let prepared: [[Examiner.Prepared]]
    private let stationKinds: [Int]?
    private let kinds: [FormKind]

    /// - Parameters:
    ///   - fields: The fields of the reading.
    ///   - kinds: The kinds of its forms.
    ///   - stationKinds: For each station the place of its kind; `nil` where all are of the first.
    ///   - others: The fields of the readings of the station's other forms.
    /// - Complexity: O(checks × fields) for each kind.
    init(
        fields: [Field],
        kinds: [FormKind],
        stationKinds: [Int]?,
        others: [(ballot: Ballot, fields: [Field])]
    ) {
        let register = Field.Sex.allCases.map { Field.electorate(.permanent, $0) }
        var examiner = Examiner(
            [(.form, FormTable(fields: fields)), (.register, FormTable(fields: register))]
                + others.map { (.ballot($0.ballot), FormTable(fields: $0.fields)) }
        )
        prepared = kinds.map { kind in
            ReadingExamination.asked.flatMap { check in
                Check.all[check].conditions(for: kind).compactMap { examiner.prepare($0, of: check) }
            }
        }
        self.examiner = examiner
        self.others = others.map(\.ballot)
        self.fields = fields
        self.kinds = kinds
        self.stationKinds = stationKinds
    }

    /// The kind of a station's form.
    func kind(ofStation place: Int) -> FormKind { kinds[stationKinds?[place] ?? 0] }

    /// Judges a form.
    ///
    /// - Parameters:
    ///   - cells: The figures in the order of the fields.
    ///   - station: The place of the station.
    ///   - electorate: Its electorate by the register.
    ///   - beside: The figures of the station's other forms, in the order of ``others``; `nil` where there is none.
    /// - Returns: What it does not pass, check by check.
    func findings(
        _ cells: [Int32],
        station: Int,
        electorate: Electorate,
        beside: [[Int32]?]
    ) -> [FormFinding] {
        let register = [electorate.male, electorate.female, electorate.total].map { figure in
            figure.map(Int32.init) ?? FormTable.missing
        }
        var values: [Int] = []
        examiner.gather(cells: [cells, register] + beside, into: &values)
        return prepared[stationKinds?[station] ?? 0].compactMap { prepared in
            guard examiner.verdict(prepared.run, values) == .failed else { return nil }
            return FormFinding(
                place: prepared.run.check,
                severity: prepared.condition.severity,
                formula: prepared.condition.formula
            )
        }
    }
}

/// A check that a form on its way does not pass.
public struct FormFinding: Hashable, Sendable {
    /// The place of the check in ``Check/all``.
    let place: Int
    /// How much it weighs.
    public let severity: Condition.Severity
    /// The formula that is broken.
    public let formula: Formula

    /// The check.
    public var check: Check { Check.all[place] }
}

extension Sequence<FormFinding> {
    /// The codes of the checks, each once, of those that weigh at least so much.
    public func codes(from severity: Condition.Severity) -> [String] {
        var codes: [String] = []
        for finding in self where finding.severity >= severity && codes.last != finding.check.code {
            codes.append(finding.check.code)
        }
        return codes
    }
}
