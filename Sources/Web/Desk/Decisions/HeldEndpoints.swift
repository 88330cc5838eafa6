import Accounts
import Elections

extension Desk {
    /// Deciding about forms that do not add up, and taking accepted ones back.
    var heldEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/held"
        let need = DeskNeed.permission(.approveForms)
        func step(_ word: PathPattern, _ summary: LocalizedText, _ act: @escaping @Sendable (FormStep) -> Act)
            -> DeskEndpoint
        {
            DeskEndpoint(.post, DeskParameters.form(below: path) / word, need, summary, takes: .form) {
                call async throws(Refusal) in try await decideHeld(call, act)
            }
        }
        return [
            DeskEndpoint(
                .get,
                path,
                need,
                LocalizedText(id: "Formulir yang tertahan", en: "Forms that do not add up")
            ) { call async throws(Refusal) in try await held(call) },
            DeskEndpoint(
                .get,
                DeskParameters.form(below: path),
                need,
                LocalizedText(
                    id: "Formulir yang tertahan atau sudah diterima",
                    en: "A form that is held or accepted"
                )
            ) { call async throws(Refusal) in
                let key = try call.formKey(.approveForms)
                return try heldForm(key, DeskContext(call))
            },
            step("approval", LocalizedText(id: "Terima apa adanya", en: "Accept it as it is")) {
                .formApproved($0)
            },
            step("return", LocalizedText(id: "Ketik ulang dari awal", en: "Have it typed anew")) {
                .formReturned($0)
            },
            step("reopening", LocalizedText(id: "Keluarkan dari hitungan", en: "Take it out of the count")) {
                .formReopened($0)
            },
        ]
    }

    private func held(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        if let text = try call.incoming.query.text("q"), let station = context.station(lookedFor: text),
            let ballot = try call.incoming.query.value("ballot", { Ballot(slug: $0[...]) })
        {
            return .seeOther(context.place(["held"] + FormKey(ballot, station).steps))
        }
        let done = try call.incoming.query.text("done")
        var page = FormQueue.page(
            context.say("Formulir tertahan", "Held forms"),
            context.caller.waiting([.held], .approveForms, by: await board.stakes(call.caller.view)),
            "held",
            done: done.map { context.say("Selesai: TPS \($0).", "Done: station \($0).") },
            empty: context.say("Tidak ada formulir yang tertahan.", "No form is held."),
            context
        )
        var body = page.body
        body.append(search(context))
        page = DeskPage(title: page.title, body: body)
        return .page(page, context)
    }

    private func search(_ context: DeskContext) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Buka formulir yang sudah diterima", "Open an accepted form"))
            HTML.searchForm(at: context.path("held")) {
                HTML.select(
                    FormField(name: "ballot", label: context.say("Surat suara", "Ballot")),
                    context.state.desks.map { (value: $0.slug, text: $0.rawValue) }
                )
                HTML.field(context.stationField(isRequired: true))
                HTML.submit(context.say("Buka", "Open"))
            }
        }
    }

    private func heldForm(
        _ key: FormKey,
        _ context: DeskContext,
        reason: String? = nil
    ) throws(Refusal) -> Answer {
        guard let form = DeskForm(key, context), let work = form.work else { throw Refusal(.notFound) }
        guard let account = context.caller.account?.text else { throw Refusal(.signIn) }
        let figures: [Int?]?
        switch work.stage {
        case .held:
            guard !work.isTyped(by: account) else { throw Refusal(.forbidden) }
            figures = work.figures
        case .accepted: figures = context.state.acceptedFigures(of: key)
        // What is still on its way is nobody's to see but the typists' and the resolver's.
        case .typing, .differing, .sentBack, .agreed, .approved: throw Refusal(.conflict)
        }
        guard let figures else { throw Refusal(.notFound) }
        let page = HeldPage(
            form: form,
            work: work,
            figures: figures,
            findings: (try? context.state.findings(of: key, figures)) ?? [],
            request: newRequest(),
            reason: reason
        )
        return .page(page.page(context), context)
    }

    private func decideHeld(_ call: Call<DeskCaller>, _ act: (FormStep) -> Act) async throws(Refusal)
        -> Answer
    {
        let key = try call.formKey(.approveForms)
        let context = DeskContext(call)
        let sent = try await call.form()
        let reason = try sent.text("reason") ?? ""
        guard (1...500).contains(reason.utf8.count) else {
            return try heldForm(key, context, reason: reason)
        }
        let step = FormStep(key, reason: reason, seen: try sent.value("seen") { Int($0) })
        do throws(DeskRefusal) {
            try await perform(act(step), by: call.caller, request: try sent.request())
        } catch { throw error.refusal }
        return .seeOther(context.place(["held"], query: ["done": key.station.description]))
    }
}

