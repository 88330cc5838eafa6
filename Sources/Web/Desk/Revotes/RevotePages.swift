import Elections

/// The votes and counts that were not the first, and the form by which one is proposed.
struct RevoteList {
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = say("Pemungutan ulang", "Re-votes")
        let revotes = context.state.revotes.all.filter {
            context.caller.may(.proposeRevotes, at: $0.station.village)
        }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                if revotes.isEmpty {
                    HTML.tag("p", text: say("Belum ada yang diusulkan.", "None was proposed yet."))
                } else {
                    HTML.gridCard(
                        title,
                        [
                            say("Nomor", "Number"), say("TPS", "Station"), say("Jenis", "Kind"),
                            say("Surat suara", "Ballots"), say("Tahap", "Stage"), say("Hari", "Day"),
                        ],
                        revotes.map(row)
                    )
                }
                proposal
            },
            status: fault == nil ? 200 : 422
        )
    }

    private func row(_ revote: Revote) -> [HTML] {
        let simulated = revote.isSimulated ? " (\(say("simulasi", "simulated")))" : ""
        return [
            context.link("\(revote.number)", "revotes", "\(revote.number)"),
            .text(context.name(of: revote.station) + simulated),
            .text(revote.version.shortName[context.language]),
            .text(revote.ballots.map(\.rawValue).joined(separator: ", ")),
            .text(revote.stage.name[context.language]),
            .text((revote.holding?.date ?? revote.outcome?.date).map { context.numbers.date($0) } ?? "–"),
        ]
    }

    private var proposal: HTML {
        let form = SentForm(sent: sent, fault: fault)
        let versions = FormVersion.allCases.filter { $0 != .regular }
        let chosen = sent.map { Set($0.list("ballot")) }
        return .tag("section", .class("block narrow")) {
            HTML.tag("h2", text: RevoteStepForm.proposal.summary[context.language])
            context.form(context.path("revotes")) {
                context.once
                HTML.field(context.stationField(form.text("q"), fault: form.fault("q"), isRequired: true))
                HTML.select(
                    form.field("version", say("Jenis", "Kind"), standard: FormVersion.revote.rawValue),
                    versions.map { ($0.rawValue, $0.name[context.language]) }
                )
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
                HTML.select(
                    form.field("ground", say("Dasar (UU 7/2017)", "Ground (UU 7/2017)")),
                    RevoteGround.allCases.map { ground in
                        let article = ground.article?[context.language] ?? ""
                        return (ground.rawValue, "\(article) \(ground.name[context.language])")
                    }
                )
                HTML.select(
                    form.field("proposer", say("Pengusul", "Proposed by")),
                    Revote.Proposer.allCases.map { ($0.rawValue, $0.name[context.language]) }
                )
                HTML.field(
                    form.field(
                        "cause",
                        say("Yang terjadi", "What happened"),
                        hint: say("Diumumkan; jangan tulis nama orang.", "It is published; name nobody.")
                    )
                )
                HTML.submit(RevoteStepForm.proposal.summary[context.language])
            }
        }
    }
}

/// One re-vote with its way, and what can be done next.
struct RevotePage {
    let revote: Revote
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private var fields: SentForm { SentForm(sent: sent, fault: fault) }

