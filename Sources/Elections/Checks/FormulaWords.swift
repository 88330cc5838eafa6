/// Formulas as people read them: in the names of the fields, and with the numbers of one form.
public struct FormulaWords: Sendable {
    private let language: Language
    private let numbers: Numbers
    private let fields: FieldWords

    /// The words for the forms of one ballot.
    public init(_ language: Language, _ fields: FieldWords) {
        self.language = language
        numbers = Numbers(language)
        self.fields = fields
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// `suara 01 + suara 02 = suara sah`.
    public func text(_ formula: Formula) -> String {
        "\(text(formula.left)) \(formula.relation.rawValue) \(text(formula.right))"
    }

    /// `72 + 96 = 168 ≠ 162`; the sign says how the sides really stand to each other.
    public func numbers(_ formula: Formula, _ figure: (Field, Term.Origin) -> Int?) -> String {
        let holds = formula.holds(figure)
        let sign = holds == false ? formula.relation.broken : formula.relation.rawValue
        return
            "\(side(formula.left, figure, before: true)) \(sign) \(side(formula.right, figure, before: false))"
    }

    /// One side: the sum, and what it was made of when that says more.
    private func side(_ term: Term, _ figure: (Field, Term.Origin) -> Int?, before: Bool) -> String {
        let value = numbers.whole(term.value(figure))
        let made = made(of: term, figure)
        guard made != value else { return value }
        return before ? "\(made) = \(value)" : "\(value) = \(made)"
    }

    /// The most parts of a sum that are spelt out.
    private static let mostParts = 6

    private func made(of term: Term, _ figure: (Field, Term.Origin) -> Int?) -> String {
        switch term {
        case .figure, .number: numbers.whole(term.value(figure))
        case .sum(let terms) where terms.count > Self.mostParts: "Σ\(terms.count)"
        case .sum(let terms): terms.map { made(of: $0, figure) }.joined(separator: " + ")
        case .entered(let terms) where terms.count > Self.mostParts: "Σ\(terms.count)"
        case .entered(let terms):
            terms.filter { $0.value(figure) != nil }.map { made(of: $0, figure) }.joined(separator: " + ")
        case .difference(let first, let second): "\(made(of: first, figure)) − \(made(of: second, figure))"
        case .times(let factor, let term): "\(factor) × \(made(of: term, figure))"
        case .share(let share, let term): "⌈\(share.text) × \(made(of: term, figure))⌉"
        case .largest, .filled: numbers.whole(term.value(figure))
        }
    }

    private func text(_ term: Term) -> String {
        switch term {
        case .figure(let field, let origin): fields.name(field) + suffix(origin)
        case .number(let number): numbers.whole(number)
        case .sum(let terms) where terms.count > Self.mostParts:
            say("jumlah \(list(terms))", "the sum of \(list(terms))")
        case .sum(let terms): terms.map(text).joined(separator: " + ")
        case .difference(let first, let second): "\(text(first)) − \(text(second))"
        case .times(let factor, let term): "\(factor) × \(text(term))"
        case .share(let share, let term): "⌈\(share.text) × \(text(term))⌉"
        case .largest(let terms): say("terbesar dari \(list(terms))", "the largest of \(list(terms))")
        case .entered(let terms):
            say("jumlah yang terisi dari \(list(terms))", "those entered of \(list(terms))")
        case .filled(let terms):
            say("banyaknya yang terisi dari \(list(terms))", "how many are entered of \(list(terms))")
        }
    }

    /// Some terms by the first and the last of them.
    private func list(_ terms: [Term]) -> String {
        guard let first = terms.first, let last = terms.last else { return "–" }
        switch terms.count {
        case 1: return text(first)
        case 2: return "\(text(first)), \(text(last))"
        default: return "\(text(first)) … \(text(last))"
        }
    }

    private func suffix(_ origin: Term.Origin) -> String {
        switch origin {
        case .form: ""
        case .ballot(let ballot): say(" (formulir \(ballot.rawValue))", " (form \(ballot.rawValue))")
        case .register: say(" (daftar kantor)", " (register)")
        case .certified: say(" (rekapitulasi)", " (certified)")
        case .below: say(" (rekapitulasi di bawahnya)", " (certified below)")
        case .stations: say(" (jumlah TPS)", " (sum of stations)")
        }
    }
}

extension Share {
    /// The share as a fraction: `20/1000`.
    public var text: String { "\(part)/\(whole)" }
}

/// Findings in words: what is broken, with its numbers, and what probably happened.
public struct FindingWords: Sendable {
    private let snapshot: Snapshot
    private let language: Language

