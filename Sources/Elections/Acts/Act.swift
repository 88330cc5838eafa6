/// Something the office did: what is written into the journal, and never changed or removed.
///
/// An act of this version always means what it means now; what a later version adds is a new kind of act, or a
/// field that may be missing.
public enum Act: Sendable {
    /// The election the office carries: its law, its regions, stations and electorate.
    case setUp(ElectionSetUp)
    /// The files that figures come from.
    case filesNamed([SourceFile])
    /// A plenary decided on a rule that the law leaves open.
    case ruleDecided(RuleDecided)
    /// A ballot was opened: who stands, where, on which lists.
    case contestOpened(ContestOpened)
    /// A tie for seats was decided.
    case tieDecided(TieDecided)
    /// Somebody's reading of the forms of a ballot was opened.
    case readingOpened(ReadingOpened)
    /// Forms were taken into a reading.
    case formsTaken(FormsTaken)
    /// Figures of a plenary were taken over.
    case figuresCertified(FiguresCertified)
    /// Totals that somebody published without their forms were taken over.
    case figuresReported(FiguresReported)
    /// The seats of a ballot were determined.
    case seatsDetermined(SeatsDetermined)
    /// A key was made known, or replaced.
    case keyNamed(KeyNamed)
    /// The logs were begun anew.
    case logSucceeded(LogSucceeded)
    /// The divisions of the commission were named.
    case divisionsNamed([Division])
    /// An account was opened.
    case accountOpened(AccountOpened)
    /// An account was closed for good.
    case accountClosed(AccountChanged)
    /// What an account signs in with was made anew.
    case signInReset(AccountChanged)
    /// An account was given a mandate.
    case mandateGiven(Mandate)
    /// A mandate ended before its time.
    case mandateEnded(MandateEnded)
    /// The counting desk of a ballot was opened.
    case deskOpened(DeskOpened)
    /// Somebody typed a form, or fields of it.
    case formEntered(FormEntered)
    /// Fields in which typists differ are to be typed again.
    case formSentBack(FormStep)
    /// Figures in which typists differ were decided.
    case formDecided(FormDecided)
    /// A form that does not add up waits for a supervisor.
    case formHeld(FormStep)
    /// A form that does not add up was accepted as it is.
    case formApproved(FormStep)
    /// A form that does not add up is to be typed anew.
    case formReturned(FormStep)
    /// A form was taken out of its reading, to be typed anew.
    case formReopened(FormStep)
    /// A photo, scan or document was handed in.
    case evidenceAdded(EvidenceAdded)
    /// What was handed in looks like something of another place.
    case evidenceFlagged(EvidenceFlagged)
    /// What was handed in by mistake was withdrawn.
    case evidenceWithdrawn(EvidenceWithdrawn)
    /// Votes and counts held again, or late, were taken over from others' record.
    case revotesKnown([KnownRevote])
    /// Something was done in a plenary.
    case plenary(PlenaryAct)
    /// Something was done about a vote or count that is held again, or late.
    case revote(RevoteAct)
    /// Something was done about the sampled audit of a recapitulation.
    case audit(AuditAct)
    /// Something was done about the result of a ballot.
    case result(ResultAct)
    /// Something was done about a case before a forum.
    case dispute(DisputeAct)
    /// Something was done about lists of candidates.
    case candidacy(CandidacyAct)
    /// Something was done about official papers.
    case paper(PaperAct)
    /// Something of the office's daily work was done.
    case described(any DescribedAct)

