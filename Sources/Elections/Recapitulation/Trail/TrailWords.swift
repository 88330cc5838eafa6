/// A trail in words.
public struct TrailWords: Sendable {
    private let snapshot: Snapshot
    private let result: ContestResult
    private let language: Language
    private let numbers: Numbers
    private let explanations: ExplanationWords

    /// The words for one ballot of an election.
    public init(_ snapshot: Snapshot, _ result: ContestResult, _ language: Language) {
        self.snapshot = snapshot
        self.result = result
        self.language = language
        numbers = Numbers(language)
        explanations = ExplanationWords(snapshot, language)
    }

    private var contest: Contest { result.contest }

    private func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// Where figures of a place stand.
    public func name(_ source: FigureTrail.Source, of place: CertifiedFigures.Place) -> String {
        switch source {
        case .form(let form, let version): name(form, version)
        case .missing(let revote):
            say(
                "\(revote.version.shortName.indonesian) tercatat, formulirnya tidak ada",
                "\(revote.version.shortName.english) on record, its form is not here"
            )
        case .read(let number, let version):
            say(
                "Dibacakan dalam pleno \(number): \(version.name.indonesian)",
                "Read in plenary \(number): \(version.name.english)"
            )
        case .corrected(let made):
            say(
                "Setelah koreksi dalam pleno \(made.plenary)",
                "After a correction in plenary \(made.plenary)"
            )
        case .column: say("Kolom TPS dalam rekapitulasi", "The station's column of the recapitulation")
        case .below(.stations): say("Jumlah TPS", "Sum of the stations")
        case .below(.certified): say("Jumlah rekapitulasi di bawahnya", "Sum of the certificates below")
        case .reported: say("Dipublikasikan tanpa formulir", "Published without forms")
        case .readTogether(let number):
            snapshot.election.plenaries[number]?.read[contest.ballot]?[place] == nil
                ? say("Dibacakan dalam pleno \(number), dijumlahkan", "Read in plenary \(number), added up")
                : say("Dibacakan dalam pleno \(number)", "Read in plenary \(number)")
        case .certificate(let edition, let plenary): certificate(of: place, edition, plenary)
        }
    }

    private func name(_ form: FormInForce, _ version: FormVersion) -> String {
        let reading = contest.readings[form.reading]
        let who =
            reading.id == DeskOpened.reading
            ? say("diketik dua orang", "typed by two people") : reading.name[language]
        let beside = reading.comparison == nil ? "" : say(" (pembanding)", " (for comparison)")
        return say("Formulir", "Form") + ", \(version.shortName[language]): \(who)\(beside)"
    }

    private func certificate(
        of place: CertifiedFigures.Place,
        _ edition: Int,
        _ plenary: Int?
    ) -> String {
        guard case .region(let code) = place else { return "" }
        if let plenary, snapshot.election.plenaries[plenary]?.read[contest.ballot]?[place] != nil {
            return say("Kolomnya dalam pleno \(plenary)", "Its column in plenary \(plenary)")
        }
        let forms = snapshot.election.law.ballots[contest.ballot]?.forms.tiers ?? []
        let name =
            forms.first { $0.tier == code.tier }?.name ?? LocalizedText.recapitulation(code.tier)[language]
        let later = edition > 1 ? say(", edisi \(edition)", ", edition \(edition)") : ""
        guard let plenary else { return name + later }
        return name + later + say(", pleno \(plenary)", ", plenary \(plenary)")
    }

    /// What became of a change, in a word.
    public func name(_ verdict: FigureTrail.Verdict) -> String {
        switch verdict {
        case .same: say("sama", "the same")
        case .open: say("belum dapat dibandingkan", "cannot be compared yet")
        case .explained: say("terjelaskan", "explained")
        case .flagged: say("tidak terjelaskan", "unexplained")
        }
    }

    /// What is known of a step: where its form is missing, what explains how it changed, or that nothing does.
    public func sentences(_ step: FigureTrail.Step) -> [String] {
        if case .missing(let revote) = step.source { return [explanations.missing(revote)] }
        return step.change.map { sentences($0.verdict) } ?? []
    }

    /// What explains a change, or what is known of one that nothing explains; empty where there is none.
    public func sentences(_ verdict: FigureTrail.Verdict) -> [String] {
        switch verdict {
        case .same, .open: []
        case .explained(let reason): sentences(reason)
        case .flagged(let row):
            row.map { explanations.sentences($0, result) }
                ?? [say("Tidak terjelaskan.", "Unexplained.")]
        }
    }

    private func sentences(_ reason: FigureTrail.Reason) -> [String] {
        switch reason {
        case .revote(let revote): [ordered(revote)]
        case .known(let revote):
            [
                say("Tercatat: ", "On record: ")
                    + [
                        revote.version.name[language], revote.ground.map(ground),
                        revote.held.map { numbers.date($0) },
                    ].compactMap(\.self).joined(separator: ", ") + " (\(revote.source))."
            ]
        case .version(let version): [version.name[language] + "."]
        case .corrections(let made): made.map { explanations.correction($0, contest) }
        case .editions(let units):
            [
                say("Yang dibacakan bukan yang berlaku sekarang: ", "What was read is not what counts now: ")
                    + units.prefix(5).map(explanations.name).joined(separator: ", ")
                    + (units.count > 5 ? ", …" : "") + "."
            ]
        case .otherForm(let form):
            [
                say("Sama dengan: ", "The same as: ")
                    + name(form, contest.readings[form.reading].version(ofRow: form.row)) + "."
            ]
        case .proven(let found):
            explanations.sentences(found, result)
        case .later(let plenary, let ground):
            [
                say("Dijumlahkan lagi dalam pleno \(plenary)", "Added up again in plenary \(plenary)")
                    + (ground.map { ": \($0)" } ?? "") + "."
            ]
        }
    }

    private func ground(_ ground: RevoteGround) -> String {
        (ground.article.map { $0[language] + ": " } ?? "") + ground.name[language]
    }

    private func ordered(_ revote: Revote) -> String {
        let head = "\(revote.version.name[language]) \(say("nomor", "number")) \(revote.number)"
        let decision = revote.outcome.map { outcome in
            let decree = snapshot.election.plenaries.decision(outcome.decision)?.decree
            return say(
                "keputusan \(outcome.decision.decision) pleno \(outcome.decision.plenary)",
                "decision \(outcome.decision.decision) of plenary \(outcome.decision.plenary)"
            ) + (decree.map { " (\($0))" } ?? "") + ": \(outcome.reason)"
        }
        let held = revote.holding.map { say("dilaksanakan ", "held on ") + numbers.date($0.date) }
        return [head, ground(revote.ground), decision, held].compactMap(\.self).joined(separator: "; ") + "."
    }
}
