import Elections
import Web

extension CandidacyAct {
    /// What was done about lists of candidates, in a few words.
    var words: LocalizedText {
        switch self {
        case .submitted(let act):
            let (list, count) = (act.list.key.words, act.list.candidates.count)
            return LocalizedText(
                id: "\(list.indonesian): \(count) bakal calon, \(act.date)",
                en: "\(list.english): \(count) names, \(act.date)"
            )
        case .published(let act):
            let (kind, lists) = (act.published.kind.name, act.published.lists)
            let names = lists.reduce(0) { $0 + $1.candidates.count }
            let isSimulated = act.published.isSimulated
            return LocalizedText(
                id: "\(kind.indonesian): \(lists.count) daftar, \(names) calon, \(act.published.date)"
                    + (isSimulated ? " (simulasi)" : ""),
                en: "\(kind.english): \(lists.count) lists, \(names) candidates, \(act.published.date)"
                    + (isSimulated ? " (simulated)" : "")
            )
        case .objected(let act):
            let (objection, list) = (act.objection, act.objection.list.words)
            let candidate = objection.candidate.map { (" nomor \($0)", " number \($0)") } ?? ("", "")
            return LocalizedText(
                id: "\(objection.number), \(list.indonesian)\(candidate.0): \(objection.claim)",
                en: "\(objection.number), \(list.english)\(candidate.1): \(objection.claim)"
            )
        case .answered(let act):
            let outcome = act.answer.outcome.name
            return LocalizedText(
                id: "tanggapan \(act.objection) \(outcome.indonesian): \(act.answer.reason)",
                en: "objection \(act.objection) \(outcome.english): \(act.answer.reason)"
            )
        case .replaced(let act):
            let (place, reason) = (act.replacement.place.words, act.replacement.reason.name)
            let name = act.replacement.successor?.name.full
            return LocalizedText(
                id: "\(place.indonesian), \(reason.indonesian): " + (name ?? "dicoret tanpa pengganti"),
                en: "\(place.english), \(reason.english): " + (name ?? "struck, nobody comes in")
            )
        case .statusSet(let act):
            let (place, status) = (act.place.words, act.change.status.name)
            return LocalizedText(
                id: "\(place.indonesian): \(status.indonesian), \(act.change.paper.reference)",
                en: "\(place.english): \(status.english), \(act.change.paper.reference)"
            )
        }
    }
}
