import Elections

/// What must be done by when, with the last day where the day of the vote gives it.
enum DeadlinesPage {
    static func page(_ context: PageContext) -> Page {
        let table = table(context)
        let title = context.say("Tenggat", "Deadlines")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: context.election.law.title[context.language])
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: context.say(
                            "Hari terakhir dihitung bila undang-undang menghitung hari kalender sejak hari "
                                + "pemungutan suara. Tenggat sejak kejadian lain, juga dalam hari kerja, dihitung "
                                + "dengan pleno due.",
                            "The last day is given where the law counts calendar days from the day of the "
                                + "vote. Deadlines from other events, also in working days, are counted by "
                                + "pleno due."
                        )
                    )
                    LawWords(context).links()
                }
            },
            table: table,
            crumbs: [(context.say("Peraturan", "The law"), .law)]
        )
    }

    private static func table(_ context: PageContext) -> DataTable {
        let law = context.election.law
        return DataTable(
            caption: context.say(
                "Apa yang harus selesai kapan; aturan terbuka mempunyai satu baris untuk setiap jawaban",
                "What must be done by when; an open rule has a row for every answer"
            ),
            columns: [
                .machine("rule"), .machine("what"),
                .text(nil, context.say("Yang harus selesai", "What must be done")),
                .machine("count"), .machine("unit"), .machine("from"), .machine("first_day"),
                .machine("last_day"),
                .text(nil, context.say("Tenggat", "Time")), .machine("status"), .machine("reading"),
                .machine("source"),
            ],
            rows: law.deadlines.flatMap { deadline in
                LawStanding.all(deadline.period, .deadline(deadline.kind), context.election).map { standing in
                    row(deadline, standing, context)
                }
            }
        )
    }

    private static func row(
        _ deadline: Deadline,
        _ standing: LawStanding<Deadline.Period>,
        _ context: PageContext
    ) -> [DataTable.Cell] {
        let law = context.election.law
        let last = law.lastDay(of: standing.value)
        return [
            .text(law.name(of: .deadline(deadline.kind))), .text(deadline.kind.name[context.language]),
            standing.named(name(deadline.kind, context), deadline.period.source, context),
            .number(standing.value.count, context.numbers), .text(standing.value.unit.rawValue),
            .text(standing.value.event.rawValue), .text(standing.value.firstDay.rawValue),
            .text(last?.description ?? ""),
            DataTable.Cell(shown: time(standing, last, context), value: .text("")), standing.cell,
            .text(standing.reading?.id ?? ""), standing.sourceCell(deadline.period.source, context),
        ]
    }

    @HTMLBuilder
    private static func time(
        _ standing: LawStanding<Deadline.Period>,
        _ last: CalendarDate?,
        _ context: PageContext
    ) -> HTML {
        standing.value.words[context.language]
        " "
        standing.badge(context)
        if let last {
            HTML.tag(
                "small",
                text: context.say("sampai ", "until ") + context.numbers.date(last)
            )
        }
    }

    private static func name(_ kind: Deadline.Kind, _ context: PageContext) -> HTML {
        let name = kind.name[context.language]
        return kind == .revote ? context.link(name, .revotes) : .text(name)
    }
}

/// The stages of the calendar as regulations plan them.
enum CalendarPage {
    static func page(_ context: PageContext) -> Page {
        let table = table(context)
        let title = context.say("Kalender tahapan", "Calendar of stages")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: context.election.law.title[context.language])
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                    LawWords(context).links()
                }
            },
            table: table,
            crumbs: [(context.say("Peraturan", "The law"), .law)]
        )
    }

    private static func table(_ context: PageContext) -> DataTable {
        let law = context.election.law
        return DataTable(
            caption: context.say(
                "Tahapan menurut rencana; hari yang terbuka mempunyai satu baris untuk setiap jawaban",
                "Stages as planned; days that are open have a row for every answer"
            ),
            columns: [
                .machine("rule"), .machine("kind"), .machine("stage"),
                .text(nil, context.say("Tahapan", "Stage")), .text(nil, context.say("Hari", "Days")),
                .machine("first"), .machine("last"), .machine("status"), .machine("reading"),
                .machine("source"),
            ],
            rows: law.stages.enumerated().flatMap { place, stage in
                let rule = Law.RuleID.stage(place)
                let name = (stage.name ?? stage.kind.name)[context.language]
                return LawStanding.all(stage.days, rule, context.election).map { standing in
                    [
                        .text(law.name(of: rule)), .text(stage.kind.rawValue), .text(name),
                        standing.named(.text(name), stage.days.source, context), days(standing, context),
                        .text(standing.value.first.description), .text(standing.value.last.description),
                        standing.cell, .text(standing.reading?.id ?? ""),
                        standing.sourceCell(stage.days.source, context),
                    ]
                }
            }
        )
    }

    /// The days, with what the reading says of them beyond naming them.
    private static func days(_ standing: LawStanding<PlannedStage.Days>, _ context: PageContext)
        -> DataTable.Cell
    {
        let days = standing.value.words[context.language]
        let text = standing.reading?.text[context.language]
        return DataTable.Cell(
            shown: .tag("span") {
                text == nil || text == days ? days : "\(days) (\(text ?? ""))"
                " "
                standing.badge(context)
            },
            value: .text(days)
        )
    }
}
