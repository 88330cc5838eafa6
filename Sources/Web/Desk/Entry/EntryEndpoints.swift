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

    /// The fields that somebody is asked for; `nil` when the form is not to be typed by them now.
    private func wanted(_ form: DeskForm, _ account: String) -> [Field]? {
        guard let work = form.work else { return form.fields }
        guard work.accepts(typist: account) else { return nil }
        return work.wanted.isEmpty ? form.fields : work.wanted.map { form.columns[$0] }
    }

    private func entryList(_ call: Call<DeskCaller>) throws(Refusal) -> Answer {
        let context = DeskContext(call)
        guard let election = context.state.electionWithoutForms else { throw Refusal(.notFound) }
        let search = try call.incoming.query.text("q") ?? ""
        var found: [FormKey] = []
        if let station = context.station(lookedFor: search, election) {
            found = context.state.desks.map { FormKey($0, station) }.filter { isTypable($0, context) }
            if found.count == 1 { return .seeOther(context.place(["forms"] + found[0].steps)) }
        }
        let page = EntryList(
            forms: search.isEmpty ? next(context, most: 12) : found,
            search: search,
            saved: try call.incoming.query.text("saved"),
            election: election
        )
        return .page(page.page(context), context)
    }

    /// Whether somebody may type a form now.
    func isTypable(_ form: FormKey, _ context: DeskContext) -> Bool {
        guard let account = context.caller.account, context.caller.may(.enterForms, at: form.station.village),
            let place = context.state.position(of: form.station),
            context.state.hasBallot(form.ballot, atStation: place),
            let desk = context.state.desk(of: form.ballot)
        else { return false }
        return desk.work(place, form.version)?.accepts(typist: account.text) ?? true
    }

    /// Forms that somebody may type, those first that are typed again in part.
    ///
    /// Each account begins elsewhere, so that people seldom meet; whether anybody typed a form is not to be seen.
    ///
    /// - Complexity: O(stations × ballots) where nearly everything is typed.
    func next(_ context: DeskContext, most: Int) -> [FormKey] {
        let stations = context.state.stations
        guard let account = context.caller.account?.text, !stations.isEmpty else { return [] }
        let start = account.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF } % stations.count
        var (again, forms): ([FormKey], [FormKey]) = ([], [])
        for ballot in context.state.desks {
            guard let desk = context.state.desk(of: ballot) else { continue }
            for step in stations.indices {
                let place = (start + step) % stations.count
                for work in desk.work(ofStation: place) where work.stage == .sentBack {
                    let form = FormKey(ballot, stations[place], work.version)
                    if again.count < most, isTypable(form, context) { again.append(form) }
                }
                let form = FormKey(ballot, stations[place])
                if forms.count < most, desk.work(place, .regular)?.stage != .sentBack,
                    isTypable(form, context)
                {
                    forms.append(form)
                }
            }
        }
        return Array((again + forms).prefix(most))
    }

    private func entryPage(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (key, place) = try call.formKey(.enterForms)
        let context = DeskContext(call)
        guard let account = call.caller.account, let form = DeskForm(key, place, context) else {
            throw Refusal(.notFound)
        }
        guard let fields = wanted(form, account.text) else { throw Refusal(.conflict) }
        var typed = TypedForm(fields: fields)
        if let draft = await draft(key, account.text), let kept = try? TypedForm(fields: fields, sent: draft)
        {
            typed = kept
        }
        let page = EntryPage(form: form, typed: typed, request: newRequest())
        return .page(page.page(context), context)
    }

    private func enter(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (key, place) = try call.formKey(.enterForms)
        let context = DeskContext(call)
        guard let account = call.caller.account, let form = DeskForm(key, place, context) else {
            throw Refusal(.notFound)
        }
        let sent = try await call.form()
        let request = try sent.required("request")
        // What was sent twice is answered as it was the first time, whatever became of the form since.
        let fields = wanted(form, account.text) ?? form.fields
        let typed = try TypedForm(fields: fields, sent: sent)
        var page = EntryPage(form: form, typed: typed, request: request)
        let (figures, wrong) = typed.figures
        guard wrong.isEmpty else {
            page.wrong = wrong
            return .page(page.page(context), context)
        }
        let isWhole = fields == form.fields
        page.confirmed = Set(sent.list("confirmed"))
        let entry = FormEntered(
            key,
            figures: isWhole ? form.row(figures, of: fields) : figures,
            fields: isWhole ? nil : fields,
            confirmed: page.confirmed.sorted(),
            remark: typed.remark.isEmpty ? nil : typed.remark
        )
        do throws(DeskRefusal) {
            try await perform(.formEntered(entry), by: call.caller, request: request)
        } catch {
            guard case .misfit(let fault) = error else { throw error.refusal }
            switch fault {
            case .unconfirmed:
                page.findings = (try? context.state.findings(of: key, form.row(figures, of: fields))) ?? []
                return .page(page.page(context), context)
            case .reason:
                page.remarkIsTooLong = true
                return .page(page.page(context), context)
            // Why a form does not wait for them would tell what others typed.
            case .desk: throw Refusal(.conflict)
            default: throw fault.refusal
            }
        }
        await eraseDraft(key, account.text)
        return .seeOther(context.place(["forms"], query: ["saved": key.station.description]))
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
    private static func draftName(_ form: FormKey, _ account: String) -> String {
        "draft/\(account)/\(form.steps.joined(separator: "/"))"
    }

    private func keepDraft(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let (key, place) = try call.formKey(.enterForms)
        guard let account = call.caller.account, let form = DeskForm(key, place, DeskContext(call)) else {
            throw Refusal(.notFound)
        }
        let sent = try await call.form()
        guard let fields = wanted(form, account.text) else { throw Refusal(.conflict) }
        let typed = try TypedForm(fields: fields, sent: sent)
        var parts = zip(typed.fields, typed.texts).filter { !$1.isEmpty }.map { field, text in
            "\(field.column)=\(PercentCoding.encoded(String(text.prefix(20))))"
        }
        parts.append("remark=\(PercentCoding.encoded(String(typed.remark.prefix(500))))")
        do throws(StoreFault) {
            try await particulars.keep(parts.joined(separator: "&"), as: Self.draftName(key, account.text))
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
