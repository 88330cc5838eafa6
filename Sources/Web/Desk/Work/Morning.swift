import Accounts
import Elections

/// What somebody finds when they come in: what is due, what waits for them, what others did since yesterday.
struct Morning {
    let context: DeskContext

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private var caller: DeskCaller { context.caller }
    private var state: ElectionState { context.state }

    /// A line of the morning, with where it leads.
    private struct Line {
        let text: String
        let path: LocalPath
        var isUrgent = false
    }

    /// The most lines of a list.
    private static let most = 12
    /// How many days ahead the limits of cases are told.
    private static let ahead = 7

    @HTMLBuilder
    var html: HTML {
        let (due, waiting, changed) = (due, waiting, changed)
        if !due.isEmpty || !waiting.isEmpty || !changed.isEmpty {
            HTML.tag("div", .class("cards morning")) {
                list(
                    say("Jatuh tempo", "Due"),
                    "due",
                    due,
                    say("Tidak ada yang jatuh tempo.", "Nothing is due.")
                )
                list(
                    say("Menunggu Anda", "Waits for you"),
                    "waiting",
                    waiting,
                    say("Tidak ada yang menunggu Anda.", "Nothing waits for you.")
                )
                if caller.may(.seeWork) {
                    list(
                        say("Sejak kemarin", "Since yesterday"),
                        "changed",
                        changed,
                        say("Belum ada yang berubah.", "Nothing changed.")
                    )
                }
            }
        }
    }

    private func list(_ title: String, _ id: String, _ lines: [Line], _ empty: String) -> HTML {
        .tag("section", .class("card"), .id(id)) {
            HTML.tag("h2", text: title)
            if lines.isEmpty { HTML.tag("p", .class("quiet"), text: empty) }
            HTML.tag("ul") {
                for line in lines.prefix(Self.most) {
                    HTML.tag("li", .class(line.isUrgent ? "urgent" : "")) {
                        HTML.tag("a", .href(line.path.text), text: line.text)
                    }
                }
            }
            if lines.count > Self.most {
                HTML.tag(
                    "p",
                    .class("quiet"),
                    text: say("dan \(lines.count - Self.most) lagi", "and \(lines.count - Self.most) more")
                )
            }
        }
    }

    /// The divisions somebody works in; `nil` where they look after all of them.
    private var divisions: Set<String>? {
        let mandates = state.organisation.mandates(of: caller.account?.text ?? "", at: caller.time)
        let named = Set(mandates.compactMap(\.division))
        return named.isEmpty ? nil : named
    }

    private var due: [Line] {
        var lines: [(day: CalendarDate, line: Line)] = []
        let today = context.today
        if caller.may(.seeWork) {
            for stage in state.stages.all {
                if let divisions, let division = stage.division, !divisions.contains(division) { continue }
                let standing = stage.standing(on: today)
                guard standing.isAlarm || standing == .next else { continue }
                let day = standing == .overdue ? stage.plan.days.last : stage.plan.days.first
                lines.append(
                    (
                        day,
                        Line(
                            text:
                                "\(stage.name[context.language]): \(standing.name[context.language]), "
                                + context.numbers.date(day),
                            path: context.path("stages", "\(stage.number)"),
                            isUrgent: standing.isAlarm
                        )
                    )
                )
            }
        }
        if caller.may(.manageCases), let law = state.law {
            let zone = state.place.flatMap { OfficeZone(of: $0) } ?? .central
            let dues = state.cases.due(law, state.decisions, in: zone, holidays: state.stages.holidays())
            for due in dues where due.standing == .open {
                guard let day = due.lastDay, day.dayNumber - today.dayNumber <= Self.ahead else { continue }
                lines.append(
                    (
                        day,
                        Line(
                            text: say("Perkara \(due.number)", "Case \(due.number)")
                                + ": \(context.numbers.date(day))",
                            path: context.path("cases", "\(due.number)"),
                            isUrgent: day <= today
                        )
                    )
                )
            }
        }
        // By the day, and among equals in the order they were found.
        return lines.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element.line)
    }

    private var waiting: [Line] {
        var lines: [Line] = []
        let queues: [(Permission, FormWork.Stage, String, String)] = [
            (.resolveForms, .differing, say("selisih ketikan", "differences"), "differences"),
            (.approveForms, .held, say("formulir tertahan", "held forms"), "held"),
        ]
        for (permission, stage, name, step) in queues where caller.may(permission) {
            let count = caller.waiting([stage], permission, by: nil).count
            if count > 0 {
                lines.append(Line(text: "\(context.numbers.whole(count)) \(name)", path: context.path(step)))
            }
        }
        if caller.may(.decideRevotes) {
            let count = state.revotes.all.count { $0.stage == .proposed }
            if count > 0 {
                lines.append(
                    Line(
                        text: say("\(count) usul pemungutan ulang", "\(count) re-votes proposed"),
                        path: context.path("revotes")
                    )
                )
            }
        }
        if caller.may(.holdPlenaries) {
            for plenary in state.plenaries.all where caller.may(.holdPlenaries, at: plenary.region) {
                guard plenary.stage == .called || plenary.stage == .opened || plenary.stage == .closed else {
                    continue
                }
                lines.append(
                    Line(
                        text: say("Rapat pleno \(plenary.number)", "Plenary \(plenary.number)")
                            + ": \(plenary.stage.name[context.language])",
                        path: context.path("plenaries", "\(plenary.number)")
                    )
                )
            }
        }
        return lines
    }

    /// What others did, by its kind; what is typed only where somebody may see forms that are not accepted.
    private var changed: [Line] {
        guard caller.may(.seeWork), let yesterday = CalendarDate(dayNumber: context.today.dayNumber - 1)
        else {
            return []
        }
        let counts = state.recent.counts(since: yesterday).filter { kind, _ in
            switch kind {
            case .formEntered, .formSentBack, .formDecided, .formHeld, .formApproved, .formReturned:
                caller.may(.seeForms)
            case .accountOpened, .accountClosed, .signInReset, .mandateGiven, .mandateEnded:
                caller.may(.audit)
            default: true
            }
        }
        return counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            kind,
            count in
            Line(
                text: "\(kind.name[context.language]): \(context.numbers.whole(count))",
                path: kind.described.map { WorkSubject(of: $0).place(context) } ?? context.path()
            )
        }
    }
}
