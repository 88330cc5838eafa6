import Accounts
import Elections
import Office

extension DeskParameters {
    /// An account by its name.
    static let account = PathParameter<AccountName>("account") { try? AccountName(parsing: $0) }
    /// A mandate by its number.
    static let mandate = PathParameter<Int>.number("mandate")
}

extension Desk {
    /// Accounts and mandates; reading needs `audit`, which whoever may change them has too.
    var peopleEndpoints: [DeskEndpoint] {
        let account = "desk/people/accounts" / DeskParameters.account
        return [
            DeskEndpoint(.get, "desk/people", .permission(.audit), Self.text("Orang", "People")) {
                call async throws(Refusal) in
                let context = DeskContext(call)
                let search = try call.incoming.query.text("q") ?? ""
                return .page(PeoplePages.list(context, try await signIns(), search: search), context)
            },
            DeskEndpoint(
                .get,
                "desk/people/new",
                .permission(.manageAccounts),
                Self.text("Halaman akun baru", "The page of a new account")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(PeoplePages.new(context, texts: [:]), context)
            },
            DeskEndpoint(
                .post,
                "desk/people/new",
                .permission(.manageAccounts),
                Self.text("Buka akun", "Open an account"),
                takes: .form
            ) { call async throws(Refusal) in try await openAccount(call) },
            DeskEndpoint(.get, account, .permission(.audit), Self.text("Satu akun", "One account")) {
                call async throws(Refusal) in
                let (context, name) = (DeskContext(call), try person(call))
                let signIn = try await signIns().first { $0.name == name }
                return .page(PersonPages.person(context, name, signIn), context)
            },
            DeskEndpoint(
                .get,
                account / "mandate",
                .permission(.manageAccounts),
                Self.text("Halaman mandat baru", "The page of a new mandate")
            ) { call async throws(Refusal) in
                let (context, name) = (DeskContext(call), try person(call))
                return .page(PersonPages.mandate(context, name, texts: [:]), context)
            },
            DeskEndpoint(
                .post,
                account / "mandate",
                .permission(.manageAccounts),
                Self.text("Beri mandat", "Give a mandate"),
                takes: .form
            ) { call async throws(Refusal) in try await giveMandate(call) },
        ] + changeEndpoints(account) + inviteEndpoints + securityLogEndpoints
    }

    /// What is asked once more, with a reason, before it is done.
    private func changeEndpoints(_ account: PathPattern) -> [DeskEndpoint] {
        let mandate = account / "mandates" / DeskParameters.mandate
        return [
            DeskEndpoint(
                .get,
                mandate,
                .permission(.manageAccounts),
                Self.text("Halaman akhir mandat", "The page of a mandate's end")
            ) { call async throws(Refusal) in
                let (context, mandate) = (DeskContext(call), try self.mandate(call))
                return .page(PersonPages.end(context, mandate), context)
            },
            DeskEndpoint(
                .post,
                mandate,
                .permission(.manageAccounts),
                Self.text("Akhiri mandat", "End a mandate"),
                takes: .form
            ) { call async throws(Refusal) in
                let (context, fields) = (DeskContext(call), try await call.form())
                let mandate = try self.mandate(call)
                let (reason, request) = (try fields.required("reason"), try fields.required("request"))
                do throws(DeskRefusal) {
                    try await end(mandate.number, reason, call.caller, request: request)
                    return .seeOther(context.path("people", "accounts", mandate.account))
                } catch {
                    return try again(error, context) { PersonPages.end(context, mandate, fault: $0) }
                }
            },
            DeskEndpoint(
                .get,
                account / "reset",
                .permission(.manageAccounts),
                Self.text("Halaman kata sandi sementara", "The page of a temporary password")
            ) { call async throws(Refusal) in
                let (context, name) = (DeskContext(call), try person(call))
                return .page(PersonPages.reset(context, name), context)
            },
            DeskEndpoint(
                .post,
                account / "reset",
                .permission(.manageAccounts),
                Self.text("Beri kata sandi sementara", "Give a temporary password"),
                takes: .form
            ) { call async throws(Refusal) in
                let (context, fields, name) = (DeskContext(call), try await call.form(), try person(call))
                let (reason, request) = (try fields.required("reason"), try fields.required("request"))
                let withFactor = try fields.text("factor") == "1"
                do throws(DeskRefusal) {
                    let handed = try await reset(
                        name,
                        withFactor: withFactor,
                        reason,
                        call.caller,
                        request: request
                    )
                    return .page(LetterPages.page(context, [Letter(name, handed, [])]), context)
                } catch {
                    return try again(error, context) { PersonPages.reset(context, name, fault: $0) }
                }
            },
            DeskEndpoint(
                .get,
                account / "close",
                .permission(.manageAccounts),
                Self.text("Halaman tutup akun", "The page of an account's end")
            ) { call async throws(Refusal) in
                let (context, name) = (DeskContext(call), try person(call))
                return .page(PersonPages.close(context, name), context)
            },
            DeskEndpoint(
                .post,
                account / "close",
                .permission(.manageAccounts),
                Self.text("Tutup akun", "Close an account"),
                takes: .form
            ) { call async throws(Refusal) in
                let (context, fields, name) = (DeskContext(call), try await call.form(), try person(call))
                let (reason, request) = (try fields.required("reason"), try fields.required("request"))
                do throws(DeskRefusal) {
                    try await close(name, reason, call.caller, request: request)
                    return .seeOther(context.path("people", "accounts", name.text))
                } catch {
                    return try again(error, context) { PersonPages.close(context, name, fault: $0) }
                }
            },
        ]
    }

