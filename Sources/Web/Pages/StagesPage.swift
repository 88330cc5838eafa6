import Elections
import Exchange

/// The stages of the office's calendar, as they were planned, planned anew, and held.
enum StagesPage {
    static func page(_ context: PageContext) -> Page? {
        let stages = context.election.stages.all
        guard !stages.isEmpty else { return nil }
        let title = context.say("Tahapan", "Stages")
        let table = table(stages, context)
        let closed = stages.count { $0.closing != nil }
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "\(closed) dari \(stages.count) tahapan selesai dengan laporan. Rencana yang diubah tetap terlihat.",
                        "\(closed) of \(stages.count) stages are closed with a report. Plans that were changed stay visible."
                    )
                )
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Rencana dan kenyataan", "Planned and actual"))
                    Gantt(
                        lines: stages.map { Gantt.Line($0, on: nil, context.language) },
                        today: nil,
                        label: context.say("Tahapan menurut bulan", "Stages over the months"),
                        numbers: context.numbers
                    ).svg
                }
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                    HTML.tag("p") {
                        context.say("Untuk dilanggan kalender Anda: ", "To subscribe to in your calendar: ")
                        HTML.tag(
                            "a",
                            .href(Address(.stages, context.language, form: .ics).path),
                            text: "iCalendar"
                        )
                    }
                }
                for stage in stages {
                    if let report = stage.closing { self.report(stage, report, context) }
                }
            },
            table: table,
            days: days(stages, context)
        )
    }

    private static func table(_ stages: [ElectionStage], _ context: PageContext) -> DataTable {
        func day(_ day: CalendarDate?) -> DataTable.Cell {
            DataTable.Cell(
                shown: .text(day.map { context.numbers.date($0) } ?? "–"),
                value: .text(day?.description ?? "")
            )
        }
        return DataTable(
            caption: context.say("Tahapan dengan harinya", "Stages with their days"),
            columns: [
                .number("stage", context.say("Nomor", "Number")),
                .text("name", context.say("Tahapan", "Stage")),
                .text("first", context.say("Mulai", "First day")),
                .text("last", context.say("Batas", "Last day")),
                .text("basis", context.say("Dasar", "Basis")),
                .number("revisions", context.say("Perubahan", "Revisions")),
                .text("begun", context.say("Dimulai", "Begun")),
                .text("closed", context.say("Ditutup", "Closed")),
                .number("delay", context.say("Selisih (hari)", "Delay (days)")),
            ],
            rows: stages.map { stage in
                let earlier = stage.plans.dropLast().map(\.days.words).map { $0[context.language] }
                let basis = HTML.tag("span") {
                    HTML.text(stage.plan.basis)
                    if !earlier.isEmpty {
                        HTML.tag(
                            "small",
                            .class("quiet"),
                            text: context.say(" semula ", " first ") + earlier.joined(separator: "; ")
                        )
                    }
                }
                return [
                    .number(stage.number, context.numbers), .text(stage.name[context.language]),
                    day(stage.plan.days.first), day(stage.plan.days.last),
                    DataTable.Cell(shown: basis, value: .text(stage.plan.basis)),
                    .number(stage.plans.count - 1, context.numbers), day(stage.begun), day(stage.closing?.on),
                    .signed(stage.delay, context.numbers),
                ]
            }
        )
    }

    private static func report(_ stage: ElectionStage, _ report: StageClosed, _ context: PageContext) -> HTML
    {
        .tag("section", .class("block"), .id("stage-\(stage.number)")) {
            HTML.tag("h2", text: stage.name[context.language])
            HTML.tag("dl", .class("facts")) {
                for field in report.fieldsInOrder where field.name != "stage" && !field.texts.isEmpty {
                    HTML.tag("dt", text: field.meaning.name[context.language])
                    HTML.tag("dd", text: field.texts.joined(separator: "; "))
                }
            }
        }
    }

    private static func days(_ stages: [ElectionStage], _ context: PageContext) -> ICalendar {
        let election = context.election
        return ICalendar(
            name: "\(context.say("Tahapan", "Stages")) \(election.name[context.language])",
            id: "\(election.place.digits)-\(election.law.id)",
            language: context.language,
            events: stages.map { stage in
                ICalendar.Event(
                    id: stage.key,
                    summary: stage.name[context.language],
                    description: stage.plan.basis,
                    days: stage.plan.days,
                    sequence: stage.plans.count - 1,
                    stamp: stage.plan.issued
                )
            }
        )
    }
}
