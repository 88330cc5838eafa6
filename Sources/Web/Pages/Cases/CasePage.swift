import Elections

/// The file of a case: what it is about, what was laid before the forum, how it was ruled, what that changed.
struct CasePage {
    let known: DisputeCase
    let context: PageContext

    /// `nil` when there is no such case.
    static func page(_ number: Int, _ context: PageContext) -> Page? {
        context.election.cases[number].map { CasePage(known: $0, context: context).page }
    }

    private var filing: CaseRegistered { known.filing }
    private var numbers: Numbers { context.numbers }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private func day(_ day: CalendarDate) -> String { numbers.date(day) }

    private var page: Page {
        let title = "\(say("Perkara", "Case")) \(known.number) · \(filing.forum.name[context.language])"
        let table = evidence
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if filing.isSimulated {
                    HTML.tag("p", .class("notice"), text: say("Simulasi.", "Simulated."))
                }
                facts
                contested
                if let materiality { section(say("Apakah menentukan", "Could it matter"), materiality) }
                if let margin { margin }
                due
                if !known.hearings.isEmpty { hearings }
                if let answer = known.answer {
                    section(
                        say("Jawaban KPU", "The office's answer"),
                        .tag(
                            "p",
                            text: "\(day(answer.paper.date)), \(answer.paper.reference): \(answer.summary)"
                        )
                    )
                }
                if !known.bundles.isEmpty {
                    HTML.tag("section", .class("block"), .id("evidence")) {
                        HTML.tag("h2", text: say("Bukti", "Evidence"))
                        table.html
                        HTML.tag(
                            "p",
                            .class("quiet"),
                            text: say(
                                "Diambil dari catatan kantor ini; pleno bundle menyalinnya dari catatan publik, setiap "
                                    + "butir dengan pembuktiannya.",
                                "Drawn from this office's record; pleno bundle copies it from the public record, each "
                                    + "piece with its proof."
                            )
                        )
                        Forms.links(context)
                    }
                }
                ruling
                if let ruling = known.ruling, !ruling.effects.isEmpty {
                    CaseEffectSection(known: known, context: context).html
                }
            },
            table: known.bundles.isEmpty ? nil : table,
            crumbs: [(say("Perkara", "Cases"), .cases)]
        )
    }

    /// Where the margin stands that a petition against a regional election must keep to; `nil` of other cases.
    private var margin: HTML? {
        let ballots = filing.scope.ballots.filter {
            context.election.law.petition?.brackets(of: $0) != nil && context.snapshot.result(of: $0) != nil
        }
        guard filing.kind == .result, !ballots.isEmpty else { return nil }
        return .tag("p") {
            for ballot in ballots {
                context.link(
                    say("Ambang selisih: ", "Whether the margin admits it: ") + ballot.name[context.language],
                    .elected(ballot)
                )
                " "
            }
        }
    }

    private func section(_ title: String, _ body: HTML) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: title)
            body
        }
    }

    private func words(of party: CaseParty) -> String {
        let name = party.capacity.name[context.language]
        guard let ballot = party.ballot, let number = party.contestant else { return name }
        let contest = context.election.contests.first { $0.ballot == ballot }
        let called = contest?.contestants.first { $0.number == number }?.shortName ?? "\(number)"
        return "\(name): \(called) (\(ballot.rawValue))"
    }

    @HTMLBuilder private func fact(_ name: String, _ text: String) -> HTML {
        HTML.tag("dt", text: name)
        HTML.tag("dd", text: text)
    }

    private var facts: HTML {
        .tag("section", .class("block")) {
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: say("Tahap", "Stage"))
                HTML.tag("dd") { HTML.tag("strong", .id("stage"), text: known.stage.name[context.language]) }
                fact(
                    say("Jenis", "Kind"),
                    "\(filing.kind.name[context.language]) (\(filing.kind.source[context.language]))"
                )
                fact(say("Register", "Register"), filing.register)
                fact(say("Diajukan", "Filed"), day(filing.filed))
                fact(say("Diregistrasi", "Registered"), day(filing.registered))
                fact(say("Pelapor", "Brought by"), words(of: filing.reporter))
                fact(say("Terlapor", "Against"), words(of: filing.respondent))
                fact(say("Pokok perkara", "About"), filing.object)
                fact(say("Yang diminta", "Asked for"), filing.relief)
                if let attacks = filing.attacks {
                    fact(
                        say("Keputusan yang digugat", "Decision attacked"),
                        "\(attacks.reference), \(day(attacks.date))"
                    )
                }
                if let number = filing.appeals {
                    HTML.tag("dt", text: say("Banding atas", "Appeal against"))
                    HTML.tag("dd") {
                        context.link(say("perkara \(number)", "case \(number)"), .dispute(number))
                    }
                }
                if let closing = known.closing { fact(say("Selesai", "Closed"), day(closing)) }
            }
        }
    }

    /// The ballots, districts and stations that are contested.
    @HTMLBuilder private var contested: HTML {
        let scope = filing.scope
        if !scope.isEmpty {
            HTML.tag("section", .class("block")) {
                HTML.tag("h2", text: say("Yang dipersoalkan", "What is contested"))
                if !scope.ballots.isEmpty {
                    HTML.tag(
                        "p",
                        text: scope.ballots.map { $0.name[context.language] }.joined(separator: ", ")
                    )
                }
                if !scope.districts.isEmpty {
                    HTML.tag(
                        "p",
                        text: scope.districts.map { "\($0.ballot.rawValue) dapil \($0.number)" }.joined(
                            separator: ", "
                        )
                    )
                }
                if let candidate = scope.candidate {
                    HTML.tag("p", text: candidate.words[context.language])
                }
                if !scope.stations.isEmpty {
                    HTML.tag("ul", .class("links")) {
                        for station in scope.stations {
                            HTML.tag("li") { context.link(name(of: station), .station(station)) }
                        }
                    }
                }
            }
        }
    }

    private func name(of station: StationCode) -> String {
        "TPS \(station.number) \(context.election.regions[station.village]?.name ?? "\(station.village)")"
    }

    /// Whether any votes at the contested stations could change a seat, or who is elected; `nil` where that cannot be
    /// asked: without stations, seats divided here, or votes of candidates.
    private var materiality: HTML? {
        guard !filing.scope.stations.isEmpty, let ballot = filing.scope.ballots.first,
            let result = context.snapshot.result(of: ballot), let method = result.rules.seats?.method,
            let rules = TieRules.candidates(context.election.law, ballot, context.election.decisions),
            case .some(.some(let districts)) = try? context.snapshot.contested(
                filing.scope.stations,
                of: result
            ),
            !districts.isEmpty, let contest = try? ContestMateriality(districts, method, rules)
        else { return nil }
        let words = MaterialityWords(result, context.language)
        return .tag("div") {
            for district in contest.districts {
                let lines = words.lines(district)
                HTML.tag("h3", text: lines[0])
                HTML.tag("ul") {
                    for line in lines.dropFirst() {
                        HTML.tag("li", text: String(line.drop { $0 == " " }))
                    }
                }
            }
        }
    }

    private var due: HTML? {
        let due = CasesDuePage.all(context).filter { $0.number == known.number }
        return due.isEmpty
            ? nil : section(say("Tenggat", "What is due"), CasesDuePage.table(due, context).html)
    }

    private var hearings: HTML {
        section(
            say("Sidang", "Hearings"),
            .tag("ul") {
                for hearing in known.hearings {
                    HTML.tag("li") {
                        HTML.tag(
                            "strong",
                            text: "\(day(hearing.date)), \(hearing.kind.name[context.language])"
                        )
                        ": \(hearing.text)"
                        if let venue = hearing.venue { " (\(venue))" }
                    }
                }
            }
        )
    }

    private var evidence: DataTable {
        DataTable(
            caption: say("Bukti yang diajukan", "What was laid before the forum"),
            columns: [
                .number("bundle", say("Berkas", "Bundle")), .number("number", say("Nomor", "Number")),
                .text("kind", say("Jenis", "Kind")), .text("item", say("Bukti", "Piece")),
            ],
            rows: known.bundles.flatMap { bundle in
                bundle.items.enumerated().map { place, item in
                    [
                        .number(bundle.number, numbers), .number(place + 1, numbers), .text(kind(of: item)),
                        cell(item),
                    ]
                }
            }
        )
    }

    private func kind(of item: CaseEvidence) -> String {
        switch item {
        case .form: say("formulir", "form")
        case .certificate: say("sertifikat", "certificate")
        case .photo: say("foto", "picture")
        case .paper: say("surat", "paper")
        }
    }

    private func cell(_ item: CaseEvidence) -> DataTable.Cell {
        let words = item.words[context.language]
        switch item {
        case .form(let form):
            return .link(
                "\(form.ballot.rawValue) \(name(of: form.station))",
                context.path(.station(form.station))
            )
        case .certificate(let plenary): return .link(words, context.path(.plenary(plenary)))
        case .photo(let digest): return .link(words, PictureLinks.path(of: digest))
        case .paper(let paper): return .text("\(paper.reference), \(day(paper.date))")
        }
    }

    @HTMLBuilder private var ruling: HTML {
        if let ruling = known.ruling {
            HTML.tag("section", .class("block"), .id("ruling")) {
                HTML.tag("h2", text: say("Putusan", "Ruling"))
                HTML.tag("p") {
                    HTML.tag("strong", text: ruling.outcome.name[context.language])
                    " · \(day(ruling.paper.date)), \(ruling.paper.reference)"
                }
                HTML.tag("blockquote", text: ruling.operative)
                if ruling.effects.isEmpty {
                    HTML.tag(
                        "p",
                        .class("good"),
                        text: say("Tidak mengubah hasil.", "It changes nothing of the result.")
                    )
                }
                if !ruling.obligations.isEmpty {
                    HTML.tag("h3", text: say("Kewajiban", "Obligations"))
                    obligations(ruling).html
                }
            }
        }
    }

    private func obligations(_ ruling: CaseRuled) -> DataTable {
        DataTable(
            caption: say("Kewajiban dan pelaksanaannya", "Obligations and how they were carried out"),
            columns: [
                .number("number", say("Nomor", "Number")), .text("what", say("Apa", "What")),
                .text("due", say("Paling lambat", "Last day")), .text("done", say("Dilaksanakan", "Done")),
                .text("by", say("Dengan", "By")),
            ],
            rows: ruling.obligations.map { obligation in
                let done = known.fulfilments[obligation.number]
                let late = known.isLate(obligation) ? say(" (terlambat)", " (late)") : ""
                var by = DataTable.Cell.text(done?.fulfilment.words[context.language] ?? "–")
                if case .plenary(let plenary)? = done?.fulfilment {
                    by = .link(
                        done?.fulfilment.words[context.language] ?? "",
                        context.path(.plenary(plenary))
                    )
                }
                if case .revotes? = done?.fulfilment {
                    by = .link(done?.fulfilment.words[context.language] ?? "", context.path(.revotes))
                }
                return [
                    .number(obligation.number, numbers), .text(obligation.what),
                    .text(obligation.due.map(day) ?? "–"), .text(done.map { day($0.date) + late } ?? "–"), by,
                ]
            }
        )
    }
}
