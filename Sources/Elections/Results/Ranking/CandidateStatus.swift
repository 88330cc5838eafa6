/// What became of a candidate after the final list (DCT) was set.
///
/// Whoever cannot take a seat keeps the votes, which still count for the party.
///
/// - Legal source: UU 7/2017 art. 426(1); UU 8/2012 art. 220(1) in 2014.
public enum CandidateStatus: String, CaseIterable, Hashable, Sendable {
    /// Stands as on the list.
    case standing
    /// Died.
    case died
    /// Resigned (mengundurkan diri).
    case resigned
    /// No longer meets the requirements, such as after being dismissed from the party.
    case ineligible
    /// Struck from the result for vote-buying or forgery, by a final judgment.
    case cancelled

    /// Whether such a candidate can take a seat.
    public var canTakeSeat: Bool { self == .standing }
}

extension CandidateStatus {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .standing: LocalizedText(id: "calon", en: "stands")
        case .died: LocalizedText(id: "meninggal dunia", en: "died")
        case .resigned: LocalizedText(id: "mengundurkan diri", en: "resigned")
        case .ineligible: LocalizedText(id: "tidak memenuhi syarat", en: "not eligible")
        case .cancelled: LocalizedText(id: "dibatalkan oleh putusan", en: "cancelled by a judgment")
        }
    }
}