    var page: DeskPage {
        let kind = revote.version.name[context.language]
        let title = "\(kind) · \(context.name(of: revote.station))"
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                if revote.isSimulated {
                    HTML.tag("p", .class("notice"), text: say("Simulasi.", "Simulated."))
                }
                facts
                switch revote.stage {
                case .proposed:
                    if context.caller.may(.proposeRevotes, at: revote.station.village) {
                        form(.recommendation) {
                            HTML.field(fields.field("reference", say("Nomor rekomendasi", "Its number")))
                            HTML.field(
                                fields.field(
                                    "recommended",
                                    say("Tanggal rekomendasi", "Its day"),
                                    kind: .date
                                )
                            )
                        }
                    }
                    if context.caller.may(.decideRevotes, at: revote.station.village) { decision }
                case .ordered:
                    if context.caller.may(.decideRevotes, at: revote.station.village) {
                        holding
                        decision
                    }
                case .held:
                    HTML.tag(
                        "p",
                        text: say(
                            "Formulirnya diketik di meja hitung seperti formulir lain, oleh dua orang.",
                            "Its forms are typed at the counting desk like all others, by two people."
                        )
                    )
                case .rejected: HTML.empty
                }
            },
            status: fault == nil ? 200 : 422
        )
    }

    private var facts: HTML {
        .tag("section", .class("block")) {
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: say("Tahap", "Stage"))
                HTML.tag("dd") { HTML.tag("strong", .id("stage"), text: revote.stage.name[context.language]) }
                HTML.tag("dt", text: say("Surat suara", "Ballots"))
                HTML.tag("dd", text: revote.ballots.map(\.rawValue).joined(separator: ", "))
                HTML.tag("dt", text: say("Dasar", "Ground"))
                HTML.tag(
                    "dd",
                    text: [revote.ground.article?[context.language], revote.ground.name[context.language]]
                        .compactMap(\.self).joined(separator: ": ")
                )
                HTML.tag("dt", text: say("Pengusul", "Proposed by"))
                HTML.tag("dd", text: "\(revote.proposer.name[context.language]): \(revote.cause)")
                for paper in revote.recommendations {
                    HTML.tag("dt", text: say("Rekomendasi", "Recommendation"))
                    HTML.tag("dd", text: "\(paper.reference), \(context.numbers.date(paper.date))")
                }
                if let outcome = revote.outcome {
                    HTML.tag("dt", text: say("Keputusan", "Decision"))
                    HTML.tag("dd") {
                        let decree = context.state.plenaries.decision(outcome.decision)?.decree
                        outcome.date.map { context.numbers.date($0) } ?? say("ditolak", "refused")
                        ": \(outcome.reason)"
                        if let decree { " (\(decree))" }
                    }
                }
                if let holding = revote.holding {
                    HTML.tag("dt", text: say("Dilaksanakan", "Held"))
                    HTML.tag("dd", text: words(of: holding))
                }
            }
        }
    }

    private func words(of holding: Revote.Holding) -> String {
        let papers = revote.ballots.compactMap { ballot in
            holding.papers[ballot].map { "\(ballot.rawValue) \(context.numbers.whole($0))" }
        }.joined(separator: ", ")
        return [
            context.numbers.date(holding.date),
            papers.isEmpty ? nil : "\(say("surat suara khusus", "special papers")): \(papers)",
            holding.hasNewCommittee ? say("KPPS diganti", "new committee") : nil,
        ].compactMap(\.self).joined(separator: "; ")
    }

    private var decision: HTML {
        let decisions = context.state.plenaries.decisions.filter { $1.matter == .revote }
        return form(.decision) {
            HTML.select(
                fields.field("decision", say("Keputusan pleno", "Decision of a plenary")),
                decisions.map { key, decision in
                    let carried =
                        decision.isCarried
                        ? say("disetujui", "carried") : say("tidak disetujui", "not carried")
                    return (key.typed, "\(key.plenary): \(decision.motion) (\(carried))")
                }
            )
            HTML.field(
                fields.field(
                    "date",
                    say("Hari pemungutan suara", "Day of the vote"),
                    kind: .date,
                    hint: context.state.lastDayOfRevotes.map {
                        say(
                            "Paling lambat \(context.numbers.date($0)).",
                            "\(context.numbers.date($0)) at the latest."
                        )
                    },
                    isRequired: false
                )
            )
            HTML.field(fields.field("reason", say("Alasan", "Reason")))
            HTML.fieldset(say("Putusan dengan batas sendiri", "A ruling with a last day of its own")) {
                HTML.field(fields.field("ruling", say("Nomor putusan", "Its number"), isRequired: false))
                HTML.field(
                    fields.field("ruled", say("Tanggal putusan", "Its day"), kind: .date, isRequired: false)
                )
                HTML.field(
                    fields.field("last", say("Hari terakhir", "The last day"), kind: .date, isRequired: false)
                )
            }
        }
    }

    private var holding: HTML {
        form(.holding) {
            HTML.field(fields.field("held", say("Hari pelaksanaan", "The day"), kind: .date))
            for ballot in revote.version.isCount ? [] : revote.ballots {
                HTML.field(
                    fields.field(
                        "papers-\(ballot.slug)",
                        say("Surat suara khusus \(ballot.rawValue)", "Special papers \(ballot.rawValue)"),
                        kind: .count
                    )
                )
            }
            HTML.checkbox(
                fields.field(
                    "committee",
                    say("KPPS diganti", "The committee was replaced"),
                    isRequired: false
                ),
                isTicked: !fields.text("committee").isEmpty
            )
        }
    }

    private func form(_ step: RevoteStepForm, @HTMLBuilder content: () -> HTML) -> HTML {
        .tag("section", .class("block narrow")) {
            HTML.tag("h2", text: step.summary[context.language])
            context.form(context.path("revotes", "\(revote.number)", step.rawValue)) {
                context.once
                content()
                HTML.submit(step.summary[context.language])
            }
        }
    }
}
