import Accounts
import Elections

extension Desk {
    /// Deciding where typists differ.
    var differenceEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/differences"
        let need = DeskNeed.permission(.resolveForms)
        return [
            DeskEndpoint(
                .get,
                path,
                need,
                LocalizedText(id: "Formulir yang ketikannya berbeda", en: "Forms whose typists differ")
            ) { call async throws(Refusal) in try await differences(call) },
            DeskEndpoint(
                .get,
                DeskParameters.form(below: path),
                need,
                LocalizedText(id: "Selisih ketikan satu formulir", en: "Where a form's typists differ")
            ) { call async throws(Refusal) in
                let key = try call.formKey(.resolveForms)
                return try difference(key, DeskContext(call))
            },
            DeskEndpoint(
                .post,
                DeskParameters.form(below: path) / "send-back",
                need,
                LocalizedText(id: "Minta diketik ulang", en: "Have the fields that differ typed again"),
                takes: .form
            ) { call async throws(Refusal) in try await sendBack(call) },
            DeskEndpoint(
                .post,
                DeskParameters.form(below: path) / "decision",
                need,
                LocalizedText(id: "Putuskan angkanya", en: "Decide the figures"),
                takes: .form
            ) { call async throws(Refusal) in try await decideDifference(call) },
        ]
    }

    private func differences(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let done = try call.incoming.query.text("done")
        return .page(
            FormQueue.page(
                context.say("Selisih ketikan", "Differences"),
                context.caller.waiting([.differing], .resolveForms, by: await board.stakes(call.caller.view)),
                "differences",
                done: done.map { context.say("Selesai: TPS \($0).", "Done: station \($0).") },
                empty: context.say("Tidak ada selisih yang menunggu.", "No difference waits."),
                context
            ),
            context
        )
    }

    private func difference(
        _ key: FormKey,
        _ context: DeskContext,
        _ refused: DifferencePage.Refused? = nil
    ) throws(Refusal) -> Answer {
        guard let form = DeskForm(key, context), let work = form.work else { throw Refusal(.notFound) }
        // Nobody sees what others typed of a form in which they have a part of their own.
        guard let account = context.caller.account, !work.isTyped(by: account.text) else {
            throw Refusal(.forbidden)
        }
        guard work.stage == .differing || work.stage == .sentBack else { throw Refusal(.conflict) }
        let page = DifferencePage(form: form, work: work, request: newRequest(), refused: refused)
        return .page(page.page(context), context)
    }

    private func sendBack(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let key = try call.formKey(.resolveForms)
        let context = DeskContext(call)
        let sent = try await call.form()
        let step = FormStep(key, seen: try sent.value("seen") { Int($0) })
        do throws(DeskRefusal) {
            try await perform(.formSentBack(step), by: call.caller, request: try sent.request())
        } catch { throw error.refusal }
        return .seeOther(context.place(["differences"], query: ["done": key.station.description]))
    }

    private func decideDifference(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let key = try call.formKey(.resolveForms)
        let context = DeskContext(call)
        let sent = try await call.form()
        guard let form = DeskForm(key, context), let work = form.work else { throw Refusal(.notFound) }
        let fields = work.differing.map { form.columns[$0] }
        let typed = try TypedForm(fields: fields, sent: sent)
        let (figures, wrong) = typed.figures
        let reason = try sent.text("reason") ?? ""
        guard wrong.isEmpty, (1...500).contains(reason.utf8.count) else {
            return try difference(
                key,
                context,
                DifferencePage.Refused(typed: typed, wrong: wrong, reason: reason)
            )
        }
        let decision = FormDecided(
            key,
            fields: fields,
            figures: figures,
            reason: reason,
            seen: try sent.value("seen") { Int($0) }
        )
        do throws(DeskRefusal) {
            try await perform(.formDecided(decision), by: call.caller, request: try sent.request())
        } catch { throw error.refusal }
        return .seeOther(context.place(["differences"], query: ["done": key.station.description]))
    }
}

