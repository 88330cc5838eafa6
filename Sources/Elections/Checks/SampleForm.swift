/// A form nobody filled in, for showing what a check's formulas look like under a law.
public struct SampleForm: Sendable {
    private let law: Law
    private let language: Language

    /// A form of `law`.
    public init(_ law: Law, _ language: Language) {
        self.law = law
        self.language = language
    }

    /// The formulas of a check, each with its severity where it weighs less than the check.
    ///
    /// Shown for two contestants, with two candidates each where the ballot has lists.
    public func formulas(of check: Check) -> [String] {
        let ballots = law.ballotsInOrder
        guard let widest = Ballot.byReach.first(where: ballots.contains) else { return [] }
        // Lists show the most formulas; a station's other forms are compared from the second ballot on.
        let ballot = ballots.last { $0.choice == .list } ?? ballots.last ?? widest
        let contestants = [1, 2].map { number in
            Contestant(
                number: number,
                name: "\(number)",
                shortName: "\(number)",
                colour: "#000000",
                kind: ballot.choice == .list ? .party : .pair
            )
        }
        let kind = FormKind(
            ballot: ballot,
            rolls: law.rolls.map(\.roll),
            options: [1, 2].map {
                FormKind.Option(number: $0, candidates: ballot.choice == .list ? [1, 2] : nil)
            },
            stationLimit: law.stationLimit.value(nil),
            reserve: law.reserve.value(nil),
            supply: law.supply.value(nil),
            ballots: Ballot.byReach.filter(ballots.contains)
        )
        let words = FormulaWords(
            language,
            FieldWords(language, law, Contest(ballot: ballot, contestants: contestants))
        )
        return check.conditions(for: kind).map { condition in
            let text = words.text(condition.formula)
            let when = condition.guards.map(words.text).joined(separator: ", ")
            let lighter = condition.severity < check.severity ? " (\(condition.severity.name[language]))" : ""
            let only = LocalizedText(id: "bila", en: "where")[language]
            return text + (when.isEmpty ? "" : ", \(only) \(when)") + lighter
        }
    }
}

extension Check.Audience {
    /// Who it is, in words.
    public var name: LocalizedText {
        switch self {
        case .typist: LocalizedText(id: "Pengetik", en: "Who types")
        case .approver: LocalizedText(id: "Penyetuju", en: "Who approves")
        case .reader: LocalizedText(id: "Pembaca", en: "Who reads")
        }
    }
}

extension Law.FormNames {
    /// The names of all forms, the station's first.
    public var names: [String] { [station] + tiers.map(\.name) }
}
