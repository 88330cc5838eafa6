import Elections

/// The stages: what is due today, the chart, the list, and the ways to plan them.
struct StageList {
    let context: DeskContext
    var fault: String?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private var register: StageRegister { context.state.stages }
    private var today: CalendarDate { context.today }

    var page: DeskPage {
        let title = WorkSubject.stages.name[context.language]
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let fault { SignInPages.alert(fault) }
                HTML.tag("p", .class("lead"), text: WorkSubject.stages.purpose[context.language])
                if register.all.isEmpty {
                    HTML.tag(
                        "p",
                        text: say("Belum ada tahapan yang direncanakan.", "No stage is planned yet.")
                    )
                } else if ListQuery(context.incoming.query).form == .page {
                    agenda
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: say("Rencana dan kenyataan", "Planned and actual"))
                        Gantt(
                            lines: register.all.map { Gantt.Line($0, on: today, context.language) },
                            today: today,
                            label: say("Tahapan menurut bulan", "Stages over the months"),
                            numbers: context.numbers
                        ).svg
                        legend
                    }
                }
                if !register.all.isEmpty { table.html }
                if context.caller.may(.planStages) { planning }
            },
            status: fault == nil ? 200 : 422,
            isWide: true
        )
    }

    private var legend: HTML {
        .tag(
            "p",
            .class("quiet"),
            text: say(
                "Garis atas: rencana yang berlaku. Garis bawah: pelaksanaan. Garis tegak: hari ini.",
                "Upper bar: the plan in force. Lower bar: as it was held. Upright line: today."
            )
        )
    }

    /// What somebody has to look at today, and what comes next.
    private var agenda: HTML {
        let groups: [(StageStanding, String)] = [
            (.overdue, say("Lewat batas", "Overdue")), (.late, say("Terlambat mulai", "Late to begin")),
            (.running, say("Berjalan", "Running")), (.next, say("Segera", "Next")),
        ]
        return .tag("section", .class("block"), .id("agenda")) {
            HTML.tag("h2", text: say("Hari ini dan berikutnya", "Today and next"))
            HTML.tag("p", .class("quiet"), text: context.numbers.date(today))
            if groups.allSatisfy({ register.all($0.0, on: today).isEmpty }) {
                HTML.tag("p", .class("good"), text: say("Tidak ada yang mendesak.", "Nothing is pressing."))
            }
            for (standing, heading) in groups {
                let stages = register.all(standing, on: today)
                if !stages.isEmpty {
                    HTML.tag("h3", text: "\(heading) (\(stages.count))")
                    HTML.tag("ul") {
                        for stage in stages.prefix(12) {
                            HTML.tag("li") {
                                context.link(stage.name[context.language], "stages", "\(stage.number)")
                                " "
                                HTML.tag("span", .class("quiet"), text: context.span(stage.plan.days))
                                if let due = register.dueWords(stage, context) { ". \(due)" }
                            }
                        }
                    }
                }
            }
        }
    }

    var table: WorkTable<ElectionStage> {
        typealias Column = WorkTable<ElectionStage>.Column
        let language = context.language
        let divisions = context.state.organisation.divisions
        let delay = say("Selisih (hari)", "Delay (days)")
        return WorkTable(
            title: say("Semua tahapan", "All stages"),
            columns: [
                Column(
                    id: "stage",
                    title: say("Nomor", "Number"),
                    cell: { .number($0.number, context.numbers) },
                    isNumber: true
                ),
                Column(
                    id: "name",
                    title: say("Tahapan", "Stage"),
                    cell: {
                        .link($0.name[language], context.path("stages", "\($0.number)").text)
                    }
                ),
                Column(
                    id: "kind",
                    title: say("Jenis", "Kind"),
                    cell: { .text($0.kind.name[language]) },
                    choices: PlannedStage.Kind.allCases.filter { kind in
                        register.all.contains { $0.kind == kind }
                    }.map { ($0.rawValue, $0.name[language]) },
                    choice: { $0.kind.rawValue }
                ),
                Column(
                    id: "division",
                    title: say("Divisi", "Division"),
                    cell: { stage in
                        .text(divisions.first { $0.id == stage.division }?.name[language] ?? "–")
                    },
                    choices: divisions.map { ($0.id, $0.name[language]) },
                    choice: { $0.division ?? "" }
                ),
                Column(
                    id: "first",
                    title: say("Mulai", "First day"),
                    cell: { .day($0.plan.days.first, context) }
                ),
                Column(
                    id: "last",
                    title: say("Batas", "Last day"),
                    cell: { .day($0.plan.days.last, context) }
                ),
                Column(id: "begun", title: say("Dimulai", "Begun"), cell: { .day($0.begun, context) }),
                Column(
                    id: "closed",
                    title: say("Ditutup", "Closed"),
                    cell: { .day($0.closing?.on, context) }
                ),
                Column(
                    id: "delay",
                    title: delay,
                    cell: { .signed($0.delay, context.numbers) },
                    isNumber: true
                ),
                Column(
                    id: "standing",
                    title: say("Keadaan", "Standing"),
                    cell: { .text($0.standing(on: today).name[language]) },
                    choices: StageStanding.allCases.map { ($0.rawValue, $0.name[language]) },
                    choice: { $0.standing(on: today).rawValue }
                ),
            ],
            rows: register.all,
            context: context,
            steps: ["stages"]
        )
    }

    private var planning: HTML {
        let editions = context.state.law.map(CalendarEdition.all) ?? []
        return .tag("section", .class("block narrow")) {
            HTML.tag("h2", text: say("Merencanakan", "Planning"))
            for edition in editions {
                context.form(context.path("stages", "adoption")) {
                    context.once
                    HTML.hidden("edition", edition.id)
                    HTML.submit(
                        say(
                            "Tetapkan jadwal \(edition.basis) (\(edition.stages.count) tahapan)",
                            "Adopt the calendar of \(edition.basis) (\(edition.stages.count) stages)"
                        )
                    )
                }
            }
            HTML.tag("ul") {
                for type in [StagesPlanned.self, HolidaysDecreed.self] as [any DescribedAct.Type] {
                    HTML.tag("li") { context.link(type.title[context.language], "acts", type.kind.rawValue) }
                }
            }
            HTML.tag("p") {
                say("Jadwal publik untuk dilanggan: ", "The public calendar to subscribe to: ")
                HTML.tag("a", .href(Address(.stages, context.language, form: .ics).path), text: "iCalendar")
            }
        }
    }
}

