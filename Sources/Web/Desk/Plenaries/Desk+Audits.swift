import Accounts
import Elections
import Exchange

extension Desk {
    private static let plenary = PathParameter<Int>.number("plenary")

    /// The sampled audit of a plenary: dice, the forms that are drawn, what the second team reads.
    var auditEndpoints: [DeskEndpoint] {
        let path: PathPattern = "desk/plenaries" / Self.plenary / "audit"
        let form = DeskParameters.form(below: path)
        let read = DeskNeed.permission(.auditForms)
        return [
            DeskEndpoint(
                .get,
                path,
                .permission(.attendPlenaries),
                LocalizedText(id: "Audit sampel sebuah pleno", en: "The sampled audit of a plenary")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                return .page(AuditPage(plenary: try audited(call), context: context).page, context)
            },
            DeskEndpoint(
                .post,
                path,
                .permission(.holdPlenaries),
                LocalizedText(id: "Catat dadu yang dilempar", en: "Note the dice that were thrown"),
                takes: .form
            ) { call async throws(Refusal) in try await draw(call) },
            DeskEndpoint(
                .get,
                form,
                read,
                LocalizedText(id: "Baca ulang formulir yang diundi", en: "Read a drawn form again")
            ) { call async throws(Refusal) in
                let context = DeskContext(call)
                let page = AuditFormPage(
                    plenary: try audited(call),
                    form: try auditedForm(call),
                    context: context
                )
                return .page(page.page, context)
            },
            DeskEndpoint(
                .post,
                form,
                read,
                LocalizedText(id: "Simpan yang dibaca ulang", en: "Keep what was read again"),
                takes: .form
            ) { call async throws(Refusal) in try await readAgain(call) },
        ]
    }

    private func audited(_ call: Call<DeskCaller>) throws(Refusal) -> Plenary {
        guard let plenary = call.caller.state.plenaries[try call.value(Self.plenary)],
            plenary.call.subject == .recapitulation
        else { throw Refusal(.notFound) }
        try call.caller.check(.attendPlenaries, at: plenary.region)
        return plenary
    }

    /// The form that the path names, where it was drawn and nobody has read it again.
    private func auditedForm(_ call: Call<DeskCaller>) throws(Refusal) -> FormKey {
        let station = StationCode(
            village: try call.value(DeskParameters.village),
            number: try call.value(DeskParameters.station)
        )
        let form = FormKey(
            try call.value(DeskParameters.ballot),
            station,
            try call.value(DeskParameters.version)
        )
        try call.caller.check(.auditForms, at: station.village)
        let state = call.caller.state
        let audit = state.audits(of: try call.value(Self.plenary)).first { $0.ballot == form.ballot }
        guard let audit else { throw Refusal(.notFound) }
        let report = AuditReport(audit, in: state, sha256: FileDigest.sha256)
        guard report.drawn.contains(form) else { throw Refusal(.notFound) }
        return form
    }

    private func draw(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let plenary = try audited(call)
        try call.caller.check(.holdPlenaries, at: plenary.region)
        let sent = try await call.form()
        var page = AuditPage(plenary: plenary, context: context, sent: sent)
        let digits = try sent.text("seed") ?? ""
        let seed: AuditSeed
        do throws(AuditSeed.Fault) { seed = try AuditSeed(parsing: digits) } catch {
            page.fault = FormFault(words: error.words[context.language], field: "seed")
            return .page(page.page, context)
        }
        guard let size = Int(typed: try sent.text("size") ?? "") else {
            page.fault = FormFault(
                words: Refusal.Code.fieldInvalid.words.title[context.language],
                field: "size"
            )
            return .page(page.page, context)
        }
        guard let ballot = try sent.value("ballot", { Ballot(slug: $0[...]) }) else {
            throw Refusal(.fieldMissing, field: "ballot")
        }
        let act = AuditDrawn(plenary: plenary.number, ballot, seed: seed, size: size)
        let next = context.path("plenaries", "\(plenary.number)", "audit")
        return try await perform(.audit(.drawn(act)), asked: sent, by: call.caller, then: next) {
            page.fault = FormFault(words: $0.words[context.language], field: nil)
            return .page(page.page, context)
        }
    }

    private func readAgain(_ call: Call<DeskCaller>) async throws(Refusal) -> Answer {
        let context = DeskContext(call)
        let plenary = try audited(call)
        let form = try auditedForm(call)
        let sent = try await call.form()
        var page = AuditFormPage(plenary: plenary, form: form, context: context, sent: sent)
        var figures: [AuditRead.Figure] = []
        for field in page.fields {
            let text = try sent.text(field.column) ?? ""
            guard text.isEmpty || (Int(typed: text) != nil) else {
                page.fault = FormFault(
                    words: Refusal.Code.fieldInvalid.words.title[context.language],
                    field: field.column
                )
                return .page(page.page, context)
            }
            figures.append(AuditRead.Figure(field, Int(typed: text)))
        }
        let act = AuditRead(plenary: plenary.number, form, figures)
        let next = context.path("plenaries", "\(plenary.number)", "audit")
        return try await perform(.audit(.read(act)), asked: sent, by: call.caller, then: next) {
            page.fault = FormFault(words: $0.words[context.language], field: nil)
            return .page(page.page, context)
        }
    }
}

extension AuditSeed.Fault {
    /// What is wrong with the digits.
    var words: LocalizedText {
        switch self {
        case .noDigit(let text, let place):
            LocalizedText(
                id: "\"\(text)\" pada tempat \(place) bukan angka",
                en: "\"\(text)\" at place \(place) is no digit"
            )
        case .short(let count):
            LocalizedText(
                id: "\(count) angka; perlu sedikitnya \(AuditSeed.fewest), dari dadu",
                en: "\(count) digits; at least \(AuditSeed.fewest) are needed, from dice"
            )
        case .long(let count):
            LocalizedText(
                id: "\(count) angka; paling banyak \(AuditSeed.most)",
                en: "\(count) digits; \(AuditSeed.most) at most"
            )
        case .notThrown:
            LocalizedText(
                id: "angka yang sama berulang-ulang bukan lemparan dadu",
                en: "the same digits again and again were not thrown with dice"
            )
        }
    }
}
