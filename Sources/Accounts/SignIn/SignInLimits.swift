/// How long things last at the desk, and how many there may be.
///
/// Times in seconds.
public struct SignInLimits: Hashable, Sendable {
    /// A session that is not used ends.
    public var idle = 30 * 60
    /// A session ends, however it is used.
    public var session = 12 * 60 * 60
    /// A session ends in which a code, a password or an app is still wanted.
    public var unfinished = 10 * 60
    /// How long a temporary password counts.
    public var temporary = 3 * 24 * 60 * 60
    /// How long the link to the first account counts.
    public var firstLink = 60 * 60
    /// The most sessions of an account; the one not used for longest ends.
    public var sessions = 20
    /// The most tokens of an account.
    public var tokens = 20
    /// The longest life of a token.
    public var tokenLife = 400 * 24 * 60 * 60
    /// What trying a password costs.
    public var cost = ScryptCost.standard
    /// How many passwords are tried at once.
    public var hashesAtOnce = 2
    /// How many wait for that; others are refused.
    public var hashesWaiting = 64
    /// Attempts at one name, or with one account's codes, before there is a wait.
    public var freePerName = 5
    /// Attempts from one address before there is a wait: an office has one.
    public var freePerAddress = 30
    /// The longest wait.
    public var longestWait = 15 * 60
    /// How long an address stays known as one where a name signed in.
    public var knownFor = 30 * 24 * 60 * 60
    /// The most names and addresses that are counted.
    public var counted = 20_000

    /// The usual ones.
    public static let standard = SignInLimits()

    /// The usual ones, to be changed.
    public init() {}
}
