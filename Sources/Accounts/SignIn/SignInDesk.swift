internal import Synchronization

/// The one desk of an office where people sign in; it knows nothing of what they may do.
///
/// A class, because what is counted of failed attempts is one, however often the desk is handed on. These counts are
/// forgotten when the process ends. It reads no clock and makes nothing random itself.
public final class SignInDesk: Sendable {
    let store: any AccountStore
    let key: DeskKey
    let limits: SignInLimits
    let clock: @Sendable () -> Int
    let random: @Sendable (Int) -> [UInt8]
    let hasher: PasswordHasher
    let log: SecurityLog
    private let needsFactor: @Sendable (AccountName) async -> Bool
    private let throttle: Mutex<Throttle>

    /// A desk.
    ///
    /// - Parameters:
    ///   - store: Where the accounts lie.
    ///   - log: Where what happens is written down.
    ///   - key: What hides second factors from whoever has the store alone.
    ///   - limits: How long things last, and how many there may be.
    ///   - clock: Seconds since 1970.
    ///   - random: Makes so many random bytes, fit for secrets.
    ///   - needsFactor: Whether what an account may do asks for a second factor; asked anew at each request.
    public init(
        store: any AccountStore,
        log: SecurityLog,
        key: DeskKey,
        limits: SignInLimits = .standard,
        clock: @escaping @Sendable () -> Int,
        random: @escaping @Sendable (Int) -> [UInt8],
        needsFactor: @escaping @Sendable (AccountName) async -> Bool
    ) {
        (self.store, self.log, self.key, self.limits) = (store, log, key, limits)
        (self.clock, self.random, self.needsFactor) = (clock, random, needsFactor)
        hasher = PasswordHasher(
            cost: limits.cost,
            atOnce: limits.hashesAtOnce,
            waiting: limits.hashesWaiting
        )
        throttle = Mutex(Throttle(limits))
    }

    /// Signs in with a password.
    ///
    /// A name that nobody has costs the same time and gives the same answer as a wrong password. (While the cost is
    /// being raised, accounts that did not sign in since still cost what they did.)
    ///
    /// - Parameters:
    ///   - name: What was typed as the name.
    ///   - password: What was typed as the password.
    ///   - address: Where from; of an IPv6 address the first 64 bits.
    /// - Returns: A session, and what is wanted next.
    /// - Throws: ``SignInFault/refused``, ``SignInFault/wait(seconds:)``, ``SignInFault/busy``,
    ///   ``SignInFault/store(_:)``.
    public func signIn(
        _ name: String,
        password: String,
        from address: String
    ) async throws(SignInFault) -> SignedIn {
        let typed = AccountName.plain(String(name.prefix(200)))
        let name = AccountName(typed: typed)
        let keys = try await attempt(typed, from: address, of: name)
        let account: Account? =
            if let name { try await asking { () async throws(F) in try await self.store.account(name) } } else
            {
                nil
            }
        guard let account = try await prove(account, password, keys, from: address) else { throw .refused }
        await raiseCost(of: account, to: password)
        try await note(.passwordAccepted, of: account.name, from: address)
        do throws(SignInFault) {
            return try await begin(account, hasCode: false, since: clock(), insteadOf: nil)
        } catch {
            // The password was changed while it was tried.
            throw error == .noSession ? .refused : error
        }
    }

    /// Whose request it is that comes with a token.
    ///
    /// - Throws: ``SignInFault/noSession``, ``SignInFault/store(_:)``.
    public func visitor(_ token: String) async throws(SignInFault) -> Visitor {
        let (session, _, stage) = try await find(token)
        return Visitor(
            account: session.account,
            stage: stage,
            session: session.id,
            form: FormToken.make(for: token),
            expires: session.created + limits.session
        )
    }
}

extension SignInDesk {
    /// What stores throw.
    typealias F = AccountStoreFault

