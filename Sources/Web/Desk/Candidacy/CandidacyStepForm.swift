import Elections

/// What can be done about the lists of a ballot by a form; the raw value is its step in an address, and the beginning
/// of its fields' names.
enum CandidacyStepForm: String, CaseIterable, Sendable {
    case submission, provisional, objection, answer, replacement, final, status

    /// What it does.
    var summary: LocalizedText {
        switch self {
        case .submission: LocalizedText(id: "Terima daftar dari partai", en: "Take in a party's list")
        case .provisional:
            LocalizedText(id: "Terbitkan daftar sementara (DCS)", en: "Publish the provisional lists (DCS)")
        case .objection: LocalizedText(id: "Catat tanggapan masyarakat", en: "Note an objection")
        case .answer: LocalizedText(id: "Jawab tanggapan", en: "Answer an objection")
        case .replacement: LocalizedText(id: "Ganti atau coret calon", en: "Replace or strike a candidate")
        case .final: LocalizedText(id: "Terbitkan daftar tetap (DCT)", en: "Publish the final lists (DCT)")
        case .status: LocalizedText(id: "Catat keadaan calon", en: "Note what became of a candidate")
        }
    }

    /// The act that a sent form asks for.
    ///
    /// - Parameters:
    ///   - sent: Its fields.
    ///   - contest: The ballot.
    ///   - state: What the office knows.
    /// - Returns: The act.
    /// - Throws: ``FieldFault`` naming the field that is missing or wrong.
    func act(
        _ sent: Fields,
        _ contest: Contest,
        _ state: ElectionState
    ) throws(FieldFault) -> CandidacyAct {
        let form = CandidacyFields(sent: sent, step: self, contest: contest)
        let ballot = contest.ballot
        switch self {
        case .submission:
            let list = try form.list()
            return .submitted(
                ListSubmitted(
                    ballot: ballot,
                    CandidateList(
                        district: list.district,
                        contestant: list.contestant,
                        candidates: try form.candidates()
                    ),
                    on: try form.day("date")
                )
            )
        case .provisional: return try form.publication(.provisional, state)
        case .final: return try form.publication(.final, state)
        case .objection:
            return .objected(
                ListObjected(
                    ballot: ballot,
                    ListObjection(
                        number: (state.candidacies[ballot]?.objections.count ?? 0) + 1,
                        to: try form.list(),
                        candidate: try form.optional("number") { Int(typed: $0) },
                        claim: try form.needed("claim"),
                        on: try form.day("date")
                    )
                )
            )
        case .answer:
            return .answered(
                ListObjectionAnswered(
                    ballot: ballot,
                    objection: try form.value("objection") { Int(typed: $0) },
                    ListObjection.Answer(
                        try form.value("outcome") { ListObjection.Answer.Outcome(rawValue: $0) },
                        reason: try form.needed("reason"),
                        on: try form.day("date")
                    )
                )
            )
        case .replacement:
            let place = try form.place()
            return .replaced(
                CandidateReplaced(
                    ballot: ballot,
                    Replacement(
                        of: place,
                        by: try form.successor(at: place.number),
                        try form.value("reason") { Replacement.Reason(rawValue: $0) },
                        on: try form.day("date"),
                        try form.paper()
                    )
                )
            )
        case .status:
            return .statusSet(
                CandidateStatusSet(
                    ballot: ballot,
                    try form.place(),
                    StatusChange(
                        try form.value("status") { CandidateStatus(rawValue: $0) },
                        on: try form.day("date"),
                        try form.paper()
                    )
                )
            )
        }
    }

    /// The field that a refusal of the office is about; `nil` where it is about none.
    func field(of fault: ActFault) -> String? {
        guard case .candidacy(_, let fault) = fault else { return nil }
        let name: String? =
            switch fault {
            case .nobody, .numbers, .tooMany: self == .submission ? "candidates" : nil
            case .noCandidate: "number"
            case .noObjectionUpheld: "reason"
            case .decision: "decision"
            case .date: "date"
            case .status: "status"
            case .noLists, .onRecordElsewhere, .stage, .unknownContestant, .unknownDistrict, .sexUnknown,
                .incomplete, .order, .nothingToPublish, .otherList, .objectionNumber, .noOpenObjection,
                .openObjections, .counted:
                nil
            }
        return name.map { "\(rawValue)-\($0)" }
    }
}

