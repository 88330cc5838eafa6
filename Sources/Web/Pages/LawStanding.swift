import Elections

/// What a rule of the law comes to in this election: its value, the one decided on, or one of those open.
struct LawStanding<Value: Hashable & Sendable> {
    /// How it came to hold.
    enum Status: String {
        case settled, open, decided
    }

    let status: Status
    let value: Value
    /// The name by which a decision picks it, and its words; `nil` for a settled rule.
    let reading: (id: String, text: LocalizedText)?
    /// The minutes or decree of a decision.
    let basis: LocalizedText?

    /// One standing for a rule that holds, one for every reading of a rule that is open.
    static func all(_ provision: Provision<Value>, _ rule: Law.RuleID, _ election: Election) -> [LawStanding]
    {
        let decision = election.decisions.first { $0.rule == rule }
        let readings = provision.readings.filter { decision == nil || $0.id == decision?.reading }
        guard readings.isEmpty else {
            return readings.map { reading in
                LawStanding(
                    status: decision == nil ? .open : .decided,
                    value: reading.value,
                    reading: (reading.id, reading.text),
                    basis: decision?.basis
                )
            }
        }
        return provision.value(nil).map { value in
            [LawStanding(status: .settled, value: value, reading: nil, basis: nil)]
        } ?? []
    }
}

extension LawStanding {
    /// The state for machines.
    var cell: DataTable.Cell { .text(status.rawValue) }

    /// The state for readers, where there is something to say of it.
    func badge(_ context: PageContext) -> HTML? {
        switch status {
        case .settled: nil
        case .open:
            .tag("span", .class("badge open")) {
                context.term(context.say("terbuka", "open"), "aturan-terbuka")
            }
        case .decided:
            .tag("span", .class("badge")) { context.term(context.say("diputuskan", "decided"), "putusan") }
        }
    }

    /// What the rule is about, with its source and the basis of its decision below.
    func named(_ name: HTML, _ source: LocalizedText, _ context: PageContext) -> DataTable.Cell {
        DataTable.Cell(
            shown: .tag("span") {
                name
                HTML.tag("small", text: self.source(source, context))
            },
            value: .text(self.source(source, context))
        )
    }

    private func source(_ source: LocalizedText, _ context: PageContext) -> String {
        [source, basis].compactMap { $0?[context.language] }.joined(separator: " · ")
    }

    /// Its source and the basis of its decision for machines.
    func sourceCell(_ source: LocalizedText, _ context: PageContext) -> DataTable.Cell {
        .text(self.source(source, context))
    }
}

/// Words that the pages about the law share.
struct LawWords {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// The pages about the law, but for the one that is read.
    func links() -> HTML {
        let law = context.election.law
        let pages: [(String, Route)] = [
            (context.say("Peraturan", "The law"), .law),
            (
                context.say("\(law.deadlines.count) tenggat", "\(law.deadlines.count) deadlines"), .deadlines
            ),
            (
                context.say("Kalender \(law.stages.count) tahapan", "Calendar of \(law.stages.count) stages"),
                .calendar
            ),
        ]
        return .tag("ul", .class("links")) {
            for (text, route) in pages where route != context.address.route {
                HTML.tag("li") { context.link(text, route) }
            }
        }
    }
}
