import Elections

/// The published lists of a ballot: who stands for which party, what was objected and changed, what became of whom.
struct CandidatesPage {
    private let shown: ShownLists
    private let context: PageContext

    /// `nil` where no lists of the ballot are published.
    static func page(_ ballot: Ballot, _ context: PageContext) -> Page? {
        let shown = context.election.contests.first { $0.ballot == ballot }.map {
            ShownLists($0, context.election.candidacies)
        }
        guard let shown, shown.kind != nil else { return nil }
        return CandidatesPage(shown: shown, context: context).page
    }

    private var contest: Contest { shown.contest }
    private var numbers: Numbers { context.numbers }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    private var page: Page {
        let title = say("Daftar calon: ", "Candidates: ") + shown.ballot.name[context.language]
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                lead
                if shown.publication?.isSimulated == true {
                    HTML.tag("p", .class("notice"), text: say("Simulasi.", "Simulated."))
                }
                HTML.tag("p", text: summary)
                if shown.kind == .final, let result = context.snapshot.result(of: shown.ballot),
                    ElectedCandidates.isKnown(result)
                {
                    HTML.tag("p") {
                        context.link(say("Siapa yang terpilih", "Who is elected"), .elected(shown.ballot))
                    }
                }
                statuses
                for district in districts { section(district) }
                Forms.links(context)
                objections
                replacements
            },
            table: table(shown.lists),
            crumbs: [(say("Daftar calon", "Lists of candidates"), .candidacies)]
        )
    }

    private var lead: HTML {
        .tag("p", .class("lead")) {
            HTML.tag("strong", text: shown.words[context.language])
            if let publication = shown.publication {
                ", \(numbers.date(publication.date))"
                if let decision = publication.decision {
                    ", "
                    context.link(
                        say("keputusan pleno ", "decided by plenary ") + "\(decision.plenary)",
                        .plenary(decision.plenary)
                    )
                    if let decree = context.election.plenaries.decision(decision)?.decree { ": \(decree)" }
                }
            } else {
                say(", menurut catatan di luar kantor ini", ", as on record outside this office")
            }
            "."
        }
    }

    private var summary: String {
        let everybody = shown.lists.everybody
        let women = everybody.women(numbers)
        return say(
            "Daftar: \(shown.lists.count); calon: \(numbers.whole(everybody.count)); perempuan: \(women).",
            "Lists: \(shown.lists.count); candidates: \(numbers.whole(everybody.count)); women: \(women)."
        )
    }

    // MARK: - Lists

    /// The districts of which there are lists; one without a number where there are no districts.
    private var districts: [Int?] {
        contest.districts.isEmpty
            ? [nil]
            : contest.districts.map(\.number).filter { number in
                shown.lists.contains { $0.district == number }
            }
    }

    private func section(_ district: Int?) -> HTML {
        let name = district.flatMap { number in contest.districts.first { $0.number == number }?.name }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: name ?? say("Calon", "Candidates"))
            table(shown.lists.filter { $0.district == district }, named: name).html
        }
    }

    private func table(_ lists: [CandidateList], named name: String? = nil) -> DataTable {
        var rows: [[DataTable.Cell]] = []
        var sections: [DataTable.Section] = []
        for list in lists {
            sections.append(DataTable.Section(start: rows.count, title: heading(list)))
            rows += list.candidates.map { row($0, list.key) }
        }
        let state = shown.kind == .final ? say("Keadaan", "Status") : nil
        return DataTable(
            caption: [
                say(
                    "Calon menurut partai dan nomor urut; L laki-laki, P perempuan",
                    "Candidates by party and number; L a man, P a woman"
                ), name,
            ]
            .compactMap(\.self).joined(separator: ", "),
            columns: [
                .machine("district"), .machine("party"), .number("number", say("Nomor", "Number")),
                .text(nil, say("Nama", "Name")), .machine("name"), .machine("title_before"),
                .machine("title_after"), .text("sex", "L/P"), .text("status", state),
            ],
            rows: rows,
            sections: sections
        )
    }

    private func heading(_ list: CandidateList) -> String {
        let party = contest.contestants.first { $0.number == list.contestant }
        let name = party.map { "\($0.number). \($0.name)" } ?? "\(list.contestant)"
        guard !list.candidates.isEmpty else { return name + say(": tidak ada calon", ": nobody") }
        let women = list.candidates.women(numbers)
        return name
            + say(
                ": calon \(list.candidates.count), perempuan \(women)",
                ": candidates \(list.candidates.count), women \(women)"
            )
    }

    private func row(_ candidate: Candidate, _ list: ListKey) -> [DataTable.Cell] {
        let status = contest.statuses[CandidateKey(list, candidate.number)] ?? .standing
        return [
            .number(list.district, numbers), .number(list.contestant, numbers),
            .number(candidate.number, numbers), .text(candidate.name.full), .text(candidate.name.name),
            .text(candidate.name.before ?? ""), .text(candidate.name.after ?? ""),
            DataTable.Cell(
                shown: .text(candidate.sex?.letter ?? "–"),
                value: .text(candidate.sex?.letter ?? "")
            ),
            DataTable.Cell(
                shown: .text(status == .standing ? "–" : status.name[context.language]),
                value: .text(status.rawValue),
                mark: status.canTakeSeat ? nil : .differs
            ),
        ]
    }

    // MARK: - What was said and changed

    private var statuses: HTML {
        let changed = shown.changed
        guard !changed.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Keadaan calon sejak daftar tetap", "What became of candidates since"))
            HTML.tag("ul", .class("plain")) {
                for (place, candidate, changes) in changed {
                    for change in changes {
                        HTML.tag("li") {
                            HTML.tag("strong", text: candidate.name.full)
                            " (\(contest.words(of: place, context.language))): "
                            "\(change.status.name[context.language]), \(numbers.date(change.date)), "
                            "\(change.paper.reference). "
                            HTML.tag(
                                "span",
                                .class("quiet"),
                                text: StatusEffect(change, vote: context.election.date).words[
                                    context.language
                                ]
                            )
                        }
                    }
                }
            }
        }
    }

    private var objections: HTML {
        guard let objections = shown.candidacy?.objections, !objections.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Tanggapan masyarakat", "Objections of the public"))
            HTML.tag("ol", .class("plain")) {
                for objection in objections {
                    HTML.tag("li") {
                        HTML.tag("strong", text: contest.words(of: objection, context.language))
                        ", \(numbers.date(objection.date)): \(objection.claim) "
                        if let answer = objection.answer {
                            HTML.tag("strong", text: answer.outcome.name[context.language])
                            ", \(numbers.date(answer.date)): \(answer.reason)"
                        } else {
                            HTML.tag("span", .class("badge open"), text: say("belum dijawab", "not answered"))
                        }
                    }
                }
            }
        }
    }

    private var replacements: HTML {
        let replaced = shown.replaced
        guard !replaced.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag(
                "h2",
                text: say("Penggantian sejak daftar sementara", "Replacements since the provisional lists")
            )
            HTML.tag("ul", .class("plain")) {
                for (replacement, former) in replaced {
                    HTML.tag("li") {
                        HTML.tag("strong", text: contest.words(of: replacement.place, context.language))
                        ", \(numbers.date(replacement.date)): "
                        HTML.tag("del", text: former?.full ?? "–")
                        " "
                        HTML.tag(
                            "ins",
                            text: replacement.successor?.name.full ?? say("tanpa pengganti", "no successor")
                        )
                        " (\(replacement.reason.name[context.language]), \(replacement.paper.reference))"
                    }
                }
            }
        }
    }
}
