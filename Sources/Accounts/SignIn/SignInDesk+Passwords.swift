extension SignInDesk {
    /// Gives somebody another password of their own; all other sessions of theirs end.
    ///
    /// - Parameters:
    ///   - token: Of their session, which goes on under another.
    ///   - old: What was typed as the old one.
    ///   - new: What was typed as the new one.
    ///   - address: Where from.
    /// - Returns: The session.
    /// - Throws: ``SignInFault/password(_:)``, ``SignInFault/refused`` for a wrong old one, ``SignInFault/stage(_:)``
    ///   before a code that is wanted; as ``signIn(_:password:from:)``.
    public func changePassword(
        _ token: String,
        from old: String,
        to new: String,
        at address: String
    ) async throws(SignInFault) -> SignedIn {
        let (session, account, stage) = try await find(token)
        guard stage != .code else { throw .stage(stage) }
        let text = try checked(new, for: account.name)
        let keys = try await attempt(account.name.text, from: address, of: account.name)
        guard try await prove(account, old, keys, from: address) != nil else { throw .refused }
        guard text != PasswordText(typed: old) else { throw .password(.unchanged) }
        let hash = try await hashed(text)
        let changed = try await change(of: session) { account in
            account.password = .own(hash)
            account.generation += 1
        }
        try await endSessions(of: account.name)
        try await note(.passwordChanged, of: account.name, from: address)
        return try await begin(changed, hasCode: session.hasCode, since: session.created, insteadOf: nil)
    }

    /// Makes an account with a temporary password.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Returns: The password, to be handed over.
    /// - Throws: ``SignInFault/taken(_:)``, ``SignInFault/busy``, ``SignInFault/store(_:)``.
    public func makeAccount(_ name: AccountName, by: AccountName) async throws(SignInFault) -> Secret {
        let (secret, password) = try await makeTemporary()
        let account = Account(name: name, created: clock(), password: password)
        guard try await asking({ () async throws(F) in try await self.store.add(account, isFirst: false) })
        else { throw .taken(name) }
        try await note(.accountMade, of: name, by: by)
        return secret
    }

    /// Gives an account a temporary password; its sessions and tokens end.
    ///
    /// - Parameters:
    ///   - account: Whose.
    ///   - withFactor: Whether its app and recovery codes are taken off too.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Returns: The password, to be handed over.
    /// - Throws: ``SignInFault/unknown(_:)``, ``SignInFault/busy``, ``SignInFault/store(_:)``.
    public func resetPassword(
        of account: AccountName,
        withFactor: Bool = false,
        by: AccountName
    ) async throws(SignInFault) -> Secret {
        let (secret, password) = try await makeTemporary()
        try await change(account) { account in
            account.password = password
            account.pending = nil
            if withFactor { (account.factor, account.recovery) = (nil, []) }
            account.generation += 1
            account.resets += 1
        }
        try await endAll(of: account)
        try await note(withFactor ? .factorReset : .passwordReset, of: account, by: by)
        return secret
    }

    /// Gives an account a temporary password, whether anybody could sign in with it before or not: in a restored
    /// office nobody could.
    ///
    /// - Parameters:
    ///   - account: Whose.
    ///   - withFactor: Whether its app and recovery codes are taken off too.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Returns: The password, to be handed over.
    /// - Throws: ``SignInFault/busy``, ``SignInFault/store(_:)``.
    public func handOut(
        to account: AccountName,
        withFactor: Bool,
        by: AccountName
    ) async throws(SignInFault) -> Secret {
        do throws(SignInFault) {
            return try await resetPassword(of: account, withFactor: withFactor, by: by)
        } catch {
            guard case .unknown = error else { throw error }
            return try await makeAccount(account, by: by)
        }
    }

    /// Closes an account, or opens it again; its sessions and tokens end.
    ///
    /// Its name stays taken: the journal holds it.
    ///
    /// - Parameters:
    ///   - account: Whose.
    ///   - isClosed: Whether nobody is to sign in with it.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Throws: ``SignInFault/unknown(_:)``, ``SignInFault/busy``, ``SignInFault/store(_:)``.
    public func set(
        _ account: AccountName,
        isClosed: Bool,
        by: AccountName
    ) async throws(SignInFault) {
        try await change(account) { account in
            account.isClosed = isClosed
            account.generation += 1
            account.resets += 1
        }
        try await endAll(of: account)
        try await note(isClosed ? .accountClosed : .accountReopened, of: account, by: by)
    }

    /// All accounts, by their names.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    public func accounts() async throws(SignInFault) -> [Account] {
        try await asking { () async throws(F) in try await self.store.accounts() }
    }

    /// A password that may become an account's.
    func checked(_ password: String, for account: AccountName) throws(SignInFault) -> PasswordText {
        guard let text = PasswordText(typed: password) else {
            throw .password(.tooLong(bytes: password.utf8.count))
        }
        do throws(PasswordFault) { try text.check(for: account) } catch { throw .password(error) }
        return text
    }

    func hashed(_ password: PasswordText) async throws(SignInFault) -> PasswordHash {
        do throws(PasswordHasher.Busy) {
            return try await hasher.hash(password, salt: random(PasswordHash.saltSize))
        } catch { throw .busy }
    }

    private func makeTemporary() async throws(SignInFault) -> (Secret, Account.Password) {
        let secret = TemporaryPassword.make(random)
        guard let text = PasswordText(typed: secret.text) else { throw .busy }
        return (secret, .temporary(try await hashed(text), until: clock() + limits.temporary))
    }

    private func endAll(of account: AccountName) async throws(SignInFault) {
        try await endSessions(of: account)
        try await asking { () async throws(F) in
            let tokens = try await self.store.tokens(of: account).map(\.id)
            try await self.store.remove(tokens, of: account)
        }
    }
}