    /// The kinds of act, by their names in the journal.
    public enum Kind: String, CaseIterable, Canonical, Hashable, Sendable {
        case setUp = "election-set-up"
        case filesNamed = "files-named"
        case ruleDecided = "rule-decided"
        case contestOpened = "contest-opened"
        case tieDecided = "tie-decided"
        case readingOpened = "reading-opened"
        case formsTaken = "forms-taken"
        case figuresCertified = "figures-certified"
        case figuresReported = "figures-reported"
        case seatsDetermined = "seats-determined"
        case keyNamed = "key-named"
        case logSucceeded = "log-succeeded"
        case divisionsNamed = "divisions-named"
        case accountOpened = "account-opened"
        case accountClosed = "account-closed"
        case signInReset = "sign-in-reset"
        case mandateGiven = "mandate-given"
        case mandateEnded = "mandate-ended"
        case deskOpened = "desk-opened"
        case formEntered = "form-entered"
        case formSentBack = "form-sent-back"
        case formDecided = "form-decided"
        case formHeld = "form-held"
        case formApproved = "form-approved"
        case formReturned = "form-returned"
        case formReopened = "form-reopened"
        case evidenceAdded = "evidence-added"
        case evidenceFlagged = "evidence-flagged"
        case evidenceWithdrawn = "evidence-withdrawn"
        case revotesKnown = "revotes-known"
        case plenaryCalled = "plenary-called"
        case plenaryOpened = "plenary-opened"
        case plenaryAttended = "plenary-attended"
        case plenaryLeft = "plenary-left"
        case unitsRead = "units-read"
        case objectionRaised = "objection-raised"
        case objectionAnswered = "objection-answered"
        case figuresCorrected = "figures-corrected"
        case eventNoted = "event-noted"
        case plenaryClosed = "plenary-closed"
        case plenarySigned = "plenary-signed"
        case certificateIssued = "certificate-issued"
        case decisionTaken = "decision-taken"
        case plenaryAbandoned = "plenary-abandoned"
        case revoteProposed = "revote-proposed"
        case revoteRecommended = "revote-recommended"
        case revoteDecided = "revote-decided"
        case revoteHeld = "revote-held"
        case auditDrawn = "audit-drawn"
        case auditRead = "audit-read"
        case listTieDecided = "list-tie-decided"
        case seatTieDecided = "seat-tie-decided"
        case resultDetermined = "result-determined"
        case resultAnnounced = "result-announced"
        case membersProposed = "members-proposed"
        case membersDecreed = "members-decreed"
        case membersSworn = "members-sworn"
        case memberPostponed = "member-postponed"
        case memberReplaced = "member-replaced"
        case caseRegistered = "case-registered"
        case hearingHeld = "hearing-held"
        case evidenceBundled = "evidence-bundled"
        case caseAnswered = "case-answered"
        case caseRuled = "case-ruled"
        case obligationFulfilled = "obligation-fulfilled"
        case caseClosed = "case-closed"
        case listSubmitted = "list-submitted"
        case listsPublished = "lists-published"
        case listObjected = "list-objected"
        case listObjectionAnswered = "list-objection-answered"
        case candidateReplaced = "candidate-replaced"
        case candidateStatusSet = "candidate-status-set"
        case papersIssued = "papers-issued"
        case paperReturned = "paper-returned"
        case minutesWorded = "minutes-worded"
        case stagesPlanned = "stages-planned"
        case stageAssigned = "stage-assigned"
        case stageBegun = "stage-begun"
        case productDelivered = "product-delivered"
        case stageClosed = "stage-closed"
        case stageResumed = "stage-resumed"
        case holidaysDecreed = "holidays-decreed"
    }

