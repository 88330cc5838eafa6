/// Who decides a case.
///
/// - Source: domain reference 6.1; UU 7/2017 art. 95–105, 155–159, 454–484; UU 14/2008 art. 23–27.
public enum CaseForum: String, CaseIterable, Canonical, Hashable, Sendable {
    /// The supervisor of the nation (Bawaslu).
    case nationalSupervisor = "bawaslu-ri"
    /// The supervisor of a province.
    case provincialSupervisor = "bawaslu-provinsi"
    /// The supervisor of a regency.
    case regencySupervisor = "bawaslu-kabupaten"
    /// The supervisor of a subdistrict, who recommends.
    case subdistrictSupervisor = "panwascam"
    /// The council of honour of those who hold elections (DKPP).
    case ethicsCouncil = "dkpp"
    /// A court that judges decrees (PTUN, PTTUN).
    case administrativeCourt = "ptun"
    /// The Constitutional Court (MK).
    case constitutionalCourt = "mahkamah-konstitusi"
    /// Police, prosecutors and supervisors together (Gakkumdu).
    case lawEnforcement = "gakkumdu"
    /// A court that judges crimes, or the one above it (PN, PT).
    case court = "pengadilan"
    /// The Supreme Court (MA).
    case supremeCourt = "mahkamah-agung"
    /// The commission that disputes about public information go to.
    case informationCommission = "komisi-informasi"

    /// Whether it is a supervisor that rules or recommends.
    var isSupervisor: Bool {
        switch self {
        case .nationalSupervisor, .provincialSupervisor, .regencySupervisor, .subdistrictSupervisor: true
        case .ethicsCouncil, .administrativeCourt, .constitutionalCourt, .lawEnforcement, .court,
            .supremeCourt, .informationCommission:
            false
        }
    }
}

/// What a case is about.
public enum CaseKind: String, CaseIterable, Canonical, Hashable, Sendable {
    /// How a stage was carried out.
    case administrative
    /// A structured, systematic and massive violation.
    case massive = "tsm"
    /// A decree or minutes of the office, or one participant against another.
    case process
    /// A result that changes who gets a seat or an office.
    case result
    /// The code of ethics.
    case ethics
    /// An election crime.
    case crime
    /// A document that was asked for.
    case information

    /// Where such a case goes.
    public var forums: Set<CaseForum> {
        switch self {
        case .administrative:
            [.nationalSupervisor, .provincialSupervisor, .regencySupervisor, .subdistrictSupervisor]
        case .massive: [.nationalSupervisor, .provincialSupervisor, .supremeCourt]
        case .process:
            [
                .nationalSupervisor, .provincialSupervisor, .regencySupervisor, .administrativeCourt,
                .supremeCourt,
            ]
        case .result: [.constitutionalCourt]
        case .ethics: [.ethicsCouncil]
        case .crime: [.lawEnforcement, .court]
        case .information: [.informationCommission, .administrativeCourt, .court, .supremeCourt]
        }
    }

    /// What a ruling in such a case can do to figures or to those who stand.
    public var effects: Set<CaseEffect.Kind> {
        switch self {
        case .administrative: [.correction, .recount, .revote, .candidateCancelled]
        case .massive, .process, .crime: [.candidateCancelled]
        case .result: [.correction, .recount, .revote, .figures, .candidateCancelled]
        case .ethics, .information: []
        }
    }

    /// The articles that say so.
    public var source: LocalizedText {
        switch self {
        case .administrative: .articles("UU 7/2017", "460–462")
        case .massive: .articles("UU 7/2017", "463")
        case .process:
            LocalizedText(
                id: "UU 7/2017 pasal 466–471; UU 10/2016 pasal 142–144, 153–154",
                en: "UU 7/2017 art. 466–471; UU 10/2016 art. 142–144, 153–154"
            )
        case .result:
            LocalizedText(
                id: "UU 7/2017 pasal 473–475; UU 10/2016 pasal 156–158",
                en: "UU 7/2017 art. 473–475; UU 10/2016 art. 156–158"
            )
        case .ethics: .articles("UU 7/2017", "456–459")
        case .crime: .articles("UU 7/2017", "476–484")
        case .information: .articles("UU 14/2008", "35–50")
        }
    }
}
