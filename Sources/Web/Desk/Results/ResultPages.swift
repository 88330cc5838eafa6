import Elections

/// The ballots whose results this office determines.
struct ResultList {
    let context: DeskContext

    /// Whether the office determines the result of a ballot.
    static func isDetermined(_ ballot: Ballot, _ state: ElectionState) -> Bool {
        guard state.place?.tier == .regency, ballot.highestTier == .regency,
            let contest = state.contestWithoutForms(of: ballot)
        else { return false }
        return ballot.choice != .list || !contest.districts.isEmpty
    }

    var page: DeskPage {
        let title = context.say("Penetapan hasil", "Results")
        let ballots = context.state.ballots.filter { Self.isDetermined($0, context.state) }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if ballots.isEmpty {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Tidak ada surat suara yang hasilnya ditetapkan di kantor ini.",
                            "No ballot's result is determined in this office."
                        )
                    )
                }
                HTML.tag("ul", .class("links")) {
                    for ballot in ballots {
                        HTML.tag("li") { context.link(ballot.name[context.language], "results", ballot.slug) }
                    }
                }
            }
        )
    }
}

/// The result of a ballot: what was determined, who is elected, and what can be done next.
struct ResultDeskPage {
    let contest: Contest
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?
    /// The form that was sent; `nil` where none was.
    var step: ResultStepForm?

