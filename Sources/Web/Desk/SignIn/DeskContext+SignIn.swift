import Accounts
import Elections
import Office

extension DeskContext {
    /// The same request by somebody who has come further.
    init(_ caller: DeskCaller, _ incoming: Incoming) {
        (self.caller, self.incoming) = (caller, incoming)
    }

    /// Where somebody wanted to go before they had to sign in: a page of the desk, never elsewhere.
    var next: LocalPath? {
        guard let text = (try? incoming.query.text("next")) ?? nil, let place = LocalPath(text) else {
            return nil
        }
        let path = place.text.prefix { $0 != "?" }
        let isOurs = ["/desk", "/en/desk"].contains { path == $0 || path.hasPrefix($0 + "/") }
        return isOurs ? place : nil
    }

    /// The page of a step of the sign-in, which knows where to go on.
    func step(_ steps: String...) -> LocalPath {
        next.map { place(steps, query: ["next": $0.text]) } ?? place(steps)
    }

    /// Where somebody goes on who has come to a stage.
    func step(_ stage: Stage) -> LocalPath {
        switch stage {
        case .code: step("code")
        case .newPassword: step("new-password")
        case .enrolment: step("app")
        case .full: next ?? path()
        }
    }
}

extension DeskCaller {
    /// Who asks, once they have come further under another token.
    func after(_ signedIn: SignedIn) -> DeskCaller {
        DeskCaller(
            view: view,
            time: time,
            account: signedIn.account,
            officer: signedIn.stage == .full ? Officer(signedIn: signedIn.account.text) : officer,
            token: signedIn.token.text,
            form: FormToken(text: signedIn.form.text),
            stage: signedIn.stage
        )
    }
}

extension Call<DeskCaller> {
    /// The token of the session.
    ///
    /// - Throws: ``Refusal/Code/signIn`` for programs, which have none.
    func session() throws(Refusal) -> (token: String, account: AccountName) {
        guard let token = caller.token, let account = caller.account else { throw Refusal(.signIn) }
        return (token, account)
    }
}

extension Desk {
    /// On to a page, with the cookie of a session.
    func goOn(_ signedIn: SignedIn, to place: LocalPath) -> Answer {
        var answer = Answer.seeOther(place)
        answer.cookies = Self.cookies(signedIn)
        return answer
    }

    /// The cookie of a session: kept while the browser runs, since offices share machines.
    static func cookies(_ signedIn: SignedIn) -> [SetCookie] {
        SetCookie(session, signedIn.token.text, lifetime: nil).map { [$0] } ?? []
    }

    /// A page again, with what was wrong.
    ///
    /// - Throws: A ``Refusal`` where a page would not help.
    func again(
        _ fault: SignInFault,
        _ context: DeskContext,
        _ page: (String) -> DeskPage
    ) throws(Refusal) -> Answer {
        var shown = page(fault.words[context.language])
        shown.status = 422
        var wait: Duration?
        switch fault {
        case .noSession: throw Refusal(.signIn)
        case .store: throw refusal(fault, otherwise: .failed)
        case .stage(let stage): return .seeOther(context.step(stage))
        case .wait(let seconds): (shown.status, wait) = (429, .seconds(seconds))
        case .busy: (shown.status, wait) = (503, .seconds(2))
        default: break
        }
        var answer = Answer.page(shown, context)
        answer.retryAfter = wait
        return answer
    }

    /// The answer to a refused request: whoever has to sign in first is led there, and back.
    static func refused(_ refusal: Refusal, _ incoming: Incoming) -> Answer {
        let start = incoming.language == .indonesian ? [] : [incoming.language.rawValue]
        func place(_ steps: [String], _ query: KeyValuePairs<String, String> = [:]) -> LocalPath {
            LocalPath(RequestPath(steps: start + ["desk"] + steps), query: query)
        }
        guard incoming.accepts == .html, incoming.path.steps.first == "desk" else {
            return refusal.answer(incoming.language, as: incoming.accepts)
        }
        guard refusal.code == .signIn, incoming.header("Authorization") == nil else {
            let name = LocalizedText(id: "Ke meja kerja", en: "To the desk")
            return refusal.answer(incoming.language, as: .html, leadingTo: (place([]), name))
        }
        guard incoming.method.isSafe else {
            let name = LocalizedText(id: "Masuk", en: "Sign in")
            return refusal.answer(incoming.language, as: .html, leadingTo: (place(["sign-in"]), name))
        }
        let wanted = LocalPath(RequestPath(steps: start + incoming.path.steps)).text
        let isHome = incoming.path.steps == ["desk"]
        return .seeOther(isHome ? place(["sign-in"]) : place(["sign-in"], ["next": wanted]))
    }
}
