/// Why certified figures differ from the stations, in sentences.
public struct ExplanationWords: Sendable {
    private let snapshot: Snapshot
    private let language: Language
    private let numbers: Numbers

    /// The words for one election.
    public init(_ snapshot: Snapshot, _ language: Language) {
        self.snapshot = snapshot
        self.language = language
        numbers = Numbers(language)
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// What could explain the difference of a region, `beforeRevotes` with the first reading's first forms.
    ///
    /// A sentence per figure that fits, or one that none does.
    public func sentences(
        _ row: CertifiedComparison,
        _ result: ContestResult,
        beforeRevotes: Bool = false
    ) -> [String] {
        let explanations = snapshot.explanations(of: row, in: result, beforeRevotes: beforeRevotes)
        guard !explanations.isEmpty else {
            return [
                say(
                    "Tidak terjelaskan: tidak ada angka TPS yang cocok dengan selisih ini.",
                    "Unexplained: no station's figures fit this difference."
                )
            ]
        }
        return explanations.map { "\(name($0.strength)): \(evidence($0, result, beforeRevotes))" }
    }

    /// How well a figure fits, as the start of a sentence.
    public func name(_ strength: DifferenceExplanation.Strength) -> String {
        switch strength {
        case .proven: say("Terbukti", "Proven")
        case .compatible: say("Mungkin", "Compatible")
        }
    }

    private func evidence(
        _ explanation: DifferenceExplanation,
        _ result: ContestResult,
        _ beforeRevotes: Bool
    ) -> String {
        let station = snapshot.election.regions.stations[explanation.station].number
        switch explanation.evidence {
        case .otherForm(let place, let row):
            let reading = result.contest.readings[place]
            let version = reading.version(ofRow: row)
            let votes = figures(FormInForce(reading: place, row: row), result)
            let name = reading.name[language]
            return say(
                "TPS \(station), \(version.name.indonesian), \(votes) menurut \(name).",
                "station \(station), \(version.name.english), \(votes) by \(name)."
            )
        case .certifiedColumn:
            let change = explanation.change.map { numbers.signed($0) }.joined(separator: ", ")
            return say(
                "kolom TPS \(station) dalam rekapitulasi berbeda dari formulirnya: \(change).",
                "the column of station \(station) in the recapitulation differs from its form: \(change)."
            )
        case .contradiction(let contestant):
            return contradiction(contestant, explanation, result, beforeRevotes)
        }
    }

    private func contradiction(
        _ number: Int,
        _ explanation: DifferenceExplanation,
        _ result: ContestResult,
        _ beforeRevotes: Bool
    ) -> String {
        let contest = result.contest
        let place = explanation.station
        let form =
            beforeRevotes
            ? contest.readings[0].rows(ofStation: place).first.map { FormInForce(reading: 0, row: $0) }
            : result.forms[place]
        guard let form else { return "" }
        let station = snapshot.election.regions.stations[place].number
        let sum = numbers.whole(contest.votes(on: form).compactMap(\.self).reduce(0, +))
        let valid = numbers.whole(contest.figure(.valid, on: form))
        let name = contest.contestants.first { $0.number == number }?.shortName ?? "\(number)"
        let change = numbers.signed(explanation.change.first { $0 != 0 } ?? 0)
        let votes = figures(form, result)
        return say(
            "TPS \(station) menulis \(votes) = \(sum) di samping \(valid) suara sah; \(change) bagi \(name) cocok.",
            "station \(station) wrote \(votes) = \(sum) beside \(valid) valid votes; \(change) for \(name) fits."
        )
    }

    private func figures(_ form: FormInForce, _ result: ContestResult) -> String {
        result.contest.votes(on: form).map { numbers.whole($0) }.joined(separator: " + ")
    }
}
