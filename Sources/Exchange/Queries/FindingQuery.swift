public import Elections

/// The same question a check asks, as one line of SQL over the files of an election folder.
///
/// For a second opinion by a program we did not write: `duckdb -c "…"`, run in the folder, counts the same
/// forms. A missing figure is NULL, which no comparison selects.
public struct FindingQuery: Hashable, Sendable {
    /// The check.
    public let check: Check
    /// The file of forms it reads.
    public let file: String
    /// How many of its forms the checks found.
    public let forms: Int
    /// The query; one row per form, with its village, station and version.
    public let text: String

    /// The queries for the broken formulas of all readings, check by check.
    ///
    /// Not all checks can be asked in one line: slips (a part of P07) and outliers (P09) cannot.
    ///
    /// - Complexity: O(findings).
    public static func all(of snapshot: Snapshot, _ findings: Findings) -> [FindingQuery] {
        snapshot.results.flatMap { result in
            result.contest.readings.indices.flatMap { reading in
                ofReading(reading, result, snapshot, findings)
            }
        }
    }

    private static func ofReading(
        _ place: Int,
        _ result: ContestResult,
        _ snapshot: Snapshot,
        _ findings: Findings
    ) -> [FindingQuery] {
        var formulas: [Check: [Formula]] = [:]
        var forms: [Check: Set<Int>] = [:]
        for finding in findings.list {
            guard
                case .form(result.contest.ballot, reading: place, row: let row, station: _) = finding.subject,
                case .formula(let formula) = finding.reason
            else { continue }
            if formulas[finding.check]?.contains(formula) != true {
                formulas[finding.check, default: []].append(formula)
            }
            forms[finding.check, default: []].insert(row)
        }
        let kind = snapshot.kind(of: result.contest.ballot)
        return formulas.sorted { $0.key.code < $1.key.code }.map { check, formulas in
            let guards = Dictionary(
                check.conditions(for: kind).map { ($0.formula, $0.guards) }
            ) { first, _ in first }
            let text = FormulaQuery(snapshot, result, place).text(formulas.map { ($0, guards[$0] ?? []) })
            return FindingQuery(
                check: check,
                file: result.contest.readings[place].file,
                forms: forms[check]?.count ?? 0,
                text: text
            )
        }
    }
}

/// Writes formulas as the condition of a query.
private struct FormulaQuery {
    private let snapshot: Snapshot
    private let result: ContestResult
    private let place: Int

    init(_ snapshot: Snapshot, _ result: ContestResult, _ place: Int) {
        self.snapshot = snapshot
        self.result = result
        self.place = place
    }

    private var reading: Reading { result.contest.readings[place] }

    func text(_ formulas: [(Formula, [Formula])]) -> String {
        let origins = Set(formulas.flatMap { ([$0] + $1).flatMap { $0.figures.map(\.origin) } })
        let version = reading.isRegular ? "" : ", f.version"
        let conditions = formulas.map { formula, guards in
            "(" + (guards.map(sql) + ["NOT (\(sql(formula)))"]).joined(separator: " AND ") + ")"
        }
        return "SELECT f.village, f.station\(version) FROM '\(reading.file)' f\(joins(origins)) WHERE "
            + conditions.joined(separator: " OR ")
    }

    private func joins(_ origins: Set<Term.Origin>) -> String {
        var text = ""
        if origins.contains(.register),
            let roll = snapshot.election.files.first(where: { $0.nature == .roll })
        {
            text += " JOIN '\(roll.path)' r USING (village, station)"
        }
        for ballot in Ballot.allCases where origins.contains(.ballot(ballot)) {
            guard let other = snapshot.result(of: ballot)?.contest.readings.first else { continue }
            text += " JOIN '\(other.file)' \(ballot.rawValue) USING (village, station)"
        }
        return text
    }

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
            let values = terms.map(sql)
            let sum = values.map { "coalesce(\($0), 0)" }.joined(separator: " + ")
            return "(CASE WHEN coalesce(\(values.joined(separator: ", "))) IS NOT NULL THEN \(sum) END)"
        case .filled(let terms):
            return "(" + terms.map { "(\(sql($0)) IS NOT NULL)::int" }.joined(separator: " + ") + ")"
        }
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
