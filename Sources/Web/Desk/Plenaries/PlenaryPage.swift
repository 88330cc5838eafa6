import Accounts
import Elections

/// A plenary as everybody sees it who attends, and for who holds it what can be done now.
///
/// All of it is one live part: what somebody has entered and not sent is never taken from them.
struct PlenaryPage {
    /// What is wrong with what was sent.
    struct Fault {
        let step: PlenaryStepForm
        let words: String
        /// The field; `nil` where it is about none.
        let field: String?
    }

    let plenary: Plenary
    let context: DeskContext
    let sent: Fields?
    let fault: Fault?
    let progress: PlenaryProgress
    /// Whether the reader holds plenaries here.
    let holds: Bool

    init(_ plenary: Plenary, _ context: DeskContext, sent: Fields? = nil, _ fault: Fault? = nil) {
        (self.plenary, self.context, self.sent, self.fault) = (plenary, context, sent, fault)
        progress = PlenaryProgress(plenary, in: context.state)
        holds = context.caller.may(.holdPlenaries, at: plenary.region)
    }

    var language: Language { context.language }
    var state: ElectionState { context.state }
    var numbers: Numbers { context.numbers }
    func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var title: String {
        "\(say("Pleno", "Plenary")) \(plenary.number) · \(context.name(of: plenary.region))"
    }

    var page: DeskPage {
        DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                HTML.tag(
                    "section",
                    .id("plenary"),
                    Attribute("data-live", context.path("plenaries", "\(plenary.number)").text),
                    Attribute("data-events", context.path("plenaries", "events").text)
                ) { live }
                HTML.tag("ul", .class("links")) {
                    HTML.tag("li") {
                        context.link(
                            say("Tampilan layar besar", "View for a large screen"),
                            "plenaries",
                            "\(plenary.number)",
                            "projector"
                        )
                    }
                    if holds, ![.called, .abandoned].contains(plenary.stage) {
                        HTML.tag("li") {
                            context.link(
                                say("Kata-kata berita acara", "Words of the minutes"),
                                "plenaries",
                                "\(plenary.number)",
                                "minutes"
                            )
                        }
                    }
                    if plenary.call.subject == .recapitulation {
                        HTML.tag("li") {
                            context.link(
                                say("Audit sampel", "Sampled audit"),
                                "plenaries",
                                "\(plenary.number)",
                                "audit"
                            )
                        }
                    }
                }
            },
            status: fault == nil ? 200 : 422,
            scripts: [Scripts.live],
            isWide: true
        )
    }

    private var live: HTML {
        var html = facts
        if plenary.call.subject == .recapitulation { html.append(table) }
        html.append(objections)
        html.append(corrections)
        html.append(decisions)
        html.append(events)
        html.append(attendance)
        html.append(ending)
        return html
    }

    /// The last day for the last tier of a ballot, and where it stands; `nil` where the law sets none, or leaves it open.
    private var lastDay: (CalendarDate, LocalizedText)? {
        let kinds: [RegionCode.Tier: Deadline.Kind] = [
            .regency: .regencyResult, .province: .provinceResult,
        ]
        let isLast = plenary.call.ballots.contains { $0.highestTier == plenary.region.tier }
        guard isLast, let law = state.law, let kind = kinds[plenary.region.tier],
            let deadline = law.deadlines.first(where: { $0.kind == kind }),
            let last = deadline.period.value(nil).flatMap({ law.lastDay(of: $0) })
        else { return nil }
        return (last, deadline.period.source)
    }

    private var facts: HTML {
        let call = plenary.call
        return .tag("section", .class("block")) {
            HTML.tag("p", .class("lead")) {
                HTML.tag("strong", .id("stage"), text: plenary.standing(state.plenaries)[language])
                " · \(call.subject.name[language]) · \(numbers.date(call.date)), \(call.venue)"
            }
            HTML.tag(
                "p",
                .class("quiet"),
                text: say(
                    "Undangan \(call.invitation). \(call.agenda). \(plenary.membersPresent) dari \(call.members) anggota hadir.",
                    "Invitation \(call.invitation). \(call.agenda). \(plenary.membersPresent) of \(call.members) members there."
                )
            )
            if let (last, source) = lastDay {
                let isLate = plenary.stage < .certified && (DeskDay.day(context.caller.time) ?? last) > last
                HTML.tag(
                    "p",
                    .class(isLate ? "notice" : "quiet"),
                    text: say(
                        "Ditetapkan paling lambat \(numbers.date(last)) (\(source.indonesian)).",
                        "To be certified by \(numbers.date(last)) (\(source.english))."
                    )
                )
            }
            if let ground = call.ground {
                HTML.tag("p", .class("notice")) {
                    HTML.tag(
                        "strong",
                        text: say(
                            "Perubahan atas angka yang sudah ditetapkan: ",
                            "A change of certified figures: "
                        )
                    )
                    ground
                }
            }
            if holds, plenary.stage == .called { button(.opening, say("Buka rapat", "Open the plenary")) }
        }
    }
}