    /// What kind of act it is.
    public var kind: Kind {
        switch self {
        case .setUp: .setUp
        case .filesNamed: .filesNamed
        case .ruleDecided: .ruleDecided
        case .contestOpened: .contestOpened
        case .tieDecided: .tieDecided
        case .readingOpened: .readingOpened
        case .formsTaken: .formsTaken
        case .figuresCertified: .figuresCertified
        case .figuresReported: .figuresReported
        case .seatsDetermined: .seatsDetermined
        case .keyNamed: .keyNamed
        case .logSucceeded: .logSucceeded
        case .divisionsNamed: .divisionsNamed
        case .accountOpened: .accountOpened
        case .accountClosed: .accountClosed
        case .signInReset: .signInReset
        case .mandateGiven: .mandateGiven
        case .mandateEnded: .mandateEnded
        case .deskOpened: .deskOpened
        case .formEntered: .formEntered
        case .formSentBack: .formSentBack
        case .formDecided: .formDecided
        case .formHeld: .formHeld
        case .formApproved: .formApproved
        case .formReturned: .formReturned
        case .formReopened: .formReopened
        case .evidenceAdded: .evidenceAdded
        case .evidenceFlagged: .evidenceFlagged
        case .evidenceWithdrawn: .evidenceWithdrawn
        case .revotesKnown: .revotesKnown
        case .plenary(let act): act.kind
        case .revote(let act): act.kind
        case .audit(let act): act.kind
        case .result(let act): act.kind
        case .dispute(let act): act.kind
        case .candidacy(let act): act.kind
        case .paper(let act): act.kind
        case .described(let act): type(of: act).kind
        }
    }

    /// The ballot it is about; `nil` where it is about the whole election.
    public var ballot: Ballot? {
        switch self {
        case .setUp, .filesNamed, .ruleDecided, .keyNamed, .logSucceeded, .divisionsNamed, .accountOpened,
            .accountClosed, .signInReset, .mandateGiven, .mandateEnded, .evidenceFlagged,
            .revotesKnown, .plenary, .revote, .audit, .dispute, .paper, .described:
            nil
        case .contestOpened(let act): act.ballot
        case .tieDecided(let act): act.ballot
        case .readingOpened(let act): act.ballot
        case .formsTaken(let act): act.ballot
        case .figuresCertified(let act): act.ballot
        case .figuresReported(let act): act.ballot
        case .seatsDetermined(let act): act.ballot
        case .deskOpened(let act): act.ballot
        case .formEntered, .formDecided, .formSentBack, .formHeld, .formApproved, .formReturned,
            .formReopened:
            form?.ballot
        case .evidenceAdded, .evidenceWithdrawn: evidencePlace?.ballot
        case .result(let act): act.ballot
        case .candidacy(let act): act.ballot
        }
    }
}

/// The particulars of an act: the fields of its object behind the name of its kind.
protocol ActContent {
    func writeFields(to writer: inout CanonicalWriter)
    init(fieldsFrom reader: inout CanonicalReader) throws(CanonicalFault)
}

extension Act: Canonical {
    private var content: any ActContent {
        switch self {
        case .setUp(let act): act
        case .filesNamed(let files): FilesNamed(files: files)
        case .ruleDecided(let act): act
        case .contestOpened(let act): act
        case .tieDecided(let act): act
        case .readingOpened(let act): act
        case .formsTaken(let act): act
        case .figuresCertified(let act): act
        case .figuresReported(let act): act
        case .seatsDetermined(let act): act
        case .keyNamed(let act): act
        case .logSucceeded(let act): act
        case .divisionsNamed(let act): DivisionsNamed(divisions: act)
        case .accountOpened(let act): act
        case .accountClosed(let act): act
        case .signInReset(let act): act
        case .mandateGiven(let act): act
        case .mandateEnded(let act): act
        case .deskOpened(let act): act
        case .formEntered(let act): act
        case .formSentBack(let act): act
        case .formDecided(let act): act
        case .formHeld(let act): act
        case .formApproved(let act): act
        case .formReturned(let act): act
        case .formReopened(let act): act
        case .evidenceAdded(let act): act
        case .evidenceFlagged(let act): act
        case .evidenceWithdrawn(let act): act
        case .revotesKnown(let revotes): RevotesKnown(revotes: revotes)
        case .plenary(let act): act.content
        case .revote(let act): act.content
        case .audit(let act): act.content
        case .result(let act): act.content
        case .dispute(let act): act.content
        case .candidacy(let act): act.content
        case .paper(let act): act.content
        case .described(let act): DescribedContent(act)
        }
    }