/// A stage: its plans, how it was held, what came of it, and what can be done next.
struct StagePage {
    let stage: ElectionStage
    let context: DeskContext

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = stage.name[context.language]
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                facts
                plans
                products
                for report in stage.closings { self.report(report) }
                if context.caller.may(.planStages) { steps }
            }
        )
    }

    private var facts: HTML {
        let standing = stage.standing(on: context.today)
        let division = context.state.organisation.divisions.first { $0.id == stage.division }
        return .tag("section", .class("block")) {
            HTML.tag("dl", .class("facts")) {
                HTML.tag("dt", text: say("Keadaan", "Standing"))
                HTML.tag("dd") {
                    HTML.tag("strong", .id("standing"), text: standing.name[context.language])
                }
                HTML.tag("dt", text: say("Jenis", "Kind"))
                HTML.tag("dd", text: stage.kind.name[context.language])
                HTML.tag("dt", text: say("Divisi", "Division"))
                HTML.tag("dd", text: division?.name[context.language] ?? "–")
                HTML.tag("dt", text: say("Rencana", "Planned"))
                HTML.tag("dd", text: context.span(stage.plan.days))
                if let begun = stage.begun {
                    HTML.tag("dt", text: say("Dimulai", "Begun"))
                    HTML.tag("dd", text: context.numbers.date(begun))
                }
                if let due = context.state.stages.dueWords(stage, context) {
                    HTML.tag("dt", text: say("Batas", "Limit"))
                    HTML.tag("dd", text: due)
                }
                if !stage.after.isEmpty {
                    HTML.tag("dt", text: say("Sesudah", "After"))
                    HTML.tag("dd") {
                        for key in stage.after {
                            if let other = context.state.stages[key] {
                                context.link(other.name[context.language], "stages", "\(other.number)")
                                " "
                            }
                        }
                    }
                }
            }
        }
    }

    private var plans: HTML {
        HTML.gridCard(
            say("Rencana, yang berlaku di atas", "Plans, the one in force on top"),
            [
                say("Hari", "Days"), say("Dasar", "Basis"), say("Tanggal", "Its day"),
                say("Belum pasti", "Not certain"),
            ],
            stage.plans.reversed().map { plan in
                [
                    .text(context.span(plan.days)), .text(plan.basis),
                    .text(context.numbers.date(plan.issued)),
                    .text(plan.doubt ?? "–"),
                ]
            }
        )
    }

    @HTMLBuilder
    private var products: HTML {
        if !stage.products.isEmpty {
            HTML.gridCard(
                say("Produk", "Products"),
                [say("Produk", "Product"), say("Dokumen", "Document"), say("Hari", "Day")],
                stage.products.map { product in
                    let delivery = stage.deliveries.first { $0.product == product }
                    return [
                        .text(product), .text(delivery?.document ?? say("belum ada", "missing")),
                        .text(delivery.map { context.numbers.date($0.on) } ?? "–"),
                    ]
                }
            )
        }
    }

    private func report(_ report: StageClosed) -> HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Laporan penutupan", "Closing report"))
            HTML.tag("dl", .class("facts")) {
                for field in report.fieldsInOrder where field.name != "stage" && !field.texts.isEmpty {
                    HTML.tag("dt", text: field.meaning.name[context.language])
                    HTML.tag("dd", text: field.texts.joined(separator: "; "))
                }
            }
        }
    }

    private var steps: HTML {
        var types: [any DescribedAct.Type] = []
        if stage.begun == nil { types.append(StageBegun.self) }
        if !stage.missing.isEmpty { types.append(ProductDelivered.self) }
        if stage.isOpen { types.append(StageClosed.self) }
        if stage.closing != nil { types.append(StageResumed.self) }
        types.append(StageAssigned.self)
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Berikutnya", "Next steps"))
            HTML.tag("ul") {
                for type in types {
                    HTML.tag("li") {
                        HTML.tag("a", .href(address(of: type)), text: type.title[context.language])
                    }
                }
            }
        }
    }

    private func address(of type: any DescribedAct.Type) -> String {
        context.path(
            "acts",
            type.kind.rawValue,
            query: [
                "stage": "\(stage.number)", "on": "\(context.today)", "division": stage.division ?? "",
                "product": stage.missing.first ?? "",
            ]
        ).text
    }
}

