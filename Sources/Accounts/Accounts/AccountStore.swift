/// Where the accounts of one office lie; erasable, and never part of its journal.
///
/// What returns is on the disk. Every store keeps the same contract, which one suite of tests holds it to.
public protocol AccountStore: Sendable {
    /// Adds an account.
    ///
    /// - Parameters:
    ///   - account: A new one.
    ///   - isFirst: Whether it must be the first of all; then the link to it goes.
    /// - Returns: Whether it was added: not when its name is taken, or it is not the first.
    /// - Throws: ``AccountStoreFault``.
    func add(_ account: Account, isFirst: Bool) async throws(AccountStoreFault) -> Bool

    /// The account of a name.
    func account(_ name: AccountName) async throws(AccountStoreFault) -> Account?

    /// All accounts, by their names.
    func accounts() async throws(AccountStoreFault) -> [Account]

    /// Stores an account again.
    ///
    /// - Returns: Whether it was: not when another version than ``Account/version`` is there.
    func replace(_ account: Account) async throws(AccountStoreFault) -> Bool

    /// Keeps the link to the first account, in place of an earlier one.
    func keep(_ link: FirstLink) async throws(AccountStoreFault)

    /// The link to the first account.
    func firstLink() async throws(AccountStoreFault) -> FirstLink?

    /// Adds a session.
    ///
    /// - Parameters:
    ///   - session: A new one.
    ///   - former: One that must be there and ends with it.
    /// - Returns: Whether it was added: not when the account is closed or of another generation, or the former one
    ///   is not there.
    /// - Throws: ``AccountStoreFault``.
    func add(_ session: Session, insteadOf former: TokenDigest?) async throws(AccountStoreFault) -> Bool

    /// The session of a token.
    func session(_ id: TokenDigest) async throws(AccountStoreFault) -> Session?

    /// Writes down when a session was last used.
    func touch(_ id: TokenDigest, at time: Int) async throws(AccountStoreFault)

    /// The sessions of an account, the last used first.
    func sessions(of account: AccountName) async throws(AccountStoreFault) -> [Session]

    /// Ends sessions of an account, for good; whether one of them was there.
    @discardableResult
    func end(_ sessions: [TokenDigest], of account: AccountName) async throws(AccountStoreFault) -> Bool

    /// Removes all sessions that began before a time, or were last used before another.
    func endSessions(begunBefore begun: Int, seenBefore seen: Int) async throws(AccountStoreFault)

    /// Adds a token.
    ///
    /// - Returns: Whether it was added: not when the account has one of that name, is closed, or was reset meanwhile.
    func add(_ token: APIToken) async throws(AccountStoreFault) -> Bool

    /// The token of a text; `nil` also when its account is closed, or was reset since.
    func token(_ id: TokenDigest) async throws(AccountStoreFault) -> APIToken?

    /// The tokens of an account, by their names.
    func tokens(of account: AccountName) async throws(AccountStoreFault) -> [APIToken]

    /// Removes tokens of an account, for good; whether one of them was there.
    @discardableResult
    func remove(_ tokens: [TokenDigest], of account: AccountName) async throws(AccountStoreFault) -> Bool

    /// Ends the work with it. Everything asked later throws ``AccountStoreFault/closed``.
    func close() async
}

/// Why accounts or the security log could not do what they were asked.
public enum AccountStoreFault: Error, Hashable, Sendable {
    /// No room is left.
    case full
    /// It must not be written.
    case readOnly
    /// It took longer than it may.
    case timeout
    /// It was closed.
    case closed
    /// What is stored cannot be what was written: where, and what is wrong with it.
    case damaged(String)
    /// It cannot be reached, or does not work; in the words of the system, for the log.
    case unavailable(String)
}