// MARK: - What is read

extension PlenaryPage {
    private var table: HTML {
        .tag("section", .class("block"), .id("reading")) {
            HTML.tag("h2", text: say("Pembacaan", "Reading"))
            if holds, plenary.stage == .opened { readingForms }
            if let last = plenary.last { column(last.ballot, last.unit) }
            for table in progress.tables { sums(table) }
        }
    }

    private var readingForms: HTML {
        guard let next = progress.next else {
            let waiting = progress.tables.reduce(0) { $0 + $1.waiting.count }
            return .tag(
                "p",
                .class(waiting == 0 ? "good" : "notice"),
                text: waiting == 0
                    ? say("Semua sudah dibacakan.", "Everything was read.")
                    : say(
                        "\(waiting) kolom menunggu angkanya dari meja hitung atau tingkat bawah.",
                        "\(waiting) columns wait for their figures from the counting desk or the tier below."
                    )
            )
        }
        let name = context.name(of: next.unit)
        var html = button(
            .reading,
            say("Bacakan: \(next.ballot.rawValue) \(name)", "Read: \(next.ballot.rawValue) \(name)"),
            [("ballot", next.ballot.slug), ("unit", next.unit.word)]
        )
        if case .station(let station) = next.unit {
            let village = progress.tables.first { $0.ballot == next.ballot }?.ready.filter {
                if case .station(let other) = $0 { other.village == station.village } else { false }
            }
            if let village, village.count > 1 {
                let place = context.name(of: station.village)
                html.append(
                    button(
                        .reading,
                        say(
                            "Bacakan seluruh \(place): \(village.count) TPS",
                            "Read all of \(place): \(village.count) stations"
                        ),
                        [("ballot", next.ballot.slug)] + village.map { ("unit", $0.word) }
                    )
                )
            }
        }
        return html
    }

    /// What the column that was read last says.
    private func column(_ ballot: Ballot, _ unit: CertifiedFigures.Place) -> HTML {
        let words = fieldWords(ballot)
        let rows = (state.figures(unit, ballot, in: plenary) ?? []).filter { row in
            row.field.part == .validity || row.field.isVotes
        }
        let corrected = plenary.corrected(ballot, unit)
        return .tag("div", .id("last")) {
            HTML.tag(
                "h3",
                text:
                    "\(say("Terakhir dibacakan", "Read last")): \(ballot.rawValue) \(context.name(of: unit))"
            )
            HTML.tag("dl", .class("facts")) {
                for row in rows {
                    HTML.tag("dt", text: words?.name(row.field) ?? row.field.column)
                    HTML.tag("dd") {
                        row.figure.map { numbers.whole($0) } ?? say("kosong", "empty")
                        if corrected[row.field] != nil { " \(say("(dibetulkan)", "(corrected)"))" }
                    }
                }
            }
            copies(ballot, unit, words)
        }
    }

