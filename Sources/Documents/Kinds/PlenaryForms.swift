import Elections

/// What the papers of a plenary are called beside its certificate, by the names of the election's law.
///
/// Legal source: PKPU 4/2019 (DA-KPU, DA2, DA7; DB for the regency), PKPU 5/2024 (D.KEJADIAN KHUSUS); domain reference 4.1.
struct PlenaryForms {
    private let certificate: String

    /// Of a plenary at a tier; of one without ballots the certificate of any.
    init(_ law: Law, _ tier: RegionCode.Tier, _ ballots: [Ballot]) {
        let known = (ballots + law.ballots.keys.sorted { $0.rawValue < $1.rawValue }).lazy.compactMap {
            ballot in
            law.ballots[ballot]?.forms.tiers.first { $0.tier == tier }?.name
        }
        certificate = known.first ?? ""
    }

    /// The letters of a tier and what stands behind its names, as `DA` and `KPU`; `nil` where names have none.
    private var letters: (tier: Substring, end: String)? {
        let parts = certificate.split(separator: "1-", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 2, parts[0].first == "D" else { return nil }
        return (parts[0], certificate.hasSuffix("KWK") ? "KWK" : "KPU")
    }

    /// Minutes.
    var minutes: String { letters.map { "MODEL \($0.tier)-\($0.end)" } ?? "" }

    /// Special events and objections.
    var objections: String {
        if let letters { return "MODEL \(letters.tier)2-\(letters.end)" }
        return certificate.hasPrefix("D.HASIL")
            ? "MODEL D.KEJADIAN KHUSUS DAN/ATAU KEBERATAN SAKSI-KPU" : ""
    }

    /// Attendance.
    var attendance: String { letters.map { "MODEL \($0.tier)7-\($0.end)" } ?? "" }
}

extension DocumentRoom {
    /// The names of a plenary's papers.
    func forms(of plenary: Plenary) -> PlenaryForms {
        PlenaryForms(law, plenary.region.tier, plenary.call.ballots)
    }
}
