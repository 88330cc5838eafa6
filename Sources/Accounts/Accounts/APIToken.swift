/// What a program signs in with, for some of what its account may do.
///
/// Times are seconds since 1970.
public struct APIToken: Hashable, Sendable {
    /// What its text is known by.
    public let id: TokenDigest
    /// Whose it is.
    public let account: AccountName
    /// What its owner calls it, 1…100 bytes; no two of an account are called the same.
    public let name: String
    /// The names of the permissions that it is limited to.
    public let permissions: Set<String>
    /// When it was made.
    public let created: Int
    /// When it ends.
    public let expires: Int
    /// The account's ``Account/resets`` when it was made.
    public let resets: Int

    /// A token.
    public init(
        id: TokenDigest,
        account: AccountName,
        name: String,
        permissions: Set<String>,
        created: Int,
        expires: Int,
        resets: Int
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.permissions = permissions
        self.created = created
        self.expires = expires
        self.resets = resets
    }
}

/// The link with which the first account is set up.
public struct FirstLink: Hashable, Sendable {
    /// What its token is known by.
    public let id: TokenDigest
    /// When it ends, in seconds since 1970.
    public let expires: Int

    /// A link.
    public init(id: TokenDigest, expires: Int) {
        (self.id, self.expires) = (id, expires)
    }
}
