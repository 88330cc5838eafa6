import Elections

/// A form to type, part by part as on the paper, with what is wrong with it beside it.
struct EntryPage {
    let form: DeskForm
    let typed: TypedForm
    let request: String
    /// The fields whose text is no count.
    var wrong: [Field] = []
    /// What the figures do not pass; empty before they were sent.
    var findings: [FormFinding] = []
    /// The codes of which the typist said that the paper says so.
    var confirmed: Set<String> = []
    var remarkIsTooLong = false

    func page(_ context: DeskContext) -> DeskPage {
        let isRefused = !wrong.isEmpty || !findings.isEmpty || remarkIsTooLong
        return DeskPage(
            title: form.title,
            body: .tag("div", .class("typing")) {
                HTML.tag("h1", text: form.title)
                HTML.tag("p", .class("quiet"), text: form.key.station.description)
                context.beside(form.key) {
                    context.form(context.place(["forms"] + form.key.steps)) {
                        HTML.hidden("request", request)
                        if !wrong.isEmpty { notCounts(context) }
                        parts(context)
                        if !findings.isEmpty { confirmations(context) }
                        HTML.textArea(
                            FormField(
                                name: "remark",
                                label: context.say("Catatan dari kertas", "What else the paper says"),
                                value: typed.remark,
                                hint: context.say(
                                    "Misalnya angka yang dicoret atau tidak terbaca. Jangan tulis nama pemilih.",
                                    "Such as a figure crossed out or illegible. Never a voter's name."
                                ),
                                fault: remarkIsTooLong
                                    ? context.say("Paling banyak 500 bita.", "500 bytes at most.") : nil,
                                isRequired: false
                            ),
                            rows: 2
                        )
                        HTML.tag("p", .class("actions")) {
                            HTML.submit(context.say("Simpan formulir", "Save the form"))
                            HTML.tag(
                                "span",
                                .id("draft-state"),
                                .class("quiet"),
                                Attribute("role", "status"),
                                Attribute("data-kept", context.say("Tersimpan sementara", "Kept so far")),
                                Attribute(
                                    "data-lost",
                                    context.say(
                                        "Sambungan putus: ketikan disimpan di peramban ini",
                                        "No connection: kept in this browser"
                                    )
                                ),
                                text: ""
                            )
                        }
                    }
                }
            },
            status: isRefused ? 422 : 200,
            scripts: [Scripts.entry, Scripts.viewer],
            isWide: true
        )
    }

    private func notCounts(_ context: DeskContext) -> HTML {
        .tag("div", .class("notice"), Attribute("role", "alert")) {
            HTML.tag(
                "p",
                text: context.say(
                    "Ada isian yang bukan angka; belum ada yang disimpan:",
                    "Some fields are no counts; nothing was saved yet:"
                )
            )
            HTML.tag("ul") {
                for field in wrong {
                    HTML.tag("li") { HTML.tag("a", .href("#f-\(field.column)"), text: form.name(field)) }
                }
            }
        }
    }

    private func confirmations(_ context: DeskContext) -> HTML {
        var codes: [String] = []
        for finding in findings where !codes.contains(finding.check.code) { codes.append(finding.check.code) }
        return .tag(
            "section",
            .class("notice"),
            .id("findings"),
            Attribute("role", "alert"),
            Attribute("tabindex", "-1")
        ) {
            HTML.tag("h2", text: context.say("Periksa lagi", "Look again"))
            HTML.tag(
                "p",
                text: context.say(
                    "Belum disimpan. Bandingkan dengan kertas; betulkan bila salah ketik. Bila kertasnya memang begitu, centang.",
                    "Not saved yet. Compare with the paper and mend what was mistyped. Where the paper says so, tick it."
                )
            )
            form.list(findings, form.row(typed.figures.figures, of: typed.fields))
            for code in codes {
                HTML.tag("p", .class("field tick")) {
                    HTML.void(
                        "input",
                        [
                            Attribute("type", "checkbox"), .id("c-\(code)"), .name("confirmed"), .value(code),
                        ] + (confirmed.contains(code) ? [.flag("checked")] : [])
                    )
                    HTML.tag(
                        "label",
                        Attribute("for", "c-\(code)"),
                        text: context.say("\(code): kertasnya memang begitu", "\(code): the paper says so")
                    )
                }
            }
        }
    }

    // MARK: - The parts of the paper

    private func parts(_ context: DeskContext) -> HTML {
        var html = HTML.empty
        for part in Field.Part.allCases {
            let fields = typed.fields.filter { $0.part == part }
            guard !fields.isEmpty else { continue }
            html.append(
                .tag("fieldset", .class("part part-\(part)")) {
                    HTML.tag("legend", text: form.words.name(part))
                    switch part {
                    case .electorate, .voters, .disability: bySex(fields, context)
                    case .votes where form.key.ballot.choice == .list: byParty(fields, context)
                    case .votes, .papers, .validity, .signatures: inLines(fields, context)
                    }
                    if part == .votes, form.key.ballot.choice != .list {
                        sum(fields, context)
                    }
                }
            )
        }
        return html
    }