    /// Translates what stores throw.
    func asking<Answer: Sendable>(
        _ question: () async throws(F) -> Answer
    ) async throws(SignInFault) -> Answer {
        do throws(F) { return try await question() } catch { throw .store(error) }
    }

    /// Writes down what happened.
    func note(
        _ event: SecurityEvent,
        of account: AccountName? = nil,
        by: AccountName? = nil,
        from address: String? = nil
    ) async throws(SignInFault) {
        let note = SecurityNote(event, of: account, by: by, from: address, at: clock())
        do throws(F) { try await log.note(note) } catch { throw .store(error) }
    }

    /// What is wanted next in a session.
    func stage(_ session: Session, _ account: Account) async -> Stage {
        Stage(session, account, needsFactor: await needsFactor(account.name))
    }

    /// A new token: 256 random bits.
    func makeToken() -> String { Hex.text(random(32)) }
}

extension SignInDesk {
    /// Counts an attempt at a name.
    ///
    /// - Returns: What was counted, for ``succeed(_:)``.
    func attempt(
        _ name: String,
        from address: String,
        of account: AccountName?
    ) async throws(SignInFault) -> [Throttle.Key] {
        let address = String(address.prefix(64))
        let keys = throttle.withLock { $0.keys(name, from: address) }
        try await attempt(keys, of: account, from: address)
        return keys
    }

    /// Counts an attempt.
    func attempt(
        _ keys: [Throttle.Key],
        of account: AccountName?,
        from address: String
    ) async throws(SignInFault) {
        let time = clock()
        guard let wait = throttle.withLock({ $0.begin(keys, at: time) }) else { return }
        if wait.isFirst {
            // What was typed is written down only if it is the name of somebody.
            let known: Account? =
                if let account {
                    try await asking { () async throws(F) in try await self.store.account(account) }
                } else { nil }
            try await note(.throttled, of: known?.name, from: address)
        }
        throw .wait(seconds: wait.seconds)
    }

    /// The attempt was right: a name, or the codes of an account, are counted anew.
    ///
    /// Of an address only this attempt is taken back: whoever has an account could otherwise try others' between its
    /// own sign-ins.
    func succeed(_ keys: [Throttle.Key]) {
        let time = clock()
        throttle.withLock { throttle in
            throttle.takeBack(keys)
            for key in keys {
                guard case .address(let address) = key else { throttle.clear(key, at: time); continue }
                for case .name(let name) in keys { throttle.clear(.known(name, from: address), at: time) }
            }
        }
    }

    /// Nobody looked at the attempt.
    func takeBack(_ keys: [Throttle.Key]) { throttle.withLock { $0.takeBack(keys) } }

    /// The account, if the password is its own.
    ///
    /// - Throws: ``SignInFault/busy``, ``SignInFault/store(_:)``.
    func prove(
        _ account: Account?,
        _ password: String,
        _ keys: [Throttle.Key],
        from address: String
    ) async throws(SignInFault) -> Account? {
        let time = clock()
        var usable = account
        if let account, account.isClosed || !account.password.counts(at: time) { usable = nil }
        if let text = PasswordText(typed: password) {
            let isRight: Bool
            do throws(PasswordHasher.Busy) {
                isRight = try await hasher.isRight(text, usable?.password.hash)
            } catch {
                takeBack(keys)
                throw .busy
            }
            if isRight, let usable {
                succeed(keys)
                return usable
            }
        }
        try await note(.passwordRefused, of: account?.name, from: address)
        return nil
    }

    /// Keeps a password that was right at today's cost; another time will do as well.
    private func raiseCost(of account: Account, to password: String) async {
        guard case .own(let hash) = account.password, hash.cost != limits.cost,
            let text = PasswordText(typed: password),
            let raised = try? await hasher.hash(text, salt: random(PasswordHash.saltSize))
        else { return }
        var changed = account
        changed.password = .own(raised)
        _ = try? await store.replace(changed)
    }
}
