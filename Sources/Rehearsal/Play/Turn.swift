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
