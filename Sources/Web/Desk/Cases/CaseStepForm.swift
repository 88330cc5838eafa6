import Elections

/// What can be done about cases by a form; the raw value is its step in an address.
enum CaseStepForm: String, CaseIterable, Sendable {
    case registration, hearing, bundle, answer, ruling, fulfilment, closing

    /// The places of the effects that the form of a ruling has room for.
    static let effects = 1...3

    /// What it does.
    var summary: LocalizedText {
        switch self {
        case .registration: LocalizedText(id: "Catat perkara", en: "Note a case")
        case .hearing: LocalizedText(id: "Catat sidang", en: "Note a hearing")
        case .bundle: LocalizedText(id: "Ajukan bukti", en: "Lay evidence before the forum")
        case .answer: LocalizedText(id: "Catat jawaban KPU", en: "Note the office's answer")
        case .ruling: LocalizedText(id: "Catat putusan", en: "Note the ruling")
        case .fulfilment:
            LocalizedText(id: "Catat pelaksanaan kewajiban", en: "Note how an obligation was carried out")
        case .closing: LocalizedText(id: "Tutup perkara", en: "Close the case")
        }
    }

    /// Whether it can be done about a case as it stands.
    func isPossible(_ known: DisputeCase) -> Bool {
        switch self {
        case .registration: false
        case .hearing: known.closing == nil
        case .bundle: known.ruling == nil
        case .answer: known.stage == .registered
        case .ruling: known.ruling == nil
        case .fulfilment: known.stage == .ruled && !known.openObligations.isEmpty
        case .closing: known.stage == .ruled
        }
    }

    /// The act that a sent form asks for.
    ///
    /// - Parameters:
    ///   - sent: Its fields.
    ///   - known: The case; `nil` of a registration.
    ///   - context: Who asks.
    /// - Returns: The act.
    /// - Throws: ``Refusal`` naming the field that is missing or wrong.
    func act(_ sent: Fields, _ known: DisputeCase?, _ context: DeskContext) throws(Refusal) -> DisputeAct {
        let form = CaseFields(sent: sent, context: context)
        guard let known else { return .registered(try form.registration()) }
        let number = known.number
        switch self {
        case .registration: throw Refusal(.notFound)
        case .hearing:
            return .heard(
                HearingHeld(
                    case: number,
                    try sent.needed("kind") { HearingHeld.Kind(rawValue: $0) },
                    on: try sent.day("date"),
                    try sent.needed("text"),
                    venue: try sent.filled("venue")
                )
            )
        case .bundle: return .bundled(try form.bundle(known))
        case .answer:
            return .answered(CaseAnswered(case: number, try sent.paper(), try sent.needed("summary")))
        case .ruling: return .ruled(try form.ruling(number))
        case .fulfilment:
            return .fulfilled(
                ObligationFulfilled(
                    case: number,
                    obligation: try sent.needed("obligation") { Int(typed: $0) },
                    on: try sent.day("date"),
                    by: try form.fulfilment(known)
                )
            )
        case .closing: return .closed(CaseClosed(case: number, on: try sent.day("date")))
        }
    }
}

/// The fields of a form about a case.
private struct CaseFields {
    let sent: Fields
    let context: DeskContext

    private var state: ElectionState { context.state }

    private func number(_ name: String) throws(Refusal) -> Int? { try sent.filled(name) { Int(typed: $0) } }

    /// Numbers with anything between them.
    private func numbers(_ name: String) throws(Refusal) -> [Int] {
        guard let text = try sent.filled(name) else { return [] }
        let parts = text.split { !$0.isNumber }.map { Int(typed: $0) }
        guard !parts.contains(nil) else { throw Refusal(.fieldInvalid, field: name) }
        return parts.compactMap(\.self)
    }

    /// The ballots that are ticked, in the order of counting.
    private func ballots(_ name: String) -> [Ballot] {
        let chosen = Set(sent.list(name))
        return state.ballots.filter { chosen.contains($0.slug) }
    }

