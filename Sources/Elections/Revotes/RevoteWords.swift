private typealias Text = LocalizedText

extension Revote.Stage {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .proposed: Text(id: "diusulkan", en: "proposed")
        case .ordered: Text(id: "diputuskan", en: "ordered")
        case .rejected: Text(id: "tidak dilaksanakan", en: "refused")
        case .held: Text(id: "dilaksanakan", en: "held")
        }
    }
}

extension Revote.Proposer {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .stationCommittee: .same("KPPS")
        case .subdistrictCommittee: .same("PPK")
        case .overseer: .same("Bawaslu")
        case .court: Text(id: "putusan", en: "a ruling")
        }
    }
}
