import Elections

/// Writes conditions as a query over the file of a reading and the files it is held against.
struct ReadingQuery {
    /// A condition, and the only districts whose forms are asked it; `nil` for all.
    struct Question {
        let condition: Condition
        let districts: [Int]?
    }

    let snapshot: Snapshot
    let result: ContestResult
    let place: Int

    init(_ snapshot: Snapshot, _ result: ContestResult, _ place: Int) {
        self.snapshot = snapshot
        self.result = result
        self.place = place
    }

    var contest: Contest { result.contest }
    var reading: Reading { contest.readings[place] }

    /// The columns that name a form.
    var form: String { "f.village, f.station" + (reading.isRegular ? "" : ", f.version") }

    /// The forms that break one of the conditions.
    func broken(_ questions: [Question]) -> String {
        "SELECT \(form) FROM \(quoted(reading.file)) f\(joins(origins(questions))) WHERE "
            + questions.map { "(\(isBroken($0)))" }.joined(separator: " OR ")
    }

    /// When a form breaks a condition.
    func isBroken(_ question: Question) -> String {
        (isAsked(question) + ["NOT (\(sql(question.condition.formula)))"]).joined(separator: " AND ")
    }

    /// When a form is asked a condition; nothing for all forms.
    func isAsked(_ question: Question) -> [String] {
        (question.districts.map { [lies(in: $0)] } ?? []) + question.condition.guards.map(sql)
    }

    /// A query in steps, each of which may ask those before it.
    func stepped(_ steps: [(name: String, query: String)], _ last: String) -> String {
        "WITH " + steps.map { "\($0.name) AS (\($0.query))" }.joined(separator: ", ") + " " + last
    }

    func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// Whether a form's village lies in one of the districts.
    private func lies(in districts: [Int]) -> String {
        let regions = contest.districts.filter { districts.contains($0.number) }.flatMap(\.regions)
        let parts = regions.map { "replace(f.village::text, '.', '') LIKE '\($0.digits)%'" }
        return "(\(parts.joined(separator: " OR ")))"
    }
}

extension ReadingQuery {
    /// Where the figures of conditions stand.
    func origins(_ questions: [Question]) -> Set<Term.Origin> {
        Set(
            questions.flatMap { [$0.condition.formula] + $0.condition.guards }.flatMap {
                $0.figures.map(\.origin)
            }
        )
    }

    /// What the forms are held against; a form without it stays, and its missing figures select nothing.
    func joins(_ origins: Set<Term.Origin>) -> String {
        var text = ""
        if origins.contains(.register), let file = snapshot.election.electorateFile {
            text += " JOIN \(quoted(file)) r USING (village, station)"
        }
        for ballot in Ballot.allCases where origins.contains(.ballot(ballot)) {
            guard let other = snapshot.result(of: ballot)?.contest.readings.first else { continue }
            let name = ballot.rawValue
            guard !reading.isRegular || !other.isRegular else {
                text += " LEFT JOIN \(quoted(other.file)) \(name) ON \(sameStation(name))"
                continue
            }
            // Of several counts of the same vote the last.
            text +=
                " LEFT JOIN (SELECT *, \(vote(other, "l")) AS vote FROM \(quoted(other.file)) l "
                + "WHERE \(isFilled(other, "l")) QUALIFY row_number() OVER "
                + "(PARTITION BY village, station, vote ORDER BY \(rank(other, "l")) DESC) = 1) \(name) ON \(sameStation(name)) "
                + "AND \(name).vote = \(vote(reading, "f"))"
        }
        if origins.contains(.certified), let file = contest.certified?.file {
            let station = "c.region = f.village AND c.station = f.station"
            text += " LEFT JOIN \(quoted(file)) c ON \(([station] + inForce).joined(separator: " AND "))"
        }
        return text
    }

    private func sameStation(_ name: String) -> String {
        "\(name).village = f.village AND \(name).station = f.station"
    }

    private func version(_ reading: Reading, _ name: String) -> String {
        let first = FormVersion.regular.rawValue
        return reading.isRegular ? "'\(first)'" : "coalesce(\(name).version, '\(first)')"
    }

    /// The place of a form's version in the order in which they supersede.
    func rank(_ reading: Reading, _ name: String) -> String {
        let order = FormVersion.allCases.sorted().map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return "list_position([\(order)], \(version(reading, name)))"
    }

    /// The vote whose ballots a form counted.
    private func vote(_ reading: Reading, _ name: String) -> String {
        let regular = FormVersion.allCases.filter { $0.vote == .regular }.map { "'\($0.rawValue)'" }
        let version = version(reading, name)
        let isRegular = "\(version) IN (\(regular.joined(separator: ", ")))"
        return "if(\(isRegular), '\(FormVersion.regular.rawValue)', \(version))"
    }