    /// What others' copies of the station's form say beside it.
    private func copies(_ ballot: Ballot, _ unit: CertifiedFigures.Place, _ words: FieldWords?) -> HTML? {
        guard let copies = state.copies(unit, ballot, in: plenary), !copies.isEmpty else { return nil }
        return .tag("ul", .class("plain"), .id("copies")) {
            for (copy, differences) in copies {
                let figures = differences.map { row in
                    let name = words?.name(row.field) ?? row.field.column
                    return say(
                        "\(name) \(numbers.whole(row.copy)), bukan \(numbers.whole(row.standing))",
                        "\(name) \(numbers.whole(row.copy)), not \(numbers.whole(row.standing))"
                    )
                }
                HTML.tag(
                    "li",
                    .class(differences.isEmpty ? "good" : "notice"),
                    text: say("Salinan ", "Copy of ") + copy.name[language] + ": "
                        + (figures.isEmpty ? say("sama", "the same") : figures.joined(separator: "; "))
                )
            }
        }
    }

    private func sums(_ table: PlenaryProgress.Table) -> HTML {
        let contestants = state.contestWithoutForms(of: table.ballot)?.contestants ?? []
        let count = table.units.count
        let label = say(
            "\(numbers.whole(table.read)) dari \(numbers.whole(count)) dibacakan",
            "\(numbers.whole(table.read)) of \(numbers.whole(count)) read"
        )
        return .tag("div") {
            HTML.tag("h3", text: table.ballot.name[language])
            HTML.tag("p") {
                HTML.tag(
                    "progress",
                    .value("\(table.read)"),
                    Attribute("max", "\(max(1, count))"),
                    Attribute("aria-label", "\(table.ballot.rawValue): \(label)"),
                    text: ""
                )
                " \(label)"
            }
            if !table.waiting.isEmpty {
                HTML.tag(
                    "p",
                    .class("quiet"),
                    text: say("Menunggu angka: ", "Waiting for figures: ")
                        + table.waiting.prefix(5).map(context.name(of:)).joined(separator: ", ")
                        + (table.waiting.count > 5 ? " …" : "")
                )
            }
            if table.read > 0 {
                DataTable(
                    caption: "\(say("Jumlah sejauh ini", "Sum so far")), \(table.ballot.rawValue)",
                    columns: [
                        .number("number", say("Nomor", "Number")),
                        .text("name", say("Peserta", "Contestant")),
                        .number("votes", say("Suara", "Votes")),
                    ],
                    rows: zip(contestants, table.votes).map { contestant, votes in
                        [
                            .number(contestant.number, numbers), .text(contestant.shortName),
                            .number(votes, numbers),
                        ]
                    }
                ).html
            }
        }
    }

    func fieldWords(_ ballot: Ballot) -> FieldWords? {
        guard let law = state.law, let contest = state.contestWithoutForms(of: ballot) else { return nil }
        return FieldWords(language, law, contest)
    }
}

extension Field {
    /// Whether it is what a contestant got, the list as a whole.
    var isVotes: Bool { if case .votes = self { true } else { false } }
}

// MARK: - Who is there

extension PlenaryPage {
    /// Somebody who attends, as people call them: `6 · saksi Alpha`.
    func name(of attendee: Int) -> String {
        plenary.name(of: attendee, language) { state.contestWithoutForms(of: $0)?.contestants }
    }

    private var attendance: HTML {
        .tag("section", .class("block"), .id("attendance")) {
            HTML.tag("h2", text: say("Daftar hadir", "Attendance"))
            HTML.tag("ul", .class("plain")) {
                for person in plenary.attendees {
                    HTML.tag("li") {
                        name(of: person.number)
                        if !plenary.present.contains(person.number) { " \(say("(sudah pergi)", "(gone)"))" }
                        if person.capacity == .witness {
                            HTML.tag(
                                "span",
                                .class("quiet"),
                                text: " " + person.ballots.map(\.rawValue).joined(separator: ", ")
                            )
                        }
                    }
                }
            }
            if holds, plenary.stage < .closed { attendanceForms }
        }
    }

