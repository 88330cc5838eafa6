/// Who can sign in; nothing of what they may do.
///
/// Times are seconds since 1970.
public struct Account: Hashable, Sendable {
    /// The password, as far as it is kept.
    public enum Password: Hashable, Sendable {
        /// Their own.
        case own(PasswordHash)
        /// One they were given, good until a time and to be changed at once.
        case temporary(PasswordHash, until: Int)
    }

    /// An authenticator app.
    public struct SecondFactor: Hashable, Sendable {
        /// Its secret, sealed, in hexadecimal digits.
        public var sealed: String
        /// The number of the last code that was used.
        public var lastStep: Int

        /// An app.
        public init(sealed: String, lastStep: Int) {
            (self.sealed, self.lastStep) = (sealed, lastStep)
        }
    }

    /// Their name.
    public let name: AccountName
    /// When it was made.
    public let created: Int
    /// The password.
    public var password: Password
    /// The app, once it is set up.
    public var factor: SecondFactor?
    /// The sealed secret of an app that is being set up.
    public var pending: String?
    /// What the recovery codes that are left are known by, 64 hexadecimal digits each.
    public var recovery: [String]
    /// Whether nobody can sign in with it.
    public var isClosed: Bool
    /// How often password or app were changed; sessions from before are over.
    public var generation: Int
    /// How often somebody else changed them; tokens from before are void.
    public var resets: Int
    /// How often it was stored again: what was read before cannot be put back.
    public let version: Int

    /// An account.
    public init(
        name: AccountName,
        created: Int,
        password: Password,
        factor: SecondFactor? = nil,
        pending: String? = nil,
        recovery: [String] = [],
        isClosed: Bool = false,
        generation: Int = 0,
        resets: Int = 0,
        version: Int = 0
    ) {
        self.name = name
        self.created = created
        self.password = password
        self.factor = factor
        self.pending = pending
        self.recovery = recovery
        self.isClosed = isClosed
        self.generation = generation
        self.resets = resets
        self.version = version
    }
}

extension Account.Password {
    /// What a password is checked against.
    var hash: PasswordHash {
        switch self {
        case .own(let hash), .temporary(let hash, _): hash
        }
    }

    /// Whether it counts at a time.
    func counts(at time: Int) -> Bool {
        switch self {
        case .own: true
        case .temporary(_, let until): time < until
        }
    }
}
