/// A kind of ballot paper; the raw value is the code on the forms.
///
/// - Legal source: UU 7/2017 art. 1 and 342.
public enum Ballot: String, CaseIterable, Hashable, Sendable {
    /// President and vice-president.
    case president = "PPWP"
    /// House of Representatives.
    case house = "DPR"
    /// Regional Representative Council.
    case senate = "DPD"
    /// Provincial council.
    case provincialCouncil = "DPRD_PROV"
    /// Regency or city council.
    case regencyCouncil = "DPRD_KABKO"

    /// The name of the ballot.
    public var name: LocalizedText {
        switch self {
        case .president: LocalizedText(id: "Presiden dan Wakil Presiden", en: "President and vice-president")
        case .house: LocalizedText(id: "DPR RI", en: "House of Representatives (DPR)")
        case .senate: LocalizedText(id: "DPD RI", en: "Regional Representative Council (DPD)")
        case .provincialCouncil: LocalizedText(id: "DPRD Provinsi", en: "Provincial council (DPRD Provinsi)")
        case .regencyCouncil: LocalizedText(id: "DPRD Kabupaten", en: "Regency council (DPRD Kabupaten)")
        }
    }
}
