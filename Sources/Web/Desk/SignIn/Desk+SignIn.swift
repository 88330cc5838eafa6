import Accounts
import Elections

extension Desk {
    /// Signing in, step by step; the token of the session changes at each.
    var signInEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk/sign-in",
                .nothing,
                LocalizedText(id: "Halaman masuk", en: "The page to sign in")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                if let stage = call.caller.stage { return .seeOther(context.step(stage)) }
                return .page(SignInPages.signIn(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/sign-in",
                .nothing,
                LocalizedText(id: "Masuk dengan kata sandi", en: "Sign in with a password"),
                takes: .form
            ) { call async throws(Refusal) in try await signIn(call) },
            DeskEndpoint(
                .get,
                "desk/first",
                .nothing,
                LocalizedText(id: "Halaman akun pertama", en: "The page of the first account")
            ) { call async throws(Refusal) in try await firstPage(call) },
            DeskEndpoint(
                .post,
                "desk/first",
                .nothing,
                LocalizedText(id: "Siapkan akun pertama", en: "Set up the first account"),
                takes: .form
            ) { call async throws(Refusal) in try await setUpFirst(call) },
            DeskEndpoint(
                .get,
                "desk/code",
                .begun,
                LocalizedText(id: "Halaman kode", en: "The page for a code")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                guard call.caller.stage == .code else {
                    return .seeOther(context.step(call.caller.stage ?? .full))
                }
                return .page(SignInPages.code(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/code",
                .begun,
                LocalizedText(id: "Berikan kode", en: "Give a code"),
                takes: .form
            ) { call async throws(Refusal) in try await giveCode(call) },
            DeskEndpoint(
                .get,
                "desk/new-password",
                .begun,
                LocalizedText(id: "Halaman kata sandi baru", en: "The page for a new password")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                if call.caller.stage == .code { return .seeOther(context.step(.code)) }
                return .page(SignInPages.newPassword(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/new-password",
                .begun,
                LocalizedText(id: "Ganti kata sandi", en: "Change the password"),
                takes: .form
            ) { call async throws(Refusal) in try await changePassword(call) },
            DeskEndpoint(
                .post,
                "desk/sign-out",
                .begun,
                LocalizedText(id: "Keluar", en: "Sign out"),
                takes: .form
            ) { call async throws(Refusal) in
                _ = try await call.form()
                let session = try call.session()
                do throws(SignInFault) { try await signIn.signOut(session.token) } catch {
                    throw refusal(error, otherwise: .failed)
                }
                var answer = Answer.seeOther(DeskContext(call).path("sign-in"))
                answer.cookies = [.removing(Self.session)]
                return answer
            },
        ]
    }

    private func signIn(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let fields = try await call.body.form()
        let (name, password) = (try fields.required("name"), try fields.required("password"))
        do throws(SignInFault) {
            let signedIn = try await signIn.signIn(name, password: password, from: call.incoming.network)
            // What another person left open in this browser ends.
            if let token = call.caller.token { try await signIn.signOut(token) }
            return goOn(signedIn, to: context.step(signedIn.stage))
        } catch {
            return try again(error, context) { SignInPages.signIn(context, name: name, fault: $0) }
        }
    }

    private func giveCode(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let code = try await call.form().required("code")
        let session = try call.session()
        do throws(SignInFault) {
            let signedIn = try await signIn.giveCode(session.token, code, from: call.incoming.network)
            return goOn(signedIn, to: context.step(signedIn.stage))
        } catch {
            return try again(error, context) { SignInPages.code(context, fault: $0) }
        }
    }

    private func changePassword(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let fields = try await call.form()
        let session = try call.session()
        let (old, new) = (try fields.required("old"), try fields.required("new"))
        guard try fields.required("again") == new else {
            var page = SignInPages.newPassword(context, again: SignInPages.differs(context))
            page.status = 422
            return .page(page, context)
        }
        do throws(SignInFault) {
            let signedIn = try await signIn.changePassword(
                session.token,
                from: old,
                to: new,
                at: call.incoming.network
            )
            let isChange = context.caller.stage == .full
            return goOn(signedIn, to: isChange ? context.path("account") : context.step(signedIn.stage))
        } catch {
            let isOld = error == .refused
            let old = LocalizedText(id: "Kata sandi lama salah.", en: "The old password is wrong.")
            return try again(error, context) { words in
                isOld
                    ? SignInPages.newPassword(context, old: old[context.language])
                    : SignInPages.newPassword(context, new: words)
            }
        }
    }
}