    private var ballot: Ballot { contest.ballot }
    private var state: ElectionState { context.state }
    private var members: [ElectedMember] { state.results.members(of: ballot) }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = say("Penetapan hasil: ", "Result: ") + ballot.name[context.language]
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                made
                if !members.isEmpty { elected }
                for step in ResultStepForm.allCases where isPossible(step) { form(step) }
            },
            status: fault == nil ? 200 : 422
        )
    }

    private func isPossible(_ step: ResultStepForm) -> Bool {
        switch step {
        case .determination: true
        case .equals: hasLists
        case .parties: !tied.isEmpty
        case .replacement: hasLists && !members.isEmpty || !vacant.isEmpty
        case .announcement: state.results.determinations.contains { isOpen($0) }
        default: members.contains { step.stages.contains($0.stage) }
        }
    }

    private var hasLists: Bool { ballot.choice == .list }

    /// The numbers of the districts, or that of the ballot as a whole.
    private var districts: [Int] {
        hasLists ? contest.districts.map(\.number) : [Determination.undivided]
    }

    /// The seats for which the party's list had nobody.
    private var vacant: [MemberKey] { state.results.vacancies(of: ballot, districts) }

    /// Whose tie a plenary decides: of a district's parties, or of pairs.
    private typealias Tie = (district: Int, name: String, numbers: [Int], seats: Int)

    private var tied: [Tie] {
        guard hasLists else {
            guard let open = (try? state.officialWinners(of: ballot))?.open else { return [] }
            let name = ballot.name[context.language]
            return [(Determination.undivided, name, open.tied, open.places)]
        }
        let official = try? state.officialDistricts(districts, of: ballot)
        return (official ?? []).filter { !$0.tiedParties.isEmpty }.map {
            ($0.district.number, $0.district.name, $0.tiedParties, $0.tiedSeats)
        }
    }

    private func isOpen(_ made: ResultRegister.Made) -> Bool {
        made.determination.ballot == ballot && made.announcement == nil
    }

    private var made: HTML {
        let made = state.results.determinations.enumerated().filter { $1.determination.ballot == ballot }
        guard !made.isEmpty else {
            return .tag("p", text: say("Belum ada yang ditetapkan.", "Nothing is determined yet."))
        }
        return HTML.gridCard(
            say("Penetapan", "Determinations"),
            [
                say("Nomor", "Number"), say("Yang ditetapkan", "What"), say("Tanggal", "Day"),
                say("Dapil", "Districts"), say("Keputusan", "Decree"), say("Diumumkan", "Announced"),
            ],
            made.map { place, made in
                [
                    .text("\(place + 1)"), .text(made.determination.step.name[context.language]),
                    .text(context.numbers.date(made.date)),
                    .text(
                        hasLists
                            ? made.determination.districts.map(String.init).joined(separator: ", ") : "–"
                    ),
                    .text(made.basis),
                    .text(made.announcement.map { context.numbers.date($0.date) } ?? "–"),
                ]
            }
        )
    }

    private var elected: HTML {
        HTML.gridCard(
            say("Calon terpilih", "Elected candidates"),
            [
                say("Kursi", "Seat"), say("Partai", "Party"), say("Nama", "Name"), say("Suara", "Votes"),
                say("Tahap", "Stage"),
            ],
            members.map { member in
                [
                    .text(member.key.words), .text(party(member.key.contestant)), .text(name(member)),
                    .text(context.numbers.whole(member.votes)), .text(member.stage.name[context.language]),
                ]
            }
        )
    }

    private func party(_ number: Int) -> String {
        contest.contestants.first { $0.number == number }?.shortName ?? "\(number)"
    }

    private func name(_ member: ElectedMember) -> String {
        guard hasLists else { return party(member.key.contestant) }
        return contest.lists.candidate(member.candidate)?.name.full ?? "\(member.candidate.number)"
    }

    // MARK: - Forms

    private func form(_ step: ResultStepForm) -> HTML {
        // What was sent belongs to one form of the page; the others are as they were.
        let isSent = self.step == step
        let fields = SentForm(
            sent: isSent ? sent : nil,
            fault: isSent ? fault : nil,
            form: "\(step.rawValue)-"
        )
        return .tag("section", .class("block narrow"), .id(step.rawValue)) {
            HTML.tag("h2", text: step.summary[context.language])
            context.form(context.path("results", ballot.slug, step.rawValue)) {
                context.once
                content(step, fields)
                HTML.submit(step.summary[context.language])
            }
        }
    }

    @HTMLBuilder private func content(_ step: ResultStepForm, _ fields: SentForm) -> HTML {
        switch step {
        case .determination: determination(fields)
        case .announcement: announcement(fields)
        case .parties: parties(fields)
        case .equals: equals(fields)
        case .proposal:
            choice(step, fields)
            paper(fields, say("Nomor surat", "Number of the letter"))
            HTML.field(
                fields.field(
                    "via",
                    say("Melalui", "Through"),
                    standard: hasLists
                        ? say("Bupati", "The regent") : say("DPRD Kabupaten", "The regency's council")
                )
            )
            HTML.textArea(
                fields.field(
                    "enclosures",
                    say("Lampiran, satu per baris", "Enclosures, one a line"),
                    standard: say(
                        "Berita acara dan keputusan penetapan\nDaftar calon terpilih",
                        "Minutes and decrees of the determination\nList of the elected"
                    )
                )
            )
        case .decree:
            choice(step, fields)
            paper(
                fields,
                hasLists
                    ? say("Nomor keputusan gubernur", "Number of the governor's decree")
                    : say("Nomor keputusan peresmian", "Number of the decree")
            )
        case .oath:
            choice(step, fields)
            paper(fields, say("Nomor berita acara sumpah", "Number of the minutes of the oath"))
        case .postponement:
            select(step, fields)
            HTML.field(
                fields.field(
                    "reason",
                    say("Alasan", "Reason"),
                    hint: say("Diumumkan.", "It is published.")
                )
            )
            paper(fields, say("Nomor surat", "Number of the letter"))
        case .replacement:
            select(step, fields)
            HTML.field(
                fields.field(
                    "number",
                    say("Nomor urut pengganti", "The successor's number on the list"),
                    kind: .count,
                    hint: say(
                        "Urutan suara berikutnya dari partai dan dapil yang sama.",
                        "The next by votes of the same party and district."
                    )
                )
            )
            HTML.select(
                fields.field(
                    "from",
                    say("Dapil pengganti", "The successor's district"),
                    hint: say(
                        "Dapil lain hanya bila daftar calonnya habis, dengan keputusan pleno.",
                        "Another one only where nobody is left on the list, by a plenary's decision."
                    ),
                    isRequired: false
                ),
                [("", say("dapil kursi itu", "that of the seat"))]
                    + contest.districts.map { ("\($0.number)", $0.name) }
            )
            decision(
                fields,
                isRequired: false,
                hint: say(
                    "Sebelum sumpah, atau bagi calon dari dapil lain.",
                    "Before the oath, or for a candidate of another district."
                )
            )
            paper(fields, say("Nomor keputusan atau surat", "Number of the decree or letter"))
        }
    }

    @HTMLBuilder private func determination(_ fields: SentForm) -> HTML {
        let chosen = fields.sent.map { Set($0.list("district")) }
        HTML.select(
            fields.field("step", say("Yang ditetapkan", "What"), standard: next.rawValue),
            Determination.Step.all(of: ballot).map { ($0.rawValue, $0.name[context.language]) }
        )
        if hasLists {
            HTML.fieldset(say("Daerah pemilihan", "Districts")) {
                for district in contest.districts {
                    HTML.choice(
                        "district",
                        "\(district.number)",
                        district.name + waiting(district.number),
                        in: fields.form,
                        isTicked: chosen?.contains("\(district.number)")
                            ?? (state.pendingPetition(ballot, district: district.number) == nil)
                    )
                }
            }
        } else if !waiting(Determination.undivided).isEmpty {
            HTML.tag("p", text: waiting(Determination.undivided))
        }
        decision(fields, isRequired: true, hint: nil)
        HTML.fieldset(
            hasLists
                ? say("Surat Mahkamah Konstitusi, untuk kursi", "The court's notice, for seats")
                : say(
                    "Surat Mahkamah Konstitusi, untuk pasangan terpilih",
                    "The court's notice, for who is elected"
                )
        ) {
            HTML.field(fields.field("notice", say("Nomor", "Number"), isRequired: false))
            HTML.field(fields.field("noticed", say("Tanggal", "Day"), kind: .date, isRequired: false))
        }
        HTML.field(
            fields.field(
                "ground",
                say("Alasan menetapkan lagi", "Why it is determined again"),
                isRequired: false
            )
        )
    }

    /// The case that a district waits for, in brackets; empty where it waits for none.
    private func waiting(_ district: Int) -> String {
        state.pendingPetition(ballot, district: district).map {
            say(" (menunggu perkara \($0))", " (waits for case \($0))")
        } ?? ""
    }

    /// The first step that a district lacks.
    private var next: Determination.Step {
        Determination.Step.all(of: ballot).first { step in
            districts.contains { state.results.last(step, of: ballot, district: $0) == nil }
        } ?? .figures
    }

    @HTMLBuilder private func announcement(_ fields: SentForm) -> HTML {
        let open = state.results.determinations.enumerated().filter { isOpen($1) }
        let chosen = fields.sent.map { Set($0.list("copy")) }
        HTML.select(
            fields.field("determination", say("Penetapan", "Determination")),
            open.map { ("\($0 + 1)", "\($0 + 1): \($1.determination.step.name[context.language])") }
        )
        HTML.field(fields.field("date", say("Tanggal", "Day"), kind: .date))
        HTML.fieldset(say("Salinan diserahkan kepada", "Copies were given to")) {
            for contestant in contest.contestants {
                let number = "\(contestant.number)"
                HTML.choice(
                    "copy",
                    number,
                    contestant.shortName,
                    in: fields.form,
                    isTicked: chosen?.contains(number) ?? true
                )
            }
            HTML.checkbox(
                fields.field("overseer", "Bawaslu", isRequired: false),
                isTicked: fields.sent == nil || !fields.text("overseer").isEmpty
            )
        }
    }

    @HTMLBuilder private func parties(_ fields: SentForm) -> HTML {
        HTML.select(
            fields.field("district", say("Untuk", "For")),
            tied.map { tie in
                let names = tie.numbers.map { "\($0) \(party($0))" }.joined(separator: ", ")
                let seats = say("\(tie.seats) kursi", "seats: \(tie.seats)")
                return ("\(tie.district)", "\(tie.name): \(names); \(seats)")
            }
        )
        HTML.field(
            fields.field(
                "given",
                say("Kursi yang diberikan", "The seats that are given"),
                hint: say("Nomor pada surat suara = kursi: 4=1", "Number on the ballot = seats: 4=1")
            )
        )
        decision(fields, isRequired: true, hint: nil)
    }

    @HTMLBuilder private func equals(_ fields: SentForm) -> HTML {
        HTML.select(
            fields.field("list", say("Daftar", "List")),
            contest.districts.flatMap { district in
                contest.contestants.map { party in
                    ("\(district.number)-\(party.number)", "\(district.name): \(party.shortName)")
                }
            }
        )
        HTML.field(
            fields.field(
                "order",
                say("Urutan nomor yang diputuskan", "The numbers in the order decided"),
                hint: say("Semua yang sama kuat: 2, 1", "All who are tied: 2, 1")
            )
        )
        HTML.field(fields.field("seats", say("Untuk berapa kursi", "For how many seats"), kind: .count))
        decision(fields, isRequired: true, hint: nil)
    }

    private func decision(_ fields: SentForm, isRequired: Bool, hint: String?) -> HTML {
        let decisions = state.plenaries.decisions.filter { $1.matter == .result && $1.isCarried }
        let none = isRequired ? [] : [("", "–")]
        return HTML.select(
            fields.field(
                "decision",
                say("Keputusan pleno", "Decision of a plenary"),
                hint: hint,
                isRequired: isRequired
            ),
            none
                + decisions.map { key, decision in
                    (key.typed, "\(key.plenary): \(decision.motion) (\(decision.decree ?? ""))")
                }
        )
    }

    @HTMLBuilder private func paper(_ fields: SentForm, _ label: String) -> HTML {
        HTML.field(fields.field("reference", label))
        HTML.field(fields.field("date", say("Tanggal", "Day"), kind: .date))
    }

    private func choice(_ step: ResultStepForm, _ fields: SentForm) -> HTML {
        let chosen = fields.sent.map { Set($0.list("member")) }
        return HTML.fieldset(say("Calon terpilih", "Elected candidates")) {
            for member in members where step.stages.contains(member.stage) {
                let isTicked = member.stage != .postponed
                HTML.choice(
                    "member",
                    member.key.typed,
                    "\(member.key.words) \(name(member)) (\(party(member.key.contestant)))",
                    in: fields.form,
                    isTicked: chosen?.contains(member.key.typed) ?? isTicked
                )
            }
        }
    }

    private func select(_ step: ResultStepForm, _ fields: SentForm) -> HTML {
        HTML.select(
            fields.field("member", say("Calon terpilih", "Elected candidate")),
            members.filter { step.stages.contains($0.stage) }.map {
                ($0.key.typed, "\($0.key.words) \(name($0)) (\(party($0.key.contestant)))")
            }
                + (step == .replacement ? vacant : []).map {
                    ($0.typed, "\($0.words) \(say("kosong", "vacant")) (\(party($0.contestant)))")
                }
        )
    }
}