    /// Rows with a figure for men, women and both.
    private func bySex(_ fields: [Field], _ context: DeskContext) -> HTML {
        var rows: [[Field]] = []
        for field in fields {
            if let last = rows.last?.first, last.isBeside(field) {
                rows[rows.count - 1].append(field)
            } else {
                rows.append([field])
            }
        }
        return .tag("div", .class("rows")) {
            for row in rows {
                HTML.tag("div", .class("row")) {
                    HTML.tag("span", .class("name"), text: rowName(row[0]))
                    for field in row { input(field, label: short(field, context), context) }
                }
            }
        }
    }

    /// The name of a row, without the sex of its first figure.
    private func rowName(_ field: Field) -> String {
        switch field {
        case .electorate(let roll, _): form.name(.electorate(roll, .both))
        case .voters(let roll, _): form.name(.voters(roll, .both))
        case .disabled: form.name(.disabled(.both))
        case .disabledVoters: form.name(.disabledVoters(.both))
        default: form.name(field)
        }
    }

    private func short(_ field: Field, _ context: DeskContext) -> String {
        switch field {
        case .electorate(_, let sex), .voters(_, let sex), .disabled(let sex), .disabledVoters(let sex):
            switch sex {
            case .male: context.say("L", "M")
            case .female: context.say("P", "F")
            case .both: context.say("Jml", "Sum")
            }
        default: form.name(field)
        }
    }

    private func inLines(_ fields: [Field], _ context: DeskContext) -> HTML {
        .tag("div", .class("lines")) {
            for field in fields { input(field, label: lineName(field), context) }
        }
    }

    private func lineName(_ field: Field) -> String {
        guard case .votes(let number) = field,
            let contestant = form.contest.contestants.first(where: { $0.number == number })
        else { return form.name(field) }
        return "\(number). \(contestant.name)"
    }

    /// A group of fields for each party, with the sum of what was typed beside its total.
    private func byParty(_ fields: [Field], _ context: DeskContext) -> HTML {
        .tag("div", .class("parties")) {
            for contestant in form.contest.contestants {
                let own = fields.filter { $0.contestant == contestant.number }
                if !own.isEmpty {
                    HTML.tag("fieldset", .class("party")) {
                        HTML.tag("legend", text: "\(contestant.number). \(contestant.shortName)")
                        for field in own { input(field, label: partyLine(field, context), context) }
                        sum(own.filter { $0 != .votes(contestant.number) }, context)
                    }
                }
            }
        }
    }

    private func partyLine(_ field: Field, _ context: DeskContext) -> String {
        switch field {
        case .partyVotes: context.say("Partai", "Party")
        case .candidateVotes(_, let place): "\(place)"
        default: context.say("Jumlah di kertas", "Total on paper")
        }
    }

    /// What the fields come to as they are typed; shown beside the paper's own total, and never filled in.
    private func sum(_ fields: [Field], _ context: DeskContext) -> HTML {
        .tag("p", .class("sum quiet")) {
            context.say("Jumlah ketikan: ", "Sum of what is typed: ")
            HTML.tag(
                "output",
                Attribute("data-sum", fields.map(\.column).joined(separator: " ")),
                text: ""
            )
        }
    }

    private func input(_ field: Field, label: String, _ context: DeskContext) -> HTML {
        let place = typed.fields.firstIndex(of: field) ?? 0
        let isMarked = wrong.contains(field) || findings.contains { $0.formula.fields.contains(field) }
        var attributes: [Attribute] = [
            Attribute("type", "text"), .id("f-\(field.column)"), .name(field.column),
            .value(typed.texts[place]), Attribute("inputmode", "numeric"), Attribute("autocomplete", "off"),
            Attribute("aria-label", form.name(field)), Attribute("maxlength", "20"),
        ]
        if isMarked { attributes.append(Attribute("aria-invalid", "true")) }
        return .tag("label", .class(isMarked ? "figure wrong" : "figure")) {
            HTML.tag("span", Attribute("aria-hidden", "true"), text: label)
            HTML.void("input", attributes)
        }
    }
}

extension Field {
    /// Whether it stands in the same row of the paper, for another sex.
    fileprivate func isBeside(_ other: Field) -> Bool {
        switch (self, other) {
        case (.electorate(let first, _), .electorate(let second, _)): first == second
        case (.voters(let first, _), .voters(let second, _)): first == second
        case (.disabled, .disabled), (.disabledVoters, .disabledVoters): true
        default: false
        }
    }
}