    private var attendanceForms: HTML {
        var html = details(.attendance, say("Catat yang hadir", "Note who comes")) {
            select(
                .attendance,
                "capacity",
                say("Hadir sebagai", "Attends as"),
                Attendee.Capacity.allCases.map { ($0.rawValue, $0.words[language]) }
            )
            select(
                .attendance,
                "mandate",
                say("Mandat", "Mandate"),
                [("", say("tanpa mandat", "no mandate"))] + mandates.map { ("\($0.number)", text(of: $0)) },
                isRequired: false
            )
            if !plenary.call.ballots.isEmpty {
                HTML.fieldset(say("Saksi untuk", "A witness for")) {
                    for ballot in plenary.call.ballots {
                        HTML.choice(
                            "attendance-ballot",
                            ballot.slug,
                            ballot.name[language],
                            isTicked: chosen(.attendance, "ballot")?.contains(ballot.slug)
                                ?? (plenary.call.ballots.count == 1)
                        )
                    }
                }
            }
        }
        let there = plenary.present.sorted()
        if !there.isEmpty {
            html.append(
                details(.departure, say("Catat yang pergi", "Note who goes")) {
                    select(
                        .departure,
                        "attendee",
                        say("Peserta", "Who"),
                        there.map { ("\($0)", name(of: $0)) }
                    )
                }
            )
        }
        return html
    }

    /// Mandates by which somebody may attend here.
    private var mandates: [Mandate] {
        let roles: Set<Role> = [.chair, .commissioner, .subdistrictCommittee, .witness, .overseer]
        let there = Set(plenary.present.compactMap { plenary.attendees[$0 - 1].mandate })
        return state.organisation.mandates.filter { mandate in
            roles.contains(mandate.role) && mandate.covers(plenary.region) && !there.contains(mandate.number)
                && state.organisation.mandates(of: mandate.account, at: context.caller.time).contains(mandate)
        }
    }

    private func text(of mandate: Mandate) -> String {
        let contestant = mandate.contestant.map { " \($0)" } ?? ""
        return "\(mandate.account) · \(mandate.role.name[language])\(contestant)"
    }
}

// MARK: - Objections and corrections

extension PlenaryPage {
    private var objections: HTML {
        guard plenary.call.subject == .recapitulation else { return .empty }
        let deferred =
            plenary.stage == .opened && holds
            ? state.plenaries.deferred(to: plenary.region, plenary.call.ballots) : []
        return .tag("section", .class("block"), .id("objections")) {
            HTML.tag("h2", text: say("Keberatan", "Objections"))
            if plenary.objections.isEmpty {
                HTML.tag("p", text: say("Belum ada keberatan.", "Nobody has objected."))
            }
            HTML.tag("ol", .class("plain")) {
                for objection in plenary.objections { HTML.tag("li") { words(of: objection) } }
            }
            for key in deferred {
                HTML.tag("div", .class("notice")) {
                    HTML.tag("p", text: words(of: key))
                    if let chair = plenary.chair, let ballot = objection(key)?.ballot {
                        button(
                            .objections,
                            say("Bahas keberatan itu", "Take it up"),
                            [
                                ("attendee", "\(chair)"), ("ballot", ballot.slug),
                                ("deferred", "\(key.plenary)-\(key.objection)"),
                                ("claim", objection(key)?.claim ?? ""),
                            ]
                        )
                    }
                }
            }
            if plenary.stage == .opened {
                if holds { answerForms }
                if !speakers.isEmpty { objectionForm }
            }
        }
    }

    private func objection(_ key: ObjectionKey) -> Objection? {
        guard let plenary = state.plenaries[key.plenary],
            plenary.objections.indices.contains(key.objection - 1)
        else { return nil }
        return plenary.objections[key.objection - 1]
    }

    private func words(of key: ObjectionKey) -> String {
        let region = state.plenaries[key.plenary].map { context.name(of: $0.region) } ?? ""
        return say(
            "Diteruskan dari pleno \(key.plenary) \(region): \(objection(key)?.claim ?? "")",
            "Deferred by plenary \(key.plenary) of \(region): \(objection(key)?.claim ?? "")"
        )
    }

