import Elections

extension BoardFigures.Phase {
    /// What it is called.
    var name: LocalizedText {
        switch self {
        case .untouched: LocalizedText(id: "Belum diketik", en: "Not typed")
        case .typing: LocalizedText(id: "Sedang diketik", en: "Being typed")
        case .differing: LocalizedText(id: "Menunggu penengah", en: "Waits for a resolver")
        case .sentBack: LocalizedText(id: "Diketik ulang", en: "Typed again")
        case .held: LocalizedText(id: "Menunggu penyelia", en: "Waits for a supervisor")
        case .accepted: LocalizedText(id: "Diterima", en: "Accepted")
        }
    }

    /// The keys that lead to it, in the order of the phases.
    var key: String {
        switch self {
        case .untouched: "1"
        case .typing: "2"
        case .differing: "3"
        case .sentBack: "4"
        case .held: "5"
        case .accepted: "6"
        }
    }

    /// Whether forms in it wait for somebody.
    static let waiting: [BoardFigures.Phase] = [.typing, .differing, .sentBack, .held]
}

extension ElectionState {
    /// The forms of a region in one phase, so many at most: those that wait for somebody in the order of what they
    /// could change, others in that of ballots and stations.
    func forms(in place: RegionCode, _ phase: BoardFigures.Phase, most: Int, by stakes: Stakes?) -> [FormKey]
    {
        guard let stakes, BoardFigures.Phase.waiting.contains(phase) else {
            return forms(in: place, phase, most: most)
        }
        // Sorted before any is left out.
        return Array(stakes.sorted(forms(in: place, phase, most: .max)).prefix(most))
    }
}