extension StageRegister {
    /// The last day that follows from another stage, in words; `nil` where none does.
    func dueWords(_ stage: ElectionStage, _ context: DeskContext) -> String? {
        guard let limit = stage.limit, let other = self[limit.stage] else { return nil }
        let rule = context.say(
            "\(limit.count) \(limit.unit.name.indonesian) sesudah \(other.name.indonesian)",
            "\(limit.count) \(limit.unit.name.english) after \(other.name.english)"
        )
        do throws(Deadline.Refusal) {
            guard let day = try due(stage) else { return nil }
            return context.say("paling lambat ", "at the latest ") + "\(context.numbers.date(day)) (\(rule))"
        } catch {
            return context.say(
                "\(rule); hari libur tahun itu belum dicatat",
                "\(rule); the holidays of that year were not noted"
            )
        }
    }
}

extension DeskContext {
    /// The day it is at the office's place.
    var today: CalendarDate {
        let zone = state.place.flatMap { OfficeZone(of: $0) } ?? .central
        guard let day = zone.day(caller.time) else { preconditionFailure("a clock beyond the calendar") }
        return day
    }

    /// The first and the last of some days.
    func span(_ days: PlannedStage.Days) -> String { days.words[language] }
}

extension DataTable.Cell {
    /// A day as people read it, and for machines as ISO 8601; what is missing is an empty cell there.
    static func day(_ day: CalendarDate?, _ context: DeskContext) -> DataTable.Cell {
        DataTable.Cell(
            shown: .text(day.map { context.numbers.date($0) } ?? "–"),
            value: .text(day?.description ?? "")
        )
    }
}
