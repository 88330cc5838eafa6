import Accounts
import Elections
import Logging
import Office

/// Who asks the desk for something, and what the office knows at that moment.
struct DeskCaller: Sendable {
    /// What the office knows.
    let view: ElectionOffice.View
    /// When, in milliseconds since 1970.
    let time: Int
    /// The account; `nil` for whoever has not signed in.
    let account: AccountName?
    /// Who asks the office; nobody may anything before the sign-in is whole.
    let officer: Officer
    /// The token of the session; `nil` for programs, and before the sign-in.
    let token: String?
    /// What the session's forms carry; `nil` without a session.
    let form: FormToken?
    /// How far somebody has signed in; `nil` without a session.
    let stage: Stage?

    var state: ElectionState { view.state }

    /// Whether they may do something at a place; `nil` asks for the whole election.
    func may(_ permission: Permission, at place: RegionCode?) -> Bool {
        guard let account, case .mandated(let within) = officer.rights, within.contains(permission) else {
            return false
        }
        return state.organisation.may(account.text, permission, at: place, time)
    }

    /// Whether they may do something anywhere.
    func may(_ permission: Permission) -> Bool {
        guard let account, case .mandated(let within) = officer.rights, within.contains(permission) else {
            return false
        }
        return state.organisation.may(account.text, permission, time)
    }

    /// The region that is asked for: the widest in which somebody may do something where they name none.
    ///
    /// - Throws: ``Refusal/Code/notFound`` for a region that is none of theirs.
    func region(_ named: RegionCode?, _ permission: Permission) throws(Refusal) -> RegionCode {
        guard let whole = state.place, let account else { throw Refusal(.notFound) }
        let widest =
            may(permission, at: whole)
            ? whole
            : state.organisation.mandates(of: account.text, at: time).first {
                $0.role.permissions.contains(permission)
            }?.place
        guard let place = named ?? widest else { throw Refusal(.notFound) }
        try check(permission, at: place)
        return place
    }

    /// Refuses whoever may not do something at a place, as if nothing were there.
    func check(_ permission: Permission, at place: RegionCode?) throws(Refusal) {
        guard may(permission, at: place) else { throw Refusal(may(permission) ? .notFound : .forbidden) }
    }
}

extension Desk {
    /// Who asks, if they may do what needs this.
    func authorise(_ incoming: Incoming, _ need: DeskNeed) async throws(Refusal) -> DeskCaller {
        let caller = try await caller(incoming)
        switch need {
        case .nothing: break
        case .begun:
            guard caller.stage != nil else { throw Refusal(.signIn) }
        case .signedIn:
            guard caller.account != nil, caller.stage ?? .full == .full else { throw Refusal(.signIn) }
        case .permission(let permission):
            guard caller.account != nil, caller.stage ?? .full == .full else { throw Refusal(.signIn) }
            guard caller.may(permission) else { throw Refusal(.forbidden) }
        }
        return caller
    }

    private func caller(_ incoming: Incoming) async throws(Refusal) -> DeskCaller {
        let view = await office.view
        let nobody = Officer(account: "", permissions: [])
        if let header = incoming.header("Authorization") {
            let words = header.split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[0].lowercased() == "bearer" else { throw Refusal(.signIn) }
            let token: APIToken
            do throws(SignInFault) { token = try await signIn.apiToken(String(words[1])) } catch {
                throw refusal(error, otherwise: .signIn)
            }
            let within = Set(token.permissions.compactMap(Permission.init))
            return DeskCaller(
                view: view,
                time: time,
                account: token.account,
                officer: Officer(signedIn: token.account.text, within: within),
                token: nil,
                form: nil,
                stage: nil
            )
        }
        let visitor: Visitor?
        let token = incoming.cookie(Self.session)
        do throws(SignInFault) {
            visitor = if let token { try await signIn.visitor(token) } else { nil }
        } catch {
            guard case .noSession = error else { throw refusal(error, otherwise: .signIn) }
            visitor = nil
        }
        guard let visitor else {
            return DeskCaller(
                view: view,
                time: time,
                account: nil,
                officer: nobody,
                token: nil,
                form: nil,
                stage: nil
            )
        }
        return DeskCaller(
            view: view,
            time: time,
            account: visitor.account,
            officer: visitor.stage == .full ? Officer(signedIn: visitor.account.text) : nobody,
            token: token,
            form: FormToken(text: visitor.form.text),
            stage: visitor.stage
        )
    }

    /// The refusal for a fault of the sign-in; what the store says goes to the log alone.
    func refusal(_ fault: SignInFault, otherwise code: Refusal.Code) -> Refusal {
        switch fault {
        case .busy: return Refusal(.busy, retryAfter: .seconds(2))
        case .wait(let seconds): return Refusal(.tooMany, retryAfter: .seconds(seconds))
        case .store(let fault):
            logger.error("accounts", metadata: ["fault": "\(fault)"])
            return Refusal(.failed)
        default: return Refusal(code)
        }
    }
}

extension Call<DeskCaller> {
    /// The fields of a form of our own pages: the session's token is among them.
    ///
    /// - Throws: As ``Body/form()``; ``Refusal/Code/staleForm``.
    func form() async throws(Refusal) -> Fields {
        let fields = try await body.form()
        guard let token = caller.form else { throw Refusal(.signIn) }
        try token.check(fields)
        return fields
    }

    /// A form with a file: of a page of ours its fields or header carry the session's token, of a program neither.
    ///
    /// - Throws: As ``FileForm/init(_:file:)``; ``Refusal/Code/staleForm``.
    func form(_ bounds: Multipart.Bounds, file name: String) async throws(Refusal) -> FileForm {
        let form = try await FileForm(try body.parts(bounds), file: name)
        if let token = caller.form, let sent = incoming.header("X-Form-Token") {
            guard token.isEqual(to: sent) else { throw Refusal(.staleForm) }
        } else if let token = caller.form {
            try token.check(form.fields)
        }
        return form
    }
}
