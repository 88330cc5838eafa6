import Elections
import Web

extension PlenaryAct {
    /// What was done in a plenary, in a few words.
    var words: LocalizedText {
        let what = what
        return LocalizedText(
            id: "pleno \(plenary)\(what.indonesian.isEmpty ? "" : ": ")\(what.indonesian)",
            en: "plenary \(plenary)\(what.english.isEmpty ? "" : ": ")\(what.english)"
        )
    }

    private var what: LocalizedText {
        switch self {
        case .called(let act):
            let ballots = act.ballots.map(\.rawValue).joined(separator: " ")
            return .same("\(act.region), \(ballots.isEmpty ? act.agenda : ballots), \(act.date)")
        case .opened, .closed, .certified: return .same("")
        case .attended(let act):
            let contestant = act.attendee.contestant.map { " \($0)" } ?? ""
            return LocalizedText(
                id: "\(act.attendee.number), \(act.attendee.capacity.words.indonesian)\(contestant)",
                en: "\(act.attendee.number), \(act.attendee.capacity.words.english)\(contestant)"
            )
        case .left(let act): return .same("\(act.attendee)")
        case .read(let act):
            let first = act.units.first.map(\.words)
            return LocalizedText(
                id: "\(act.ballot.rawValue), \(act.units.count) dibacakan, mulai \(first?.indonesian ?? "")",
                en: "\(act.ballot.rawValue), \(act.units.count) read, from \(first?.english ?? "")"
            )
        case .objected(let act):
            return .same("\(act.objection.number), \(act.objection.ballot.rawValue): \(act.objection.claim)")
        case .answered(let act):
            return LocalizedText(
                id: "keberatan \(act.objection) \(act.answer.outcome.name.indonesian): \(act.answer.reason)",
                en: "objection \(act.objection) \(act.answer.outcome.name.english): \(act.answer.reason)"
            )
        case .corrected(let act):
            let changes = act.correction.changes.map {
                "\($0.field.column) \($0.old.map(String.init) ?? "–") → \($0.new)"
            }.joined(separator: ", ")
            return LocalizedText(
                id: "\(act.correction.unit.words.indonesian): \(changes) (\(act.correction.reason))",
                en: "\(act.correction.unit.words.english): \(changes) (\(act.correction.reason))"
            )
        case .noted(let act): return .same(act.text)
        case .abandoned(let act): return .same(act.reason)
        case .signed(let act):
            let refusal = act.refusal
            return LocalizedText(
                id: "\(act.attendee) " + (refusal.map { "menolak: \($0)" } ?? "menandatangani"),
                en: "\(act.attendee) " + (refusal.map { "refused: \($0)" } ?? "signed")
            )
        case .decided(let act):
            let isCarried = act.decision.isCarried
            return LocalizedText(
                id: "\(act.decision.motion): " + (isCarried ? "disetujui" : "tidak disetujui"),
                en: "\(act.decision.motion): " + (isCarried ? "carried" : "not carried")
            )
        }
    }
}

extension RevoteAct {
    /// What was done about a re-vote, in a few words.
    var words: LocalizedText {
        switch self {
        case .proposed(let act):
            let ballots = act.revote.ballots.map(\.rawValue).joined(separator: " ")
            let words =
                "\(act.revote.number): \(act.revote.version.rawValue) \(act.revote.station), \(ballots), "
                + "\(act.revote.ground.rawValue)"
            guard act.revote.isSimulated else { return .same(words) }
            return LocalizedText(id: words + " (simulasi)", en: words + " (simulated)")
        case .recommended(let act): return .same("\(act.revote): \(act.paper.reference), \(act.paper.date)")
        case .decided(let act):
            let date = act.outcome.date
            return LocalizedText(
                id: "\(act.revote): \(date.map { "\($0)" } ?? "tidak dilaksanakan") (\(act.outcome.reason))",
                en: "\(act.revote): \(date.map { "\($0)" } ?? "refused") (\(act.outcome.reason))"
            )
        case .held(let act): return .same("\(act.revote): \(act.holding.date)")
        }
    }
}