    /// The words for the findings of one election.
    public init(_ snapshot: Snapshot, _ language: Language) {
        self.snapshot = snapshot
        self.language = language
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// The broken formula in the names of the fields; for other reasons the sentence of ``numbers(_:)``.
    public func formula(_ finding: Finding) -> String {
        guard case .formula(let formula) = finding.reason, let words = words(finding) else {
            return numbers(finding)
        }
        return words.text(formula)
    }

    /// What is broken, with its numbers: `72 + 96 = 168 ≠ 162`.
    public func numbers(_ finding: Finding) -> String {
        let numbers = Numbers(language)
        switch finding.reason {
        case .formula(let formula):
            return words(finding)?.numbers(formula) { figure($0, $1, of: finding) } ?? ""
        case .slip(let cause): return self.cause(cause, of: finding)
        case .twin(let station):
            let name = stationName(station)
            return say("suara sama persis dengan \(name)", "exactly the votes of \(name)")
        case .outlier(let outlier):
            let name = fields(finding)?.name(.votes(outlier.contestant)) ?? ""
            let share = numbers.percent(outlier.share, of: 1_000_000, digits: 1)
            let median = numbers.percent(outlier.median, of: 1_000_000, digits: 1)
            return say(
                "\(name) \(share), median \(outlier.stations) TPS di sekitarnya \(median)",
                "\(name) \(share), median of \(outlier.stations) stations around \(median)"
            )
        case .stations(let read, let all):
            return say(
                "\(numbers.whole(read)) dari \(numbers.whole(all)) TPS",
                "\(numbers.whole(read)) of \(numbers.whole(all)) stations"
            )
        case .digest(let signed, let found):
            return say(
                "SHA-256 \(found.prefix(12))…, ditandatangani \(signed.prefix(12))…",
                "SHA-256 \(found.prefix(12))…, signed \(signed.prefix(12))…"
            )
        }
    }

    /// What probably happened to a form: the causes, and whether the figures prove one.
    public func causes(of finding: Finding, _ causes: [Cause]) -> String {
        let texts = causes.map { self.cause($0, of: finding) }
        guard texts.count != 1 else {
            return say("Terbukti dari angka: \(texts[0]).", "Proven by the figures: \(texts[0]).")
        }
        return say(
            "Mungkin: \(texts.joined(separator: "; atau ")).",
            "Perhaps: \(texts.joined(separator: "; or "))."
        )
    }

    /// One cause, as a half sentence.
    public func cause(_ cause: Cause, of finding: Finding) -> String {
        let numbers = Numbers(language)
        func name(_ field: Field) -> String { fields(finding)?.name(field) ?? field.column }
        switch cause {
        case .sexesSwapped(let field):
            return say(
                "laki-laki dan perempuan tertukar di baris \(name(field))",
                "men and women exchanged in the row \(name(field))"
            )
        case .exchanged(let first, let second):
            return say(
                "\(name(first)) dan \(name(second)) tertukar",
                "\(name(first)) and \(name(second)) exchanged"
            )
        case .slip(let field, let written, let meant, let slip):
            let (from, to) = (numbers.whole(written), numbers.whole(meant))
            return say(
                "\(name(field)) \(from) seharusnya \(to) (\(slip.name[language]))",
                "\(name(field)) \(from) for \(to) (\(slip.name[language]))"
            )
        }
    }

    private func stationName(_ place: Int) -> String {
        let station = snapshot.election.regions.stations[place]
        let village = snapshot.election.regions[station.village]?.name ?? station.village.description
        return "TPS \(station.number) \(village)"
    }

    private func fields(_ finding: Finding) -> FieldWords? {
        finding.ballot.flatMap { snapshot.result(of: $0) }.map {
            FieldWords(language, snapshot.election.law, $0.contest)
        }
    }

    private func words(_ finding: Finding) -> FormulaWords? {
        fields(finding).map { FormulaWords(language, $0) }
    }

    private func figure(_ field: Field, _ origin: Term.Origin, of finding: Finding) -> Int? {
        snapshot.figure(field, origin, of: finding)
    }
}

extension Cause.Slip {
    /// The slip in words.
    public var name: LocalizedText {
        switch self {
        case .digitsTransposed: LocalizedText(id: "dua angka tertukar", en: "two digits exchanged")
        case .digitTooMany: LocalizedText(id: "kelebihan satu angka", en: "one digit too many")
        case .digitMissing: LocalizedText(id: "kurang satu angka", en: "one digit missing")
        case .digitChanged: LocalizedText(id: "satu angka berbeda", en: "one digit is another")
        }
    }
}

extension Condition.Severity {
    /// The weight in words.
    public var name: LocalizedText {
        switch self {
        case .hard: LocalizedText(id: "keras", en: "hard")
        case .soft: LocalizedText(id: "lunak", en: "soft")
        case .information: LocalizedText(id: "informasi", en: "information")
        }
    }
}