    /// Stations, one a line, as somebody looks for them.
    private func stations(_ name: String) throws(Refusal) -> [StationCode] {
        guard let text = try sent.filled(name) else { return [] }
        var stations: [StationCode] = []
        for line in text.split(whereSeparator: \.isNewline) {
            guard let station = context.station(lookedFor: String(line)) else {
                throw Refusal(.fieldInvalid, field: name)
            }
            stations.append(station)
        }
        return stations
    }

    /// Lines of a text and a day, with a stroke between them; the day may be missing.
    private func lines(_ name: String) throws(Refusal) -> [(text: String, day: CalendarDate?)] {
        guard let text = try sent.filled(name) else { return [] }
        var lines: [(String, CalendarDate?)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "|", maxSplits: 1).map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard let what = parts.first, !what.isEmpty else { continue }
            guard parts.count == 2 else {
                lines.append((what, nil))
                continue
            }
            guard let day = CalendarDate(parsing: parts[1]) else { throw Refusal(.fieldInvalid, field: name) }
            lines.append((what, day))
        }
        return lines
    }

    private func party(_ name: String) throws(Refusal) -> CaseParty {
        let capacity = try sent.needed(name) { CaseParty.Capacity(rawValue: $0) }
        guard let number = try number("\(name)-number") else { return CaseParty(capacity) }
        let ballot = try sent.needed("\(name)-ballot") { Ballot(slug: $0[...]) }
        return CaseParty(capacity, ballot, contestant: number)
    }

    func registration() throws(Refusal) -> CaseRegistered {
        let ballots = ballots("ballot")
        var candidate: CaseCandidate?
        if let party = try number("candidate-party") {
            guard let ballot = ballots.first else { throw Refusal(.fieldMissing, field: "candidate-party") }
            candidate = CaseCandidate(
                ballot,
                contestant: party,
                district: try number("candidate-district"),
                number: try number("candidate-number")
            )
        }
        let districts = try numbers("districts")
        return CaseRegistered(
            number: state.cases.all.count + 1,
            try sent.needed("kind") { CaseKind(rawValue: $0) },
            before: try sent.needed("forum") { CaseForum(rawValue: $0) },
            register: try sent.needed("register"),
            filed: try sent.day("filed"),
            filedTime: try sent.filled("filed-time") { ClockTime(parsing: $0) },
            registered: try sent.day("registered"),
            reporter: try party("reporter"),
            respondent: try party("respondent"),
            object: try sent.needed("object"),
            relief: try sent.needed("relief"),
            stage: try sent.filled("stage"),
            CaseScope(
                ballots,
                stations: try stations("stations"),
                districts: ballots.flatMap { ballot in districts.map { CaseScope.District(ballot, $0) } },
                candidate: candidate
            ),
            attacks: try sent.filled("attacks") == nil ? nil : try sent.paper("attacks", "attacked"),
            attackedTime: try sent.filled("attacks") == nil
                ? nil : try sent.filled("attacked-time") { ClockTime(parsing: $0) },
            appeals: try number("appeals"),
            isSimulated: state.key(for: .rehearsal) != nil
        )
    }

    func bundle(_ known: DisputeCase) throws(Refusal) -> EvidenceBundled {
        let chosen = Set(sent.list("item"))
        var items = CaseItems(known, state).all.filter { chosen.contains($0.key) }.map(\.item)
        for (text, day) in try lines("papers") {
            guard let day else { throw Refusal(.fieldInvalid, field: "papers") }
            items.append(.paper(Revote.Paper(text, day)))
        }
        guard !items.isEmpty else { throw Refusal(.fieldMissing, field: "papers") }
        return EvidenceBundled(case: known.number, number: known.bundles.count + 1, items)
    }

    func ruling(_ number: Int) throws(Refusal) -> CaseRuled {
        var effects: [CaseEffect] = []
        for place in CaseStepForm.effects {
            guard let kind = try sent.filled("effect-\(place)", CaseEffect.Kind.init) else { continue }
            effects.append(CaseEffect(kind, try scope(of: kind, at: place, number)))
        }
        return CaseRuled(
            case: number,
            try sent.paper(),
            try sent.needed("outcome") { CaseOutcome(rawValue: $0) },
            try sent.needed("operative"),
            effects: effects,
            // The first ones carry out what is ordered, one each.
            obligations: try lines("obligations").enumerated().map { place, line in
                CaseObligation(
                    number: place + 1,
                    line.text,
                    due: line.day,
                    effect: place < effects.count ? place + 1 : nil
                )
            }
        )
    }

    /// What an effect concerns: the candidate of the case, or votes; those of its districts where no stations are named.
    private func scope(
        of kind: CaseEffect.Kind,
        at place: Int,
        _ number: Int
    ) throws(Refusal) -> CaseScope {
        let filed = state.cases[number]?.filing.scope ?? CaseScope()
        if kind == .candidateCancelled {
            return CaseScope(filed.candidate.map { [$0.ballot] } ?? [], candidate: filed.candidate)
        }
        let ballots = ballots("effect-ballot-\(place)")
        let stations = try stations("effect-stations-\(place)")
        let districts = stations.isEmpty ? filed.districts.filter { ballots.contains($0.ballot) } : []
        return CaseScope(ballots, stations: stations, districts: districts)
    }

    func fulfilment(_ known: DisputeCase) throws(Refusal) -> Fulfilment {
        let number = try sent.needed("obligation") { Int(typed: $0) }
        let obligation = known.openObligations.first { $0.number == number }
        switch obligation.flatMap({ known.effect(of: $0) })?.kind {
        case .revote, .recount:
            let revotes = try numbers("revotes")
            guard !revotes.isEmpty else { throw Refusal(.fieldMissing, field: "revotes") }
            return .revotes(revotes)
        case .correction, .figures: return .plenary(try sent.needed("plenary") { Int(typed: $0) })
        case .candidateCancelled
        where obligation.flatMap({ known.effect(of: $0) })?.scope.candidate?.number != nil:
            return .cancellation
        case .candidateCancelled, nil:
            return .paper(Revote.Paper(try sent.needed("reference"), try sent.day("dated")))
        }
    }
}

