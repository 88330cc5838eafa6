import Elections

/// Rules and laws in words, as lines of text for a terminal.
struct Explanation {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// Every rule, a line each.
    var list: [String] {
        let rows = Elections.Check.all.map { check in
            [check.code, check.severity.name[language], check.statement[language]]
        }
        return TextTable.lines(rows, numbers: [])
    }

    /// A rule: what must hold, by which formulas, why, and what to do.
    func lines(of check: Elections.Check, under law: Law) -> [String] {
        let formulas = SampleForm(law, language).formulas(of: check)
        var lines = [
            Terminal.bold("\(check.code) · \(check.severity.name[language])"), check.statement[language], "",
        ]
        if !formulas.isEmpty {
            lines.append(Terminal.bold(say("Rumus", "Formulas") + " (\(law.title[language]))"))
            lines += formulas.map { "  " + $0 }
            lines.append("")
        }
        lines.append(say("Dasar: ", "Source: ") + check.source[language])
        return lines
            + Elections.Check.Audience.allCases.map { "\($0.name[language]): \(check.advice[$0][language])" }
    }

    /// A law: its ballots, its rules with their sources, and what it leaves open.
    func lines(of law: Law) -> [String] {
        var lines = [
            Terminal.bold(law.title[language]), law.source,
            say("Hari pemungutan suara: ", "Day of the vote: ") + Numbers(language).date(law.votingDay), "",
        ]
        for ballot in law.ballotsInOrder {
            guard let rules = law.ballots[ballot] else { continue }
            lines.append(Terminal.bold("\(ballot.rawValue) · \(ballot.name[language])"))
            if let colour = rules.colour {
                lines.append("  " + say("warna: ", "colour: ") + colour[language])
            }
            lines.append("  " + say("formulir: ", "forms: ") + rules.forms.names.joined(separator: ", "))
            lines.append("  " + say("pemilih: ", "voters: ") + rules.voters[language])
            lines.append("  " + say("terpilih: ", "elected: ") + rules.winner[language])
            lines.append("  " + say("dasar: ", "source: ") + rules.source)
        }
        lines.append("")
        for rule in law.rules { lines += self.lines(of: rule, of: law) }
        return lines
    }

    private func lines(of rule: Law.RuleText, of law: Law) -> [String] {
        let source = rule.provision.source[language]
        guard rule.provision.isOpen else {
            let text = rule.provision.value(nil)?[language] ?? ""
            return ["\(Terminal.bold(rule.title[language])): \(text)", "  \(source)"]
        }
        let head =
            "\(Terminal.bold(rule.title[language])): \(say("TERBUKA", "OPEN")) (\(law.name(of: rule.id)))"
        return [head, "  \(source)"] + rule.provision.readings.map { "  - \($0.id): \($0.text[language])" }
    }
}
