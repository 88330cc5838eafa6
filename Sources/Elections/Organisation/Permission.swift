/// What somebody may ask the office to do, or to show.
public enum Permission: String, CaseIterable, Hashable, Sendable {
    /// Take over facts from files.
    case takeOver = "take-over"
    /// Name the office's keys and begin its logs anew.
    case manageLogs = "manage-logs"
    /// Open and close accounts, give and end mandates.
    case manageAccounts = "manage-accounts"
    /// Open the counting desk of a ballot.
    case openDesk = "open-desk"
    /// Type forms.
    case enterForms = "enter-forms"
    /// Decide where two typists differ.
    case resolveForms = "resolve-forms"
    /// Accept forms that do not add up, send them back, take accepted ones back.
    case approveForms = "approve-forms"
    /// Hand in photos and scans.
    case addEvidence = "add-evidence"
    /// See what was handed in, published or not.
    case seeEvidence = "see-evidence"
    /// Withdraw a picture that was handed in by mistake.
    case withdrawEvidence = "withdraw-evidence"
    /// See how far the counting has come.
    case seeProgress = "see-progress"
    /// See what is on forms that are not accepted yet, and who typed it.
    case seeForms = "see-forms"
    /// Call plenaries and hold them: read, answer, correct, close, certify, decide.
    case holdPlenaries = "hold-plenaries"
    /// See plenaries as they are held, and object where one attends.
    case attendPlenaries = "attend-plenaries"
    /// Read forms again that an audit drew.
    case auditForms = "audit-forms"
    /// Propose that a vote or count is held again, and hand in what supervisors recommend.
    case proposeRevotes = "propose-revotes"
    /// Order re-votes or refuse them, and say how they were held.
    case decideRevotes = "decide-revotes"
    /// Determine results, announce them, and accompany the elected to their oath.
    case determineResults = "determine-results"
    /// Keep the cases before forums: what was registered, heard, answered, ruled and done.
    case manageCases = "manage-cases"
    /// Take in lists of candidates, publish them, and note what becomes of candidates.
    case manageCandidates = "manage-candidates"
    /// Issue official papers, and take in their signed copies.
    case issuePapers = "issue-papers"
    /// Plan the stages of the calendar, begin them, close them with a report.
    case planStages = "plan-stages"
    /// See the office's daily work: stages, electorate, bodies, materials, money, letters.
    case seeWork = "see-work"
    /// Hold somebody's reading of the forms beside the office's.
    case compareReadings = "compare-readings"
    /// See accounts, mandates and the log of sign-ins.
    case audit
}

/// What somebody is in the office; it gives permissions.
///
/// - Source: domain reference 1.1–1.5; UU 7/2017 art. 10–86 (organisation), PKPU 5/2024 art. 14 (who attends).
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Runs the system; decides nothing about figures.
    case administrator
    /// Chair of the commission.
    case chair
    /// Member of the commission.
    case commissioner
    /// Secretary, head of the secretariat.
    case secretary
    /// Staff of a sub-division.
    case staff
    /// Watches over the counting desk: accepts what does not add up.
    case supervisor
    /// Decides where typists differ.
    case resolver
    /// Types forms.
    case typist
    /// Member of a subdistrict's committee (PPK).
    case subdistrictCommittee = "ppk"
    /// Member of a village's committee (PPS).
    case villageCommittee = "pps"
    /// Member of a station's committee (KPPS).
    case stationCommittee = "kpps"
    /// Supervises the election (Bawaslu and its panels).
    case overseer = "bawaslu"
    /// A contestant's witness.
    case witness
    /// Accredited press.
    case press
    /// Reads everything, changes nothing.
    case auditor

    /// What it gives.
    public var permissions: Set<Permission> {
        switch self {
        case .administrator: [.manageAccounts, .audit]
        case .chair:
            [
                .openDesk, .approveForms, .seeEvidence, .withdrawEvidence, .seeProgress, .seeForms,
                .compareReadings, .holdPlenaries, .attendPlenaries, .auditForms, .proposeRevotes,
                .decideRevotes, .determineResults, .manageCases, .manageCandidates, .issuePapers, .planStages,
                .seeWork,
                .audit,
            ]
        case .commissioner:
            [
                .openDesk, .approveForms, .seeEvidence, .withdrawEvidence, .seeProgress, .seeForms,
                .compareReadings, .holdPlenaries, .attendPlenaries, .auditForms, .proposeRevotes,
                .decideRevotes, .determineResults, .manageCases, .manageCandidates, .issuePapers,
                .planStages, .seeWork,
            ]
        case .secretary:
            [.seeProgress, .attendPlenaries, .manageCandidates, .issuePapers, .planStages, .seeWork]
        case .staff:
            [
                .addEvidence, .seeEvidence, .seeProgress, .compareReadings, .attendPlenaries, .auditForms,
                .manageCases, .seeWork,
            ]
        case .supervisor:
            [
                .openDesk, .approveForms, .addEvidence, .seeEvidence, .withdrawEvidence, .seeProgress,
                .seeForms, .compareReadings,
            ]
        case .resolver: [.resolveForms, .seeEvidence]
        case .typist: [.enterForms, .seeEvidence]
        case .subdistrictCommittee:
            [
                .enterForms, .addEvidence, .seeEvidence, .holdPlenaries, .attendPlenaries, .proposeRevotes,
            ]
        case .villageCommittee: [.addEvidence, .seeEvidence]
        case .stationCommittee: [.addEvidence, .seeEvidence, .proposeRevotes]
        case .overseer: [.seeEvidence, .seeProgress, .seeForms, .attendPlenaries, .proposeRevotes]
        case .witness: [.seeProgress, .attendPlenaries]
        case .press: [.seeProgress, .attendPlenaries]
        case .auditor: [.seeEvidence, .seeProgress, .seeForms, .attendPlenaries, .seeWork, .audit]
        }
    }

    /// Whether whoever has it must prove who they are by a second factor: it signs, approves or gives rights.
    public var needsSecondFactor: Bool {
        switch self {
        case .administrator, .chair, .commissioner, .secretary, .supervisor, .resolver,
            .subdistrictCommittee:
            true
        case .staff, .typist, .villageCommittee, .stationCommittee, .overseer, .witness, .press, .auditor:
            false
        }
    }

    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .administrator: LocalizedText(id: "Administrator sistem", en: "System administrator")
        case .chair: LocalizedText(id: "Ketua", en: "Chair")
        case .commissioner: LocalizedText(id: "Anggota", en: "Commissioner")
        case .secretary: LocalizedText(id: "Sekretaris", en: "Secretary")
        case .staff: LocalizedText(id: "Staf sekretariat", en: "Secretariat staff")
        case .supervisor: LocalizedText(id: "Penyelia meja hitung", en: "Counting supervisor")
        case .resolver: LocalizedText(id: "Penengah entri", en: "Resolver")
        case .typist: LocalizedText(id: "Pengetik", en: "Typist")
        case .subdistrictCommittee: LocalizedText(id: "PPK", en: "Subdistrict committee (PPK)")
        case .villageCommittee: LocalizedText(id: "PPS", en: "Village committee (PPS)")
        case .stationCommittee: LocalizedText(id: "KPPS", en: "Station committee (KPPS)")
        case .overseer: LocalizedText(id: "Bawaslu", en: "Election supervisor (Bawaslu)")
        case .witness: LocalizedText(id: "Saksi", en: "Witness")
        case .press: LocalizedText(id: "Pers", en: "Press")
        case .auditor: LocalizedText(id: "Auditor (baca saja)", en: "Auditor (read only)")
        }
    }
}