    private func words(of objection: Objection) -> HTML {
        let unit = objection.unit.map { ", \(context.name(of: $0))" } ?? ""
        let field = objection.field.map { field in
            ", \(fieldWords(objection.ballot)?.name(field) ?? field.column)"
        }
        return .tag("div") {
            HTML.tag(
                "strong",
                text: "\(name(of: objection.attendee)), \(objection.ballot.rawValue)\(unit)\(field ?? "")"
            )
            if let claimed = objection.claimed { ": \(numbers.whole(claimed))" }
            HTML.tag("p", text: objection.claim)
            if !objection.evidence.isEmpty {
                HTML.tag("p", .class("quiet"), text: objection.evidence.joined(separator: ", "))
            }
            if let answer = objection.answer {
                HTML.tag("p") {
                    HTML.tag("strong", text: answer.outcome.name[language])
                    ": \(answer.reason)"
                    if let opinion = answer.opinion { " (Bawaslu: \(opinion))" }
                    if plenary.awaitsCorrection(objection) {
                        " – \(say("menunggu pembetulan", "waits for the correction"))"
                    }
                }
            } else {
                HTML.tag("p", .class("badge open"), text: say("belum dijawab", "not answered"))
            }
        }
    }

    private var answerForms: HTML {
        guard !plenary.unanswered.isEmpty else { return .empty }
        return details(.answers, say("Jawab keberatan", "Answer an objection"), isOpen: true) {
            select(
                .answers,
                "objection",
                say("Keberatan", "Objection"),
                plenary.unanswered.map { number in
                    ("\(number)", "\(number) · \(plenary.objections[number - 1].claim.prefix(60))")
                }
            )
            select(
                .answers,
                "outcome",
                say("Jawaban", "Answer"),
                Objection.Outcome.allCases.map { ($0.rawValue, $0.name[language]) }
            )
            field(.answers, "reason", say("Alasan", "Reason"), hint: published)
            field(
                .answers,
                "opinion",
                say("Pendapat Bawaslu", "The supervisor's opinion"),
                isRequired: false
            )
        }
    }

    private var published: String {
        say("Diumumkan; jangan tulis nama orang.", "It is published; name nobody.")
    }

    /// Those in whose name the reader may object.
    private var speakers: [Int] {
        plenary.present.sorted().filter { number in
            let attendee = plenary.attendees[number - 1]
            guard attendee.capacity.mayObject else { return false }
            if holds { return true }
            let mandate = attendee.mandate.flatMap { number in
                state.organisation.mandates.first { $0.number == number }
            }
            return mandate?.account == context.caller.account?.text
        }
    }

    private var objectionForm: HTML {
        details(.objections, say("Ajukan keberatan", "Object")) {
            select(
                .objections,
                "attendee",
                say("Yang berkeberatan", "Who objects"),
                speakers.map { ("\($0)", name(of: $0)) }
            )
            ballotField(.objections)
            unitField(.objections, isRequired: false)
            fieldField(.objections, isRequired: false)
            field(
                .objections,
                "claimed",
                say("Seharusnya", "It should be"),
                kind: .count,
                isRequired: false
            )
            field(.objections, "claim", say("Keberatan", "What is objected"), hint: published)
            field(
                .objections,
                "evidence",
                say("Bukti", "Evidence"),
                hint: say("Misalnya: C1 saksi, foto plano.", "For instance: the witness's copy of C1."),
                isRequired: false
            )
        }
    }

    private var corrections: HTML {
        guard plenary.call.subject == .recapitulation else { return .empty }
        return .tag("section", .class("block"), .id("corrections")) {
            HTML.tag("h2", text: say("Pembetulan", "Corrections"))
            if plenary.corrections.isEmpty {
                HTML.tag("p", text: say("Belum ada pembetulan.", "Nothing was corrected."))
            }
            HTML.tag("ol", .class("plain")) {
                for done in plenary.corrections { HTML.tag("li") { words(of: done) } }
            }
            if holds, plenary.stage == .opened, plenary.last != nil { correctionForm }
        }
    }

