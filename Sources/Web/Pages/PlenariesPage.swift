import Elections

/// The plenaries of the office, the last one called first.
enum PlenariesPage {
    static func page(_ context: PageContext) -> Page {
        let title = context.say("Rapat pleno", "Plenaries")
        let plenaries = context.election.plenaries.all.reversed()
        let table = DataTable(
            caption: title,
            columns: [
                .number("plenary", context.say("Nomor", "Number")),
                .text("region", context.say("Wilayah", "Region")),
                .text("subject", context.say("Acara", "Subject")),
                .text("date", context.say("Tanggal", "Day")), .text("stage", context.say("Tahap", "Stage")),
                .number("objections", context.say("Keberatan", "Objections")),
                .number("corrections", context.say("Pembetulan", "Corrections")),
            ],
            rows: plenaries.map { plenary in
                let ballots = plenary.call.ballots.map(\.rawValue).joined(separator: " ")
                return [
                    .link("\(plenary.number)", context.path(.plenary(plenary.number))),
                    .text(context.name(of: plenary.region)),
                    .text(ballots.isEmpty ? plenary.call.agenda : ballots),
                    .text(plenary.call.date.description),
                    .text(plenary.standing(context.election.plenaries)[context.language]),
                    .number(plenary.objections.count, context.numbers),
                    .number(plenary.corrections.count, context.numbers),
                ]
            }
        )
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Di sini angka dijumlahkan di muka umum: siapa hadir, apa yang dibantah, apa yang dibetulkan.",
                        "Here figures are added up in the open: who was there, what was objected, what was corrected."
                    )
                )
                if plenaries.isEmpty {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Kantor ini belum mencatat rapat pleno.",
                            "This office has recorded no plenary yet."
                        )
                    )
                } else {
                    HTML.tag("section", .class("block")) { table.html }
                    Forms.links(context)
                }
            },
            table: plenaries.isEmpty ? nil : table
        )
    }
}

/// What a plenary did, for everybody: nobody's name is in it.
struct PlenaryRecordPage {
    let plenary: Plenary
    let context: PageContext

    /// `nil` when there is no such plenary.
    static func page(_ number: Int, _ context: PageContext) -> Page? {
        context.election.plenaries[number].map { PlenaryRecordPage(plenary: $0, context: context).page }
    }

