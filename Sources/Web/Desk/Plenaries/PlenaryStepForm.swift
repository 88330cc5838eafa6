import Elections

/// What can be done in a plenary by a form of its page; the raw value is its step in an address.
enum PlenaryStepForm: String, CaseIterable, Sendable {
    case opening, attendance, departure, reading, objections, answers, corrections, events, closing
    case signatures, certificate, decisions, abandonment

    /// What it takes.
    var permission: Permission { self == .objections ? .attendPlenaries : .holdPlenaries }

    /// What it does.
    var summary: LocalizedText {
        switch self {
        case .opening: LocalizedText(id: "Buka rapat pleno", en: "Open a plenary")
        case .attendance: LocalizedText(id: "Catat yang hadir", en: "Note who comes")
        case .departure: LocalizedText(id: "Catat yang pergi", en: "Note who goes")
        case .reading: LocalizedText(id: "Bacakan hasil", en: "Read what a column says")
        case .objections: LocalizedText(id: "Ajukan keberatan", en: "Object")
        case .answers: LocalizedText(id: "Jawab keberatan", en: "Answer an objection")
        case .corrections: LocalizedText(id: "Betulkan angka", en: "Correct a figure")
        case .events: LocalizedText(id: "Catat kejadian khusus", en: "Note a special event")
        case .closing: LocalizedText(id: "Tutup rapat pleno", en: "Close a plenary")
        case .signatures: LocalizedText(id: "Catat tanda tangan", en: "Note a signature")
        case .certificate: LocalizedText(id: "Terbitkan sertifikat", en: "Issue the certificates")
        case .decisions: LocalizedText(id: "Catat keputusan", en: "Note a decision")
        case .abandonment: LocalizedText(id: "Hentikan rapat pleno", en: "Give up a plenary")
        }
    }

    /// The act that a sent form asks for.
    ///
    /// - Parameters:
    ///   - sent: Its fields.
    ///   - plenary: The plenary as it stands.
    ///   - state: What the office knows.
    /// - Returns: The act.
    /// - Throws: ``Refusal`` naming the field that is missing or wrong.
    func act(_ sent: Fields, _ plenary: Plenary, _ state: ElectionState) throws(Refusal) -> PlenaryAct {
        let number = plenary.number
        let sent = PlenarySent(step: self, fields: sent)
        switch self {
        case .opening: return .opened(PlenaryStep(number))
        case .closing: return .closed(PlenaryStep(number))
        case .certificate: return .certified(PlenaryStep(number))
        case .attendance: return try attendance(sent, plenary, state)
        case .departure:
            return .left(PlenaryLeft(plenary: number, attendee: try sent.whole("attendee")))
        case .reading:
            let units = try sent.list("unit") { CertifiedFigures.Place(parsing: $0) }
            return .read(UnitsRead(plenary: number, try sent.value("ballot", Ballot.init(word:)), units))
        case .objections:
            return .objected(ObjectionRaised(plenary: number, try objection(sent, plenary, state)))
        case .answers:
            return .answered(
                ObjectionAnswered(
                    plenary: number,
                    objection: try sent.whole("objection"),
                    try sent.value("outcome") { Objection.Outcome(rawValue: $0) },
                    reason: try sent.text("reason"),
                    opinion: try sent.optionalText("opinion")
                )
            )
        case .corrections:
            return .corrected(FiguresCorrected(plenary: number, try correction(sent)))
        case .events:
            return .noted(
                EventNoted(
                    plenary: number,
                    try sent.text("event"),
                    ballot: try sent.optional("ballot", Ballot.init(word:))
                )
            )
        case .signatures:
            let isRefusal = try sent.text("answer") == "refused"
            return .signed(
                PlenarySigned(
                    plenary: number,
                    attendee: try sent.whole("attendee"),
                    refusal: isRefusal ? try sent.text("reason") : nil
                )
            )
        case .abandonment:
            return .abandoned(PlenaryAbandoned(plenary: number, reason: try sent.text("reason")))
        case .decisions: return .decided(DecisionTaken(plenary: number, try decision(sent, plenary)))
        }
    }

    private func attendance(
        _ sent: PlenarySent,
        _ plenary: Plenary,
        _ state: ElectionState
    ) throws(Refusal) -> PlenaryAct {
        let capacity = try sent.value("capacity") { Attendee.Capacity(rawValue: $0) }
        let number = try sent.optionalWhole("mandate")
        let mandate = number.flatMap { number in
            state.organisation.mandates.first { $0.number == number }
        }
        let isWitness = capacity == .witness
        let ballots = try sent.anyList("ballot", Ballot.init(word:))
        return .attended(
            PlenaryAttended(
                plenary: plenary.number,
                attendee: Attendee(
                    number: plenary.attendees.count + 1,
                    capacity,
                    contestant: isWitness ? mandate?.contestant : nil,
                    ballots: isWitness ? plenary.call.ballots.filter(ballots.contains) : [],
                    mandate: number
                )
            )
        )
    }

