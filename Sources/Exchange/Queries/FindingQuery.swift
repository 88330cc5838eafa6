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

    /// The queries for what was found in all readings, check by check.
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
        var found: [Check: Found] = [:]
        for finding in findings.list {
            guard
                case .form(result.contest.ballot, reading: place, row: let row, station: _) = finding.subject
            else { continue }
            found[finding.check, default: Found()].add(finding.reason, ofForm: row)
        }
        let kinds = snapshot.kinds(of: result.contest.ballot, reading: place)
        let query = ReadingQuery(snapshot, result, place)
        return found.sorted { $0.key.code < $1.key.code }.map { check, found in
            var parts: [String] = []
            if !found.formulas.isEmpty {
                parts.append(
                    query.broken(questions(check, kinds) { found.formulas.contains($0.formula) })
                )
            }
            if found.hasSlips {
                let hard = Check.askedOfForms.flatMap { questions($0, kinds) { $0.severity == .hard } }
                parts.append(query.slips(hard))
            }
            if found.hasTwins { parts.append(query.twins) }
            if found.hasOutliers { parts.append(query.outliers) }
            return FindingQuery(
                check: check,
                file: result.contest.readings[place].file,
                forms: found.forms.count,
                text: parts.count == 1 ? parts[0] : parts.map { "(\($0))" }.joined(separator: " UNION ")
            )
        }
    }

    /// What a check found in a reading.
    private struct Found {
        var forms: Set<Int> = []
        var formulas: Set<Formula> = []
        var hasSlips = false
        var hasTwins = false
        var hasOutliers = false

        mutating func add(_ reason: Finding.Reason, ofForm row: Int) {
            forms.insert(row)
            switch reason {
            case .formula(let formula): formulas.insert(formula)
            case .slip: hasSlips = true
            case .twin: hasTwins = true
            case .outlier: hasOutliers = true
            case .stations, .digest: break
            }
        }
    }

    /// Conditions of a check, each with the districts whose forms are asked it.
    private static func questions(
        _ check: Check,
        _ kinds: [(district: Int?, kind: FormKind)],
        where isMeant: (Condition) -> Bool
    ) -> [ReadingQuery.Question] {
        let conditions = kinds.map { (district: $0.district, all: check.conditions(for: $0.kind)) }
        var questions: [ReadingQuery.Question] = []
        for condition in conditions.flatMap(\.all) where isMeant(condition) {
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
