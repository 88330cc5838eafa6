import Elections

extension ReadingQuery {
    /// The forms of which one slip explains what does not add up, as ``Cause`` says, among the hard conditions that
    /// are asked of them: every change that closes the gap of a broken sum is tried, and the form judged again with it.
    ///
    /// Digits transposed, too many, missing or changed are what makes two numbers as words one edit apart
    /// (F. J. Damerau, 1964).
    func slips(_ questions: [Question]) -> String {
        let asked = questions.filter { isAskable($0, isEntered) }
        // Whether a form is asked goes by the columns: that all forms have nothing in one is nothing to any of them.
        let read = Set(questions.filter { isAskable($0, hasColumn) }.flatMap(\.condition.formula.fields))
        let fields = reading.forms.fields.filter { read.contains($0) && isEntered(.field($0)) }
        let exchanges = Cause.exchanges(among: fields).map { cause in
            let pair = cause.fields.map(\.column)
            return map([(pair[0], "f." + pair[1]), (pair[1], "f." + pair[0])])
        }
        let replaced = fields.map { "coalesce(k.change['\($0.column)'], f.\($0.column)) AS \($0.column)" }
        let joined = joins(origins(asked))
        let broken = asked.enumerated().map { number, question in
            let reads = list(question.condition.formula.fields.map { "'\($0.column)'" })
            return "CASE WHEN \(isBroken(question)) THEN {n: \(number + 1), reads: \(reads)} END"
        }
        let touching = "AND list_has_any(j.broken.reads, map_keys(k.change))"
        let steps = [
            ("f", "SELECT row_number() OVER () AS form, * FROM \(quoted(reading.file))"),
            (
                "gaps",
                "SELECT form, unnest(\(list(asked.compactMap(gap)))) AS gap FROM f\(joined)"
            ),
            (
                "slips",
                "SELECT form, name, written, written - sign * gap.gap AS meant FROM (SELECT form, gap, "
                    + "unnest(gap.names) AS name, unnest(gap.figures) AS written, unnest(gap.signs) AS sign "
                    + "FROM gaps)"
            ),
            (
                "k",
                "SELECT DISTINCT form, MAP {name: meant} AS change FROM slips WHERE meant >= 0 "
                    + "AND damerau_levenshtein(written::text, meant::text) = 1 "
                    + (exchanges.isEmpty
                        ? ""
                        : "UNION ALL SELECT * FROM (SELECT form, unnest(\(list(exchanges))) AS change FROM f) "
                            + "WHERE list_count(map_values(change)) = 2 ")
                    + "UNION ALL SELECT form, MAP {} FROM f"
            ),
            (
                "t",
                "SELECT f.* REPLACE (\(replaced.joined(separator: ", "))), k.change FROM f JOIN k USING (form)"
            ),
            (
                "j",
                "SELECT * FROM (SELECT f.form, f.change, unnest(\(list(broken))) AS broken FROM t f\(joined)) "
                    + "WHERE broken IS NOT NULL"
            ),
            (
                "m",
                "SELECT k.form, k.change, list(j.broken.n ORDER BY j.broken.n) AS mended FROM k JOIN j "
                    + "ON j.form = k.form AND cardinality(j.change) = 0 \(touching) WHERE NOT EXISTS (SELECT 1 FROM j "
                    + "WHERE j.form = k.form AND j.change = k.change \(touching)) GROUP BY k.form, k.change"
            ),
            (
                "g",
                "SELECT form, mended, count(*) AS causes, max(cardinality(change)) AS figures FROM m "
                    + "GROUP BY form, mended"
            ),
        ]
        return stepped(
            steps,
            "SELECT \(form) FROM f WHERE form IN (SELECT form FROM g WHERE figures = 1 AND causes <= \(Cause.most) "
                + "AND NOT EXISTS (SELECT 1 FROM g h WHERE h.form = g.form AND len(h.mended) > len(g.mended) "
                + "AND list_has_all(h.mended, g.mended)))"
        )
    }

    /// The gap of an equation of plain sums with the figures one slip in which may have left it; `nil` for others.
    private func gap(_ question: Question) -> String? {
        let formula = question.condition.formula
        let figures = formula.balance?.figures.filter { $0.origin == .form && abs($0.factor) == 1 } ?? []
        guard !figures.isEmpty else { return nil }
        let gap = "\(sql(formula.left)) - \(sql(formula.right))"
        let isAsked = isAsked(question)
        let names = list(figures.map { "'\($0.field.column)'" })
        let written = list(figures.map { "f.\($0.field.column)" })
        let signs = list(figures.map { String($0.factor) })
        let asked = isAsked.isEmpty ? gap : "CASE WHEN \(isAsked.joined(separator: " AND ")) THEN \(gap) END"
        return "{gap: \(asked), names: \(names), figures: \(written), signs: \(signs)}"
    }

    private func list(_ parts: [String]) -> String {
        "[" + parts.joined(separator: ", ") + "]"
    }

    private func map(_ parts: [(key: String, value: String)]) -> String {
        "MAP {" + parts.map { "'\($0.key)': \($0.value)" }.joined(separator: ", ") + "}"
    }
}
