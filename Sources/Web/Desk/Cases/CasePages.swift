import Elections

/// The cases, and the form by which one is noted.
struct CaseList {
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = say("Perkara", "Cases")
        let cases = context.state.cases.all.reversed()
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                if cases.isEmpty {
                    HTML.tag("p", text: say("Belum ada perkara.", "No case was noted yet."))
                } else {
                    HTML.gridCard(
                        title,
                        [
                            say("Nomor", "Number"), say("Forum", "Forum"), say("Register", "Register"),
                            say("Tahap", "Stage"), say("Putusan", "Ruling"),
                        ],
                        cases.map { known in
                            [
                                context.link("\(known.number)", "cases", "\(known.number)"),
                                .text(known.filing.forum.name[context.language]),
                                .text(known.filing.register), .text(known.stage.name[context.language]),
                                .text(known.ruling?.outcome.name[context.language] ?? "–"),
                            ]
                        }
                    )
                }
                registration
            },
            status: fault == nil ? 200 : 422
        )
    }

    private var registration: HTML {
        let form = SentForm(sent: sent, fault: fault)
        let chosen = sent.map { Set($0.list("ballot")) }
        return .tag("section", .class("block narrow")) {
            HTML.tag("h2", text: CaseStepForm.registration.summary[context.language])
            context.form(context.path("cases")) {
                context.once
                HTML.select(
                    form.field("kind", say("Jenis", "Kind")),
                    CaseKind.allCases.map { ($0.rawValue, $0.name[context.language]) }
                )
                HTML.select(
                    form.field("forum", "Forum"),
                    CaseForum.allCases.map { ($0.rawValue, $0.name[context.language]) }
                )
                HTML.field(form.field("register", say("Nomor register", "Its number there")))
                HTML.field(form.field("filed", say("Diajukan", "Filed"), kind: .date))
                time("filed-time", form)
                HTML.field(form.field("registered", say("Diregistrasi", "Registered"), kind: .date))
                party("reporter", say("Pelapor", "Brought by"), form) { $0.mayReport }
                party("respondent", say("Terlapor", "Against"), form) { $0.mayRespond }
                HTML.textArea(
                    form.field(
                        "object",
                        say("Pokok perkara", "What it is about"),
                        hint: say("Diumumkan; jangan tulis nama orang.", "It is published; name nobody.")
                    )
                )
                HTML.textArea(form.field("relief", say("Yang diminta", "What is asked for")))
                HTML.field(form.field("stage", say("Tahapan", "Stage of the election"), isRequired: false))
                HTML.fieldset(say("Surat suara", "Ballots")) {
                    for ballot in context.state.ballots {
                        HTML.choice(
                            "ballot",
                            ballot.slug,
                            ballot.name[context.language],
                            isTicked: chosen?.contains(ballot.slug) ?? false
                        )
                    }
                }
                HTML.textArea(
                    form.field(
                        "stations",
                        say("TPS yang dipersoalkan, satu per baris", "Contested stations, one a line"),
                        hint: say("Bila TPS 7, atau kodenya", "Bila TPS 7, or its code"),
                        isRequired: false
                    )
                )
                HTML.field(
                    form.field(
                        "districts",
                        say("Dapil yang dipersoalkan", "Contested districts"),
                        hint: say("1, 2; kosong: semuanya", "1, 2; empty: all of them"),
                        isRequired: false
                    )
                )
                HTML.fieldset(say("Calon yang dipersoalkan", "Contested candidate")) {
                    number("candidate-party", say("Nomor partai", "Number of the party"), form)
                    number("candidate-district", say("Dapil", "District"), form)
                    number("candidate-number", say("Nomor urut", "Number on the list"), form)
                }
                HTML.fieldset(say("Keputusan yang digugat", "The decision that is attacked")) {
                    HTML.field(form.field("attacks", say("Nomor", "Number"), isRequired: false))
                    HTML.field(form.field("attacked", say("Tanggal", "Day"), kind: .date, isRequired: false))
                    time("attacked-time", form)
                }
                number("appeals", say("Banding atas perkara nomor", "Appeal against case number"), form)
                HTML.submit(CaseStepForm.registration.summary[context.language])
            }
        }
    }

    private func time(_ name: String, _ form: SentForm) -> HTML {
        HTML.field(
            form.field(
                name,
                say("Pukul", "Time"),
                hint: say(
                    "21:05, waktu setempat; untuk tenggat dalam jam.",
                    "21:05 by the clock of the place; for limits in hours."
                ),
                isRequired: false
            )
        )
    }

    private func number(_ name: String, _ label: String, _ form: SentForm) -> HTML {
        HTML.field(form.field(name, label, kind: .count, isRequired: false))
    }

    private func party(
        _ name: String,
        _ label: String,
        _ form: SentForm,
        where isPossible: (CaseParty.Capacity) -> Bool
    ) -> HTML {
        HTML.fieldset(label) {
            HTML.select(
                form.field(name, say("Sebagai", "As")),
                CaseParty.Capacity.allCases.filter(isPossible).map {
                    ($0.rawValue, $0.name[context.language])
                }
            )
            HTML.select(
                form.field("\(name)-ballot", say("Pada surat suara", "On the ballot"), isRequired: false),
                [("", "–")] + context.state.ballots.map { ($0.slug, $0.name[context.language]) }
            )
            number("\(name)-number", say("Nomor peserta", "Number of the contestant"), form)
        }
    }
}

