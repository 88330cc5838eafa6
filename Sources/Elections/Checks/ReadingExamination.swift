/// The checks of one reading of forms: each form alone, beside the station's other forms, among its neighbours.
public struct ReadingExamination: Sendable {
    /// What the forms of a reading are held against.
    public struct Comparison: Sendable {
        let origin: Term.Origin
        let forms: FormTable
        /// The row of a station's form of one version; `nil` where there is none.
        let row: @Sendable (_ station: Int, FormVersion) -> Int?

        /// Figures of another source.
        public init(
            _ origin: Term.Origin,
            _ forms: FormTable,
            row: @escaping @Sendable (_ station: Int, FormVersion) -> Int?
        ) {
            self.origin = origin
            self.forms = forms
            self.row = row
        }
    }

    /// What was found, by station and check.
    public private(set) var findings: [Finding] = []
    /// How often each check was asked, and failed.
    public private(set) var tallies: [CheckTally] = []
    /// What probably happened to forms that do not add up, by row.
    private(set) var causes: [Int: [CauseSearch.Explained]] = [:]

    private let reading: Reading
    private let ballot: Ballot
    private let place: Int
    private let comparisons: [Comparison]
    private let isBrief: Bool
    private var examiner: Examiner
    private var applicable = [Int](repeating: 0, count: Check.all.count)
    private var complete = [Int](repeating: 0, count: Check.all.count)
    /// What P07 came to on the form that is examined, before its causes are looked for.
    private var slip = (isAsked: false, isFound: false)
    private var failed = [[Condition.Severity: Int]](repeating: [:], count: Check.all.count)

    /// Examines a reading.
    ///
    /// - Parameters:
    ///   - reading: The forms.
    ///   - place: The place of the reading among those of the ballot.
    ///   - kinds: The kinds of form there are: one, or one per district.
    ///   - kind: For a station, the place of its kind; `nil` where no kind is known.
    ///   - neighbourhoods: Which stations lie together.
    ///   - comparisons: What the forms are held against.
    ///   - isBrief: Whether only those checks of a form alone are asked that hold it back, without causes.
    /// - Complexity: O(forms × fields), and O(*n* log *n*) in the stations of a neighbourhood.
    public init(
        _ reading: Reading,
        place: Int,
        kinds: [FormKind],
        kind: (Int) -> Int? = { _ in 0 },
        neighbourhoods: Neighbourhoods,
        comparisons: [Comparison] = [],
        isBrief: Bool = false
    ) {
        self.isBrief = isBrief
        self.reading = reading
        self.place = place
        ballot = kinds.first?.ballot ?? .president
        self.comparisons = comparisons
        examiner = Examiner([(.form, reading.forms)] + comparisons.map { ($0.origin, $0.forms) })
        examineForms(kinds, kind)
        if !isBrief { examineNeighbours(neighbourhoods, kinds.first?.options.map(\.number) ?? []) }
        sortFindings()
        tallies = Check.all.indices.compactMap { check in
            switch Check.all[check].scope {
            case .form, .ballots, .neighbours: break
            case .tiers: guard applicable[check] > 0 else { return nil }
            case .file: return nil
            }
            return CheckTally(
                check: Check.all[check],
                source: .reading(ballot, place),
                all: reading.forms.count,
                applicable: applicable[check],
                complete: Check.all[check].scope == .neighbours ? applicable[check] : complete[check],
                failed: failed[check]
            )
        }
    }

    /// Form by form, check by check: what was found among neighbours goes to where its form stands.
    private mutating func sortFindings() {
        let keys = findings.enumerated().map { place, finding in
            guard case .form(_, _, let row, _) = finding.subject else { return (key: 0, place: place) }
            return (key: row * Check.all.count + finding.place, place: place)
        }
        findings = keys.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { findings[$0.place] }
    }
}

extension ReadingExamination {
    private static let slipCheck = Check.index["P07"] ?? 0
    private static let twinCheck = Check.index["P08"] ?? 0
    private static let outlierCheck = Check.index["P09"] ?? 0

    static let asked = Check.askedOfForms.compactMap { Check.index[$0.code] }