    private func words(of done: Plenary.Corrected) -> HTML {
        let correction = done.correction
        return .tag("div") {
            HTML.tag("strong", text: "\(correction.ballot.rawValue), \(context.name(of: correction.unit))")
            for change in correction.changes {
                HTML.tag("p") {
                    "\(fieldWords(correction.ballot)?.name(change.field) ?? change.field.column): "
                    HTML.tag("del", text: change.old.map { numbers.whole($0) } ?? say("kosong", "empty"))
                    " "
                    HTML.tag("ins", text: numbers.whole(change.new))
                }
            }
            HTML.tag(
                "p",
                .class("quiet"),
                text: "\(correction.reason). \(say("Dasar", "Basis")): \(correction.basis). "
                    + "\(say("Paraf", "Initials")): \(correction.initials.map { "\($0)" }.joined(separator: ", ")). "
                    + context.clock(done.time)
            )
        }
    }

    private var correctionForm: HTML {
        details(.corrections, say("Betulkan angka", "Correct a figure")) {
            ballotField(.corrections)
            unitField(.corrections, isRequired: true)
            fieldField(.corrections, isRequired: true)
            field(
                .corrections,
                "old",
                say("Angka yang dicoret", "The figure that is struck out"),
                kind: .count,
                hint: say(
                    "Seperti sekarang tertulis; kosong bila tidak ada.",
                    "As it stands now; empty for none."
                ),
                isRequired: false
            )
            field(.corrections, "new", say("Angka yang benar", "The right figure"), kind: .count)
            field(.corrections, "reason", say("Alasan", "Reason"), hint: published)
            field(
                .corrections,
                "basis",
                say("Dokumen dasar", "Basis document"),
                hint: say("C1 Plano, hitung ulang, rekomendasi.", "C1 Plano, a recount, a recommendation.")
            )
            HTML.fieldset(say("Paraf", "Initials")) {
                for number in plenary.present.sorted() where plenary.attendees[number - 1].capacity.signs {
                    HTML.choice(
                        "corrections-initials",
                        "\(number)",
                        name(of: number),
                        isTicked: chosen(.corrections, "initials")?.contains("\(number)") ?? true
                    )
                }
            }
            select(
                .corrections,
                "objection",
                say("Keberatan yang dijawab", "The objection it answers"),
                [("", "–")]
                    + plenary.objections.filter(plenary.awaitsCorrection).map {
                        ("\($0.number)", "\($0.number) · \($0.claim.prefix(60))")
                    },
                isRequired: false
            )
        }
    }
}

// MARK: - Decisions, events and the end

extension PlenaryPage {
    private var decisions: HTML {
        guard plenary.call.subject == .decision else { return .empty }
        let members = plenary.present.sorted().filter { plenary.attendees[$0 - 1].capacity.isMember }
        return .tag("section", .class("block"), .id("decisions")) {
            HTML.tag("h2", text: say("Keputusan", "Decisions"))
            HTML.tag("ol", .class("plain")) {
                for decision in plenary.decisions { HTML.tag("li") { words(of: decision) } }
            }
            if holds, plenary.stage == .opened {
                details(
                    .decisions,
                    say("Catat keputusan", "Note a decision"),
                    isOpen: plenary.decisions.isEmpty
                ) {
                    select(
                        .decisions,
                        "matter",
                        say("Tentang", "About"),
                        OfficeDecision.Matter.allCases.map { ($0.rawValue, $0.name[language]) }
                    )
                    field(.decisions, "motion", say("Usul", "Motion"), hint: published)
                    for number in members {
                        select(
                            .decisions,
                            "vote-\(number)",
                            name(of: number),
                            OfficeDecision.Vote.allCases.map { ($0.rawValue, $0.name[language]) }
                        )
                        field(
                            .decisions,
                            "dissent-\(number)",
                            say("Pendapat berbeda, nomor \(number)", "Dissent of number \(number)"),
                            isRequired: false
                        )
                    }
                    field(
                        .decisions,
                        "decree",
                        say("Nomor keputusan", "Number of the decree"),
                        isRequired: false
                    )
                    field(
                        .decisions,
                        "minutes",
                        say("Nomor berita acara", "Number of the minutes"),
                        isRequired: false
                    )
                }
            }
        }
    }

