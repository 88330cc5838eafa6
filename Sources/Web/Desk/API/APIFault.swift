import Elections

extension ActFault {
    /// What it is to a program: its code, its words, and each check that was not passed.
    ///
    /// - Parameters:
    ///   - act: What was asked for.
    ///   - state: What is known now.
    /// - Returns: A refusal with the status that ``refusal`` has.
    func explained(_ act: Act?, _ state: ElectionState) -> Refusal {
        let plain = refusal
        var detail = RefusalDetail(code: code ?? plain.code.rawValue, words: words)
        if case .unconfirmed(let form, let codes) = self, case .formEntered(let entry) = act {
            detail.checks = FindingParts(state, form, entry.figures).parts { codes.contains($0) }
        }
        return Refusal(plain.code, field: plain.field, detail: detail)
    }

    /// Its name for programs; `nil` where that of its refusal says enough.
    private var code: String? {
        switch self {
        case .formChanged: "form-changed"
        case .unconfirmed: "unconfirmed"
        case .notOnForm: "not-on-form"
        case .wrongWidth: "wrong-width"
        case .desk(_, .stage): "stage"
        case .desk(_, .samePerson): "same-person"
        case .desk(_, .fields): "fields"
        case .noDesk: "no-desk"
        case .deskTwice: "desk-twice"
        case .noContest: "no-contest"
        case .accountName: "account-name"
        case .accountTwice: "account-twice"
        case .noAccount: "no-account"
        case .noMandate: "no-mandate"
        case .mandateNumber: "mandate-number"
        case .mandatePeriod: "mandate-period"
        case .noDivision: "no-division"
        case .unknownRegion: "unknown-region"
        case .unknownStation: "unknown-station"
        case .reason: "reason"
        case .longText: "long-text"
        case .pageRefused: "page-refused"
        case .pagePlace: "page-place"
        case .pageNumber: "page-number"
        case .evidenceTwice: "evidence-twice"
        case .evidenceWithdrawn: "evidence-withdrawn"
        case .noEvidence: "no-evidence"
        case .figuresTwice: "certified"
        case .plenary(_, let fault): "plenary-\(fault.code)"
        case .revote(_, let fault): "revote-\(fault.code)"
        case .audit(_, let fault): "audit-\(fault.code)"
        case .result(_, let fault): "result-\(fault.code)"
        case .dispute(_, let fault): "case-\(fault.code)"
        case .candidacy(_, let fault): "candidacy-\(fault.code)"
        case .paper(let fault): "paper-\(fault.code)"
        case .field(_, let fault): "field-\(fault.problem.code)"
        case .stage(let fault): "stage-\(fault.code)"
        default: nil
        }
    }
}

/// What figures of a form do not pass, in words and numbers.
struct FindingParts {
    private let state: ElectionState
    private let form: FormKey
    private let figures: [Int?]

    /// The findings of figures, one per field of the desk.
    init(_ state: ElectionState, _ form: FormKey, _ figures: [Int?]) {
        (self.state, self.form, self.figures) = (state, form, figures)
    }

    /// Those whose code is wanted, each formula by itself.
    ///
    /// - Complexity: O(checks × fields).
    func parts(_ isWanted: (String) -> Bool = { _ in true }) -> [RefusalDetail.Part] {
        let findings = (try? state.findings(of: form, figures)) ?? []
        return parts(of: findings.filter { isWanted($0.check.code) })
    }

    /// Those that were found before.
    func parts(of findings: [FormFinding]) -> [RefusalDetail.Part] {
        guard let law = state.law, let contest = state.contestWithoutForms(of: form.ballot) else { return [] }
        let words = LocalizedWords { FormulaWords($0, FieldWords($0, law, contest)) }
        return findings.map { finding in
            RefusalDetail.Part(
                code: finding.check.code,
                severity: "\(finding.severity)",
                statement: finding.check.statement,
                formula: words.text { $0.text(finding.formula) },
                numbers: words.text { words in
                    words.numbers(finding.formula) { state.figure($0, $1, of: form, figures) }
                }
            )
        }
    }
}

/// The words of both languages.
private struct LocalizedWords {
    let indonesian: FormulaWords
    let english: FormulaWords

    init(_ make: (Language) -> FormulaWords) {
        (indonesian, english) = (make(.indonesian), make(.english))
    }

    func text(_ say: (FormulaWords) -> String) -> LocalizedText {
        LocalizedText(id: say(indonesian), en: say(english))
    }
}
