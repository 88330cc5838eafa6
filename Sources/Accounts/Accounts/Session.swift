/// A browser that somebody signed in with.
///
/// Times are seconds since 1970.
public struct Session: Hashable, Sendable {
    /// What its token is known by.
    public let id: TokenDigest
    /// Whose it is.
    public let account: AccountName
    /// The account's ``Account/generation`` when they signed in.
    public let generation: Int
    /// Whether a code was given.
    public let hasCode: Bool
    /// When they signed in.
    public let created: Int
    /// When it was last used, to the minute.
    public let seen: Int

    /// A session.
    public init(
        id: TokenDigest,
        account: AccountName,
        generation: Int,
        hasCode: Bool,
        created: Int,
        seen: Int
    ) {
        self.id = id
        self.account = account
        self.generation = generation
        self.hasCode = hasCode
        self.created = created
        self.seen = seen
    }
}

/// How far somebody has signed in: what is wanted next.
public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// A code of their app, or a recovery code.
    case code
    /// A password of their own.
    case newPassword
    /// An app must be set up: what they may do asks for it.
    case enrolment
    /// Nothing more.
    case full

    /// What is wanted next in a session of an account.
    init(_ session: Session, _ account: Account, needsFactor: Bool) {
        if account.factor != nil, !session.hasCode {
            self = .code
        } else if case .temporary = account.password {
            self = .newPassword
        } else if account.factor == nil, needsFactor {
            self = .enrolment
        } else {
            self = .full
        }
    }
}
