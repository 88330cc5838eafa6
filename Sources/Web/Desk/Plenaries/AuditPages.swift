import Elections
import Exchange

/// The sampled audit of a plenary: the dice, the forms that were drawn, what was found and what it bounds.
struct AuditPage {
    let plenary: Plenary
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private var address: LocalPath { context.path("plenaries", "\(plenary.number)", "audit") }

    var page: DeskPage {
        let title = say(
            "Audit sampel · pleno \(plenary.number) \(context.name(of: plenary.region))",
            "Sampled audit · plenary \(plenary.number) \(context.name(of: plenary.region))"
        )
        let audits = context.state.audits(of: plenary.number)
        let open = plenary.call.ballots.filter { ballot in !audits.contains { $0.ballot == ballot } }
        let holds = context.caller.may(.holdPlenaries, at: plenary.region)
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                HTML.tag(
                    "p",
                    text: say(
                        "Formulir diundi dengan dadu yang dilempar dalam rapat; tim kedua membacanya ulang dari fotonya.",
                        "Forms are drawn by dice thrown in the meeting; a second team reads them again from their photos."
                    )
                )
                for audit in audits { section(audit) }
                if holds, plenary.stage == .opened, !open.isEmpty { draw(open) }
                HTML.tag("p") {
                    context.link(say("Ke rapat pleno", "To the plenary"), "plenaries", "\(plenary.number)")
                }
            },
            status: fault == nil ? 200 : 422
        )
    }

    private func draw(_ ballots: [Ballot]) -> HTML {
        let form = SentForm(sent: sent, fault: fault)
        return .tag("section", .class("block narrow")) {
            HTML.tag("h2", text: say("Catat dadu", "Note the dice"))
            context.form(address) {
                context.once
                HTML.select(
                    form.field("ballot", say("Surat suara", "Ballot")),
                    ballots.map { ($0.slug, $0.name[context.language]) }
                )
                HTML.field(
                    form.field(
                        "seed",
                        say("Angka dadu", "Digits of the dice"),
                        hint: say(
                            "Sedikitnya \(AuditSeed.fewest) angka, seperti dibacakan. Tidak dapat diganti.",
                            "At least \(AuditSeed.fewest) digits as they were read aloud. They cannot be replaced."
                        )
                    )
                )
                HTML.field(form.field("size", say("Jumlah formulir", "How many forms"), kind: .count))
                HTML.submit(say("Undi", "Draw"))
            }
        }
    }

    private func section(_ audit: PlenaryAudit) -> HTML {
        let report = AuditReport(audit, in: context.state, sha256: FileDigest.sha256)
        let numbers = context.numbers
        let digest = FileDigest.sha256(of: Array(audit.manifest.text.utf8))
        let words = context.state.law.flatMap { law in
            context.state.contestWithoutForms(of: audit.ballot).map { FieldWords(context.language, law, $0) }
        }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: audit.ballot.name[context.language])
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: say("Benih", "Seed"))
                HTML.tag("dd") { HTML.tag("code", text: audit.seed.description) }
                HTML.tag("dt", text: say("Daftar formulir", "Manifest"))
                HTML.tag("dd") {
                    say(
                        "\(numbers.whole(audit.manifest.lines.count)) formulir, SHA-256 ",
                        "\(numbers.whole(audit.manifest.lines.count)) forms, SHA-256 "
                    )
                    HTML.tag("code", .class("digest"), text: digest)
                }
                HTML.tag("dt", text: say("Dibaca ulang", "Read again"))
                HTML.tag(
                    "dd",
                    text: say(
                        "\(report.drawn.count - report.open.count) dari \(report.drawn.count), \(report.wrong.count) berbeda",
                        "\(report.drawn.count - report.open.count) of \(report.drawn.count), \(report.wrong.count) differ"
                    )
                )
            }
            if let bound = report.bound { conclusion(bound) }
            HTML.grid(
                "\(say("Formulir yang diundi", "Forms that were drawn")), \(audit.ballot.rawValue)",
                [say("Undian", "Draw"), say("Formulir", "Form"), say("Hasil", "Finding")],
                report.drawn.enumerated().map { place, form in
                    [
                        .text("\(place + 1)"), .text(name(of: form)),
                        finding(form, report, words),
                    ]
                }
            )
        }
    }

    private func conclusion(_ bound: AuditBound) -> HTML {
        let numbers = context.numbers
        let most = bound.mostWrong
        return .tag(
            "p",
            .class(bound.wrong == 0 ? "good" : "notice"),
            text: say(
                "Dengan keyakinan 95%: paling banyak \(numbers.whole(most)) dari \(numbers.whole(bound.forms)) formulir salah.",
                "With 95% confidence: at most \(numbers.whole(most)) of all \(numbers.whole(bound.forms)) forms are wrong."
            )
        )
    }

    private func name(of form: FormKey) -> String {
        let version = form.version == .regular ? "" : " \(form.version.shortName[context.language])"
        return context.name(of: form.station) + version
    }

    private func finding(_ form: FormKey, _ report: AuditReport, _ words: FieldWords?) -> HTML {
        if report.open.contains(form) {
            guard plenary.stage != .abandoned, context.caller.may(.auditForms, at: form.station.village)
            else {
                return .text(say("belum dibaca ulang", "not read again yet"))
            }
            let steps = ["plenaries", "\(plenary.number)", "audit"] + form.steps
            return .tag("a", .href(context.place(steps).text), text: say("Baca ulang", "Read it again"))
        }
        let found = report.differences.filter { $0.form == form }
        guard !found.isEmpty else { return .text(say("sama", "the same")) }
        return .tag("ul", .class("plain")) {
            for difference in found {
                let name = words?.name(difference.field) ?? difference.field.column
                let counted = difference.counted.map { context.numbers.whole($0) } ?? "–"
                let read = difference.read.map { context.numbers.whole($0) } ?? "–"
                HTML.tag(
                    "li",
                    text: say(
                        "\(name): dihitung \(counted), dibaca ulang \(read)",
                        "\(name): \(counted) counts, \(read) was read again"
                    )
                )
            }
        }
    }
}

/// A form that was drawn, to be read again from its photo; what counts is not shown.
struct AuditFormPage {
    let plenary: Plenary
    let form: FormKey
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    /// The figures that are read again: votes, and what they add up to.
    var fields: [Field] {
        let known = Set(context.state.fields(of: form))
        return context.state.countedFields(of: form.ballot).filter { field in
            (field.part == .votes || field.part == .validity) && known.contains(field)
        }
    }

    var page: DeskPage {
        let title =
            context.say("Baca ulang", "Read again")
            + ": \(form.ballot.rawValue) \(context.name(of: form.station))"
        let words = context.state.law.flatMap { law in
            context.state.contestWithoutForms(of: form.ballot).map { FieldWords(context.language, law, $0) }
        }
        let steps = ["plenaries", "\(plenary.number)", "audit"] + form.steps
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                context.beside(form) {
                    context.form(context.place(steps)) {
                        context.once
                        for field in fields {
                            HTML.field(
                                SentForm(sent: sent, fault: fault).field(
                                    field.column,
                                    words?.name(field) ?? field.column,
                                    kind: .count,
                                    isRequired: false
                                )
                            )
                        }
                        HTML.submit(context.say("Simpan", "Save"))
                    }
                }
            },
            status: fault == nil ? 200 : 422,
            scripts: [Scripts.viewer],
            isWide: true
        )
    }
}