    private func words(of decision: OfficeDecision) -> HTML {
        func count(_ vote: OfficeDecision.Vote) -> String {
            "\(vote.name[language]) \(decision.votes.count { $0.vote == vote })"
        }
        return .tag("div") {
            HTML.tag("strong", text: decision.motion)
            HTML.tag("p") {
                HTML.tag(
                    "strong",
                    text: decision.isCarried
                        ? say("Disetujui", "Carried") : say("Tidak disetujui", "Not carried")
                )
                ": \(OfficeDecision.Vote.allCases.map(count).joined(separator: ", ")). "
                [decision.decree, decision.minutes].compactMap(\.self).joined(separator: ", ")
            }
            for vote in decision.votes {
                if let reason = vote.reason {
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: "\(name(of: vote.attendee)), \(vote.vote.name[language]): \(reason)"
                    )
                }
            }
        }
    }

    private var events: HTML {
        .tag("section", .class("block"), .id("events")) {
            HTML.tag("h2", text: say("Kejadian khusus", "Special events"))
            HTML.tag("ul", .class("plain")) {
                for event in plenary.events {
                    HTML.tag("li", text: "\(context.clock(event.time)) \(event.text)")
                }
            }
            if holds, plenary.stage == .opened {
                details(.events, say("Catat kejadian", "Note an event")) {
                    field(.events, "event", say("Kejadian", "What happened"), hint: published)
                }
            }
        }
    }

    private var ending: HTML {
        guard holds || plenary.stage >= .opened else { return .empty }
        return .tag("section", .class("block"), .id("ending")) {
            HTML.tag("h2", text: say("Penutup", "The end"))
            if holds, plenary.stage == .opened {
                button(
                    .closing,
                    plenary.call.subject == .decision
                        ? say("Tutup rapat", "Close the plenary")
                        : say("Tutup pembacaan", "Close the reading")
                )
            }
            HTML.tag("ul", .class("plain")) {
                for signature in plenary.signatures {
                    HTML.tag(
                        "li",
                        text: name(of: signature.attendee) + ": "
                            + (signature.refusal.map { "\(say("menolak", "refused")): \($0)" }
                                ?? say("menandatangani", "signed"))
                    )
                }
            }
            if holds, plenary.stage == .closed, plenary.call.subject == .recapitulation {
                if plenary.unsigned.isEmpty {
                    button(.certificate, say("Terbitkan sertifikat", "Issue the certificates"))
                } else {
                    for number in plenary.unsigned.prefix(1) {
                        button(
                            .signatures,
                            say("Menandatangani: \(name(of: number))", "Signs: \(name(of: number))"),
                            [("attendee", "\(number)"), ("answer", "signed")]
                        )
                    }
                    details(.signatures, say("Menolak menandatangani", "Refuses to sign")) {
                        HTML.hidden("signatures-answer", "refused")
                        select(
                            .signatures,
                            "attendee",
                            say("Peserta", "Who"),
                            plenary.unsigned.map { ("\($0)", name(of: $0)) }
                        )
                        field(.signatures, "reason", say("Alasan", "Reason"), hint: published)
                    }
                }
            }
            if holds, plenary.mayBeAbandoned {
                details(.abandonment, say("Hentikan rapat", "Give the plenary up")) {
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: say(
                            "Yang sudah dicatat tetap terbaca; pleno ini tidak dilanjutkan.",
                            "What was noted stays to be read; this plenary goes no further."
                        )
                    )
                    field(.abandonment, "reason", say("Alasan", "Reason"), hint: published)
                }
            }
            if let reason = plenary.abandonment {
                HTML.tag("p", .class("notice"), text: say("Dihentikan: \(reason)", "Given up: \(reason)"))
            }
            if plenary.stage == .certified {
                HTML.tag(
                    "p",
                    .class("good"),
                    text: say(
                        "Sertifikat terbit; angkanya tetap.",
                        "Certificates are issued; the figures stay."
                    )
                )
            }
        }
    }
}

// MARK: - Forms

extension PlenaryPage {
    private func address(_ step: PlenaryStepForm) -> LocalPath {
        context.path("plenaries", "\(plenary.number)", step.rawValue)
    }

    /// What was sent of this step's form; `nil` where another form was sent, or none.
    private func value(_ step: PlenaryStepForm, _ name: String) -> String? {
        guard fault?.step == step else { return nil }
        return try? sent?.text("\(step.rawValue)-\(name)")
    }