    private static func text(_ indonesian: String, _ english: String) -> LocalizedText {
        LocalizedText(id: indonesian, en: english)
    }

    /// The account that a path names, if the journal knows it.
    private func person(_ call: Call<DeskCaller>) throws(Refusal) -> AccountName {
        let name = try call.value(DeskParameters.account)
        guard call.caller.state.organisation.accounts[name.text] != nil else { throw Refusal(.notFound) }
        return name
    }

    /// The mandate that a path names, if it is that account's and has not ended.
    private func mandate(_ call: Call<DeskCaller>) throws(Refusal) -> Mandate {
        let (name, number) = (try person(call), try call.value(DeskParameters.mandate))
        let organisation = call.caller.state.organisation
        guard organisation.mandates.indices.contains(number - 1), !organisation.ended.contains(number),
            organisation.mandates[number - 1].account == name.text
        else { throw Refusal(.notFound) }
        return organisation.mandates[number - 1]
    }

    func signIns() async throws(Refusal) -> [Account] {
        do throws(SignInFault) { return try await signIn.accounts() } catch {
            throw refusal(error, otherwise: .failed)
        }
    }

    private func openAccount(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (context, fields) = (DeskContext(call), try await call.form())
        let (text, request) = (try fields.required("account"), try fields.required("request"))
        let texts = try Self.texts(fields)
        var reader = MandateReader(texts, call.caller.state, at: call.caller.time)
        let draft = reader.read()
        func wrong(_ fault: String?) -> Answer {
            var page = PeoplePages.new(context, account: text, fault: fault, texts: texts, reader.faults)
            page.status = 422
            return .page(page, context)
        }
        let name: AccountName
        do throws(AccountName.Fault) { name = try AccountName(parsing: text) } catch {
            return wrong(error.words[context.language])
        }
        guard let draft else { return wrong(nil) }
        do throws(DeskRefusal) {
            let handed = try await open(name, call.caller, request: request)
            try await give(as: call.caller.officer, request: request + "-mandate") {
                draft.mandate($0, for: name.text)
            }
            return .page(LetterPages.page(context, [Letter(name, handed, [draft])]), context)
        } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            return wrong(fault.words[context.language])
        }
    }

    private func giveMandate(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (context, fields, name) = (DeskContext(call), try await call.form(), try person(call))
        let request = try fields.required("request")
        let texts = try Self.texts(fields)
        var reader = MandateReader(texts, call.caller.state, at: call.caller.time)
        guard let draft = reader.read() else {
            var page = PersonPages.mandate(context, name, texts: texts, reader.faults)
            page.status = 422
            return .page(page, context)
        }
        do throws(DeskRefusal) {
            try await give(as: call.caller.officer, request: request) { draft.mandate($0, for: name.text) }
            return .seeOther(context.path("people", "accounts", name.text))
        } catch {
            return try again(error, context) { PersonPages.mandate(context, name, texts: texts, fault: $0) }
        }
    }

    private static func texts(_ fields: Fields) throws(Refusal) -> [MandateDraft.Column: String] {
        var texts: [MandateDraft.Column: String] = [:]
        for column in MandateDraft.Column.allCases { texts[column] = try fields.text(column.rawValue) }
        return texts
    }

    /// A page again, with what does not fit.
    func again(
        _ refusal: DeskRefusal,
        _ context: DeskContext,
        _ page: (String) -> DeskPage
    ) throws(Refusal) -> Answer {
        let words: String
        switch refusal {
        case .misfit(let fault): words = fault.words[context.language]
        case .http(let refusal):
            guard let detail = refusal.detail else { throw refusal }
            words = detail.words[context.language]
        }
        var shown = page(words)
        shown.status = 422
        return .page(shown, context)
    }
}
