import Elections

/// Votes and counts that were held again, beside those they replaced: what changed, and which was certified.
enum RevotesPage {
    /// The most stations a page shows; all of them are in its CSV.
    private static let mostShown = 20

    static func page(_ context: PageContext) -> Page {
        let results = context.snapshot.results.map { (result: $0, stations: $0.supersessions) }
            .filter { !$0.stations.isEmpty }
        let all = results.flatMap { result, stations in stations.map { (result, $0) } }
        let title = context.say("Pemungutan dan penghitungan suara ulang", "Votes and counts held again")
        let table = table(results, context)
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Hasil yang ulang menggantikan hasil yang pertama. Keduanya tetap terlihat di sini.",
                        "The later result replaces the first one. Both stay visible here."
                    )
                )
                grounds(context)
                missing(context)
                if results.isEmpty { none(context) }
                for (result, _) in results { RevoteEffectSection(result, context)?.html }
                for (result, station) in all.prefix(mostShown) {
                    RevoteSection(result, station, context).html
                }
                context.rest(after: mostShown, of: all.count)
                if !results.isEmpty {
                    Forms.links(context)
                    scope(context)
                }
            },
            table: table
        )
    }

    /// What was held again and of which nobody has the form.
    private static func missing(_ context: PageContext) -> HTML? {
        let rows = context.election.revotes.onRecord.compactMap { revote in
            let ballots = context.snapshot.ballotsWithoutForm(of: revote)
            return ballots.isEmpty ? nil : row(revote, ballots, context)
        }
        guard !rows.isEmpty else { return nil }
        return .tag("section", .class("block")) {
            HTML.tag(
                "h2",
                text: context.say("Tercatat, tetapi formulirnya tidak ada", "On record, without a form")
            )
            DataTable(
                caption: context.say(
                    "Diulang atau diadakan kemudian menurut catatan; formulirnya tidak ada di sini",
                    "Held again or late as recorded; their forms are not here"
                ),
                columns: [
                    .text("station", "TPS"), .text("version", context.say("Apa", "What")),
                    .text("ballots", context.say("Surat suara tanpa formulir", "Ballots without a form")),
                    .text("ground", context.say("Dasar", "Ground")),
                    .text("held", context.say("Dilaksanakan", "Held")),
                    .text("source", context.say("Sumber", "Source")),
                ],
                rows: rows
            ).html
        }
    }

    private static func row(
        _ revote: KnownRevote,
        _ ballots: [Ballot],
        _ context: PageContext
    ) -> [DataTable.Cell] {
        let village = context.election.regions[revote.station.village]?.name ?? ""
        let ground = revote.ground.map { ground in
            (ground.article.map { $0[context.language] + ": " } ?? "") + ground.name[context.language]
        }
        return [
            .link("TPS \(revote.station.number) \(village)", context.path(.station(revote.station))),
            .text(revote.version.name[context.language]),
            .text(ballots.map { $0.name[context.language] }.joined(separator: ", ")),
            .text(ground ?? "–"),
            .text(revote.held.map { context.numbers.date($0) } ?? "–"),
            .text(revote.source.isEmpty ? context.say("kantor ini", "this office") : revote.source),
        ]
    }

    private static func none(_ context: PageContext) -> HTML {
        .tag(
            "p",
            .class("good"),
            text: context.say(
                "Semua formulir di sini berasal dari pemungutan dan penghitungan suara pertama.",
                "Every form here is of the first vote and the first count."
            )
        )
    }

    private static func scope(_ context: PageContext) -> HTML {
        .tag(
            "p",
            .class("quiet"),
            text: context.say(
                "Hanya TPS yang formulir ulangnya dibaca dan dinyatakan demikian oleh salah satu pembacaan. "
                    + "Pemungutan suara ulang lain mungkin ada, tetapi formulirnya tidak diketahui.",
                "Only stations whose later form was read and is marked as such by one of the readings. There "
                    + "may have "
                    + "been other re-votes whose forms are not known."
            )
        )
    }

    /// What the law says of the time for both.
    private static func grounds(_ context: PageContext) -> HTML? {
        let law = context.election.law
        let deadlines = law.deadlines.filter { [.revote, .stationRecount].contains($0.kind) }
        guard !deadlines.isEmpty else { return nil }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Tenggat menurut undang-undang", "Time the law allows"))
            HTML.tag("dl", .class("facts")) {
                for deadline in deadlines {
                    HTML.tag("dt", text: deadline.kind.name[context.language])
                    HTML.tag("dd") {
                        for standing in LawStanding.all(
                            deadline.period,
                            .deadline(deadline.kind),
                            context.election
                        ) {
                            standing.value.words[context.language]
                            if let last = law.lastDay(of: standing.value), last != law.votingDay {
                                ": " + context.numbers.date(last)
                            }
                            "; "
                        }
                        deadline.period.source[context.language]
                    }
                }
            }
        }
    }

    /// Every figure of every form for machines.
    private static func table(
        _ results: [(result: ContestResult, stations: [Supersession])],
        _ context: PageContext
    ) -> DataTable? {
        guard !results.isEmpty else { return nil }
        let rows = results.flatMap { result, stations in
            stations.flatMap { station in
                station.forms.flatMap { held in self.rows(held, of: station, result, context) }
            }
        }
        return DataTable(
            caption: "",
            columns: ["station", "ballot", "version", "reading", "counted", "field", "figure"].map {
                .machine($0)
            },
            rows: rows
        )
    }

    private static func rows(
        _ held: Supersession.Held,
        of supersession: Supersession,
        _ result: ContestResult,
        _ context: PageContext
    ) -> [[DataTable.Cell]] {
        let contest = result.contest
        return RevoteSection.fields(contest).map { field in
            [
                .text(context.election.regions.stations[supersession.station].description),
                .text(contest.ballot.rawValue), .text(held.version.rawValue),
                .text(contest.readings[held.form.reading].id),
                .text(held.form == supersession.inForce ? "yes" : "no"), .text(field.column),
                .number(contest.figure(field, on: held.form), context.numbers),
            ]
        }
    }
}
