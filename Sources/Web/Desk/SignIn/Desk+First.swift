import Accounts
import Elections
import Office

extension Desk {
    /// Who sets up the first account: whoever sits at the console of the machine, which shows the link.
    private static let console = Officer(account: "console", permissions: [.manageAccounts])

    func firstPage(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let link = try call.incoming.query.text("link") ?? ""
        let counts: Bool
        do throws(SignInFault) { counts = try await signIn.isFirstLink(link) } catch {
            throw refusal(error, otherwise: .failed)
        }
        guard counts else { return .page(SignInPages.noLink(context), context) }
        return .page(SignInPages.first(context, link, administrators: administrators(call.caller)), context)
    }

    func setUpFirst(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let fields = try await call.body.form()
        let (link, name) = (try fields.required("link"), try fields.required("name"))
        let (password, address) = (try fields.required("new"), call.incoming.network)
        func page(name fault: String? = nil, password: String? = nil, again: String? = nil) -> DeskPage {
            SignInPages.first(
                context,
                link,
                administrators: administrators(call.caller),
                name: name,
                nameFault: fault,
                passwordFault: password,
                again: again
            )
        }
        func wrong(_ page: DeskPage) -> Answer {
            var page = page
            page.status = 422
            return .page(page, context)
        }
        guard try fields.required("again") == password else {
            return wrong(page(again: SignInPages.differs(context)))
        }
        func refused(_ fault: SignInFault) throws(Refusal) -> Answer {
            if fault == .link { return .page(SignInPages.noLink(context), context) }
            return try again(fault, context) { words in
                if case .name = fault { page(name: words) } else { page(password: words) }
            }
        }
        // Everything is looked at before the journal says that there is such an administrator.
        let account: AccountName
        do throws(SignInFault) {
            account = try await signIn.checkFirst(link, name: name, password: password, from: address)
        } catch { return try refused(error) }
        do throws(DeskRefusal) { try await appoint(account, link) } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            return wrong(page(name: fault.words[context.language]))
        }
        do throws(SignInFault) {
            let signedIn = try await signIn.setUpFirst(link, name: name, password: password, from: address)
            return goOn(signedIn, to: context.step(signedIn.stage))
        } catch { return try refused(error) }
    }

    /// Enters into the journal that an account is an administrator.
    ///
    /// In a restored office the journal may have administrators already: one of them only gets a new sign-in. A name
    /// that the journal does not have gets a mandate, since all of theirs may be over by now; whoever sits at the
    /// console may give it. Any other account stays what it is.
    private func appoint(_ account: AccountName, _ link: String) async throws(DeskRefusal) {
        let (name, organisation) = (account.text, await office.view.state.organisation)
        let request = "first-\(TokenDigest(of: link).description.prefix(16))-\(name)"
        let basis = "first set-up"
        if let isOpen = organisation.accounts[name] {
            if organisation.may(name, .manageAccounts, at: nil, time) {
                let reset = AccountChanged(account: name, reason: basis)
                try await perform(.signInReset(reset), as: Self.console, request: request + "-reset")
                return
            }
            // Opened a moment ago by a set-up that was broken off, it has no mandate yet.
            guard isOpen, !organisation.mandates.contains(where: { $0.account == name }) else {
                throw .misfit(.accountTwice(name))
            }
        } else {
            let opened = AccountOpened(account: name)
            try await perform(.accountOpened(opened), as: Self.console, request: request + "-open")
        }
        try await give(as: Self.console, request: request + "-mandate") { number in
            Mandate(number: number, account: name, role: .administrator, basis: basis)
        }
    }

    /// Gives a mandate under the next number, however many others are given meanwhile.
    @discardableResult
    func give(
        as officer: Officer,
        request: String,
        _ mandate: (Int) -> Mandate
    ) async throws(DeskRefusal) -> Receipt {
        var number = await office.view.state.organisation.mandates.count + 1
        for _ in 0..<16 {
            do throws(DeskRefusal) {
                return try await perform(.mandateGiven(mandate(number)), as: officer, request: request)
            } catch {
                guard case .misfit(.mandateNumber(let next)) = error else { throw error }
                number = next
            }
        }
        throw .http(Refusal(.busy, retryAfter: .seconds(1)))
    }

    /// The accounts that the journal knows as administrators.
    private func administrators(_ caller: DeskCaller) -> [String] {
        let organisation = caller.state.organisation
        return organisation.accounts.keys.filter {
            organisation.may($0, .manageAccounts, at: nil, caller.time)
        }
        .sorted()
    }
}
