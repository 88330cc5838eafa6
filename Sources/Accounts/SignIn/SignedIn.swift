/// What a browser is given when somebody signed in, or went on a stage: the token before it counts no more.
public struct SignedIn: Hashable, Sendable {
    /// The token of the session, for a cookie that scripts cannot read.
    public let token: Secret
    /// What every form carries.
    public let form: Secret
    /// Whose account it is.
    public let account: AccountName
    /// What is wanted next.
    public let stage: Stage
    /// When it ends at the latest, in seconds since 1970.
    public let expires: Int
}

/// Whose request it is.
public struct Visitor: Hashable, Sendable {
    /// The account.
    public let account: AccountName
    /// What is wanted next; nobody does anything before it is ``Stage/full``.
    public let stage: Stage
    /// The session.
    public let session: TokenDigest
    /// What every form carries.
    public let form: Secret
    /// When the session ends at the latest, in seconds since 1970.
    public let expires: Int
}

/// What a form of a session carries, so that no other site can send one.
public enum FormToken: Sendable {
    /// The text for the forms of a session.
    public static func make(for token: String) -> Secret {
        Secret(Hex.text(Libcrypto.hmac(.sha256, key: Array(token.utf8), Array("pleno/form".utf8))))
    }

    /// Whether a form is of the session.
    public static func isRight(_ text: String, for token: String) -> Bool {
        Libcrypto.areEqual(Array(text.utf8), Array(make(for: token).text.utf8))
    }
}
