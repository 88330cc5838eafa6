public import Elections

extension Permission {
    /// What it allows.
    public var words: LocalizedText {
        switch self {
        case .takeOver: LocalizedText(id: "Mengambil alih data dari berkas", en: "Take over facts from files")
        case .manageLogs: LocalizedText(id: "Kunci dan catatan publik", en: "Keys and the public record")
        case .manageAccounts: LocalizedText(id: "Akun dan mandat", en: "Accounts and mandates")
        case .openDesk: LocalizedText(id: "Membuka meja hitung", en: "Open the counting desk")
        case .enterForms: LocalizedText(id: "Mengetik formulir", en: "Type forms")
        case .resolveForms: LocalizedText(id: "Memutuskan selisih ketikan", en: "Decide differences")
        case .approveForms: LocalizedText(id: "Menerima formulir tertahan", en: "Accept held forms")
        case .addEvidence: LocalizedText(id: "Menyerahkan foto dan pindaian", en: "Hand in photos and scans")
        case .seeEvidence: LocalizedText(id: "Melihat foto dan pindaian", en: "See photos and scans")
        case .withdrawEvidence:
            LocalizedText(id: "Menarik foto yang keliru", en: "Withdraw a mistaken picture")
        case .seeProgress: LocalizedText(id: "Melihat kemajuan", en: "See the progress")
        case .seeForms:
            LocalizedText(id: "Melihat formulir yang belum diterima", en: "See forms not accepted yet")
        case .compareReadings:
            LocalizedText(id: "Menyandingkan pembacaan lain", en: "Hold other readings beside the office's")
        case .holdPlenaries:
            LocalizedText(id: "Memimpin dan mencatat rapat pleno", en: "Hold plenaries and record them")
        case .attendPlenaries:
            LocalizedText(id: "Mengikuti rapat pleno", en: "Attend plenaries")
        case .auditForms:
            LocalizedText(id: "Membaca ulang formulir audit", en: "Read audited forms again")
        case .proposeRevotes: LocalizedText(id: "Mengusulkan pemungutan ulang", en: "Propose re-votes")
        case .determineResults: LocalizedText(id: "Menetapkan hasil", en: "Determine results")
        case .decideRevotes: LocalizedText(id: "Menetapkan pemungutan ulang", en: "Order re-votes")
        case .manageCases:
            LocalizedText(id: "Mencatat sengketa dan pelanggaran", en: "Keep the cases before forums")
        case .manageCandidates:
            LocalizedText(id: "Menyusun daftar calon", en: "Draw up lists of candidates")
        case .issuePapers:
            LocalizedText(id: "Menerbitkan dokumen resmi", en: "Issue official papers")
        case .planStages:
            LocalizedText(id: "Merencanakan dan menutup tahapan", en: "Plan and close stages")
        case .seeWork:
            LocalizedText(id: "Melihat pekerjaan sehari-hari", en: "See the daily work")
        case .audit:
            LocalizedText(id: "Melihat akun dan catatan keamanan", en: "See accounts and the security log")
        }
    }
}