    private var numbers: Numbers { context.numbers }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    private var page: Page {
        let call = plenary.call
        let title = "\(say("Pleno", "Plenary")) \(plenary.number) · \(context.name(of: plenary.region))"
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead")) {
                    HTML.tag("strong", text: plenary.standing(context.election.plenaries)[context.language])
                    " · \(call.subject.name[context.language]) · \(numbers.date(call.date)), \(call.venue)"
                }
                if let ground = call.ground {
                    HTML.tag("div", .class("notice"), Attribute("role", "note")) {
                        HTML.tag("h2", text: say("Pemberitahuan perubahan", "Notice of a correction"))
                        HTML.tag(
                            "p",
                            text: say(
                                "Angka yang sudah ditetapkan direkap lagi. Dasarnya: \(ground)",
                                "Figures that were certified are added up again. The ground: \(ground)"
                            )
                        )
                    }
                }
                if let reason = plenary.abandonment {
                    HTML.tag(
                        "p",
                        .class("notice"),
                        text: say(
                            "Dihentikan sebelum selesai; tidak ada angka yang ditetapkan di sini. Alasannya: \(reason)",
                            "Given up before its end; no figures were certified here. The reason: \(reason)"
                        )
                    )
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: say("Hadir", "Who was there"))
                    HTML.tag("ul", .class("plain")) {
                        for words in attendance { HTML.tag("li", text: words) }
                    }
                }
                for ballot in call.ballots { certified(ballot) }
                corrections
                objections
                decisions
                events
                signatures
            },
            table: table
        )
    }

    /// How many attended as what, each witness by their contestant.
    private var attendance: [String] {
        let members = plenary.membersPresent
        let others = plenary.attendees.filter { !$0.capacity.isMember }.map { name(of: $0.number) }
        return [
            say(
                "\(members) dari \(plenary.call.members) anggota; kuorum \(Quorum.attending(plenary.call.members))",
                "\(members) of \(plenary.call.members) members; the quorum is \(Quorum.attending(plenary.call.members))"
            )
        ] + others
    }

    private func name(of attendee: Int) -> String {
        plenary.name(of: attendee, context.language) { ballot in
            context.election.contests.first { $0.ballot == ballot }?.contestants
        }
    }

    /// What the plenary certified, beside what it changed.
    private func certified(_ ballot: Ballot) -> HTML {
        guard let contest = context.election.contests.first(where: { $0.ballot == ballot }),
            let place = contest.editions.firstIndex(where: { $0.plenary == plenary.number }),
            let row = contest.editions[place].figures.row(of: plenary.region)
        else { return .empty }
        let figures = contest.editions[place].figures
        let before = contest.editions[..<place].last { $0.figures.row(of: plenary.region) != nil }?.figures
        let rows = contest.contestants.map { contestant -> [DataTable.Cell] in
            let votes = figures.forms[row, .votes(contestant.number)]
            let old = before.flatMap { $0.forms[$0.row(of: plenary.region) ?? 0, .votes(contestant.number)] }
            return [
                .number(contestant.number, numbers), .text(contestant.shortName), .number(votes, numbers),
            ] + (before == nil ? [] : [.number(old, numbers)])
        }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: ballot.name[context.language])
            DataTable(
                caption: "\(say("Ditetapkan", "Certified")), \(ballot.rawValue)",
                columns: [
                    .number("number", say("Nomor", "Number")), .text("name", say("Peserta", "Contestant")),
                    .number("votes", say("Suara", "Votes")),
                ] + (before == nil ? [] : [.number("before", say("Sebelumnya", "Before"))]),
                rows: rows
            ).html
            HTML.tag("p") {
                context.link(say("Sanding dengan TPS", "Beside the stations"), .comparison(ballot))
            }
        }
    }

    private func name(of unit: CertifiedFigures.Place) -> String {
        switch unit {
        case .region(let code): context.name(of: code)
        case .station(let station):
            "\(context.name(of: station.village)) \(say("TPS", "station")) \(station.number)"
        }
    }

    private func name(of field: Field, _ ballot: Ballot) -> String {
        guard let contest = context.election.contests.first(where: { $0.ballot == ballot }) else {
            return field.column
        }
        return FieldWords(context.language, context.election.law, contest).name(field)
    }

    private var corrections: HTML {
        guard !plenary.corrections.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Pembetulan", "Corrections"))
            HTML.tag("ol", .class("plain")) {
                for done in plenary.corrections {
                    let correction = done.correction
                    HTML.tag("li") {
                        "\(correction.ballot.rawValue), \(name(of: correction.unit)): "
                        for change in correction.changes {
                            "\(name(of: change.field, correction.ballot)) "
                            HTML.tag(
                                "del",
                                text: change.old.map { numbers.whole($0) } ?? say("kosong", "empty")
                            )
                            " "
                            HTML.tag("ins", text: numbers.whole(change.new))
                            ". "
                        }
                        HTML.tag(
                            "span",
                            .class("quiet"),
                            text: "\(correction.reason). \(say("Dasar", "Basis")): \(correction.basis). "
                                + "\(say("Paraf", "Initials")): \(correction.initials.map { "\($0)" }.joined(separator: ", "))"
                        )
                    }
                }
            }
        }
    }

    private var objections: HTML {
        guard !plenary.objections.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Keberatan", "Objections"))
            HTML.tag("ol", .class("plain")) {
                for objection in plenary.objections {
                    let unit = objection.unit.map { ", \(name(of: $0))" } ?? ""
                    HTML.tag("li") {
                        HTML.tag(
                            "strong",
                            text: "\(name(of: objection.attendee)), \(objection.ballot.rawValue)\(unit)"
                        )
                        ": \(objection.claim) "
                        if let answer = objection.answer {
                            HTML.tag("strong", text: answer.outcome.name[context.language])
                            ": \(answer.reason)"
                            if let opinion = answer.opinion { " (Bawaslu: \(opinion))" }
                        } else {
                            HTML.tag("span", .class("badge open"), text: say("belum dijawab", "not answered"))
                        }
                    }
                }
            }
        }
    }

    private var decisions: HTML {
        guard !plenary.decisions.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Keputusan", "Decisions"))
            for decision in plenary.decisions {
                HTML.tag("p") {
                    HTML.tag("strong", text: decision.motion)
                    ": \(decision.isCarried ? say("disetujui", "carried") : say("tidak disetujui", "not carried")), "
                    OfficeDecision.Vote.allCases.map { vote in
                        "\(vote.name[context.language]) \(decision.votes.count { $0.vote == vote })"
                    }.joined(separator: ", ")
                    ". " + [decision.decree, decision.minutes].compactMap(\.self).joined(separator: ", ")
                }
                HTML.tag("ul", .class("plain")) {
                    for vote in decision.votes {
                        if let reason = vote.reason {
                            HTML.tag("li", text: "\(vote.vote.name[context.language]): \(reason)")
                        }
                    }
                }
            }
        }
    }

    private var events: HTML {
        guard !plenary.events.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Kejadian khusus", "Special events"))
            HTML.tag("ul", .class("plain")) {
                for event in plenary.events { HTML.tag("li", text: event.text) }
            }
        }
    }

    private var signatures: HTML {
        guard !plenary.signatures.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Tanda tangan", "Signatures"))
            HTML.tag("ul", .class("plain")) {
                for signature in plenary.signatures {
                    let words = signature.refusal.map { "\(say("menolak", "refused")): \($0)" }
                    HTML.tag(
                        "li",
                        text: "\(name(of: signature.attendee)): \(words ?? say("menandatangani", "signed"))"
                    )
                }
            }
        }
    }

    /// Every certified figure of it for machines.
    private var table: DataTable? {
        var rows: [[DataTable.Cell]] = []
        for contest in context.election.contests {
            for edition in contest.editions where edition.plenary == plenary.number {
                for (row, place) in edition.figures.places.enumerated() {
                    for field in edition.figures.forms.fields {
                        rows.append([
                            .text(contest.ballot.rawValue), .text(place.word), .text(field.column),
                            .number(edition.figures.forms[row, field], numbers),
                        ])
                    }
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return DataTable(
            caption: "",
            columns: ["ballot", "place", "field", "figure"].map { .machine($0) },
            rows: rows
        )
    }
}

extension PageContext {
    /// A region's name.
    func name(of region: RegionCode) -> String { election.regions[region]?.name ?? region.description }
}
