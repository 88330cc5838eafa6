import Elections

/// The part of the board that is written anew when something is new, the same for all who may see it.
struct BoardSections {
    let figures: BoardFigures
    /// What open forms could still change, of the whole office.
    let stakes: Stakes?
    let state: ElectionState
    let context: DeskContext
    let piece: BoardMemory.Piece

    private var numbers: Numbers { context.numbers }

    var html: HTML {
        var html = queues
        for progress in figures.ballots {
            html.append(
                .tag("section", .class("block")) {
                    HTML.tag("h2", text: progress.ballot.name[piece.language])
                    bar(progress.total)
                    let votes = progress.total.votes.reduce(0, +)
                    progress.shares { "\(numbers.whole($0)) (\(numbers.percent($0, of: votes)))" }
                    table(progress)
                    if let stakes = stakes?.stakes(of: progress.ballot, in: piece.place) {
                        StakeSection(
                            ballot: progress.ballot,
                            stakes: stakes,
                            context: context,
                            opensForms: piece.opensForms
                        ).html
                    }
                }
            )
        }
        if figures.ballots.isEmpty {
            html.append(
                .tag("p", text: context.say("Belum ada meja hitung.", "No counting desk is open yet."))
            )
        }
        if let phase = piece.phase { html.append(forms(phase)) }
        html.append(rules)
        if piece.seesForms { html.append(slips) }
        return html
    }

    private var queues: HTML {
        .tag("ul", .class("queues")) {
            for phase in BoardFigures.Phase.waiting {
                let queue = figures.queues[phase]
                HTML.tag("li", .class("card")) {
                    HTML.tag("strong", text: numbers.whole(queue?.count ?? 0))
                    " \(phase.name[piece.language])"
                    if let oldest = queue?.oldest {
                        let minutes = max(0, piece.minute - oldest / 60_000)
                        HTML.tag(
                            "small",
                            text: context.say(
                                " terlama sejak \(context.clock(oldest)) (\(numbers.whole(minutes)) menit)",
                                " the first since \(context.clock(oldest)) (\(numbers.whole(minutes)) minutes)"
                            )
                        )
                    }
                }
            }
        }
    }

    private func bar(_ counts: BoardFigures.Counts) -> HTML {
        let text = context.say(
            "\(numbers.whole(counts[.accepted])) dari \(numbers.whole(counts.all)) formulir diterima",
            "\(numbers.whole(counts[.accepted])) of \(numbers.whole(counts.all)) forms accepted"
        )
        return .tag("p") {
            counts.bar(label: text)
            " \(text) (\(numbers.percent(counts[.accepted], of: counts.all, digits: 1)))"
        }
    }

    private func table(_ progress: BoardFigures.Progress) -> HTML {
        DataTable(
            // A table of its own for each ballot: what is read aloud must tell them apart.
            caption: context.say("Formulir menurut tahap", "Forms by stage")
                + ", \(progress.ballot.rawValue)",
            columns: [.text("place", context.say("Wilayah", "Region"))]
                + BoardFigures.Phase.allCases.map { .number($0.rawValue, $0.name[piece.language]) } + [
                    .number("electorate", context.say("DPT masuk", "Electorate in")),
                    .number("valid", context.say("Suara sah", "Valid votes")),
                ],
            rows: progress.rows.map { row in
                [cell(row.place)]
                    + BoardFigures.Phase.allCases.map { .number(row.counts[$0], numbers) }
                    + [.number(row.counts.electorate, numbers), .number(row.counts.valid, numbers)]
            }
        ).html
    }

    private func cell(_ place: BoardFigures.Place) -> DataTable.Cell {
        switch place {
        case .station(let station):
            return .text("\(context.say("TPS", "Station")) \(station.number)")
        case .region(let code):
            let name = state.regions?[code]?.name ?? code.description
            return .link(name, context.path("board", query: ["place": code.description]).text)
        }
    }

    /// The most forms that are listed.
    private static let most = 200

    private func forms(_ phase: BoardFigures.Phase) -> HTML {
        let forms = state.forms(in: piece.place, phase, most: Self.most, by: stakes)
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: phase.name[piece.language])
            HTML.tag("ul", .class("tasks")) {
                for form in forms {
                    HTML.tag("li") {
                        let words = form.words[piece.language]
                        if let queue = Self.queue(of: phase), piece.opensForms {
                            HTML.tag("a", .href(context.place([queue] + form.steps).text), text: words)
                        } else {
                            words
                        }
                    }
                }
            }
            if forms.count == Self.most {
                HTML.tag("p", .class("quiet"), text: context.say("dan lainnya", "and more"))
            }
        }
    }

    /// The pages on which forms of a phase are decided.
    private static func queue(of phase: BoardFigures.Phase) -> String? { phase == .held ? "held" : nil }

    /// By rule how many accepted forms that break it could still change a seat, alone or with others.
    private var decisive: [String: Int] {
        var counts: [String: Int] = [:]
        for stake in (stakes?.ballots ?? []).flatMap(\.stakes)
        where piece.place.contains(stake.form.station.village) && [.alone, .together].contains(stake.verdict)
        {
            guard case .breaks(let codes) = stake.reason else { continue }
            for code in codes { counts[code, default: 0] += 1 }
        }
        return counts
    }

    private var rules: HTML {
        guard !figures.rules.isEmpty else { return .empty }
        let decisive = decisive
        func count(_ rule: BoardFigures.Rule) -> Int { decisive[rule.check.code, default: 0] }
        let rules = figures.rules.sorted { (count($1), $0.check.code) < (count($0), $1.check.code) }
        return DataTable(
            caption: context.say("Temuan menurut aturan", "Findings by rule"),
            columns: [
                .text("code", context.say("Kode", "Code")), .text("rule", context.say("Aturan", "Rule")),
                .number("held", context.say("Tertahan", "Held")),
                .number("accepted", context.say("Diterima", "Accepted")),
                .number("decisive", context.say("Dapat mengubah kursi", "Could change a seat")),
            ],
            rows: rules.map { rule in
                [
                    .text(rule.check.code), .text(rule.check.statement[piece.language]),
                    .number(rule.held, numbers), .number(rule.accepted, numbers),
                    .number(count(rule), numbers),
                ]
            }
        ).html
    }

    private var slips: HTML {
        guard !figures.typists.isEmpty, let law = state.law,
            let contest = figures.ballots.first.flatMap({ state.contestWithoutForms(of: $0.ballot) })
        else { return .empty }
        let words = FieldWords(piece.language, law, contest)
        var html = DataTable(
            caption: context.say("Angka yang diketik keliru, per akun", "Figures mistyped, by account"),
            columns: [
                .text("account", context.say("Akun", "Account")),
                .number("forms", context.say("Formulir", "Forms")),
                .number("slips", context.say("Angka keliru", "Mistyped")),
            ],
            rows: figures.typists.sorted { ($1.value.slips, $0.key) < ($0.value.slips, $1.key) }.map {
                [.text($0.key), .number($0.value.forms, numbers), .number($0.value.slips, numbers)]
            }
        ).html
        guard !figures.parts.isEmpty else { return html }
        html.append(
            DataTable(
                caption: context.say("Angka yang diketik keliru, per bagian", "Figures mistyped, by part"),
                columns: [
                    .text("part", context.say("Bagian", "Part")),
                    .number("slips", context.say("Angka keliru", "Mistyped")),
                ],
                rows: Field.Part.allCases.compactMap { part in
                    figures.parts[part].map { [.text(words.name(part)), .number($0, numbers)] }
                }
            ).html
        )
        return html
    }
}
