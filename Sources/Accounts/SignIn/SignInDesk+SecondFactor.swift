/// What an authenticator app is set up with.
public struct Enrolment: Hashable, Sendable {
    /// The `otpauth` address, for a picture.
    public let address: Secret
    /// The secret in base 32, to be typed.
    public let secret: Secret
}

extension SignInDesk {
    /// Takes the code that is wanted, of the app or a recovery code; each counts once.
    ///
    /// - Parameters:
    ///   - token: Of the session, which goes on under another.
    ///   - code: What was typed.
    ///   - address: Where from.
    /// - Returns: The session.
    /// - Throws: ``SignInFault/code``, ``SignInFault/stage(_:)`` when none is wanted, ``SignInFault/wait(seconds:)``,
    ///   ``SignInFault/noSession``, ``SignInFault/store(_:)``.
    public func giveCode(
        _ token: String,
        _ code: String,
        from address: String
    ) async throws(SignInFault) -> SignedIn {
        let (session, _, stage) = try await find(token)
        guard stage == .code else { throw .stage(stage) }
        var event = SecurityEvent.codeAccepted
        let changed = try await proveCode(session, from: address) { (account) throws(SignInFault) in
            event = try self.use(code, of: &account)
        }
        try await note(event, of: session.account, from: address)
        return try await begin(changed, hasCode: true, since: session.created, insteadOf: session.id)
    }

    /// Begins to set up an app, in place of the one there is; it counts when a code of it was given.
    ///
    /// - Parameters:
    ///   - token: Of the session.
    ///   - password: Of the account; not asked when the app is wanted at the sign-in.
    ///   - office: What the app calls the office.
    ///   - address: Where from.
    /// - Returns: What the app is set up with.
    /// - Throws: ``SignInFault/stage(_:)``, ``SignInFault/refused`` for a wrong password; as
    ///   ``signIn(_:password:from:)``.
    public func beginEnrolment(
        _ token: String,
        password: String?,
        office: String,
        from address: String
    ) async throws(SignInFault) -> Enrolment {
        let (session, account, stage) = try await find(token)
        guard stage == .enrolment || stage == .full else { throw .stage(stage) }
        if stage == .full {
            let keys = try await attempt(account.name.text, from: address, of: account.name)
            guard try await prove(account, password ?? "", keys, from: address) != nil else { throw .refused }
        }
        let secret = random(TOTP.secretSize)
        let sealed = key.seal(secret, for: account.name, nonce: random(Libcrypto.nonceSize))
        try await change(of: session) { account in account.pending = sealed }
        return Enrolment(
            address: TOTP.address(secret, account: account.name, office: office),
            secret: Secret(Base32.text(secret))
        )
    }

    /// Ends setting up an app, by a code of it; all other sessions of the account end.
    ///
    /// - Parameters:
    ///   - token: Of the session, which goes on under another.
    ///   - code: What was typed.
    ///   - address: Where from.
    /// - Returns: The session, and ten recovery codes, shown this once.
    /// - Throws: ``SignInFault/noEnrolment``, ``SignInFault/code``, ``SignInFault/stage(_:)``,
    ///   ``SignInFault/wait(seconds:)``, ``SignInFault/noSession``, ``SignInFault/store(_:)``.
    public func confirmEnrolment(
        _ token: String,
        code: String,
        from address: String
    ) async throws(SignInFault) -> (session: SignedIn, recovery: [Secret]) {
        let (session, account, stage) = try await find(token)
        guard stage == .enrolment || stage == .full else { throw .stage(stage) }
        guard account.pending != nil else { throw .noEnrolment }
        let codes = RecoveryCode.make(random)
        let marks = marks(codes, of: account.name)
        let time = clock()
        let changed = try await proveCode(session, from: address) { (account) throws(SignInFault) in
            guard let sealed = account.pending else { throw .noEnrolment }
            let secret = try self.open(sealed, of: account.name)
            guard let step = TOTP.step(of: code, secret, at: time, after: -1) else { throw .code }
            account.factor = Account.SecondFactor(sealed: sealed, lastStep: step)
            (account.pending, account.recovery) = (nil, marks)
            account.generation += 1
        }
        try await endSessions(of: account.name)
        try await note(.factorEnrolled, of: account.name, from: address)
        let signedIn = try await begin(changed, hasCode: true, since: session.created, insteadOf: nil)
        return (signedIn, codes)
    }

    /// Hands out new recovery codes, for a code of the app; earlier ones count no more.
    ///
    /// - Parameters:
    ///   - token: Of the session.
    ///   - code: What was typed.
    ///   - address: Where from.
    /// - Returns: Ten codes, shown this once.
    /// - Throws: As ``confirmEnrolment(_:code:from:)``; ``SignInFault/noEnrolment`` when there is no app.
    public func renewRecoveryCodes(
        _ token: String,
        code: String,
        from address: String
    ) async throws(SignInFault) -> [Secret] {
        let (session, account, stage) = try await find(token)
        guard stage == .full else { throw .stage(stage) }
        guard account.factor != nil else { throw .noEnrolment }
        let codes = RecoveryCode.make(random)
        let marks = marks(codes, of: account.name)
        try await proveCode(session, from: address) { (account) throws(SignInFault) in
            try self.useApp(code, of: &account)
            account.recovery = marks
        }
        try await note(.recoveryCodesRenewed, of: account.name, from: address)
        return codes
    }

    /// Changes the account of a session if a code is right, which `body` finds out.
    @discardableResult
    private func proveCode(
        _ session: Session,
        from address: String,
        _ body: (inout Account) throws(SignInFault) -> Void
    ) async throws(SignInFault) -> Account {
        let keys: [Throttle.Key] = [.code(session.account), .address(String(address.prefix(64)))]
        try await attempt(keys, of: session.account, from: address)
        do throws(SignInFault) {
            let changed = try await change(of: session, body)
            succeed(keys)
            return changed
        } catch {
            if error == .code { try await note(.codeRefused, of: session.account, from: address) }
            throw error
        }
    }

    /// Uses a code up, of whichever kind.
    private func use(_ code: String, of account: inout Account) throws(SignInFault) -> SecurityEvent {
        guard let plain = RecoveryCode.plain(code) else {
            try useApp(code, of: &account)
            return .codeAccepted
        }
        let mark = key.mark(plain, of: account.name)
        let left = account.recovery.filter { !Libcrypto.areEqual(Array($0.utf8), Array(mark.utf8)) }
        guard left.count < account.recovery.count else { throw .code }
        account.recovery = left
        return .recoveryCodeUsed
    }

    private func useApp(_ code: String, of account: inout Account) throws(SignInFault) {
        guard let factor = account.factor else { throw .noEnrolment }
        let secret = try open(factor.sealed, of: account.name)
        guard let step = TOTP.step(of: code, secret, at: clock(), after: factor.lastStep) else { throw .code }
        account.factor?.lastStep = step
    }

    private func open(_ sealed: String, of account: AccountName) throws(SignInFault) -> [UInt8] {
        guard let secret = key.open(sealed, for: account) else {
            throw .store(.damaged("the second factor of \(account) was sealed with another key"))
        }
        return secret
    }

    private func marks(_ codes: [Secret], of account: AccountName) -> [String] {
        codes.compactMap { RecoveryCode.plain($0.text) }.map { key.mark($0, of: account) }
    }
}
