extension Act.Kind {
    /// What it takes to ask for such an act; `nil` for those that are taken over, or follow from others.
    public var permission: Permission? {
        switch self {
        case .setUp, .filesNamed, .ruleDecided, .contestOpened, .tieDecided, .readingOpened, .formsTaken,
            .figuresCertified, .figuresReported, .seatsDetermined, .formHeld, .evidenceFlagged:
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
        }
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
            .evidenceAdded, .evidenceWithdrawn:
            true
        case .divisionsNamed, .accountOpened, .accountClosed, .signInReset, .mandateGiven, .mandateEnded,
            .deskOpened, .formEntered, .formSentBack, .formDecided, .formHeld, .formApproved, .formReturned,
            .evidenceFlagged:
            false
        }
    }
}

extension Act {
    /// Where it takes effect: what a mandate must reach; `nil` for the whole election.
    public var place: RegionCode? { (form?.station ?? evidencePlace?.station)?.village }

    /// The ballot whose figures it may change: evidence changes none.
    var touchedBallot: Ballot? { evidencePlace == nil ? ballot : nil }
}