/// What the record holds that could be evidence in a case, each with a name for forms.
struct CaseItems {
    let all: [(key: String, item: CaseEvidence)]

    /// The forms that count and the published pictures of the contested stations, and the certificates above them.
    init(_ known: DisputeCase, _ state: ElectionState) {
        let taken = Set(known.bundles.flatMap(\.items))
        let scope = known.filing.scope
        var items: [CaseEvidence] = []
        for station in scope.stations {
            for ballot in scope.ballots {
                if case .form(let version)? = state.edition(.station(station), ballot) {
                    items.append(.form(FormKey(ballot, station, version)))
                }
            }
            guard let place = state.regions?.position(of: station) else { continue }
            for ballot in scope.ballots {
                for piece in state.evidence.published(ofStation: place, ballot: ballot) {
                    if let copy = piece.copy { items.append(.photo(copy.digest)) }
                }
            }
        }
        for plenary in state.plenaries.all
        where plenary.stage == .certified && !Set(plenary.call.ballots).isDisjoint(with: scope.ballots) {
            let isAbove =
                scope.stations.isEmpty || scope.stations.contains { plenary.region.contains($0.village) }
            if isAbove { items.append(.certificate(plenary.number)) }
        }
        var seen = taken
        all = items.filter { seen.insert($0).inserted }.map { (Self.key($0), $0) }
    }

    /// The same whatever else is in the list.
    private static func key(_ item: CaseEvidence) -> String {
        switch item {
        case .form(let form): "\(form.ballot.slug)/\(form.station)/\(form.version.rawValue)"
        case .certificate(let plenary): "plenary/\(plenary)"
        case .photo(let digest): digest.description
        case .paper(let paper): paper.reference
        }
    }
}