    /// Writes the act as an object that begins with its kind.
    public func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("act", kind)
            content.writeFields(to: &writer)
        }
    }

    /// Reads an act of a known kind.
    public init(from reader: inout CanonicalReader) throws(CanonicalFault) {
        self = try reader.object { (reader) throws(CanonicalFault) in
            let kind = try reader.field("act", Kind.self)
            if let type = kind.described { return .described(try type.init(fieldsFrom: &reader)) }
            if let act = try PlenaryAct(kind, fieldsFrom: &reader) { return .plenary(act) }
            if let act = try RevoteAct(kind, fieldsFrom: &reader) { return .revote(act) }
            if let act = try AuditAct(kind, fieldsFrom: &reader) { return .audit(act) }
            if let act = try ResultAct(kind, fieldsFrom: &reader) { return .result(act) }
            if let act = try DisputeAct(kind, fieldsFrom: &reader) { return .dispute(act) }
            if let act = try CandidacyAct(kind, fieldsFrom: &reader) { return .candidacy(act) }
            if let act = try PaperAct(kind, fieldsFrom: &reader) { return .paper(act) }
            return switch kind {
            case .setUp: .setUp(try ElectionSetUp(fieldsFrom: &reader))
            case .filesNamed: .filesNamed(try FilesNamed(fieldsFrom: &reader).files)
            case .ruleDecided: .ruleDecided(try RuleDecided(fieldsFrom: &reader))
            case .contestOpened: .contestOpened(try ContestOpened(fieldsFrom: &reader))
            case .tieDecided: .tieDecided(try TieDecided(fieldsFrom: &reader))
            case .readingOpened: .readingOpened(try ReadingOpened(fieldsFrom: &reader))
            case .formsTaken: .formsTaken(try FormsTaken(fieldsFrom: &reader))
            case .figuresCertified: .figuresCertified(try FiguresCertified(fieldsFrom: &reader))
            case .figuresReported: .figuresReported(try FiguresReported(fieldsFrom: &reader))
            case .seatsDetermined: .seatsDetermined(try SeatsDetermined(fieldsFrom: &reader))
            case .keyNamed: .keyNamed(try KeyNamed(fieldsFrom: &reader))
            case .logSucceeded: .logSucceeded(try LogSucceeded(fieldsFrom: &reader))
            case .divisionsNamed: .divisionsNamed(try DivisionsNamed(fieldsFrom: &reader).divisions)
            case .accountOpened: .accountOpened(try AccountOpened(fieldsFrom: &reader))
            case .accountClosed: .accountClosed(try AccountChanged(fieldsFrom: &reader))
            case .signInReset: .signInReset(try AccountChanged(fieldsFrom: &reader))
            case .mandateGiven: .mandateGiven(try Mandate(fieldsFrom: &reader))
            case .mandateEnded: .mandateEnded(try MandateEnded(fieldsFrom: &reader))
            case .deskOpened: .deskOpened(try DeskOpened(fieldsFrom: &reader))
            case .formEntered: .formEntered(try FormEntered(fieldsFrom: &reader))
            case .formSentBack: .formSentBack(try FormStep(fieldsFrom: &reader))
            case .formDecided: .formDecided(try FormDecided(fieldsFrom: &reader))
            case .formHeld: .formHeld(try FormStep(fieldsFrom: &reader))
            case .formApproved: .formApproved(try FormStep(fieldsFrom: &reader))
            case .formReturned: .formReturned(try FormStep(fieldsFrom: &reader))
            case .formReopened: .formReopened(try FormStep(fieldsFrom: &reader))
            case .evidenceAdded: .evidenceAdded(try EvidenceAdded(fieldsFrom: &reader))
            case .evidenceFlagged: .evidenceFlagged(try EvidenceFlagged(fieldsFrom: &reader))
            case .evidenceWithdrawn: .evidenceWithdrawn(try EvidenceWithdrawn(fieldsFrom: &reader))
            case .revotesKnown: .revotesKnown(try RevotesKnown(fieldsFrom: &reader).revotes)
            default:
                preconditionFailure("read above")
            }
        }
    }
}
