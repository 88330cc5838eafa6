import Elections

extension CandidacyDeskPage {
    /// A form that is sent, or asked for.
    func form(_ step: CandidacyStepForm) -> HTML {
        // What was sent belongs to one form of the page; the others are as they were.
        let isSent = self.step == step
        let fields = StepFields(
            step: step,
            form: SentForm(sent: isSent ? sent : nil, fault: isSent ? fault : nil)
        )
        return .tag("section", .class("block narrow"), .id(step.rawValue)) {
            HTML.tag("h2", text: step.summary[context.language])
            context.form(context.path("candidates", shown.ballot.slug, step.rawValue)) {
                context.once
                content(step, fields)
                HTML.submit(step.summary[context.language])
            }
        }
    }

    @HTMLBuilder private func content(_ step: CandidacyStepForm, _ fields: StepFields) -> HTML {
        switch step {
        case .submission: submission(fields)
        case .provisional: provisional(fields)
        case .objection:
            list(fields)
            HTML.field(
                fields.field(
                    "number",
                    say("Nomor urut", "Number on the list"),
                    kind: .count,
                    hint: say("Kosong: terhadap seluruh daftar.", "Empty: to the whole list."),
                    isRequired: false
                )
            )
            HTML.textArea(
                fields.field(
                    "claim",
                    say("Isi tanggapan", "What is wrong"),
                    hint: say(
                        "Diumumkan; jangan tulis siapa yang menanggapi.",
                        "It is published; do not write who objects."
                    )
                )
            )
            day(fields)
        case .answer: answer(fields)
        case .replacement: replacement(fields)
        case .final: final(fields)
        case .status: status(fields)
        }
    }

    @HTMLBuilder private func submission(_ fields: StepFields) -> HTML {
        let former = again.flatMap { candidacy?.latest[$0]?.list.candidates } ?? []
        list(fields)
        HTML.textArea(
            fields.field(
                "candidates",
                say("Calon, satu per baris", "Candidates, one a line"),
                standard: former.map(\.typed).joined(separator: "\n"),
                hint: say(
                    "1. H. Nama Lengkap, S.Sos; L — nama dengan gelar, titik koma, L (laki-laki) atau P (perempuan). "
                        + "Boleh ditempel dari lembar sebar: nomor, nama, L/P.",
                    "1. H. Nama Lengkap, S.Sos; L — the name with its titles, a semicolon, L (a man) or P (a woman). "
                        + "It may be pasted from a spreadsheet: number, name, L/P."
                )
            ),
            rows: 12
        )
        day(fields, say("Tanggal penyerahan", "Day it was handed in"))
    }

    @HTMLBuilder private func provisional(_ fields: StepFields) -> HTML {
        let next = next
        let lacking = (candidacy?.latest ?? [:]).filter { !$0.value.faults.isEmpty }
        HTML.tag(
            "p",
            text: say(
                "Akan diterbitkan: daftar \(next.count), calon \(next.everybody.count).",
                "To be published: lists \(next.count), candidates \(next.everybody.count)."
            )
        )
        if !lacking.isEmpty {
            HTML.tag(
                "p",
                .class("notice"),
                text: say(
                    "Tidak diterbitkan, karena belum lengkap: ",
                    "Left out, since something is lacking: "
                )
                    + contest.listPlaces.filter { lacking[$0] != nil }.map(contest.name).joined(
                        separator: ", "
                    )
                    + "."
            )
        }
        day(fields, say("Tanggal penerbitan", "Day of publication"))
    }

    @HTMLBuilder private func answer(_ fields: StepFields) -> HTML {
        HTML.select(
            fields.field("objection", say("Tanggapan", "Objection")),
            (candidacy?.openObjections ?? []).map { objection in
                (
                    "\(objection.number)",
                    "\(objection.number): \(contest.words(of: objection, context.language))"
                )
            }
        )
        HTML.select(
            fields.field("outcome", say("Putusan", "Outcome")),
            ListObjection.Answer.Outcome.allCases.map { ($0.rawValue, $0.name[context.language]) }
        )
        HTML.textArea(
            fields.field(
                "reason",
                say("Alasan", "Reason"),
                hint: say("Diumumkan.", "It is published.")
            )
        )
        day(fields)
    }

