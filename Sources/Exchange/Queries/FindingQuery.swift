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
        let kinds = snapshot.kinds(of: result.contest.ballot, reading: place)
        let query = ReadingQuery(snapshot, result, place)
        return formulas.sorted { $0.key.code < $1.key.code }.map { check, formulas in
            FindingQuery(
                check: check,
                file: result.contest.readings[place].file,
                forms: forms[check]?.count ?? 0,
                text: query.text(questions(formulas, of: check, kinds))
            )
        }
    }

    /// The conditions behind broken formulas, each with the districts whose forms are asked it.
    private static func questions(
        _ formulas: [Formula],
        of check: Check,
        _ kinds: [(district: Int?, kind: FormKind)]
    ) -> [ReadingQuery.Question] {
        let conditions = kinds.map { (district: $0.district, all: check.conditions(for: $0.kind)) }
        var questions: [ReadingQuery.Question] = []
        for condition in conditions.flatMap(\.all) where formulas.contains(condition.formula) {
            guard !questions.contains(where: { $0.condition == condition }) else { continue }
            let districts = conditions.filter { $0.all.contains(condition) }.compactMap(\.district)
            let isEverywhere = districts.isEmpty || districts.count == kinds.count
            questions.append(
                ReadingQuery.Question(condition: condition, districts: isEverywhere ? nil : districts)
            )
        }
        return questions
    }
}