    private func chosen(_ step: PlenaryStepForm, _ name: String) -> [String]? {
        guard fault?.step == step else { return nil }
        return sent?.list("\(step.rawValue)-\(name)")
    }

    /// A form of one button.
    func button(_ step: PlenaryStepForm, _ text: String, _ fields: [(String, String)] = []) -> HTML {
        context.form(address(step)) {
            context.once
            for (name, value) in fields { HTML.hidden("\(step.rawValue)-\(name)", value) }
            HTML.submit(text)
        }
    }

    /// A form that opens where it is wanted.
    private func details(
        _ step: PlenaryStepForm,
        _ text: String,
        isOpen: Bool = false,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        var open: [Attribute] = isOpen || fault?.step == step ? [.flag("open")] : []
        if fault?.step == step { open.append(.flag("data-entered")) }
        return .tag(
            "details",
            open + [.class("work"), .id("work-\(step.rawValue)")],
            content: .tag("summary", text: text)
                .followed(
                    by: context.form(address(step)) {
                        context.once
                        content()
                        HTML.submit(text)
                    }
                )
        )
    }

    private func formField(
        _ step: PlenaryStepForm,
        _ name: String,
        _ label: String,
        kind: FormField.Kind = .text,
        hint: String? = nil,
        isRequired: Bool
    ) -> FormField {
        let full = "\(step.rawValue)-\(name)"
        return FormField(
            name: full,
            label: label,
            kind: kind,
            value: value(step, name) ?? "",
            hint: hint,
            fault: fault?.field == full ? fault?.words : nil,
            isRequired: isRequired
        )
    }

    private func field(
        _ step: PlenaryStepForm,
        _ name: String,
        _ label: String,
        kind: FormField.Kind = .text,
        hint: String? = nil,
        isRequired: Bool = true
    ) -> HTML {
        .field(formField(step, name, label, kind: kind, hint: hint, isRequired: isRequired))
    }

    private func select(
        _ step: PlenaryStepForm,
        _ name: String,
        _ label: String,
        _ options: [(value: String, text: String)],
        isRequired: Bool = true
    ) -> HTML {
        .select(formField(step, name, label, isRequired: isRequired), options)
    }

    private func ballotField(_ step: PlenaryStepForm) -> HTML {
        select(
            step,
            "ballot",
            say("Surat suara", "Ballot"),
            plenary.call.ballots.map { ($0.slug, $0.name[language]) }
        )
    }

    /// The columns that were read, the last one first.
    private func unitField(_ step: PlenaryStepForm, isRequired: Bool) -> HTML {
        let last = plenary.last?.unit
        let units = progress.tables.flatMap(\.units)
        var seen: Set<CertifiedFigures.Place> = []
        let read = ([last].compactMap(\.self) + units).filter { unit in
            plenary.read.values.contains { $0[unit] != nil } && seen.insert(unit).inserted
        }
        let none = isRequired ? [] : [("", say("tentang jalannya rapat", "about how it is held"))]
        return select(
            step,
            "unit",
            say("TPS atau wilayah", "Station or region"),
            none + read.map { ($0.word, context.name(of: $0)) },
            isRequired: isRequired
        )
    }

    private func fieldField(_ step: PlenaryStepForm, isRequired: Bool) -> HTML {
        let ballot = plenary.last?.ballot ?? plenary.call.ballots.first
        var fields: [(value: String, text: String)] = []
        var seen: Set<Field> = []
        for ballot in [ballot].compactMap(\.self) + plenary.call.ballots {
            guard let words = fieldWords(ballot) else { continue }
            for field in state.countedFields(of: ballot) where seen.insert(field).inserted {
                fields.append((field.column, words.name(field)))
            }
        }
        let none = isRequired ? [] : [(value: "", text: "–")]
        return select(step, "field", say("Angka", "Figure"), none + fields, isRequired: isRequired)
    }
}

extension HTML {
    fileprivate func followed(by other: HTML) -> HTML {
        var html = self
        html.append(other)
        return html
    }
}