/// A form that does not add up, or was accepted, with what it does not pass and what can be done about it.
struct HeldPage {
    let form: DeskForm
    let work: FormWork
    let figures: [Int?]
    let findings: [FormFinding]
    let request: String
    /// What was written as the reason, where it could not be taken.
    let reason: String?

    func page(_ context: DeskContext) -> DeskPage {
        let marked = Set(findings.filter { $0.severity == .hard }.flatMap(\.formula.fields))
        let figures = figures
        return DeskPage(
            title: form.title,
            body: .tag("div") {
                HTML.tag("h1", text: form.title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: work.stage == .held
                        ? context.say(
                            "Dua orang mengetik angka yang sama, tetapi angkanya tidak cocok satu sama lain.",
                            "Two people typed the same figures, and the figures do not add up."
                        ) : context.say("Sudah diterima dan dihitung.", "Accepted, and counted.")
                )
                if !findings.isEmpty {
                    HTML.tag("section", .class("notice")) { form.list(findings, figures) }
                    advice(context)
                }
                context.beside(form.key) {
                    HTML.tag("div") {
                        if work.stage == .held {
                            action(
                                "approval",
                                context.say("Terima apa adanya", "Accept it as it is"),
                                context
                            )
                            action(
                                "return",
                                context.say("Ketik ulang dari awal", "Have it typed anew"),
                                context
                            )
                        } else {
                            action(
                                "reopening",
                                context.say("Keluarkan dan ketik ulang", "Take it out and type it anew"),
                                context
                            )
                        }
                        form.table(
                            form.fields,
                            [(name: context.say("Kertas", "Paper"), figure: { .some(figures[$0]) })],
                            marked: marked,
                            context
                        )
                    }
                }
            },
            status: reason == nil ? 200 : 422,
            scripts: [Scripts.viewer],
            isWide: true
        )
    }

    private func advice(_ context: DeskContext) -> HTML {
        .tag("ul") {
            for code in findings.codes(from: .hard) {
                if let check = Check.named(code) {
                    HTML.tag("li", text: "\(code): \(check.advice[.approver][context.language])")
                }
            }
        }
    }

    private func action(_ step: String, _ text: String, _ context: DeskContext) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: text)
            context.form(context.place(["held"] + form.key.steps + [step])) {
                HTML.hidden("request", request)
                HTML.hidden("seen", String(work.steps))
                HTML.tag("p", .class(reason == nil ? "field" : "field wrong")) {
                    HTML.tag("label", Attribute("for", "r-\(step)"), text: context.say("Alasan", "Reason"))
                    HTML.void(
                        "input",
                        Attribute("type", "text"),
                        .id("r-\(step)"),
                        .name("reason"),
                        .value(reason ?? ""),
                        Attribute("autocomplete", "off")
                    )
                    if step == "reopening" {
                        HTML.tag(
                            "small",
                            text: context.say(
                                "Alasan ini diumumkan bersama perubahannya; jangan tulis nama orang.",
                                "This reason is published with the change; name nobody."
                            )
                        )
                    }
                    if reason != nil {
                        HTML.tag("strong", text: context.say("Tulis 1–500 bita.", "Write 1–500 bytes."))
                    }
                }
                HTML.submit(text)
            }
        }
    }
}
