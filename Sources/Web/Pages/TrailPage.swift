import Elections

/// Where the votes of a place went, from the paper to the regency's certificate, with each change explained or flagged.
enum TrailPage {
    static func page(
        _ ballot: Ballot,
        _ place: CertifiedFigures.Place,
        _ field: Field?,
        _ context: PageContext
    ) -> Page? {
        guard let result = context.snapshot.result(of: ballot), isKnown(field, result),
            let trail = FigureTrail(place, result, context.snapshot, fields: field.map { [$0] })
        else { return nil }
        let tables = TrailTables(trail, result, context.snapshot, context.language, context.path)
        let name = ExplanationWords(context.snapshot, context.language).name(place)
        let title = context.say("Ke mana suara: \(name)", "Where the votes went: \(name)")
        let steps = tables.steps
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead")) {
                    ballot.name[context.language]
                    if let field { ": " + tables.name(field) }
                }
                HTML.tag("p") {
                    switch place {
                    case .region(let code):
                        context.link(
                            context.say("Halaman wilayah ini", "The page of this region"),
                            .region(code)
                        )
                    case .station(let station):
                        context.link(
                            context.say("Halaman TPS ini", "The page of this station"),
                            .station(station)
                        )
                    }
                }
                if !result.comparison.isEmpty {
                    HTML.tag("p") {
                        context.link(
                            context.say(
                                "Semua pergeseran suara di kantor ini",
                                "All vote shifts of this office"
                            ),
                            .shifts(ballot)
                        )
                    }
                }
                answer(trail, context)
                HTML.tag("section", .class("block")) {
                    HTML.tag(
                        "h2",
                        text: context.say(
                            "Dari kertas sampai rekapitulasi",
                            "From the paper to the recapitulation"
                        )
                    )
                    steps.html
                    Forms.links(context)
                    if case .station(let station) = place,
                        let position = context.election.regions.position(of: station)
                    {
                        PictureLinks(ballot, atStation: position, context).html
                    }
                    tables.notes
                }
                if !trail.parts.isEmpty {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Bagian-bagiannya", "What it is added up from"))
                        tables.parts.html
                    }
                }
                others(trail, field, tables, result, context)
            },
            table: steps,
            crumbs: crumbs(place, ballot, field, context)
        )
    }

    private static func crumbs(
        _ place: CertifiedFigures.Place,
        _ ballot: Ballot,
        _ field: Field?,
        _ context: PageContext
    ) -> [(text: String, route: Route)] {
        let village: RegionCode? = if case .station(let station) = place { station.village } else { nil }
        let code: RegionCode? = if case .region(let code) = place { code.parent } else { village }
        let above = code.map { context.election.regions.path(to: $0) } ?? []
        return above.map { ($0.name, Route.trail(ballot, .region($0.code), field)) }
    }

    /// Whether any form or certificate has room for a figure.
    private static func isKnown(_ field: Field?, _ result: ContestResult) -> Bool {
        guard let field else { return true }
        return result.contest.readings.contains { $0.forms.column(of: field) != nil }
            || result.contest.certified?.forms.column(of: field) != nil
            || result.contest.contestants.contains { .votes($0.number) == field }
    }

    private static func answer(_ trail: FigureTrail, _ context: PageContext) -> HTML {
        let verdicts = trail.stretches.flatMap(\.steps).compactMap { $0.change?.verdict }
        guard verdicts.contains(where: { if case .open = $0 { false } else { true } }) else {
            return .tag(
                "p",
                .class("quiet"),
                text: context.say("Belum ada yang dapat dibandingkan.", "Nothing can be compared yet.")
            )
        }
        let flags = trail.flags.count
        guard flags > 0 else {
            return .tag(
                "p",
                .class("good"),
                text: context.say(
                    "Setiap perubahan yang dapat dibandingkan terjelaskan.",
                    "Every change that can be compared is explained."
                )
            )
        }
        return .tag(
            "p",
            .class("notice"),
            text: context.say(
                "\(context.numbers.whole(flags)) perubahan tidak terjelaskan.",
                flags == 1
                    ? "1 change is not explained."
                    : "\(context.numbers.whole(flags)) changes are not explained."
            )
        )
    }

    /// The same place, figure by figure; of a list, its candidates.
    private static func others(
        _ trail: FigureTrail,
        _ field: Field?,
        _ tables: TrailTables,
        _ result: ContestResult,
        _ context: PageContext
    ) -> HTML? {
        let fields: [Field] =
            if let field {
                field.contestant.map { party in
                    Field.all(in: result.contest).filter { $0.contestant == party && $0 != field }
                } ?? []
            } else {
                trail.fields.filter { isKnown($0, result) }
            }
        return .tag("nav", .class("block")) {
            HTML.tag("h2", text: context.say("Satu angka saja", "One figure alone"))
            HTML.tag("ul", .class("plain")) {
                if field != nil {
                    HTML.tag("li") {
                        context.link(
                            context.say("semua peserta", "all contestants"),
                            .trail(trail.ballot, trail.place, nil)
                        )
                    }
                }
                for field in fields {
                    HTML.tag("li") {
                        context.link(tables.name(field), .trail(trail.ballot, trail.place, field))
                    }
                }
            }
        }
    }
}

extension PageContext {
    /// The way to a trail.
    func trailLink(_ ballot: Ballot, _ place: CertifiedFigures.Place) -> HTML {
        .tag("p") {
            link(say("Ke mana setiap suara", "Where every vote went"), .trail(ballot, place, nil))
        }
    }
}

extension Field {
    /// The fields that forms or certificates of a ballot have, each once.
    fileprivate static func all(in contest: Contest) -> [Field] {
        var seen: Set<Field> = []
        let fields = contest.readings.flatMap(\.forms.fields) + (contest.certified?.forms.fields ?? [])
        return fields.filter { seen.insert($0).inserted }
    }
}
