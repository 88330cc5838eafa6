public import Elections

/// Something one of the people does next.
public struct Turn: Sendable {
    /// Who.
    public let account: String
    /// What is asked of the office.
    public let act: Act
    /// The account's own name for it: the same whenever the same is asked.
    public let request: String
    /// What somebody tries before it, and must not be allowed.
    public let forbidden: [Forbidden]
    /// How often the typist looked at the paper already.
    let looks: Int

    init(_ account: String, _ act: Act, _ request: String, forbidden: [Forbidden] = [], looks: Int = 0) {
        self.account = account
        self.act = act
        self.request = "\(request)-\(looks)"
        self.forbidden = forbidden
        self.looks = looks
    }
}

/// Something that nobody must be able to do.
public struct Forbidden: Sendable {
    /// What is tried.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A typist types a form a second time.
        case twice
        /// A typist types a form of another subdistrict.
        case elsewhere
        /// A typist decides where typists differ.
        case decision
        /// The resolver approves.
        case approval
        /// The supervisor types.
        case supervisor
        /// A typist opens an account.
        case account
        /// An account that nobody opened types.
        case stranger
        /// A typist takes over facts.
        case facts
        /// A typist types a form that is accepted.
        case accepted
        /// The resolver sends back a form that changed since it was looked at.
        case unseen
        /// A form of a re-vote is typed before that was held.
        case unheld
        /// The commission decides without a decree, or against without a reason.
        case undecreed
        /// A re-vote is ordered by a decision that was not taken.
        case undecided
        /// Who proposed a re-vote orders it.
        case proposer
        /// A re-vote is ordered or held on the day after the last.
        case late
        /// A re-vote is held without special papers.
        case unpapered
        /// A re-vote is proposed at a station that had one.
        case secondRevote = "second-revote"
        /// A plenary is opened with too few members.
        case quorum
        /// Papers are signed before the end, or certificates issued before everybody was asked.
        case unsigned
        /// A plenary is closed with columns unread.
        case unread
        /// A column is read twice as it stands.
        case readTwice = "read-twice"
        /// A form that a plenary read is taken back.
        case formRead = "form-read"
        /// Somebody objects who is not there.
        case absent
        /// Somebody objects who has no voice.
        case voiceless
        /// Who objected answers.
        case ownObjection = "own-objection"
        /// An objection is deferred by the last tier that the ballot reaches.
        case lastTier = "last-tier"
        /// A plenary is closed with an objection unanswered, or one is answered that nobody raised.
        case unanswered
        /// A figure is corrected without the chair's initials.
        case initials
        /// A figure is corrected that does not stand there.
        case otherFigure = "other-figure"
        /// The same figures are called to another plenary without a ground.
        case calledTwice = "called-twice"
        /// A plenary that was given up is opened again.
        case givenUp = "given-up"
        /// Something is noted once the plenary is closed.
        case closed
        /// Somebody signs twice.
        case signedTwice = "signed-twice"
        /// Dice are thrown a second time.
        case thrownTwice = "thrown-twice"
        /// A case is answered or ruled before its time, or closed before it is ruled.
        case caseStep = "case-step"
        /// A result is determined by a typist, or by a decision that was not taken.
        case undetermined
        /// Members take the oath before they are decreed.
        case undecreedOath = "undecreed-oath"
        /// Another party's candidate takes a seat.
        case otherParty = "other-party"
        /// Somebody is replaced who can take the seat.
        case standing
        /// A typist reads for the audit.
        case rereader
        /// A form is read a second time for the audit.
        case rereadTwice = "reread-twice"

        /// What is tried while forms are counted; the rest needs re-votes and plenaries.
        public static let ofCount: Set<Kind> = [
            .twice, .elsewhere, .decision, .approval, .supervisor, .account, .stranger, .facts, .accepted,
            .unseen,
        ]
    }

    /// How the office answers.
    public enum Answer: Hashable, Sendable {
        /// Not to this account.
        case notPermitted
        /// It does not fit.
        case fault(ActFault)
    }

    /// What is tried.
    public let kind: Kind
    /// Who tries.
    public let account: String
    /// What is asked of the office.
    public let command: Command
    /// What the office must answer.
    public let answer: Answer
}
