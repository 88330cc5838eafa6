import Accounts
import Elections

extension Desk {
    /// Setting up an authenticator app, at the sign-in or later.
    var appEndpoints: [DeskEndpoint] {
        [
            DeskEndpoint(
                .get,
                "desk/app",
                .begun,
                LocalizedText(id: "Halaman aplikasi", en: "The page of the app")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return try before(context) ?? .page(AppPages.beginning(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/app",
                .begun,
                LocalizedText(id: "Mulai memasang aplikasi", en: "Begin to set up an app"),
                takes: .form
            ) { call async throws(Refusal) in try await beginApp(call) },
            DeskEndpoint(
                .get,
                "desk/app/code",
                .begun,
                LocalizedText(id: "Halaman kode aplikasi", en: "The page for the app's code")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return try before(context) ?? .page(AppPages.code(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/app/code",
                .begun,
                LocalizedText(id: "Selesai memasang aplikasi", en: "End setting up the app"),
                takes: .form
            ) { call async throws(Refusal) in try await confirmApp(call) },
            DeskEndpoint(
                .get,
                "desk/account/codes",
                .signedIn,
                LocalizedText(id: "Halaman kode pemulihan", en: "The page of recovery codes")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(AppPages.renewal(context), context)
            },
            DeskEndpoint(
                .post,
                "desk/account/codes",
                .signedIn,
                LocalizedText(id: "Ambil kode pemulihan baru", en: "Take new recovery codes"),
                takes: .form
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let code = try await call.form().required("code")
                let session = try call.session()
                do throws(SignInFault) {
                    let codes = try await signIn.renewRecoveryCodes(
                        session.token,
                        code: code,
                        from: call.incoming.network
                    )
                    return .page(AppPages.recovery(context, codes, then: context.path("account")), context)
                } catch {
                    return try again(error, context) { AppPages.renewal(context, fault: $0) }
                }
            },
        ]
    }

    /// Where to go for what is wanted before an app.
    private func before(_ context: DeskContext) throws(Refusal) -> Answer? {
        switch context.caller.stage {
        case .enrolment, .full: nil
        case .code: .seeOther(context.step(.code))
        case .newPassword: .seeOther(context.step(.newPassword))
        case nil: throw Refusal(.signIn)
        }
    }

    private func beginApp(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let fields = try await call.form()
        let session = try call.session()
        do throws(SignInFault) {
            let enrolment = try await signIn.beginEnrolment(
                session.token,
                password: try? fields.text("password"),
                office: officeName(call.caller),
                from: call.incoming.network
            )
            return .page(AppPages.secret(context, enrolment), context)
        } catch {
            let isPassword = error == .refused
            return try again(error, context) { words in
                let wrong = context.say("Kata sandi salah.", "The password is wrong.")
                return AppPages.beginning(context, fault: isPassword ? wrong : words)
            }
        }
    }

    private func confirmApp(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let code = try await call.form().required("code")
        let session = try call.session()
        do throws(SignInFault) {
            let (signedIn, codes) = try await signIn.confirmEnrolment(
                session.token,
                code: code,
                from: call.incoming.network
            )
            // The page is already that of the new session: its forms carry the new token.
            let now = DeskContext(call.caller.after(signedIn), call.incoming)
            var answer = Answer.page(AppPages.recovery(now, codes, then: now.step(signedIn.stage)), now)
            answer.cookies = Self.cookies(signedIn)
            return answer
        } catch {
            return try again(error, context) { AppPages.code(context, fault: $0) }
        }
    }

    /// What apps call the office: short, since it stands above the code.
    private func officeName(_ caller: DeskCaller) -> String {
        let name = caller.state.election?.name.indonesian ?? ""
        return "Pleno " + name.prefix(30)
    }
}