extension Fields {
    /// The name of the request that a form carries.
    func request() throws(DeskRefusal) -> String {
        do throws(Refusal) { return try required("request") } catch { throw .http(error) }
    }
}

/// The fields in which typists differ, beside what each of them typed.
struct DifferencePage {
    let form: DeskForm
    let work: FormWork
    let request: String
    /// What was sent and could not be taken.
    let refused: Refused?

    struct Refused {
        let typed: TypedForm
        let wrong: [Field]
        let reason: String
    }

    func page(_ context: DeskContext) -> DeskPage {
        let fields = work.differing.map { form.columns[$0] }
        let names = work.entries.indices.map { context.say("Ketikan \($0 + 1)", "Typist \($0 + 1)") }
        let columns = zip(names, work.entries).map { name, entry in
            (name: name, figure: { (column: Int) in entry.figure(column) })
        }
        return DeskPage(
            title: form.title,
            body: .tag("div") {
                HTML.tag("h1", text: form.title)
                HTML.tag(
                    "p",
                    text: context.say(
                        "\(fields.count) isian berbeda. Lihat kertas atau fotonya, lalu minta diketik ulang, atau putuskan dengan alasan.",
                        "\(fields.count) fields differ. Look at the paper or its photo; then have them typed again, or decide and say why."
                    )
                )
                remarks(context)
                context.beside(form.key) { decision(fields, Array(columns), context) }
            },
            status: refused == nil ? 200 : 422,
            scripts: [Scripts.viewer],
            isWide: true
        )
    }

    private func decision(
        _ fields: [Field],
        _ columns: [(name: String, figure: (Int) -> Int??)],
        _ context: DeskContext
    ) -> HTML {
        .tag("div") {
            if work.stage == .differing {
                context.form(context.place(["differences"] + form.key.steps + ["send-back"])) {
                    hidden()
                    HTML.submit(context.say("Minta diketik ulang", "Have them typed again"))
                }
            }
            context.form(context.place(["differences"] + form.key.steps + ["decision"])) {
                hidden()
                form.table(fields, columns, context) { field in input(field) }
                HTML.field(
                    FormField(
                        name: "reason",
                        label: context.say("Alasan", "Reason"),
                        value: refused?.reason ?? "",
                        hint: context.say(
                            "Apa yang terlihat di kertas atau foto.",
                            "What the paper or the photo shows."
                        ),
                        fault: refused.flatMap { refused in
                            (1...500).contains(refused.reason.utf8.count)
                                ? nil : context.say("Tulis 1–500 bita.", "Write 1–500 bytes.")
                        }
                    )
                )
                HTML.submit(context.say("Putuskan", "Decide"))
            }
        }
    }

    private func hidden() -> HTML {
        var html = HTML.hidden("request", request)
        html.append(.hidden("seen", String(work.steps)))
        return html
    }

    private func remarks(_ context: DeskContext) -> HTML {
        .tag("ul", .class("quiet")) {
            for (place, entry) in work.entries.enumerated() {
                if let remark = entry.remark {
                    HTML.tag(
                        "li",
                        text: context.say("Catatan \(place + 1): \(remark)", "Remark \(place + 1): \(remark)")
                    )
                }
            }
        }
    }

    private func input(_ field: Field) -> HTML {
        let place = refused?.typed.fields.firstIndex(of: field)
        var attributes: [Attribute] = [
            Attribute("type", "text"), .id("f-\(field.column)"), .name(field.column),
            .value(place.flatMap { refused?.typed.texts[$0] } ?? ""), Attribute("inputmode", "numeric"),
            Attribute("autocomplete", "off"), Attribute("aria-label", form.name(field)),
            Attribute("maxlength", "20"),
        ]
        if refused?.wrong.contains(field) == true { attributes.append(Attribute("aria-invalid", "true")) }
        return .void("input", attributes)
    }
}
