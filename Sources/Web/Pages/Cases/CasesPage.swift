import Elections

/// The cases before forums that concern the election, the last one registered first.
enum CasesPage {
    static func page(_ context: PageContext) -> Page {
        let title = context.say("Sengketa dan pelanggaran", "Disputes and violations")
        let cases = context.election.cases.all.reversed()
        let table = DataTable(
            caption: title,
            columns: [
                .number("case", context.say("Nomor", "Number")), .text("kind", context.say("Jenis", "Kind")),
                .text("forum", context.say("Forum", "Forum")),
                .text("register", context.say("Register", "Register")),
                .text("filed", context.say("Diajukan", "Filed")),
                .text("stage", context.say("Tahap", "Stage")),
                .text("outcome", context.say("Putusan", "Ruling")),
            ],
            rows: cases.map { row($0, context) }
        )
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Setiap perkara dengan buktinya, putusannya, dan apa yang diubahnya. Nama orang tidak dimuat.",
                        "Every case with its evidence, its ruling, and what that changed. Nobody's name is given."
                    )
                )
                if cases.isEmpty {
                    HTML.tag(
                        "p",
                        .class("good"),
                        text: context.say("Tidak ada perkara yang dicatat.", "No case is on record.")
                    )
                } else {
                    HTML.tag("p") {
                        context.link(context.say("Apa yang jatuh tempo", "What is due"), .casesDue)
                    }
                    HTML.tag("section", .class("block")) {
                        table.html
                        Forms.links(context)
                    }
                }
            },
            table: cases.isEmpty ? nil : table
        )
    }

    private static func row(_ known: DisputeCase, _ context: PageContext) -> [DataTable.Cell] {
        let filing = known.filing
        return [
            .link("\(known.number)", context.path(.dispute(known.number))),
            .text(filing.kind.name[context.language] + simulated(known, context)),
            .text(filing.forum.name[context.language]), .text(filing.register),
            .text(context.numbers.date(filing.filed)), .text(known.stage.name[context.language]),
            .text(known.ruling?.outcome.name[context.language] ?? "–"),
        ]
    }

    /// What stands behind a case that is made up.
    static func simulated(_ known: DisputeCase, _ context: PageContext) -> String {
        known.filing.isSimulated ? context.say(" (simulasi)", " (simulated)") : ""
    }
}

/// What is due in the cases, and what was done in time or late.
enum CasesDuePage {
    static func page(_ context: PageContext) -> Page? {
        guard !context.election.cases.all.isEmpty else { return nil }
        let due = all(context)
        let title = context.say("Tenggat perkara", "What is due in the cases")
        let table = table(due, context)
        let open = due.count { $0.standing == .open }
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "\(open) belum selesai. Hari kerja dihitung tanpa akhir pekan dan hari libur nasional.",
                        "\(open) not done yet. Working days leave out weekends and public holidays."
                    )
                )
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                }
            },
            table: table,
            crumbs: [(context.say("Perkara", "Cases"), .cases)]
        )
    }

    /// Everything that is or was due, by the last day.
    static func all(_ context: PageContext) -> [CaseDue] {
        let election = context.election
        // Days of joint leave are no working days of an office.
        return election.cases.due(
            election.law,
            election.decisions,
            in: zone(context),
            holidays: .official(HolidayCalendar.officialYears, jointLeave: .dayOff)
        )
    }

    static func table(_ due: [CaseDue], _ context: PageContext) -> DataTable {
        // What has no last day comes behind.
        let sorted = due.enumerated().sorted { one, other in
            switch (one.element.lastDay, other.element.lastDay) {
            case (let first?, let second?) where first != second: first < second
            case (_?, nil): true
            case (nil, _?): false
            default: one.offset < other.offset
            }
        }.map(\.element)
        return DataTable(
            caption: context.say(
                "Yang harus dilakukan, hari terakhirnya, dan kapan dilakukan",
                "What is to be done, the last day, and when it was done"
            ),
            columns: [
                .number("case", context.say("Perkara", "Case")), .text("what", context.say("Apa", "What")),
                .text("last", context.say("Hari terakhir", "Last day")),
                .text("done", context.say("Dilakukan", "Done")),
                .text("standing", context.say("Keadaan", "Standing")),
                .text("source", context.say("Dasar", "Source")),
            ],
            rows: sorted.map { row($0, context) }
        )
    }

    private static func zone(_ context: PageContext) -> OfficeZone {
        OfficeZone(of: context.election.place) ?? .central
    }

    private static func done(_ due: CaseDue, _ context: PageContext) -> String? {
        due.done.map { day in
            let time = due.doneMoment.map { ", \(zone(context).time($0))" } ?? ""
            return context.numbers.date(day) + time
        }
    }

    private static func row(_ due: CaseDue, _ context: PageContext) -> [DataTable.Cell] {
        let known = context.election.cases[due.number]
        let what =
            switch due.duty {
            case .law(let kind): kind.name[context.language]
            case .obligation(let number):
                known?.ruling?.obligations.first { $0.number == number }?.what ?? "\(number)"
            }
        let last =
            switch due.last {
            case .day(let day): context.numbers.date(day)
            case .moment(let due): "\(context.numbers.date(due.day)), \(zone(context).time(due.moment))"
            case .refused(let refusal): refusal.words[context.language]
            case .undecided:
                context.say("lamanya belum pasti", "the law leaves its length open")
            }
        return [
            .link("\(due.number)", context.path(.dispute(due.number))), .text(what), .text(last),
            .text(done(due, context) ?? "–"),
            .text(due.standing.name[context.language]),
            .text(due.source?[context.language] ?? context.say("putusan", "the ruling")),
        ]
    }
}
