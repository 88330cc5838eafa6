import Elections

/// The lists of a ballot at the desk: what was handed in, objected and changed, and what can be done next.
struct CandidacyDeskPage {
    let shown: ShownLists
    let context: DeskContext
    var sent: Fields?
    var fault: FormFault?
    /// The form that was sent; `nil` where none was.
    var step: CandidacyStepForm?
    /// The list that is handed in again, whose last text the form begins with.
    var again: ListKey?

    var contest: Contest { shown.contest }
    var candidacy: Candidacy? { shown.candidacy }
    var rules: ListRules? { context.state.listRules(of: shown.ballot) }
    func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    /// Whether forms of the ballot are read or typed already.
    private var isCounted: Bool {
        !contest.readings.isEmpty || context.state.desk(of: shown.ballot) != nil
    }

    var page: DeskPage {
        let title = say("Daftar calon: ", "Lists of candidates: ") + shown.ballot.name[context.language]
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault, fault.field == nil { SignInPages.alert(fault.words) }
                HTML.tag("p") {
                    say("Tahap: ", "Stage: ")
                    HTML.tag("strong", .id("stage"), text: shown.stage[context.language])
                    if let publication = shown.publication {
                        ", \(context.numbers.date(publication.date))"
                        if publication.isSimulated { " (\(say("simulasi", "simulated")))" }
                    }
                }
                for note in notes { HTML.tag("p", .class("notice"), text: note) }
                if shown.kind == nil { submitted } else { published }
                objections
                replacements
                statuses
                // What was sent is shown again although it came too late: nothing typed is lost.
                for step in CandidacyStepForm.allCases where isPossible(step) || step == self.step {
                    form(step)
                }
            },
            status: fault == nil ? 200 : 422
        )
    }

    private func isPossible(_ step: CandidacyStepForm) -> Bool {
        let stage = shown.areElsewhere || rules == nil ? nil : candidacy?.stage ?? .submitted
        return switch step {
        case .submission: stage == .submitted && !isCounted
        case .provisional: stage == .submitted && !isCounted && !next.isEmpty
        case .objection, .replacement: stage == .provisional
        case .answer: stage == .provisional && candidacy?.openObjections.isEmpty == false
        case .final: stage == .provisional && !isCounted
        case .status: shown.kind == .final
        }
    }

    /// The lists that would be published next.
    var next: [CandidateList] { rules.flatMap { candidacy?.next($0) } ?? [] }

    private var notes: [String] {
        var notes: [String] = []
        if shown.areElsewhere {
            notes.append(CandidacyFault.onRecordElsewhere.words[context.language].capitalisedSentence)
        } else if rules == nil {
            notes.append(CandidacyFault.noLists.words[context.language].capitalisedSentence)
        } else if isCounted, candidacy?.stage != .final {
            notes.append(CandidacyFault.counted.words[context.language].capitalisedSentence)
        }
        return notes
    }

    // MARK: - What there is

    private var submitted: HTML {
        let latest = candidacy?.latest ?? [:]
        let missing = contest.listPlaces.filter { latest[$0] == nil }
        return .tag("div") {
            if !latest.isEmpty {
                block(
                    say("Daftar yang diserahkan", "Lists that were handed in"),
                    [
                        say("Daftar", "List"), say("Diserahkan", "Handed in"), say("Calon", "Candidates"),
                        say("Perempuan", "Women"), say("Kelengkapan", "What it lacks"), "",
                    ],
                    contest.listPlaces.compactMap { latest[$0] }.map(row)
                )
            }
            if rules != nil, !shown.areElsewhere, !missing.isEmpty {
                HTML.tag("details") {
                    HTML.tag(
                        "summary",
                        text: say(
                            "\(missing.count) daftar belum diserahkan",
                            missing.count == 1
                                ? "1 list was not handed in" : "\(missing.count) lists were not handed in"
                        )
                    )
                    HTML.tag("p", text: missing.map(contest.name).joined(separator: ", "))
                }
            }
        }
    }

    private func block(_ title: String, _ headings: [String], _ rows: [[HTML]]) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: title)
            HTML.grid(title, headings, rows)
        }
    }

    private func row(_ submission: Candidacy.Submission) -> [HTML] {
        let list = submission.list
        let place = context.path("candidates", shown.ballot.slug, query: ["list": list.key.typed])
        return [
            .text(contest.name(of: list.key)),
            .text(
                context.numbers.date(submission.date)
                    + (submission.round == 1
                        ? "" : say(", ke-\(submission.round)", ", round \(submission.round)"))
            ),
            people(list), .text(list.candidates.women(context.numbers)), faults(submission),
            .tag(
                "a",
                .href(place.text + "#" + CandidacyStepForm.submission.rawValue),
                Attribute(
                    "aria-label",
                    say("Serahkan lagi: ", "Hand in again: ") + contest.name(of: list.key)
                ),
                text: say("Serahkan lagi", "Hand in again")
            ),
        ]
    }

    private func faults(_ submission: Candidacy.Submission) -> HTML {
        guard !submission.faults.isEmpty else { return .text(say("lengkap", "nothing")) }
        return .tag("ul", .class("plain")) {
            for fault in submission.faults { HTML.tag("li", text: fault.words[context.language]) }
        }
    }

    private func people(_ list: CandidateList) -> HTML {
        .tag("details") {
            HTML.tag("summary", text: "\(list.candidates.count)")
            HTML.tag("ul", .class("plain")) {
                for candidate in list.candidates { HTML.tag("li", text: candidate.typed) }
            }
        }
    }

    private var published: HTML {
        block(
            say("Daftar yang diterbitkan", "Published lists"),
            [
                say("Daftar", "List"), say("Calon", "Candidates"), say("Perempuan", "Women"),
                say("Kelengkapan", "What it lacks"),
            ],
            shown.lists.map { list in
                let faults = rules?.faults(of: list.candidates) ?? []
                let words = faults.map { $0.words[context.language] }.joined(separator: "; ")
                return [
                    .text(contest.name(of: list.key)), people(list),
                    .text(list.candidates.women(context.numbers)),
                    .text(words.isEmpty ? say("lengkap", "nothing") : words),
                ]
            }
        )
    }

    private var objections: HTML {
        guard let objections = candidacy?.objections, !objections.isEmpty else { return .empty }
        return block(
            say("Tanggapan masyarakat", "Objections"),
            [
                say("Nomor", "Number"), say("Terhadap", "To"), say("Isi", "What is wrong"),
                say("Tanggal", "Day"), say("Jawaban", "Answer"),
            ],
            objections.map { objection in
                [
                    .text("\(objection.number)"), .text(contest.words(of: objection, context.language)),
                    .text(objection.claim), .text(context.numbers.date(objection.date)),
                    .text(
                        objection.answer.map { "\($0.outcome.name[context.language]): \($0.reason)" }
                            ?? say("belum dijawab", "not answered")
                    ),
                ]
            }
        )
    }

    private var replacements: HTML {
        let replaced = shown.replaced
        guard !replaced.isEmpty else { return .empty }
        return block(
            say("Penggantian", "Replacements"),
            [
                say("Tempat", "Place"), say("Semula", "Before"), say("Pengganti", "Successor"),
                say("Alasan", "Reason"), say("Tanggal", "Day"), say("Surat", "Paper"),
            ],
            replaced.map { replacement, former in
                [
                    .text(contest.words(of: replacement.place, context.language)),
                    .text(former?.full ?? "–"),
                    .text(replacement.successor?.name.full ?? say("tidak ada", "nobody")),
                    .text(replacement.reason.name[context.language]),
                    .text(context.numbers.date(replacement.date)), .text(replacement.paper.reference),
                ]
            }
        )
    }

    private var statuses: HTML {
        let changed = shown.changed
        guard !changed.isEmpty else { return .empty }
        return block(
            say("Keadaan calon", "What became of candidates"),
            [
                say("Calon", "Candidate"), say("Keadaan", "Status"), say("Sejak", "Since"),
                say("Surat", "Paper"),
                say("Akibatnya", "What follows"),
            ],
            changed.flatMap { place, candidate, changes in
                changes.map { change in
                    [
                        .text(contest.words(of: place, context.language) + ": " + candidate.name.full),
                        .text(change.status.name[context.language]),
                        .text(context.numbers.date(change.date)), .text(change.paper.reference),
                        .text(
                            context.state.date.map {
                                StatusEffect(change, vote: $0).words[context.language]
                            } ?? ""
                        ),
                    ]
                }
            }
        )
    }
}

extension String {
    /// A few words as a sentence of their own.
    fileprivate var capitalisedSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