    private func objection(
        _ sent: PlenarySent,
        _ plenary: Plenary,
        _ state: ElectionState
    ) throws(Refusal) -> Objection {
        let deferred = try sent.optional("deferred") { text -> ObjectionKey? in
            let parts = text.split(separator: "-").compactMap { Int(typed: $0) }
            return parts.count == 2 ? ObjectionKey(plenary: parts[0], objection: parts[1]) : nil
        }
        let evidence = try sent.optionalText("evidence")
        return Objection(
            number: plenary.objections.count + 1,
            by: try sent.whole("attendee"),
            try sent.value("ballot", Ballot.init(word:)),
            try sent.optional("unit") { CertifiedFigures.Place(parsing: $0) },
            try sent.optional("field") { Field(column: $0) },
            claimed: try sent.optionalWhole("claimed"),
            claim: try sent.text("claim"),
            evidence: evidence.map { [$0] } ?? [],
            deferred: deferred
        )
    }

    private func correction(_ sent: PlenarySent) throws(Refusal) -> Correction {
        Correction(
            try sent.value("ballot", Ballot.init(word:)),
            try sent.value("unit") { CertifiedFigures.Place(parsing: $0) },
            [
                Correction.Change(
                    try sent.value("field") { Field(column: $0) },
                    from: try sent.optionalWhole("old"),
                    to: try sent.whole("new")
                )
            ],
            reason: try sent.text("reason"),
            basis: try sent.text("basis"),
            initials: try sent.anyList("initials") { Int(typed: $0) },
            objection: try sent.optionalWhole("objection")
        )
    }

    private func decision(_ sent: PlenarySent, _ plenary: Plenary) throws(Refusal) -> OfficeDecision {
        var votes: [OfficeDecision.Ballot] = []
        for number in plenary.present.sorted() where plenary.attendees[number - 1].capacity.isMember {
            let vote = try sent.optional("vote-\(number)") { OfficeDecision.Vote(rawValue: $0) }
            guard let vote else { continue }
            votes.append(
                OfficeDecision.Ballot(number, vote, reason: try sent.optionalText("dissent-\(number)"))
            )
        }
        return OfficeDecision(
            number: plenary.decisions.count + 1,
            try sent.value("matter") { OfficeDecision.Matter(rawValue: $0) },
            motion: try sent.text("motion"),
            votes: votes,
            decree: try sent.optionalText("decree"),
            minutes: try sent.optionalText("minutes")
        )
    }
}

/// The fields of a sent form: its names begin with the step, so that forms beside each other are told apart.
struct PlenarySent {
    let step: PlenaryStepForm
    let fields: Fields

    private func name(_ name: String) -> String { "\(step.rawValue)-\(name)" }

    /// A text without spaces around it; `nil` where it is empty.
    func optionalText(_ name: String) throws(Refusal) -> String? {
        let text = try fields.text(self.name(name)) ?? ""
        let words = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    func text(_ name: String) throws(Refusal) -> String {
        guard let text = try optionalText(name) else {
            throw Refusal(.fieldMissing, field: self.name(name))
        }
        return text
    }

    func optional<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        guard let text = try optionalText(name) else { return nil }
        guard let value = read(text) else { throw Refusal(.fieldInvalid, field: self.name(name)) }
        return value
    }

    func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
        guard let value = try optional(name, read) else {
            throw Refusal(.fieldMissing, field: self.name(name))
        }
        return value
    }

    /// A whole number, as people write it: with points or spaces between thousands.
    func optionalWhole(_ name: String) throws(Refusal) -> Int? {
        try optional(name) { text in
            Int(typed: text.filter { $0 != "." && $0 != " " })
        }
    }

    func whole(_ name: String) throws(Refusal) -> Int {
        guard let number = try optionalWhole(name) else {
            throw Refusal(.fieldMissing, field: self.name(name))
        }
        return number
    }

    /// Everything that was chosen, perhaps nothing.
    func anyList<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> [Value] {
        let sent = fields.list(self.name(name))
        let values = sent.compactMap(read)
        guard values.count == sent.count else { throw Refusal(.fieldInvalid, field: self.name(name)) }
        return values
    }

    /// Everything that was chosen, at least one.
    func list<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> [Value] {
        let values = try anyList(name, read)
        guard !values.isEmpty else { throw Refusal(.fieldMissing, field: self.name(name)) }
        return values
    }
}

extension Int {
    /// A number that somebody typed: 1 to 9 digits and nothing else, so that it fits wherever it goes.
    init?(typed text: some StringProtocol) {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}

extension CertifiedFigures.Place {
    /// Its text in addresses and forms: `73.12.04` or `73.12.04.1003-020`.
    var word: String {
        switch self {
        case .region(let code): code.description
        case .station(let station): station.description
        }
    }

    /// Reads ``word``.
    init?(parsing text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let code = try? RegionCode(parsing: String(parts[0])), code.description == parts[0] else {
            return nil
        }
        switch parts.count {
        case 1: self = .region(code)
        case 2:
            guard let number = Int(typed: parts[1]), (1...9_999).contains(number) else { return nil }
            self = .station(StationCode(village: code, number: number))
        default: return nil
        }
    }
}

extension Ballot {
    /// Reads a ballot's step of an address.
    init?(word: String) { self.init(slug: word[...]) }
}
