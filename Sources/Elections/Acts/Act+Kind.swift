extension Act.Kind {
    /// What it takes to ask for such an act; `nil` for those that are taken over, or follow from others.
    public var permission: Permission? {
        switch self {
        case .setUp, .filesNamed, .ruleDecided, .contestOpened, .tieDecided, .readingOpened, .formsTaken,
            .figuresCertified, .figuresReported, .seatsDetermined, .formHeld, .evidenceFlagged,
            .revotesKnown:
            nil
        case .keyNamed, .logSucceeded: .manageLogs
        case .divisionsNamed, .accountOpened, .accountClosed, .signInReset, .mandateGiven, .mandateEnded:
            .manageAccounts
        case .deskOpened: .openDesk
        case .formEntered: .enterForms
        case .formSentBack, .formDecided: .resolveForms
        case .formApproved, .formReturned, .formReopened: .approveForms
        case .evidenceAdded: .addEvidence
        case .evidenceWithdrawn: .withdrawEvidence
        case .plenaryCalled, .plenaryOpened, .plenaryAttended, .plenaryLeft, .unitsRead, .objectionAnswered,
            .figuresCorrected, .eventNoted, .plenaryClosed, .plenarySigned, .certificateIssued,
            .decisionTaken, .plenaryAbandoned:
            .holdPlenaries
        case .objectionRaised: .attendPlenaries
        case .auditDrawn: .holdPlenaries
        case .auditRead: .auditForms
        case .revoteProposed, .revoteRecommended: .proposeRevotes
        case .revoteDecided, .revoteHeld: .decideRevotes
        case .listTieDecided, .seatTieDecided, .resultDetermined, .resultAnnounced, .membersProposed,
            .membersDecreed, .membersSworn, .memberPostponed, .memberReplaced:
            .determineResults
        case .caseRegistered, .hearingHeld, .evidenceBundled, .caseAnswered, .caseRuled,
            .obligationFulfilled, .caseClosed:
            .manageCases
        case .listSubmitted, .listsPublished, .listObjected, .listObjectionAnswered, .candidateReplaced,
            .candidateStatusSet:
            .manageCandidates
        case .papersIssued, .paperReturned: .issuePapers
        case .minutesWorded: .holdPlenaries
        default: knownDescription.permission
        }
    }

    /// The acts whose fields are described, by their kinds.
    private static let descriptions: [Act.Kind: any DescribedAct.Type] = Dictionary(
        uniqueKeysWithValues: StageRegister.acts.map { ($0.kind, $0) }
    )

    /// The act of this kind whose fields are described; `nil` where it is another one.
    public var described: (any DescribedAct.Type)? { Self.descriptions[self] }

    /// The kinds of act whose fields are described, in their order.
    public static let allDescribed = Act.Kind.allCases.filter { $0.described != nil }

    private var knownDescription: any DescribedAct.Type {
        guard let described else { preconditionFailure("\(rawValue) is neither named here nor described") }
        return described
    }

    /// Whether such an act is of facts that were established elsewhere.
    public var isTakenOver: Bool { permission == nil && !follows }

    /// Whether the office adds such an act by itself, where it follows from another.
    public var follows: Bool { self == .formHeld || self == .evidenceFlagged }

    /// Whether such an act is published: what is not official yet, and who works in the office, is not.
    public var isPublic: Bool {
        switch self {
        case .setUp, .filesNamed, .ruleDecided, .contestOpened, .tieDecided, .readingOpened, .formsTaken,
            .figuresCertified, .figuresReported, .seatsDetermined, .keyNamed, .logSucceeded, .formReopened,
            .evidenceAdded, .evidenceWithdrawn, .revotesKnown, .plenaryCalled, .plenaryOpened,
            .plenaryAttended,
            .plenaryLeft, .unitsRead, .objectionRaised, .objectionAnswered, .figuresCorrected, .eventNoted,
            .plenaryClosed, .plenarySigned, .certificateIssued, .decisionTaken, .plenaryAbandoned,
            .revoteProposed,
            .revoteRecommended, .revoteDecided, .revoteHeld, .auditDrawn, .auditRead, .listTieDecided,
            .seatTieDecided,
            .resultDetermined, .resultAnnounced, .membersProposed, .membersDecreed, .membersSworn,
            .memberPostponed, .memberReplaced, .caseRegistered,
            .hearingHeld, .evidenceBundled, .caseAnswered, .caseRuled, .obligationFulfilled, .caseClosed,
            .listsPublished,
            .listObjected, .listObjectionAnswered, .candidateReplaced, .candidateStatusSet, .papersIssued,
            .paperReturned:
            true
        case .divisionsNamed, .accountOpened, .accountClosed, .signInReset, .mandateGiven, .mandateEnded,
            .deskOpened, .formEntered, .formSentBack, .formDecided, .formHeld, .formApproved, .formReturned,
            .evidenceFlagged, .listSubmitted, .minutesWorded:
            false
        default: knownDescription.isPublic
        }
    }
}

extension Act {
    /// The ballot whose figures or seats it may change: evidence changes none, nor do lists, or what is determined.
    var touchedBallot: Ballot? {
        switch self {
        case .evidenceAdded, .evidenceWithdrawn, .candidacy: nil
        case .result(.seatTieDecided(let act)): act.ballot
        case .result: nil
        default: ballot
        }
    }
}

extension ElectionState {
    /// Where an act takes effect: what a mandate must reach; `nil` for the whole election.
    public func place(of act: Act) -> RegionCode? {
        switch act {
        case .plenary(.called(let act)): act.region
        case .plenary(let act): plenaries[act.plenary]?.region
        case .paper(.worded(let act)): plenaries[act.plenary]?.region
        case .audit(.read(let act)): act.form.station.village
        case .audit(.drawn(let act)): plenaries[act.plenary]?.region
        case .revote(.proposed(let act)): act.revote.station.village
        case .revote(let act): revotes[act.number]?.station.village
        case .described(let act): act.place(in: self)
        default: (act.form?.station ?? act.evidencePlace?.station)?.village
        }
    }
}
