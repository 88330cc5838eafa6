extension SignInDesk {
    /// Makes a token for a program.
    ///
    /// - Parameters:
    ///   - token: Of the session of its owner.
    ///   - name: What its owner calls it.
    ///   - permissions: The names of the permissions that it is limited to.
    ///   - expires: When it ends, in seconds since 1970.
    /// - Returns: Its text, shown this once.
    /// - Throws: ``SignInFault/token(_:)``, ``SignInFault/stage(_:)``, ``SignInFault/noSession``,
    ///   ``SignInFault/store(_:)``.
    public func makeAPIToken(
        _ token: String,
        name: String,
        permissions: Set<String>,
        expires: Int
    ) async throws(SignInFault) -> Secret {
        let (session, account, stage) = try await find(token)
        guard stage == .full else { throw .stage(stage) }
        let time = clock()
        try Self.check(name, permissions)
        guard expires > time, expires - time <= limits.tokenLife else {
            throw .token(.expiry(most: limits.tokenLife))
        }
        let others = try await tokens(of: account.name)
        guard others.count < limits.tokens else { throw .token(.many(others.count)) }
        guard !others.contains(where: { $0.name == name }) else { throw .token(.taken) }
        let text = Self.mark + makeToken()
        let made = APIToken(
            id: TokenDigest(of: text),
            account: account.name,
            name: name,
            permissions: permissions,
            created: time,
            expires: expires,
            resets: account.resets
        )
        // What was free a moment ago is not now: the account was reset, or the name was taken.
        guard try await asking({ () async throws(F) in try await self.store.add(made) }) else {
            throw .token(.taken)
        }
        try await note(.tokenMade, of: session.account)
        return Secret(text)
    }

    /// The token of a text: whose it is, and what it is limited to.
    ///
    /// - Throws: ``SignInFault/noToken``, ``SignInFault/store(_:)``.
    public func apiToken(_ text: String) async throws(SignInFault) -> APIToken {
        guard text.utf8.count == Self.mark.utf8.count + 64, text.hasPrefix(Self.mark) else { throw .noToken }
        let id = TokenDigest(of: text)
        let token = try await asking { () async throws(F) in try await self.store.token(id) }
        guard let token, clock() < token.expires else { throw .noToken }
        return token
    }

    /// The tokens of an account, by their names; also those that are over.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    public func tokens(of account: AccountName) async throws(SignInFault) -> [APIToken] {
        try await asking { () async throws(F) in try await self.store.tokens(of: account) }
    }

    /// Revokes a token of an account.
    ///
    /// - Parameters:
    ///   - id: Which.
    ///   - account: Whose.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Throws: ``SignInFault/noToken``, ``SignInFault/store(_:)``.
    public func revoke(_ id: TokenDigest, of account: AccountName, by: AccountName) async throws(SignInFault)
    {
        guard try await asking({ () async throws(F) in try await self.store.remove([id], of: account) })
        else { throw .noToken }
        try await note(.tokenRevoked, of: account, by: by)
    }

    /// Where tokens are found in files that were published by mistake, this tells what they are.
    private static let mark = "pleno_"

    private static func check(_ name: String, _ permissions: Set<String>) throws(SignInFault) {
        guard (1...100).contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw .token(.name) }
        let isNamed = permissions.allSatisfy { permission in
            (1...100).contains(permission.utf8.count)
                && permission.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"),
                        UInt8(ascii: "_"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
        guard !permissions.isEmpty, isNamed else { throw .token(.permissions) }
    }
}