    @HTMLBuilder private func replacement(_ fields: StepFields) -> HTML {
        place(fields)
        HTML.field(
            fields.field(
                "successor",
                say("Pengganti", "Successor"),
                hint: say(
                    "H. Nama Lengkap, S.Sos; L. Kosong: dicoret tanpa pengganti, nomor lain tetap.",
                    "H. Nama Lengkap, S.Sos; L. Empty: struck without a successor, the other numbers stay."
                ),
                isRequired: false
            )
        )
        HTML.select(
            fields.field("reason", say("Alasan", "Reason")),
            Replacement.Reason.allCases.map { ($0.rawValue, $0.name[context.language]) }
        )
        day(fields)
        paper(fields)
    }

    @HTMLBuilder private func final(_ fields: StepFields) -> HTML {
        let decisions = context.state.plenaries.decisions.filter { _, decision in
            decision.isCarried && decision.matter != .revote && decision.decree != nil
        }
        if decisions.isEmpty {
            HTML.tag(
                "p",
                .class("notice"),
                text: say(
                    "Belum ada keputusan pleno yang disetujui dan bernomor.",
                    "No plenary has carried a decision with a decree yet."
                )
            )
        }
        HTML.select(
            fields.field("decision", say("Keputusan pleno", "Decision of a plenary")),
            decisions.map { key, decision in
                (key.typed, "\(key.plenary): \(decision.motion) (\(decision.decree ?? ""))")
            }
        )
        day(fields, say("Tanggal penetapan", "Day of the final lists"))
    }

    @HTMLBuilder private func status(_ fields: StepFields) -> HTML {
        if let vote = context.state.date {
            HTML.tag("dl", .class("facts")) {
                HTML.tag(
                    "dt",
                    text: say("Sampai ", "Until ") + context.numbers.date(vote)
                )
                HTML.tag("dd", text: effect(on: vote, vote))
                HTML.tag("dt", text: say("Sesudahnya", "Afterwards"))
                HTML.tag("dd", text: effect(on: vote.adding(days: 1), vote))
            }
        }
        place(fields)
        HTML.select(
            fields.field("status", say("Keadaan", "Status"), standard: CandidateStatus.died.rawValue),
            CandidateStatus.allCases.map { ($0.rawValue, $0.name[context.language]) }
        )
        day(fields, say("Berlaku sejak", "Since"))
        paper(fields)
    }

    /// What follows where somebody died on a day.
    private func effect(on day: CalendarDate, _ vote: CalendarDate) -> String {
        let change = StatusChange(.died, on: day, Revote.Paper("", day))
        return StatusEffect(change, vote: vote).words[context.language]
    }

    // MARK: - Fields

    @HTMLBuilder private func list(_ fields: StepFields) -> HTML {
        if !contest.districts.isEmpty {
            HTML.select(
                fields.field(
                    "district",
                    say("Daerah pemilihan", "District"),
                    standard: again?.district.map(String.init) ?? ""
                ),
                contest.districts.map { ("\($0.number)", $0.name) }
            )
        }
        HTML.select(
            fields.field(
                "contestant",
                say("Partai", "Party"),
                standard: again.map { "\($0.contestant)" } ?? ""
            ),
            contest.contestants.map { ("\($0.number)", "\($0.number) \($0.shortName)") }
        )
    }

    @HTMLBuilder private func place(_ fields: StepFields) -> HTML {
        list(fields)
        HTML.field(fields.field("number", say("Nomor urut", "Number on the list"), kind: .count))
    }

    @HTMLBuilder private func paper(_ fields: StepFields) -> HTML {
        HTML.field(fields.field("reference", say("Nomor surat", "Number of the paper")))
        HTML.field(fields.field("noted", say("Tanggal surat", "Day of the paper"), kind: .date))
    }

    private func day(_ fields: StepFields, _ label: String? = nil) -> HTML {
        HTML.field(fields.field("date", label ?? say("Tanggal", "Day"), kind: .date))
    }
}

/// The fields of one of several forms on a page: their names begin with its step.
private struct StepFields {
    let step: CandidacyStepForm
    let form: SentForm

    func field(
        _ name: String,
        _ label: String,
        kind: FormField.Kind = .text,
        standard: String = "",
        hint: String? = nil,
        isRequired: Bool = true
    ) -> FormField {
        form.field(
            "\(step.rawValue)-\(name)",
            label,
            kind: kind,
            standard: standard,
            hint: hint,
            isRequired: isRequired
        )
    }
}