/// What is wrong with a field of a form, for whoever filled it in.
struct FieldFault: Error, Hashable {
    let words: LocalizedText
    let field: String

    init(_ words: LocalizedText, _ field: String) {
        (self.words, self.field) = (words, field)
    }

    init(_ code: Refusal.Code, _ field: String) {
        self.init(code.words.title, field)
    }
}

/// The fields of a form about lists; each name begins with the form's step.
private struct CandidacyFields {
    let sent: Fields
    let step: CandidacyStepForm
    let contest: Contest

    func text(_ name: String) throws(FieldFault) -> String? {
        let field = "\(step.rawValue)-\(name)"
        let text: String
        do throws(Refusal) { text = try sent.text(field) ?? "" } catch {
            throw FieldFault(error.code, field)
        }
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    func needed(_ name: String) throws(FieldFault) -> String {
        guard let text = try text(name) else { throw fault(.fieldMissing, name) }
        return String(Substring(text).trimmingSpace)
    }

    func value<Value>(_ name: String, _ read: (String) -> Value?) throws(FieldFault) -> Value {
        guard let value = read(try needed(name)) else { throw fault(.fieldInvalid, name) }
        return value
    }

    func optional<Value>(_ name: String, _ read: (String) -> Value?) throws(FieldFault) -> Value? {
        try text(name) == nil ? nil : try value(name, read)
    }

    func day(_ name: String) throws(FieldFault) -> CalendarDate {
        try value(name) { CalendarDate(parsing: $0) }
    }

    func paper() throws(FieldFault) -> Revote.Paper {
        Revote.Paper(try needed("reference"), try day("noted"))
    }

    func list() throws(FieldFault) -> ListKey {
        let district: Int? =
            contest.districts.isEmpty ? nil : try value("district") { Int(typed: $0) }
        return ListKey(contestant: try value("contestant") { Int(typed: $0) }, district: district)
    }

    func place() throws(FieldFault) -> CandidateKey {
        CandidateKey(try list(), try value("number") { Int(typed: $0) })
    }

    func candidates() throws(FieldFault) -> [Candidate] {
        // As it was typed: a fault names its line.
        guard let text = try text("candidates") else { throw fault(.fieldMissing, "candidates") }
        do throws(TypedList.Faults) { return try TypedList(parsing: text).candidates } catch {
            throw FieldFault(error.words, "\(step.rawValue)-candidates")
        }
    }

    func successor(at number: Int) throws(FieldFault) -> Replacement.Successor? {
        guard let text = try text("successor") else { return nil }
        let candidate: Candidate
        do throws(TypedList.Fault.Kind) { candidate = try TypedList.candidate(text, number: number) } catch {
            throw FieldFault(error.words, "\(step.rawValue)-successor")
        }
        return candidate.sex.map { Replacement.Successor(candidate.name, $0) }
    }

    func publication(
        _ kind: PublishedLists.Kind,
        _ state: ElectionState
    ) throws(FieldFault) -> CandidacyAct {
        let rules = state.listRules(of: contest.ballot)
        let lists = rules.flatMap { state.candidacies[contest.ballot]?.next($0) } ?? []
        let decision = kind == .provisional ? nil : try value("decision", DecisionKey.init(typed:))
        return .published(
            ListsPublished(
                ballot: contest.ballot,
                PublishedLists(
                    kind,
                    lists,
                    on: try day("date"),
                    decision: decision,
                    isSimulated: state.key(for: .rehearsal) != nil
                )
            )
        )
    }

    private func fault(_ code: Refusal.Code, _ name: String) -> FieldFault {
        FieldFault(code, "\(step.rawValue)-\(name)")
    }
}
