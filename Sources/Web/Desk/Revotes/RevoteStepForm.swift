import Elections

/// What can be done about re-votes by a form; the raw value is its step in an address.
enum RevoteStepForm: String, CaseIterable, Sendable {
    case proposal, recommendation, decision, holding

    /// What it takes.
    var permission: Permission {
        self == .proposal || self == .recommendation ? .proposeRevotes : .decideRevotes
    }

    /// What it does.
    var summary: LocalizedText {
        switch self {
        case .proposal: LocalizedText(id: "Usulkan pemungutan ulang", en: "Propose a re-vote")
        case .recommendation: LocalizedText(id: "Catat rekomendasi", en: "Note a recommendation")
        case .decision: LocalizedText(id: "Tetapkan atau tolak", en: "Order or refuse it")
        case .holding: LocalizedText(id: "Catat pelaksanaannya", en: "Note how it was held")
        }
    }

    /// The act that a sent form asks for.
    ///
    /// - Parameters:
    ///   - sent: Its fields.
    ///   - revote: The re-vote; `nil` of a proposal.
    ///   - context: Who asks.
    /// - Returns: The act.
    /// - Throws: ``Refusal`` naming the field that is missing or wrong.
    func act(_ sent: Fields, _ revote: Revote?, _ context: DeskContext) throws(Refusal) -> RevoteAct {
        let state = context.state
        guard let revote else {
            let chosen = Set(sent.list("ballot"))
            return .proposed(
                RevoteProposed(
                    Revote(
                        number: state.revotes.all.count + 1,
                        try sent.needed("version") { FormVersion(rawValue: $0) },
                        at: try sent.needed("q") { context.station(lookedFor: $0) },
                        state.ballots.filter { chosen.contains($0.slug) },
                        try sent.needed("ground") { RevoteGround(rawValue: $0) },
                        by: try sent.needed("proposer") { Revote.Proposer(rawValue: $0) },
                        cause: try sent.needed("cause"),
                        isSimulated: state.key(for: .rehearsal) != nil
                    )
                )
            )
        }
        switch self {
        case .proposal: throw Refusal(.notFound)
        case .recommendation:
            return .recommended(
                RevoteRecommended(revote: revote.number, try sent.paper("reference", "recommended"))
            )
        case .decision:
            let key = try sent.decision()
            let isOrdered = state.plenaries.decision(key)?.isCarried == true
            let date = try sent.filled("date") { CalendarDate(parsing: $0) }
            if isOrdered, date == nil { throw Refusal(.fieldMissing, field: "date") }
            var ruling: Revote.Ruling?
            if let last = try sent.filled("last", { CalendarDate(parsing: $0) }) {
                ruling = Revote.Ruling(try sent.paper("ruling", "ruled"), last: last)
            }
            return .decided(
                RevoteDecided(
                    revote: revote.number,
                    Revote.Outcome(
                        key,
                        on: isOrdered ? date : nil,
                        ruling: ruling,
                        reason: try sent.needed("reason")
                    )
                )
            )
        case .holding:
            let date = try sent.day("held")
            var papers: [Ballot: Int] = [:]
            for ballot in revote.version.isCount ? [] : revote.ballots {
                papers[ballot] = try sent.needed("papers-\(ballot.slug)") { Int(typed: $0) }
            }
            return .held(
                RevoteHeld(
                    revote: revote.number,
                    Revote.Holding(
                        date: date,
                        papers: papers,
                        hasNewCommittee: try sent.text("committee") != nil
                    )
                )
            )
        }
    }
}