    /// That a form is in force: no reading holds a later version, and the first one holds a first vote.
    private var inForce: [String] {
        var conditions = contest.readings.filter { !$0.isRegular && $0.comparison == nil }.map { other in
            "NOT EXISTS (SELECT 1 FROM \(quoted(other.file)) l WHERE \(sameStation("l")) "
                + "AND \(rank(other, "l")) > \(rank(reading, "f")) AND \(isFilled(other, "l")))"
        }
        if place > 0 {
            let first = contest.readings[0]
            conditions.append(
                "(\(version(reading, "f")) <> '\(FormVersion.regular.rawValue)' OR EXISTS (SELECT 1 FROM "
                    + "\(quoted(first.file)) l WHERE \(sameStation("l")) AND \(isFilled(first, "l"))))"
            )
        }
        return conditions
    }

    /// That a row is a form: something is entered on it.
    func isFilled(_ reading: Reading, _ name: String) -> String {
        let columns = reading.forms.fields.map { "\(name).\($0.column)::text" }
        return "coalesce(\(columns.joined(separator: ", "))) IS NOT NULL"
    }
}

extension ReadingQuery {
    func sql(_ formula: Formula) -> String {
        let sign: String =
            switch formula.relation {
            case .equal: "="
            case .atMost: "<="
            case .atLeast: ">="
            case .less: "<"
            case .unequal: "<>"
            }
        return "\(sql(formula.left)) \(sign) \(sql(formula.right))"
    }

    func sql(_ term: Term) -> String {
        switch term {
        case .figure(let field, let origin): return column(field, origin)
        case .number(let number): return String(number)
        case .sum(let terms): return "(" + terms.map(sql).joined(separator: " + ") + ")"
        case .difference(let first, let second): return "(\(sql(first)) - \(sql(second)))"
        case .times(let factor, let term): return "\(factor) * \(sql(term))"
        case .share(let share, let term): return "ceil(\(sql(term)) * \(share.part) / \(share.whole))"
        case .largest(let terms):
            // greatest() passes over NULL; a sum with it does not.
            let values = terms.map(sql)
            return "(greatest(\(values.joined(separator: ", "))) + 0 * (\(values.joined(separator: " + "))))"
        case .entered(let terms):
            let values = terms.filter(isEntered).map(sql)
            guard !values.isEmpty else { return "NULL" }
            let sum = values.map { "coalesce(\($0), 0)" }.joined(separator: " + ")
            return "(CASE WHEN coalesce(\(values.joined(separator: ", "))) IS NOT NULL THEN \(sum) END)"
        case .filled(let terms):
            let values = terms.filter(isEntered).map { "(\(sql($0)) IS NOT NULL)::int" }
            return values.isEmpty ? "0" : "(\(values.joined(separator: " + ")))"
        }
    }

    /// Whether any form can be asked the question: the figures it cannot do without are there, as `isThere` tells.
    func isAskable(_ question: Question, _ isThere: (Term) -> Bool) -> Bool {
        (question.condition.guards + [question.condition.formula]).allSatisfy { isAskable($0, isThere) }
    }

    private func isAskable(_ formula: Formula, _ isThere: (Term) -> Bool) -> Bool {
        isAskable(formula.left, isThere) && isAskable(formula.right, isThere)
    }

    private func isAskable(_ term: Term, _ isThere: (Term) -> Bool) -> Bool {
        switch term {
        case .figure: isThere(term)
        case .number, .filled: true
        case .sum(let terms), .largest(let terms): terms.allSatisfy { isAskable($0, isThere) }
        case .entered(let terms): terms.contains { isAskable($0, isThere) }
        case .difference(let first, let second): isAskable(first, isThere) && isAskable(second, isThere)
        case .times(_, let term), .share(_, let term): isAskable(term, isThere)
        }
    }

    /// Whether the figure has a column where it is looked for, if with nothing in it.
    func hasColumn(_ term: Term) -> Bool {
        guard case .figure(let field, .form) = term else { return isEntered(term) }
        return reading.forms.column(of: field) != nil
    }

    /// Whether the figure stands anywhere where it is looked for: a file may lack its column, or hold nothing in it.
    func isEntered(_ term: Term) -> Bool {
        guard case .figure(let field, let origin) = term else { return true }
        switch origin {
        case .form: return isEntered(field, in: reading.forms)
        case .ballot(let ballot):
            // Only a ballot's first reading is held against other ballots.
            let other = place == 0 ? snapshot.result(of: ballot)?.contest.readings.first : nil
            return other.map { isEntered(field, in: $0.forms) } ?? false
        case .certified:
            guard let certified = contest.certified, certified.hasStations else { return false }
            return isEntered(field, in: certified.forms)
        case .register: return snapshot.election.electorate.contains { $0.male != nil && $0.female != nil }
        case .below, .stations, .columns: return false
        }
    }

    private func isEntered(_ field: Field, in forms: FormTable) -> Bool {
        guard let column = forms.column(of: field) else { return false }
        return (0..<forms.count).contains { forms[$0, column: column] != nil }
    }

    private func column(_ field: Field, _ origin: Term.Origin) -> String {
        switch origin {
        case .form: return "f." + field.column
        case .ballot(let ballot): return "\(ballot.rawValue).\(field.column)"
        case .register:
            switch field {
            case .electorate(_, .male): return "r.electorate_male"
            case .electorate(_, .female): return "r.electorate_female"
            default: return "(r.electorate_male + r.electorate_female)"
            }
        case .certified: return "c." + field.column
        case .below, .stations, .columns: return "NULL"
        }
    }
}
