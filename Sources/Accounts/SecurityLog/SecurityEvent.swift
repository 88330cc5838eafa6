/// What the security log tells of; the raw value is what is written.
public enum SecurityEvent: String, Hashable, Sendable, CaseIterable {
    /// A file of the log begins; what it follows is in it.
    case fileBegins = "file-begins"
    /// A line that was half written when the machine stopped was cut off.
    case lineCut = "line-cut"
    /// The file before was changed from outside.
    case fileBroken = "file-broken"
    /// The link to the first account was made.
    case firstLinkMade = "first-link-made"
    /// The first account was set up.
    case firstAccount = "first-account"
    /// Somebody had no right link to the first account.
    case linkRefused = "link-refused"
    /// A password was right.
    case passwordAccepted = "password-accepted"
    /// Name or password were wrong; the account stands there only if there is one.
    case passwordRefused = "password-refused"
    /// Somebody tried so often that they have to wait; written once each time.
    case throttled
    /// A code of an app was right.
    case codeAccepted = "code-accepted"
    /// A recovery code was right, and is used.
    case recoveryCodeUsed = "recovery-code-used"
    /// A code was wrong.
    case codeRefused = "code-refused"
    /// Somebody gave themselves another password.
    case passwordChanged = "password-changed"
    /// Somebody set up an app.
    case factorEnrolled = "factor-enrolled"
    /// Somebody took new recovery codes.
    case recoveryCodesRenewed = "recovery-codes-renewed"
    /// An account was made.
    case accountMade = "account-made"
    /// An account got a temporary password.
    case passwordReset = "password-reset"
    /// An account got a temporary password, and its app was taken off.
    case factorReset = "factor-reset"
    /// An account was closed.
    case accountClosed = "account-closed"
    /// A closed account was opened again.
    case accountReopened = "account-reopened"
    /// Somebody signed out.
    case signedOut = "signed-out"
    /// Sessions were ended.
    case sessionsEnded = "sessions-ended"
    /// A token for a program was made.
    case tokenMade = "token-made"
    /// A token for a program was revoked.
    case tokenRevoked = "token-revoked"
}

/// Something that happened, and when and where.
public struct SecurityNote: Hashable, Sendable {
    /// What.
    public let event: SecurityEvent
    /// Whose account it is about.
    public let account: AccountName?
    /// Whose account did it, where that is another.
    public let by: AccountName?
    /// Where from: the address of a machine.
    ///
    /// Only letters, digits and `.:%-` of it are written, 64 bytes at most.
    public let address: String?
    /// When, in seconds since 1970.
    public let time: Int

    /// A note.
    public init(
        _ event: SecurityEvent,
        of account: AccountName? = nil,
        by: AccountName? = nil,
        from address: String? = nil,
        at time: Int
    ) {
        self.event = event
        self.account = account
        self.by = by
        self.address = address
        self.time = time
    }
}