/// A case, and what can be done next.
struct CaseDeskPage {
    let known: DisputeCase
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?
    /// The form that was sent; `nil` where none was.
    var step: CaseStepForm?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = "\(say("Perkara", "Case")) \(known.number) · \(known.filing.forum.name[context.language])"
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                facts
                for step in CaseStepForm.allCases where step.isPossible(known) { form(step) }
            },
            status: fault == nil ? 200 : 422
        )
    }

    private var facts: HTML {
        .tag("section", .class("block")) {
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: say("Tahap", "Stage"))
                HTML.tag("dd") { HTML.tag("strong", .id("stage"), text: known.stage.name[context.language]) }
                HTML.tag("dt", text: say("Pokok perkara", "About"))
                HTML.tag("dd", text: known.filing.object)
                HTML.tag("dt", text: say("Bukti", "Evidence"))
                HTML.tag("dd", text: context.numbers.whole(known.bundles.reduce(0) { $0 + $1.items.count }))
                if let ruling = known.ruling {
                    HTML.tag("dt", text: say("Putusan", "Ruling"))
                    HTML.tag("dd", text: "\(ruling.outcome.name[context.language]): \(ruling.operative)")
                    for obligation in ruling.obligations {
                        let done = known.fulfilments[obligation.number]
                        HTML.tag(
                            "dt",
                            text: say("Kewajiban \(obligation.number)", "Obligation \(obligation.number)")
                        )
                        HTML.tag(
                            "dd",
                            text: obligation.what + ": "
                                + (done.map { context.numbers.date($0.date) } ?? say("belum", "not yet"))
                        )
                    }
                }
            }
            HTML.tag("p") {
                HTML.tag(
                    "a",
                    .href(Address(.dispute(known.number), context.language).path),
                    text: say("Berkas perkara untuk umum", "The case file everybody sees")
                )
            }
        }
    }

    private func form(_ step: CaseStepForm) -> HTML {
        let isSent = self.step == step
        let fields = SentForm(
            sent: isSent ? sent : nil,
            fault: isSent ? fault : nil,
            form: "\(step.rawValue)-"
        )
        return .tag("section", .class("block narrow"), .id(step.rawValue)) {
            HTML.tag("h2", text: step.summary[context.language])
            context.form(context.path("cases", "\(known.number)", step.rawValue)) {
                context.once
                content(step, fields)
                HTML.submit(step.summary[context.language])
            }
        }
    }

    @HTMLBuilder private func content(_ step: CaseStepForm, _ fields: SentForm) -> HTML {
        switch step {
        case .registration: HTML.empty
        case .hearing:
            HTML.select(
                fields.field("kind", say("Jenis", "Kind")),
                HearingHeld.Kind.allCases.map { ($0.rawValue, $0.name[context.language]) }
            )
            HTML.field(fields.field("date", say("Tanggal", "Day"), kind: .date))
            HTML.field(
                fields.field(
                    "text",
                    say("Yang dilakukan", "What was done"),
                    hint: say("Diumumkan; jangan tulis nama orang.", "It is published; name nobody.")
                )
            )
            HTML.field(fields.field("venue", say("Tempat", "Where"), isRequired: false))
        case .bundle: bundle(fields)
        case .answer:
            paper(fields)
            HTML.textArea(fields.field("summary", say("Ringkasan", "In short")))
        case .ruling: ruling(fields)
        case .fulfilment: fulfilment(fields)
        case .closing: HTML.field(fields.field("date", say("Tanggal", "Day"), kind: .date))
        }
    }

    @HTMLBuilder private func paper(_ fields: SentForm) -> HTML {
        HTML.field(fields.field("reference", say("Nomor surat", "Number of the paper")))
        HTML.field(fields.field("date", say("Tanggal", "Day"), kind: .date))
    }

    @HTMLBuilder private func bundle(_ fields: SentForm) -> HTML {
        let items = CaseItems(known, context.state).all
        let chosen = fields.sent.map { Set($0.list("item")) }
        HTML.fieldset(say("Dari catatan kantor", "From the office's record")) {
            if items.isEmpty {
                HTML.tag("p", text: say("Tidak ada lagi.", "Nothing more."))
            }
            for (key, item) in items {
                HTML.choice(
                    "item",
                    key,
                    item.words[context.language],
                    in: fields.form,
                    isTicked: chosen?.contains(key) ?? true
                )
            }
        }
        HTML.textArea(
            fields.field(
                "papers",
                say("Surat lain, satu per baris", "Other papers, one a line"),
                hint: say("Nomor surat | 2019-05-03", "Number | 2019-05-03"),
                isRequired: false
            )
        )
    }

    @HTMLBuilder private func ruling(_ fields: SentForm) -> HTML {
        paper(fields)
        HTML.select(
            fields.field("outcome", say("Putusan", "Outcome")),
            CaseOutcome.allCases.map { ($0.rawValue, $0.name[context.language]) }
        )
        HTML.textArea(
            fields.field(
                "operative",
                say("Amar", "Operative text"),
                hint: say("Paling banyak 4.000 huruf.", "At most 4,000 letters.")
            )
        )
        if !known.filing.kind.effects.isEmpty {
            for place in CaseStepForm.effects { effect(place, fields) }
        }
        HTML.textArea(
            fields.field(
                "obligations",
                say("Kewajiban, satu per baris", "Obligations, one a line"),
                hint: say(
                    "Yang pertama melaksanakan akibat pertama, dan seterusnya: "
                        + "Pemungutan suara ulang di 2 TPS | 2019-09-08",
                    "The first carries out the first effect, and so on: Re-vote at 2 stations | 2019-09-08"
                ),
                isRequired: false
            )
        )
    }

    private func effect(_ place: Int, _ fields: SentForm) -> HTML {
        let chosen = fields.sent.map { Set($0.list("effect-ballot-\(place)")) }
        return HTML.fieldset(say("Akibat \(place) pada hasil", "Effect \(place) on the result")) {
            HTML.select(
                fields.field("effect-\(place)", say("Akibat", "Effect"), isRequired: false),
                [("", say("tidak ada", "none"))]
                    + CaseEffect.Kind.allCases.filter(known.filing.kind.effects.contains).map {
                        ($0.rawValue, $0.name[context.language])
                    }
            )
            for ballot in known.filing.scope.ballots {
                HTML.choice(
                    "effect-ballot-\(place)",
                    ballot.slug,
                    ballot.name[context.language],
                    in: fields.form,
                    isTicked: chosen?.contains(ballot.slug) ?? true
                )
            }
            HTML.textArea(
                fields.field(
                    "effect-stations-\(place)",
                    say("TPS, satu per baris", "Stations, one a line"),
                    standard: known.filing.scope.stations.map(\.description).joined(separator: "\n"),
                    hint: say("Kosong: semuanya.", "Empty: all of them."),
                    isRequired: false
                )
            )
        }
    }

    @HTMLBuilder private func fulfilment(_ fields: SentForm) -> HTML {
        HTML.select(
            fields.field("obligation", say("Kewajiban", "Obligation")),
            known.openObligations.map { ("\($0.number)", "\($0.number): \($0.what)") }
        )
        HTML.field(fields.field("date", say("Dilaksanakan pada", "Done on"), kind: .date))
        // A pair, a person or a whole list is cancelled by a paper.
        let kinds = Set(
            known.openObligations.map { obligation -> CaseEffect.Kind? in
                let effect = known.effect(of: obligation)
                let isPaper = effect?.kind == .candidateCancelled && effect?.scope.candidate?.number == nil
                return isPaper ? nil : effect?.kind
            }
        )
        if kinds.contains(.revote) || kinds.contains(.recount) {
            HTML.field(
                fields.field(
                    "revotes",
                    say("Nomor pemungutan ulang", "Numbers of the re-votes"),
                    hint: "1, 2",
                    isRequired: false
                )
            )
        }
        if kinds.contains(.correction) || kinds.contains(.figures) {
            HTML.select(
                fields.field("plenary", say("Rapat pleno", "Plenary"), isRequired: false),
                context.state.plenaries.all.filter { $0.stage == .certified }.map {
                    ("\($0.number)", "\($0.number): \(context.name(of: $0.region))")
                }
            )
        }
        if kinds.contains(nil) {
            HTML.field(
                fields.field("reference", say("Nomor surat", "Number of the paper"), isRequired: false)
            )
            HTML.field(
                fields.field("dated", say("Tanggal surat", "Its day"), kind: .date, isRequired: false)
            )
        }
    }
}
