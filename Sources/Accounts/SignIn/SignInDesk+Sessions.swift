extension SignInDesk {
    /// Ends the session of a token; one that is over already is no fault.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    public func signOut(_ token: String) async throws(SignInFault) {
        let id = TokenDigest(of: token)
        let session = try await asking { () async throws(F) in try await self.store.session(id) }
        guard let session else { return }
        let wasThere = try await asking { () async throws(F) in
            try await self.store.end([id], of: session.account)
        }
        if wasThere { try await note(.signedOut, of: session.account) }
    }

    /// The sessions of an account that are not over, the last used first.
    ///
    /// - Throws: ``SignInFault/store(_:)``.
    public func sessions(of account: AccountName) async throws(SignInFault) -> [Session] {
        let stored = try await asking { () async throws(F) in try await self.store.account(account) }
        guard let stored else { return [] }
        let time = clock()
        return try await asking { () async throws(F) in try await self.store.sessions(of: account) }
            .filter { isAlive($0, at: time) && $0.generation == stored.generation }
    }

    /// Ends sessions of an account; all of them, if none are named.
    ///
    /// - Parameters:
    ///   - sessions: Which.
    ///   - account: Whose.
    ///   - by: Who asked for it; the caller has checked that they may.
    /// - Throws: ``SignInFault/store(_:)``.
    public func end(
        _ sessions: [TokenDigest]? = nil,
        of account: AccountName,
        by: AccountName
    ) async throws(SignInFault) {
        try await endSessions(sessions, of: account)
        try await note(.sessionsEnded, of: account, by: by)
    }

    func endSessions(_ sessions: [TokenDigest]? = nil, of account: AccountName) async throws(SignInFault) {
        try await asking { () async throws(F) in
            var ending = sessions ?? []
            if sessions == nil { ending = try await self.store.sessions(of: account).map(\.id) }
            try await self.store.end(ending, of: account)
        }
    }

    /// Begins a session, perhaps in place of another: a token that was known before a stage is of no use behind it.
    ///
    /// - Throws: ``SignInFault/noSession`` when the account was changed or the former session ended meanwhile.
    func begin(
        _ account: Account,
        hasCode: Bool,
        since created: Int,
        insteadOf former: TokenDigest?
    ) async throws(SignInFault) -> SignedIn {
        let (token, time) = (makeToken(), clock())
        let session = Session(
            id: TokenDigest(of: token),
            account: account.name,
            generation: account.generation,
            hasCode: hasCode,
            created: created,
            seen: time
        )
        let isThere = try await asking { () async throws(F) in
            try await self.store.endSessions(
                begunBefore: time - self.limits.session,
                seenBefore: time - self.limits.idle
            )
            let isThere = try await self.store.add(session, insteadOf: former)
            let others = try await self.store.sessions(of: account.name).filter { $0.id != session.id }
            let tooMany = others.dropFirst(self.limits.sessions - 1)
            if !tooMany.isEmpty { try await self.store.end(tooMany.map(\.id), of: account.name) }
            return isThere
        }
        guard isThere else { throw .noSession }
        return SignedIn(
            token: Secret(token),
            form: FormToken.make(for: token),
            account: account.name,
            stage: await stage(session, account),
            expires: created + limits.session
        )
    }

    /// The session of a token, its account, and what is wanted next.
    ///
    /// - Throws: ``SignInFault/noSession``, ``SignInFault/store(_:)``.
    func find(
        _ token: String
    ) async throws(SignInFault) -> (session: Session, account: Account, stage: Stage) {
        guard token.utf8.count == 64 else { throw .noSession }
        let (id, time) = (TokenDigest(of: token), clock())
        let found = try await asking { () async throws(F) -> (Session, Account)? in
            guard let session = try await self.store.session(id),
                let account = try await self.store.account(session.account)
            else { return nil }
            return (session, account)
        }
        guard let (session, account) = found, isAlive(session, at: time), !account.isClosed,
            session.generation == account.generation
        else { throw .noSession }
        let stage = await stage(session, account)
        guard stage == .full || time - session.created < limits.unfinished else { throw .noSession }
        if time - session.seen >= 60 {
            try await asking { () async throws(F) in try await self.store.touch(id, at: time) }
        }
        return (session, account, stage)
    }

    private func isAlive(_ session: Session, at time: Int) -> Bool {
        time - session.created < limits.session && time - session.seen < limits.idle
    }

    /// Changes an account as it is stored, however often others change it meanwhile.
    ///
    /// - Throws: What `body` throws; ``SignInFault/unknown(_:)``, ``SignInFault/busy``, ``SignInFault/store(_:)``.
    @discardableResult
    func change(
        _ name: AccountName,
        _ body: (inout Account) throws(SignInFault) -> Void
    ) async throws(SignInFault) -> Account {
        for _ in 0..<16 {
            let stored = try await asking { () async throws(F) in try await self.store.account(name) }
            guard let stored else { throw .unknown(name) }
            var changed = stored
            try body(&changed)
            let next = changed
            if try await asking({ () async throws(F) in try await self.store.replace(next) }) { return next }
        }
        throw .busy
    }

    /// The same for the account of a session, as long as the session counts.
    @discardableResult
    func change(
        of session: Session,
        _ body: (inout Account) throws(SignInFault) -> Void
    ) async throws(SignInFault) -> Account {
        try await change(session.account) { (account) throws(SignInFault) in
            guard account.generation == session.generation, !account.isClosed else { throw .noSession }
            try body(&account)
        }
    }
}
