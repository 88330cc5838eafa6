/// Why the desk did not do what it was asked.
public enum SignInFault: Error, Hashable, Sendable {
    /// Name or password are wrong; which, or whether there is such an account, is not told.
    case refused
    /// There were too many attempts: when to come again.
    case wait(seconds: Int)
    /// Too many are signing in at this moment.
    case busy
    /// The code is wrong, too old, or was used.
    case code
    /// The link to the first account is wrong, too old, or was used; or there is an account.
    case link
    /// The new password cannot be one.
    case password(PasswordFault)
    /// The name cannot be one.
    case name(AccountName.Fault)
    /// There is an account of this name.
    case taken(AccountName)
    /// There is no account of this name; only told to who administers accounts.
    case unknown(AccountName)
    /// There is no such session, or it is over.
    case noSession
    /// Something else is wanted first, or was done already.
    case stage(Stage)
    /// No app is being set up.
    case noEnrolment
    /// There is no such token, or it is over.
    case noToken
    /// The token cannot be made so.
    case token(TokenFault)
    /// It could not be stored or written down.
    case store(AccountStoreFault)

    /// Why a token cannot be made.
    public enum TokenFault: Hashable, Sendable {
        /// Its name does not have 1…100 bytes, or holds a control character.
        case name
        /// The account has a token of this name.
        case taken
        /// It has no permissions, or one whose name is not of 1…100 letters, digits and `.:_-`.
        case permissions
        /// It would end before now, or later than it may; the most seconds.
        case expiry(most: Int)
        /// The account has so many already.
        case many(Int)
    }
}
