import Accounts
import Elections
import Office

/// What is done about people: an act first, so that the journal knows of everything, then the sign-in.
extension Desk {
    /// What came of something after which somebody gets a password.
    enum Handed: Sendable {
        case password(Secret)
        /// The same form was sent before; the password was shown then.
        case before
    }

    /// Opens an account.
    func open(_ account: AccountName, _ caller: DeskCaller, request: String) async throws(DeskRefusal)
        -> Handed
    {
        let by = try Self.name(of: caller)
        let opened = AccountOpened(account: account.text)
        let receipt = try await perform(.accountOpened(opened), by: caller, request: request + "-open")
        guard !receipt.isRepeated else { return .before }
        return try await handOut(to: account, withFactor: true, by: by)
    }

    /// Gives somebody a temporary password; all their sessions and tokens end.
    func reset(
        _ account: AccountName,
        withFactor: Bool,
        _ reason: String,
        _ caller: DeskCaller,
        request: String
    ) async throws(DeskRefusal) -> Handed {
        let by = try Self.name(of: caller)
        let change = AccountChanged(account: account.text, reason: reason)
        let receipt = try await perform(.signInReset(change), by: caller, request: request)
        guard !receipt.isRepeated else { return .before }
        return try await handOut(to: account, withFactor: withFactor, by: by)
    }

    /// Closes an account for good; all its sessions end.
    func close(
        _ account: AccountName,
        _ reason: String,
        _ caller: DeskCaller,
        request: String
    ) async throws(DeskRefusal) {
        let by = try Self.name(of: caller)
        guard isAdministered(caller, without: { $0.account == account.text }) else { throw .http(.lastOne) }
        let change = AccountChanged(account: account.text, reason: reason)
        try await perform(.accountClosed(change), by: caller, request: request)
        do throws(SignInFault) { try await signIn.set(account, isClosed: true, by: by) } catch {
            // In a restored office somebody may never have signed in again.
            if case .unknown = error { return }
            throw .http(refusal(error, otherwise: .failed))
        }
    }

    /// Ends a mandate; what it allowed ends with the act.
    func end(
        _ mandate: Int,
        _ reason: String,
        _ caller: DeskCaller,
        request: String
    ) async throws(DeskRefusal) {
        guard isAdministered(caller, without: { $0.number == mandate }) else { throw .http(.lastOne) }
        let ended = MandateEnded(mandate: mandate, reason: reason)
        try await perform(.mandateEnded(ended), by: caller, request: request)
    }

    /// Gives an account a temporary password, whether it could sign in before or not.
    private func handOut(
        to account: AccountName,
        withFactor: Bool,
        by: AccountName
    ) async throws(DeskRefusal) -> Handed {
        do throws(SignInFault) {
            return .password(try await signIn.handOut(to: account, withFactor: withFactor, by: by))
        } catch {
            throw .http(refusal(error, otherwise: .failed))
        }
    }

    /// Whether somebody can still give rights when some mandates are gone: an office must not lock itself out.
    private func isAdministered(_ caller: DeskCaller, without isGone: (Mandate) -> Bool) -> Bool {
        let organisation = caller.state.organisation
        return organisation.accounts.keys.contains { account in
            organisation.mandates(of: account, at: caller.time).contains { mandate in
                mandate.role.permissions.contains(.manageAccounts) && mandate.covers(nil) && !isGone(mandate)
            }
        }
    }

    private static func name(of caller: DeskCaller) throws(DeskRefusal) -> AccountName {
        guard let account = caller.account else { throw .http(Refusal(.signIn)) }
        return account
    }
}

extension Refusal {
    /// Nobody could give rights any more.
    static let lastOne = Refusal(
        .unprocessable,
        detail: RefusalDetail(
            code: "last-administrator",
            words: LocalizedText(
                id: "Ini administrator terakhir. Beri dulu mandat itu kepada orang lain.",
                en: "This is the last administrator. Give that mandate to somebody else first."
            )
        )
    )
}
