extension SignInDesk {
    /// Makes the token of the link with which the first account is set up; an earlier one counts no more.
    ///
    /// - Throws: ``SignInFault/link`` when there is an account, ``SignInFault/store(_:)``.
    public func makeFirstLink() async throws(SignInFault) -> Secret {
        let token = makeToken()
        let link = FirstLink(id: TokenDigest(of: token), expires: clock() + limits.firstLink)
        let isEmpty = try await asking { () async throws(F) in try await self.store.accounts().isEmpty }
        guard isEmpty else { throw .link }
        try await asking { () async throws(F) in try await self.store.keep(link) }
        try await note(.firstLinkMade)
        return Secret(token)
    }

    /// Whether the first account can be set up with a token, so that a page can ask for name and password.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    public func isFirstLink(_ token: String) async throws(SignInFault) -> Bool {
        let id = TokenDigest(of: token)
        let (link, isEmpty) = try await asking { () async throws(F) -> (FirstLink?, Bool) in
            (try await self.store.firstLink(), try await self.store.accounts().isEmpty)
        }
        guard let link, isEmpty else { return false }
        return Libcrypto.areEqual(link.id.bytes, id.bytes) && clock() < link.expires
    }

    /// Whether the first account can be set up so, before anything is done.
    ///
    /// - Returns: Its name.
    /// - Throws: ``SignInFault/link``, ``SignInFault/name(_:)``, ``SignInFault/password(_:)``,
    ///   ``SignInFault/wait(seconds:)``, ``SignInFault/store(_:)``.
    public func checkFirst(
        _ token: String,
        name: String,
        password: String,
        from address: String
    ) async throws(SignInFault) -> AccountName {
        let keys = [Throttle.Key.address(String(address.prefix(64)))]
        try await attempt(keys, of: nil, from: address)
        guard try await isFirstLink(token) else {
            try await note(.linkRefused, from: address)
            throw .link
        }
        takeBack(keys)
        let parsed: AccountName
        do throws(AccountName.Fault) { parsed = try AccountName(parsing: name) } catch { throw .name(error) }
        _ = try checked(password, for: parsed)
        return parsed
    }

    /// Sets up the first account; the link counts no more.
    ///
    /// - Parameters:
    ///   - token: Of the link.
    ///   - name: Its name.
    ///   - password: Its password, their own.
    ///   - address: Where from.
    /// - Returns: Their session.
    /// - Throws: ``SignInFault/link``, ``SignInFault/name(_:)``, ``SignInFault/password(_:)``; as
    ///   ``signIn(_:password:from:)``.
    public func setUpFirst(
        _ token: String,
        name: String,
        password: String,
        from address: String
    ) async throws(SignInFault) -> SignedIn {
        let parsed = try await checkFirst(token, name: name, password: password, from: address)
        let hash = try await hashed(try checked(password, for: parsed))
        let account = Account(name: parsed, created: clock(), password: .own(hash))
        guard try await asking({ () async throws(F) in try await self.store.add(account, isFirst: true) })
        else { throw .link }
        try await note(.firstAccount, of: parsed, from: address)
        return try await begin(account, hasCode: false, since: clock(), insteadOf: nil)
    }
}
