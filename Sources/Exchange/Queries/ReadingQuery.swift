import Elections

/// Writes conditions as a query over the file of a reading and the files it is held against.
struct ReadingQuery {
    /// A condition, and the only districts whose forms are asked it; `nil` for all.
    struct Question {
        let condition: Condition
        let districts: [Int]?
    }

    private let snapshot: Snapshot
    private let result: ContestResult
    private let place: Int

    init(_ snapshot: Snapshot, _ result: ContestResult, _ place: Int) {
        self.snapshot = snapshot
        self.result = result
        self.place = place
    }

    private var contest: Contest { result.contest }
    private var reading: Reading { contest.readings[place] }

    func text(_ questions: [Question]) -> String {
        let origins = Set(
            questions.flatMap { question in
                ([question.condition.formula] + question.condition.guards).flatMap {
                    $0.figures.map(\.origin)
                }
            }
        )
        let version = reading.isRegular ? "" : ", f.version"
        let asked = questions.map { question in
            let parts =
                (question.districts.map { [lies(in: $0)] } ?? [])
                + question.condition.guards.map(sql) + ["NOT (\(sql(question.condition.formula)))"]
            return "(\(parts.joined(separator: " AND ")))"
        }
        return "SELECT f.village, f.station\(version) FROM \(quoted(reading.file)) f\(joins(origins)) WHERE "
            + asked.joined(separator: " OR ")
    }

    private func quoted(_ text: String) -> String {
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
    /// What the forms are held against; a form without it stays, and its missing figures select nothing.
    private func joins(_ origins: Set<Term.Origin>) -> String {
        var text = ""
        if origins.contains(.register), let file = snapshot.election.electorateFile {
            text += " JOIN \(quoted(file)) r USING (village, station)"
        }
        for ballot in Ballot.allCases where origins.contains(.ballot(ballot)) {
            guard let other = snapshot.result(of: ballot)?.contest.readings.first else { continue }
            let name = ballot.rawValue
            text += " LEFT JOIN \(quoted(other.file)) \(name) ON \(sameStation(name))"
            if !reading.isRegular || !other.isRegular {
                text += " AND \(version(other, name)) = \(version(reading, "f"))"
            }
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

    /// That a form is in force: no reading holds a later version, and the first one holds a first vote.
    private var inForce: [String] {
        let order = "[" + FormVersion.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") + "]"
        func rank(_ reading: Reading, _ name: String) -> String {
            "list_position(\(order), \(version(reading, name)))"
        }
        var conditions = contest.readings.filter { !$0.isRegular }.map { other in
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
    private func isFilled(_ reading: Reading, _ name: String) -> String {
        let columns = reading.forms.fields.map { "\(name).\($0.column)::text" }
        return "coalesce(\(columns.joined(separator: ", "))) IS NOT NULL"
    }
}

extension ReadingQuery {
    private func sql(_ formula: Formula) -> String {
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

    private func sql(_ term: Term) -> String {
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

    /// Whether any form of the reading has the figure: the file may lack the column, or hold nothing in it.
    private func isEntered(_ term: Term) -> Bool {
        guard case .figure(let field, .form) = term else { return true }
        guard let column = reading.forms.column(of: field) else { return false }
        return (0..<reading.forms.count).contains { reading.forms[$0, column: column] != nil }
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
        case .below, .stations: return "NULL"
        }
    }
}
