import Elections

/// The plenaries somebody may see, the last one first.
struct PlenaryList {
    let context: DeskContext

    var page: DeskPage {
        let title = context.say("Rapat pleno", "Plenaries")
        let plenaries = context.state.plenaries.all.reversed().filter {
            context.caller.may(.attendPlenaries, at: $0.region)
        }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("ul", .class("links")) {
                    if context.caller.may(.holdPlenaries) {
                        HTML.tag("li") {
                            context.link(
                                context.say("Undang rapat pleno", "Call a plenary"),
                                "plenaries",
                                "new"
                            )
                        }
                    }
                    if context.caller.may(.proposeRevotes) || context.caller.may(.decideRevotes) {
                        HTML.tag("li") {
                            context.link(context.say("Pemungutan ulang", "Re-votes"), "revotes")
                        }
                    }
                    if context.caller.may(.manageCases) {
                        HTML.tag("li") { context.link(context.say("Perkara", "Cases"), "cases") }
                    }
                    if context.caller.may(.determineResults) {
                        HTML.tag("li") {
                            context.link(context.say("Penetapan hasil", "Results"), "results")
                        }
                    }
                    if context.caller.may(.manageCandidates) {
                        HTML.tag("li") {
                            context.link(context.say("Daftar calon", "Lists of candidates"), "candidates")
                        }
                    }
                }
                if plenaries.isEmpty {
                    HTML.tag("p", text: context.say("Belum ada rapat pleno.", "No plenary was called yet."))
                } else {
                    HTML.gridCard(
                        title,
                        [
                            context.say("Nomor", "Number"), context.say("Wilayah", "Region"),
                            context.say("Acara", "Subject"), context.say("Tanggal", "Day"),
                            context.say("Tahap", "Stage"),
                        ],
                        plenaries.map(row)
                    )
                }
            }
        )
    }

    private func row(_ plenary: Plenary) -> [HTML] {
        let ballots = plenary.call.ballots.map(\.rawValue).joined(separator: ", ")
        return [
            context.link("\(plenary.number)", "plenaries", "\(plenary.number)"),
            .text(context.name(of: plenary.region)),
            .text(ballots.isEmpty ? plenary.call.agenda : ballots),
            .text(context.numbers.date(plenary.call.date)),
            .text(plenary.standing(context.state.plenaries)[context.language]),
        ]
    }
}

/// The form by which a plenary is called.
struct PlenaryCallPage {
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?

    /// The call that was sent.
    var act: PlenaryCalled {
        get throws(Refusal) {
            guard let sent else { throw Refusal(.fieldMissing, field: "region") }
            func needed(_ name: String) throws(Refusal) -> String {
                guard let text = try sent.text(name), !text.isEmpty else {
                    throw Refusal(.fieldMissing, field: name)
                }
                return text
            }
            func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
                guard let value = read(try needed(name)) else { throw Refusal(.fieldInvalid, field: name) }
                return value
            }
            let subject = try value("subject") { Plenary.Subject(rawValue: $0) }
            let chosen = Set(sent.list("ballot"))
            let ground = try sent.text("ground") ?? ""
            return PlenaryCalled(
                number: context.state.plenaries.all.count + 1,
                subject,
                of: try value("region") { try? RegionCode(parsing: $0) },
                ballots: subject == .decision
                    ? [] : context.state.ballots.filter { chosen.contains($0.slug) },
                invitation: try needed("invitation"),
                agenda: try needed("agenda"),
                venue: try needed("venue"),
                date: try value("date") { CalendarDate(parsing: $0) },
                members: try value("members") { Int(typed: $0) },
                ground: ground.isEmpty ? nil : ground
            )
        }
    }

    var page: DeskPage {
        let title = context.say("Undang rapat pleno", "Call a plenary")
        let form = SentForm(sent: sent, fault: fault)
        let regions = (context.state.regions?.all ?? []).filter {
            $0.code.tier != .village && context.caller.may(.holdPlenaries, at: $0.code)
        }
        let chosen = sent.map { Set($0.list("ballot")) }
        return DeskPage(
            title: title,
            body: .tag("div", .class("narrow")) {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                context.form(context.path("plenaries")) {
                    context.once
                    HTML.select(
                        form.field("region", context.say("Wilayah", "Region")),
                        regions.map { ($0.code.description, $0.name) }
                    )
                    HTML.select(
                        form.field("subject", context.say("Acara", "Subject")),
                        Plenary.Subject.allCases.map { ($0.rawValue, $0.name[context.language]) }
                    )
                    HTML.fieldset(context.say("Surat suara yang direkap", "Ballots that are added up")) {
                        for ballot in context.state.ballots {
                            HTML.choice(
                                "ballot",
                                ballot.slug,
                                ballot.name[context.language],
                                isTicked: chosen?.contains(ballot.slug) ?? true
                            )
                        }
                    }
                    HTML.field(
                        form.field("invitation", context.say("Nomor undangan", "Number of the invitation"))
                    )
                    HTML.field(form.field("agenda", context.say("Agenda", "Agenda")))
                    HTML.field(form.field("venue", context.say("Tempat", "Venue")))
                    HTML.field(form.field("date", context.say("Tanggal", "Day"), kind: .date))
                    HTML.field(
                        form.field(
                            "members",
                            context.say("Jumlah anggota", "Members of the body"),
                            kind: .count,
                            standard: "5"
                        )
                    )
                    HTML.field(
                        form.field(
                            "ground",
                            context.say("Dasar pleno ulang", "Ground of a later plenary"),
                            hint: context.say(
                                "Hanya bila angkanya sudah pernah ditetapkan: putusan, rekomendasi, surat. Diumumkan.",
                                "Only where figures were certified before: a ruling, a recommendation. It is published."
                            ),
                            isRequired: false
                        )
                    )
                    HTML.submit(title)
                }
            },
            status: fault == nil ? 200 : 422
        )
    }
}

extension HTML {
    /// One of several boxes of a name, each with a value of its own.
    static func choice(
        _ name: String,
        _ value: String,
        _ label: String,
        kind: String = "checkbox",
        in form: String = "",
        isTicked: Bool
    ) -> HTML {
        let id = "f-\(form)\(name)-\(value)"
        return .tag("p", .class("field tick")) {
            HTML.void(
                "input",
                [Attribute("type", kind), .id(id), .name(name), .value(value)]
                    + (isTicked ? [.flag("checked")] : [])
            )
            HTML.tag("label", Attribute("for", id), text: label)
        }
    }
}

extension DeskContext {
    /// A region's name.
    func name(of region: RegionCode) -> String { state.regions?[region]?.name ?? region.description }

    /// A unit of a plenary's table as people call it.
    func name(of unit: CertifiedFigures.Place) -> String {
        switch unit {
        case .region(let code): name(of: code)
        case .station(let station): name(of: station)
        }
    }
}
