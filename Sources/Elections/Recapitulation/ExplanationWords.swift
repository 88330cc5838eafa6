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

    /// What could explain the difference of a region from its stations, `beforeRevotes` with the first reading's first
    /// forms.
    ///
    /// The corrections of its plenary where they come to the difference; else a sentence per figure that fits, or one
    /// that none does. Then one per re-vote on record of which nobody has the form.
    public func sentences(
        _ row: CertifiedComparison,
        _ result: ContestResult,
        beforeRevotes: Bool = false
    ) -> [String] {
        let contest = result.contest
        let corrections = snapshot.corrections(of: contest, in: row.region.code, .stations)
        let change = corrections.change(of: contest.contestants.map { .votes($0.number) })
        let missing = snapshot.missingRevotes(of: contest, in: row.region.code).map(missing)
        let made = corrections.map { correction($0, contest) }
        if !corrections.isEmpty, change == row.differences { return made + missing }
        return figures(row, result, beforeRevotes) + made + missing
    }

    /// What could explain a row of the shift report: as for a region, but where it is held against certificates.
    public func sentences(
        _ row: ShiftReport.Row,
        _ result: ContestResult,
        beforeRevotes: Bool = false
    ) -> [String] {
        guard row.basis == .certified else {
            return sentences(row.comparison, result, beforeRevotes: beforeRevotes)
        }
        let made = row.corrections.map { correction($0, result.contest) }
        guard !row.isCorrected else { return made }
        return [
            say(
                "Tidak terjelaskan: rekapitulasi di bawahnya berjumlah lain.",
                "Unexplained: the certified figures below add up to something else."
            )
        ] + made
    }

    /// A correction: which figures became what, where, and why.
    public func correction(_ correction: MadeCorrection, _ contest: Contest) -> String {
        let made = correction.made.correction
        let fields = FieldWords(language, snapshot.election.law, contest)
        let changes = made.changes.map { change in
            "\(fields.name(change.field)) \(numbers.whole(change.old)) → \(numbers.whole(change.new))"
        }.joined(separator: ", ")
        let objection = made.objection.map { say(", keberatan \($0)", ", objection \($0)") } ?? ""
        let (day, time) = (OfficeClock.day(correction.made.time), OfficeClock.time(correction.made.time))
        let moment = day.map { "\(numbers.date($0)) \(time)" } ?? time
        return say(
            "Dikoreksi dalam pleno \(correction.plenary)\(objection), \(moment): \(name(made.unit)), \(changes); "
                + "alasan: \(made.reason); dasar: \(made.basis).",
            "Corrected in plenary \(correction.plenary)\(objection), \(moment): \(name(made.unit)), \(changes); "
                + "reason: \(made.reason); basis: \(made.basis)."
        )
    }

    /// A station with its village, or a region.
    public func name(_ place: CertifiedFigures.Place) -> String {
        let regions = snapshot.election.regions
        return switch place {
        case .region(let code): regions[code]?.name ?? code.description
        case .station(let station):
            say("TPS \(station.number) ", "station \(station.number) of ")
                + (regions[station.village]?.name ?? station.village.description)
        }
    }

    /// That a re-vote was held whose form is not here.
    public func missing(_ revote: KnownRevote) -> String {
        let village = snapshot.election.regions[revote.station.village]?.name ?? ""
        let (date, name) = (revote.held.map { numbers.date($0) } ?? "", revote.version.name)
        let source = revote.source.isEmpty ? "" : " (\(revote.source))"
        return say(
            "Tercatat: TPS \(revote.station.number) \(village), \(name.indonesian), \(date)\(source); formulirnya "
                + "tidak ada di sini.",
            "On record: station \(revote.station.number) of \(village), \(name.english), \(date)\(source); its "
                + "form is not here."
        )
    }

    private func figures(
        _ row: CertifiedComparison,
        _ result: ContestResult,
        _ beforeRevotes: Bool
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
        return sentences(explanations, result, beforeRevotes: beforeRevotes)
    }

    /// Figures that fit a difference, a sentence each.
    func sentences(
        _ explanations: [DifferenceExplanation],
        _ result: ContestResult,
        beforeRevotes: Bool = false
    ) -> [String] {
        explanations.map { "\(name($0.strength)): \(evidence($0, result, beforeRevotes))" }
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
