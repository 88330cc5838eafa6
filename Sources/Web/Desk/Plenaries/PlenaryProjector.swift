import Elections

/// A plenary for a screen in the hall: what is being read, what was objected, what is still to come, in letters one
/// can read from the last row.
struct PlenaryProjector {
    let plenary: Plenary
    let context: DeskContext

    init(_ plenary: Plenary, _ context: DeskContext) {
        (self.plenary, self.context) = (plenary, context)
    }

    private var state: ElectionState { context.state }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var document: HTML {
        let title = "\(say("Pleno", "Plenary")) \(context.name(of: plenary.region))"
        return .document(
            .tag("html", Attribute("lang", context.language.rawValue)) {
                HTML.head(title: title) { HTML.script(Scripts.live) }
                HTML.tag("body", .class("desk")) {
                    HTML.tag("main", .id("main"), .class("wide")) {
                        if state.key(for: .rehearsal) != nil {
                            HTML.tag(
                                "p",
                                .class("notice"),
                                text: say("LATIHAN: angka simulasi.", "REHEARSAL: simulated figures.")
                            )
                        }
                        HTML.tag(
                            "section",
                            .id("plenary"),
                            Attribute(
                                "data-live",
                                context.path("plenaries", "\(plenary.number)", "projector").text
                            ),
                            Attribute("data-events", context.path("plenaries", "events").text)
                        ) { live(title) }
                    }
                }
            }
        )
    }

    private func live(_ title: String) -> HTML {
        let progress = PlenaryProgress(plenary, in: state)
        let numbers = context.numbers
        return .tag("div", .class("projector")) {
            HTML.tag("h1") {
                title
                HTML.tag("span", .class("badge"), text: plenary.standing(state.plenaries)[context.language])
            }
            if let last = plenary.last { reading(last.ballot, last.unit) }
            if plenary.last == nil, plenary.call.subject == .recapitulation {
                HTML.tag("p", text: say("Pembacaan belum dimulai.", "Reading has not begun."))
            }
            objections
            for table in progress.tables {
                HTML.tag("section") {
                    HTML.tag("h2", text: table.ballot.name[context.language])
                    HTML.tag("p", .class("large")) {
                        HTML.tag("strong", text: "\(numbers.whole(table.read))")
                        say(
                            " dari \(numbers.whole(table.units.count)) dibacakan, \(numbers.whole(table.units.count - table.read)) lagi",
                            " of \(numbers.whole(table.units.count)) read, \(numbers.whole(table.units.count - table.read)) to come"
                        )
                    }
                }
            }
            for decision in plenary.decisions {
                HTML.tag("section") {
                    HTML.tag("h2", text: decision.motion)
                    HTML.tag(
                        "p",
                        .class("large"),
                        text: decision.isCarried
                            ? say("Disetujui", "Carried") : say("Tidak disetujui", "Not carried")
                    )
                }
            }
            if let next = progress.next, plenary.stage == .opened {
                HTML.tag(
                    "p",
                    text:
                        "\(say("Berikutnya", "Next")): \(next.ballot.rawValue) \(context.name(of: next.unit))"
                )
            }
        }
    }

    /// The column that is being read, with its votes.
    private func reading(_ ballot: Ballot, _ unit: CertifiedFigures.Place) -> HTML {
        let contestants = state.contestWithoutForms(of: ballot)?.contestants ?? []
        let votes = state.votes(unit, ballot, in: plenary) ?? contestants.map { _ in nil }
        let most = max(1, votes.reduce(0) { $0 + ($1 ?? 0) })
        let corrected = plenary.corrected(ballot, unit)
        return .tag("section", .id("now")) {
            HTML.tag("h2", text: "\(ballot.rawValue) · \(context.name(of: unit))")
            HTML.tag("ul", .class("shares")) {
                for (contestant, figure) in zip(contestants, votes) {
                    HTML.tag("li") {
                        HTML.tag("span", .class("name"), text: "\(contestant.number) \(contestant.shortName)")
                        HTML.tag(
                            "meter",
                            .value("\(figure ?? 0)"),
                            Attribute("max", "\(most)"),
                            Attribute("aria-label", contestant.shortName),
                            text: ""
                        )
                        HTML.tag("strong") {
                            figure.map { context.numbers.whole($0) } ?? "–"
                            if corrected[.votes(contestant.number)] != nil { " *" }
                        }
                    }
                }
            }
            for (copy, differences) in state.copies(unit, ballot, in: plenary) ?? []
            where !differences.isEmpty {
                HTML.tag(
                    "p",
                    .class("notice"),
                    text: say("Berbeda dari salinan ", "Another figure on the copy of ")
                        + copy.name[context.language]
                )
            }
            if !corrected.isEmpty {
                HTML.tag("p", text: say("* dibetulkan dalam rapat ini", "* corrected in this plenary"))
            }
        }
    }

    /// The objections that wait, and the last that was answered.
    private var objections: HTML {
        let open = plenary.objections.filter { $0.answer == nil }
        let last = plenary.objections.last { $0.answer != nil }
        guard !open.isEmpty || last != nil else { return .empty }
        return .tag("section", .id("objected")) {
            HTML.tag("h2", text: say("Keberatan", "Objections"))
            for objection in open {
                HTML.tag("p", .class("notice"), text: words(of: objection))
            }
            if let last, let answer = last.answer {
                HTML.tag("p") {
                    words(of: last) + " – "
                    HTML.tag("strong", text: answer.outcome.name[context.language])
                }
            }
        }
    }

    private func words(of objection: Objection) -> String {
        let page = PlenaryPage(plenary, context)
        let unit = objection.unit.map { ", \(context.name(of: $0))" } ?? ""
        return "\(objection.number). \(page.name(of: objection.attendee))\(unit): \(objection.claim)"
    }
}
