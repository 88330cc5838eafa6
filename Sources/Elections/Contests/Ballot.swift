/// A kind of ballot paper; the raw value is the code on the forms.
///
/// - Legal source: UU 7/2017 art. 1 and 342; UU 1/2015 art. 1 (regional elections).
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
    /// Governor and vice-governor.
    case governor = "PILGUB"
    /// Regent and vice-regent, or mayor and vice-mayor.
    case regent = "PILBUP"

    /// What a voter chooses.
    public enum Choice: String, CaseIterable, Hashable, Sendable {
        /// A pair of candidates; a single pair stands against a blank column.
        case pair
        /// One person.
        case person
        /// A party, or a candidate on its list.
        case list
    }

    /// What a voter chooses on this ballot.
    public var choice: Choice {
        switch self {
        case .president, .governor, .regent: .pair
        case .senate: .person
        case .house, .provincialCouncil, .regencyCouncil: .list
        }
    }

    /// The highest tier whose plenary certifies its figures; `nil` for the nation.
    ///
    /// - Legal source: UU 7/2017 art. 413; UU 1/2015 art. 107–109 (regional elections).
    public var highestTier: RegionCode.Tier? {
        switch self {
        case .president, .house, .senate: nil
        case .provincialCouncil, .governor: .province
        case .regencyCouncil, .regent: .regency
        }
    }

    /// Whether plenaries of a tier add it up.
    public func reaches(_ tier: RegionCode.Tier) -> Bool { highestTier.map { $0 <= tier } ?? true }

    /// The name of the ballot.
    public var name: LocalizedText {
        switch self {
        case .president: LocalizedText(id: "Presiden dan Wakil Presiden", en: "President and vice-president")
        case .house: LocalizedText(id: "DPR RI", en: "House of Representatives (DPR)")
        case .senate: LocalizedText(id: "DPD RI", en: "Regional Representative Council (DPD)")
        case .provincialCouncil: LocalizedText(id: "DPRD Provinsi", en: "Provincial council (DPRD Provinsi)")
        case .regencyCouncil: LocalizedText(id: "DPRD Kabupaten", en: "Regency council (DPRD Kabupaten)")
        case .governor: LocalizedText(id: "Gubernur dan Wakil Gubernur", en: "Governor and vice-governor")
        case .regent: LocalizedText(id: "Bupati dan Wakil Bupati", en: "Regent and vice-regent")
        }
    }

    /// The ballots of one vote from the one that most moved-in voters get to the one that fewest get.
    ///
    /// - Legal source: UU 7/2017 art. 348(4).
    public static let byReach: [Ballot] = [
        .president, .senate, .house, .provincialCouncil, .regencyCouncil, .governor, .regent,
    ]
}