    /// The checks of a form alone that hold it back.
    static let holdingBack = asked.filter { Check.all[$0].scope == .form && Check.all[$0].severity == .hard }

    /// How many conditions of a check weigh as much as the check itself.
    private static func weighty(_ check: Int, of kind: FormKind) -> Int {
        Check.all[check].conditions(for: kind).count { $0.severity == Check.all[check].severity }
    }

    private mutating func examineForms(_ kinds: [FormKind], _ kind: (Int) -> Int?) {
        let prepared = kinds.map { kind in
            (isBrief ? Self.holdingBack : Self.asked).flatMap { check in
                Check.all[check].conditions(for: kind).compactMap { examiner.prepare($0, of: check) }
            }
        }
        let runs = prepared.map { $0.map(\.run) }
        let wanted = kinds.map { kind in Check.all.indices.map { Self.weighty($0, of: kind) } }
        let searches = isBrief ? [] : prepared.map { CauseSearch(examiner, $0) }
        var rows = [Int?](repeating: nil, count: comparisons.count + 1)
        var values: [Int] = []
        for row in 0..<reading.forms.count {
            let station = reading.station(ofRow: row)
            guard let kind = kind(station) else { continue }
            rows[0] = row
            if !comparisons.isEmpty {
                let version = reading.version(ofRow: row)
                for (table, comparison) in comparisons.enumerated() {
                    rows[table + 1] = comparison.row(station, version)
                }
            }
            examiner.gather(rows, into: &values)
            if examine(prepared[kind], runs[kind], wanted[kind], values, row, station), !isBrief {
                examineCauses(searches[kind], values, row, station)
            }
        }
    }

    /// Judges one form by all conditions, which come check by check.
    ///
    /// - Returns: Whether a hard condition is broken.
    private mutating func examine(
        _ conditions: [Examiner.Prepared],
        _ runs: [Examiner.Run],
        _ wanted: [Int],
        _ values: [Int],
        _ row: Int,
        _ station: Int
    ) -> Bool {
        var hasBrokenSum = false
        var place = 0
        slip = (false, false)
        while place < runs.count {
            let check = runs[place].check
            var isApplicable = false
            var worst: Condition.Severity?
            var asked = 0
            while place < runs.count, runs[place].check == check {
                let verdict = examiner.verdict(runs[place], values)
                if verdict != .notApplicable {
                    isApplicable = true
                    if runs[place].isWeighty { asked += 1 }
                }
                if verdict == .failed {
                    let condition = conditions[place].condition
                    worst = max(worst ?? .information, condition.severity)
                    note(check, condition.severity, row, station, .formula(condition.formula))
                }
                place += 1
            }
            if isApplicable { applicable[check] += 1 }
            if isApplicable, asked == wanted[check] { complete[check] += 1 }
            if let worst {
                failed[check][worst, default: 0] += 1
                hasBrokenSum = hasBrokenSum || worst == .hard
            }
            if check == Self.slipCheck { slip = (isApplicable, worst != nil) }
        }
        return hasBrokenSum
    }

    /// What probably happened to a form that does not add up; P07 where one slip explains it.
    private mutating func examineCauses(_ search: CauseSearch, _ values: [Int], _ row: Int, _ station: Int) {
        let found = search.causes(values)
        if !found.isEmpty { causes[row] = found }
        let check = Self.slipCheck
        if !slip.isAsked { applicable[check] += 1 }
        let slips = found.map(\.cause).filter { !$0.isExchange }
        guard !slips.isEmpty else { return }
        if !slip.isFound { failed[check][.soft, default: 0] += 1 }
        for slip in slips { note(check, .soft, row, station, .slip(slip)) }
    }

    private mutating func note(
        _ check: Int,
        _ severity: Condition.Severity,
        _ row: Int,
        _ station: Int,
        _ reason: Finding.Reason
    ) {
        findings.append(
            Finding(
                place: check,
                severity: severity,
                subject: .form(ballot, reading: place, row: row, station: station),
                reason: reason
            )
        )
    }
}

