import Elections

/// A part of the office's daily work, with the page where it is found.
enum WorkSubject: String, CaseIterable, Sendable {
    case stages

    /// The subject that acts of a type are about.
    init(of type: any DescribedAct.Type) {
        switch type.permission {
        default: self = .stages
        }
    }

    /// What it is called.
    var name: LocalizedText {
        switch self {
        case .stages: LocalizedText(id: "Tahapan", en: "Stages")
        }
    }

    /// What is done there.
    var purpose: LocalizedText {
        switch self {
        case .stages:
            LocalizedText(
                id: "Jadwal menurut hukum, rencana dan kenyataan, laporan setiap tahapan.",
                en: "The law's calendar, planned against actual, a report of each stage."
            )
        }
    }

    /// Its page.
    func place(_ context: DeskContext) -> LocalPath { context.path(rawValue) }
}
