import Accounts
import Elections
import Logging
import Office

extension Desk {
    /// Typing forms.
    var entryEndpoints: [DeskEndpoint] {
        let forms: PathPattern = "desk/forms"
        let need = DeskNeed.permission(.enterForms)
        return [
            DeskEndpoint(
                .get,
                forms,
                need,
                LocalizedText(id: "Formulir yang dapat diketik", en: "The forms that can be typed")
            ) { call async throws(Refusal) in try entryList(call) },
            DeskEndpoint(
                .get,
                DeskParameters.form(below: forms),
                need,
                LocalizedText(id: "Formulir untuk diketik", en: "A form to type")
            ) { call async throws(Refusal) in try await entryPage(call) },
            DeskEndpoint(
                .post,
                DeskParameters.form(below: forms),
                need,
                LocalizedText(id: "Kirim ketikan formulir", en: "Send a form that was typed"),
                takes: .form
            ) { call async throws(Refusal) in try await enter(call) },
            DeskEndpoint(
                .post,
                DeskParameters.form(below: forms) / "draft",
                need,
                LocalizedText(id: "Simpan ketikan sementara", en: "Keep what was typed so far"),
                takes: .form
            ) { call async throws(Refusal) in try await keepDraft(call) },
        ]
    }

    private func entryList(_ call: Call<DeskCaller>) throws(Refusal) -> Answer {
        let context = DeskContext(call)
        guard let account = call.caller.account else { throw Refusal(.signIn) }
        let round = TypingRound(account.text, call.caller)
        let search = try call.incoming.query.text("q") ?? ""
        let found = context.station(lookedFor: search).map(round.forms(at:)) ?? []
        if found.count == 1 { return .seeOther(context.place(["forms"] + found[0].steps)) }
        let page = EntryList(
            forms: search.isEmpty ? round.forms(of: nil, most: 12) : found,
            search: search,
            saved: try call.incoming.query.text("saved")
        )
        return .page(page.page(context), context)
    }

    private func entryPage(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (asked, context) = (try AskedForm(call), DeskContext(call))
        guard let account = call.caller.account, let form = DeskForm(asked.key, context) else {
            throw Refusal(.notFound)
        }
        guard let fields = asked.asked(of: account.text) else { throw Refusal(.conflict) }
        var typed = TypedForm(fields: fields)
        if let draft = await draft(form.key, account.text),
            let kept = try? TypedForm(fields: fields, sent: draft)
        {
            typed = kept
        }
        let page = EntryPage(form: form, typed: typed, request: newRequest())
        return .page(page.page(context), context)
    }

    private func enter(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (asked, context) = (try AskedForm(call), DeskContext(call))
        guard let account = call.caller.account, let form = DeskForm(asked.key, context) else {
            throw Refusal(.notFound)
        }
        let sent = try await call.form()
        let request = try sent.required("request")
        // What was sent twice is answered as it was the first time, whatever became of the form since.
        let fields = asked.asked(of: account.text) ?? asked.fields
        let typed = try TypedForm(fields: fields, sent: sent)
        var page = EntryPage(form: form, typed: typed, request: request)
        let (figures, wrong) = typed.figures
        guard wrong.isEmpty else {
            page.wrong = wrong
            return .page(page.page(context), context)
        }
        page.confirmed = Set(sent.list("confirmed"))
        let entry = try asked.entry(
            Dictionary(uniqueKeysWithValues: zip(fields, figures)),
            confirmed: page.confirmed.sorted(),
            remark: typed.remark.isEmpty ? nil : typed.remark
        )
        do throws(DeskRefusal) {
            try await perform(.formEntered(entry), by: call.caller, request: request)
        } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            switch fault {
            case .unconfirmed:
                page.findings =
                    (try? context.state.findings(of: form.key, form.row(figures, of: fields))) ?? []
                return .page(page.page(context), context)
            case .reason:
                page.remarkIsTooLong = true
                return .page(page.page(context), context)
            default: throw fault.tellsOfOthers ? asked.closed : fault.refusal
            }
        }
        await eraseDraft(form.key, account.text)
        return .seeOther(context.place(["forms"], query: ["saved": form.key.station.description]))
    }

    /// A name for a request that nobody made before.
    func newRequest() -> String {
        // Only its own account's requests are held against it: it need not be a secret.
        String(UInt64.random(in: .min ... .max), radix: 36)
            + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}

// MARK: - Drafts

extension Desk {
    /// The most characters of a remark that are kept: more than can be sent, so that none is lost unseen.
    private static let longestRemark = 2_000

    private static func draftName(_ form: FormKey, _ account: String) -> String {
        "draft/\(account)/\(form.steps.joined(separator: "/"))"
    }

    private func keepDraft(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let asked = try AskedForm(call)
        guard let account = call.caller.account else { throw Refusal(.signIn) }
        let sent = try await call.form()
        guard let fields = asked.asked(of: account.text) else { throw Refusal(.conflict) }
        let typed = try TypedForm(fields: fields, sent: sent)
        var parts = zip(typed.fields, typed.texts).filter { !$1.isEmpty }.map { field, text in
            "\(field.column)=\(PercentCoding.encoded(String(text.prefix(20))))"
        }
        parts.append("remark=\(PercentCoding.encoded(String(typed.remark.prefix(Self.longestRemark))))")
        do throws(StoreFault) {
            try await particulars.keep(
                parts.joined(separator: "&"),
                as: Self.draftName(asked.key, account.text)
            )
        } catch {
            logger.error("a draft was not kept", metadata: ["fault": "\(error)"])
            throw Refusal(.busy, retryAfter: .seconds(5))
        }
        return Answer(status: 204, policy: .data)
    }

    /// What somebody typed of a form and did not send; `nil` when nothing is kept.
    private func draft(_ form: FormKey, _ account: String) async -> Fields? {
        guard let text = try? await particulars.particulars(Self.draftName(form, account)) else { return nil }
        return try? Fields(encoded: text.utf8, most: Body.mostFormFields)
    }

    private func eraseDraft(_ form: FormKey, _ account: String) async {
        do throws(StoreFault) {
            try await particulars.erase(particulars: Self.draftName(form, account))
        } catch {
            logger.warning("a draft was not erased", metadata: ["fault": "\(error)"])
        }
    }
}