extension ReadingExamination {
    /// P08 and P09 over all neighbourhoods.
    private mutating func examineNeighbours(_ neighbourhoods: Neighbourhoods, _ contestants: [Int]) {
        let columns = contestants.compactMap { reading.forms.column(of: .votes($0)) }
        guard !columns.isEmpty, columns.count == contestants.count else { return }
        for subdistrict in neighbourhoods.subdistricts {
            let villages = neighbourhoods.villages[subdistrict].map { completeForms($0, columns) }
            for forms in villages { examineTwins(forms, columns) }
            examineOutliers(villages, contestants, columns)
        }
    }

    /// The latest forms of a village's stations that have votes for everybody, and any at all.
    private func completeForms(_ stations: Range<Int>, _ columns: [Int]) -> [Int] {
        stations.compactMap { station in
            guard let row = reading.latest(ofStation: station), (votes(row, columns) ?? 0) > 0 else {
                return nil
            }
            return row
        }
    }

    /// All votes of a form; `nil` when one is missing.
    private func votes(_ row: Int, _ columns: [Int]) -> Int? {
        var sum = 0
        for column in columns {
            guard let votes = reading.forms[row, column: column] else { return nil }
            sum += votes
        }
        return sum
    }

    private mutating func examineTwins(_ rows: [Int], _ columns: [Int]) {
        guard rows.count > 1 else { return }
        applicable[Self.twinCheck] += rows.count
        let forms = reading.forms
        func precedes(_ left: Int, _ right: Int) -> Bool {
            for column in columns {
                let (first, second) = (forms[left, column: column] ?? 0, forms[right, column: column] ?? 0)
                if first != second { return first < second }
            }
            return false
        }
        let sorted = rows.sorted { precedes($0, $1) || (!precedes($1, $0) && $0 < $1) }
        for (place, row) in sorted.enumerated() {
            let others = [place - 1, place + 1].filter { sorted.indices.contains($0) }.map { sorted[$0] }
            guard let twin = others.first(where: { !precedes($0, row) && !precedes(row, $0) }) else {
                continue
            }
            failed[Self.twinCheck][.soft, default: 0] += 1
            note(
                Self.twinCheck,
                .soft,
                row,
                reading.station(ofRow: row),
                .twin(station: reading.station(ofRow: twin))
            )
        }
    }

    /// A village with enough stations is its own neighbourhood; the others are held against the subdistrict.
    private mutating func examineOutliers(_ villages: [[Int]], _ contestants: [Int], _ columns: [Int]) {
        let (large, small) = (
            villages.filter { $0.count >= Outlier.fewestStations },
            villages.filter { $0.count < Outlier.fewestStations }
        )
        for rows in large { examineOutliers(rows, judging: rows.count, contestants, columns) }
        let judged = small.flatMap(\.self)
        if !judged.isEmpty {
            examineOutliers(judged + large.flatMap(\.self), judging: judged.count, contestants, columns)
        }
    }

    /// Judges the first `count` forms among all of `rows`; a contestant farther out than others is named.
    private mutating func examineOutliers(
        _ rows: [Int],
        judging count: Int,
        _ contestants: [Int],
        _ columns: [Int]
    ) {
        guard rows.count >= Outlier.fewestStations else { return }
        applicable[Self.outlierCheck] += count
        let sums = rows.map { max(1, votes($0, columns) ?? 1) }
        var found: [Int: Outlier] = [:]
        for (contestant, column) in zip(contestants, columns) {
            let shares = zip(rows, sums).map { row, sum in
                (reading.forms[row, column: column] ?? 0) * 1_000_000 / sum
            }
            for (place, outlier) in Outlier.all(in: shares, of: contestant) where place < count {
                let known = found[place].map { abs($0.share - $0.median) } ?? -1
                if abs(outlier.share - outlier.median) > known { found[place] = outlier }
            }
        }
        for (place, outlier) in found.sorted(by: { $0.key < $1.key }) {
            failed[Self.outlierCheck][.soft, default: 0] += 1
            note(
                Self.outlierCheck,
                .soft,
                rows[place],
                reading.station(ofRow: rows[place]),
                .outlier(outlier)
            )
        }
    }
}
