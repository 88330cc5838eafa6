import Elections
import Web

extension DisputeAct {
    /// What was done about a case, in a few words.
    var words: LocalizedText {
        let what = what
        return LocalizedText(
            id: "perkara \(number): \(what.indonesian)",
            en: "case \(number): \(what.english)"
        )
    }

    private var what: LocalizedText {
        switch self {
        case .registered(let act):
            let (kind, forum) = (act.kind.name, act.forum.name)
            return LocalizedText(
                id: "\(act.register), \(kind.indonesian), \(forum.indonesian)"
                    + (act.isSimulated ? " (simulasi)" : ""),
                en: "\(act.register), \(kind.english), \(forum.english)"
                    + (act.isSimulated ? " (simulated)" : "")
            )
        case .heard(let act):
            return LocalizedText(
                id: "\(act.date), \(act.kind.name.indonesian): \(act.text)",
                en: "\(act.date), \(act.kind.name.english): \(act.text)"
            )
        case .bundled(let act):
            return LocalizedText(
                id: "berkas bukti \(act.number), \(act.items.count) bukti",
                en: "bundle \(act.number), \(act.items.count) pieces of evidence"
            )
        case .answered(let act): return .same("\(act.paper.reference), \(act.paper.date)")
        case .ruled(let act):
            let (outcome, effects) = (act.outcome.name, act.effects.map(\.kind.name))
            return LocalizedText(
                id: ([outcome] + effects).map(\.indonesian).joined(separator: ", ")
                    + " (\(act.paper.reference), \(act.paper.date))",
                en: ([outcome] + effects).map(\.english).joined(separator: ", ")
                    + " (\(act.paper.reference), \(act.paper.date))"
            )
        case .fulfilled(let act):
            return LocalizedText(
                id:
                    "kewajiban \(act.obligation) dilaksanakan \(act.date), \(act.fulfilment.words.indonesian)",
                en: "obligation \(act.obligation) fulfilled \(act.date), \(act.fulfilment.words.english)"
            )
        case .closed(let act): return .same("\(act.date)")
        }
    }
}
