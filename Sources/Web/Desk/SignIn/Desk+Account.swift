import Accounts
import Elections

extension Desk {
    /// Somebody's own account: sessions, tokens.
    var accountEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk/account",
                .signedIn,
                LocalizedText(id: "Akun saya", en: "My account")
            ) { call async throws(Refusal) in
                let (context, session) = (DeskContext(call), try call.session())
                do throws(SignInFault) {
                    let sessions = try await signIn.sessions(of: session.account)
                    let tokens = try await signIn.tokens(of: session.account)
                    let here = TokenDigest(of: session.token)
                    return .page(AccountPages.account(context, sessions, here, tokens), context)
                } catch { throw refusal(error, otherwise: .failed) }
            },
            DeskEndpoint(
                .post,
                "desk/account/sessions",
                .signedIn,
                LocalizedText(id: "Akhiri sesi sendiri", en: "End sessions of one's own"),
                takes: .form
            ) { call async throws(Refusal) in
                let fields = try await call.form()
                let session = try call.session()
                let named = try fields.value("session", TokenDigest.init(hex:))
                let here = TokenDigest(of: session.token)
                do throws(SignInFault) {
                    let all = try await signIn.sessions(of: session.account).map(\.id)
                    let ending = all.filter { if let named { $0 == named } else { $0 != here } }
                    try await signIn.end(ending, of: session.account, by: session.account)
                } catch { throw refusal(error, otherwise: .failed) }
                return .seeOther(DeskContext(call).path("account"))
            },
            DeskEndpoint(
                .get,
                "desk/account/tokens",
                .signedIn,
                LocalizedText(id: "Halaman token baru", en: "The page of a new token")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                _ = try call.session()
                return .page(AccountPages.newToken(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/account/tokens",
                .signedIn,
                LocalizedText(id: "Buat token", en: "Make a token"),
                takes: .form
            ) { call async throws(Refusal) in try await makeToken(call) },
            DeskEndpoint(
                .post,
                "desk/account/tokens/revoke",
                .signedIn,
                LocalizedText(id: "Cabut token", en: "Revoke a token"),
                takes: .form
            ) { call async throws(Refusal) in
                let fields = try await call.form()
                let session = try call.session()
                guard let token = try fields.value("revoke", TokenDigest.init(hex:)) else {
                    throw Refusal(.fieldMissing, field: "revoke")
                }
                do throws(SignInFault) {
                    try await signIn.revoke(token, of: session.account, by: session.account)
                } catch { throw refusal(error, otherwise: .notFound) }
                return .seeOther(DeskContext(call).path("account"))
            },
        ]
    }

    private func makeToken(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let fields = try await call.form()
        let session = try call.session()
        let name = try fields.required("name")
        guard let days = try fields.value("days", { Int($0) }), (1...400).contains(days) else {
            throw Refusal(.fieldInvalid, field: "days")
        }
        // Nobody limits a token to what they may not do themselves.
        var chosen: Set<String> = []
        for permission in Permission.allCases where call.caller.may(permission) {
            if try fields.text(permission.rawValue) == "1" { chosen.insert(permission.rawValue) }
        }
        do throws(SignInFault) {
            let token = try await signIn.makeAPIToken(
                session.token,
                name: name,
                permissions: chosen,
                expires: call.caller.time / 1_000 + days * 86_400
            )
            return .page(AccountPages.token(context, name, token), context)
        } catch {
            return try again(error, context) { AccountPages.newToken(context, name: name, fault: $0) }
        }
    }
}
