/// Which vote or count a form is the result of; a later one supersedes the earlier, and both are kept.
///
/// The raw value is the word in files. In the order in which they supersede: votes held late for the first
/// time, then those held again, then ballots counted again; then the same once more, which takes a ruling where the
/// law allows it once.
///
/// - Legal source: UU 7/2017 art. 372–378 and 431–433; the words are the ones Sirekap 2024 used, which has none for
///   what happens once more.
public enum FormVersion: String, CaseIterable, Hashable, Sendable {
    /// The vote on the day.
    case regular = "reguler"
    /// A vote held later because it could not begin (PSS).
    case postponed = "pss"
    /// A vote taken up again where it was broken off (PSL).
    case continued = "psl"
    /// Ballots counted later because counting could not begin.
    case postponedCount = "hitung-susulan"
    /// A vote held again (PSU).
    case revote = "psu"
    /// Ballots counted again (PSSU).
    case recount = "pssu"
    /// A vote held again where one was already, or where ballots were counted again.
    case laterRevote = "psu-2"
    /// Ballots counted again where they were already, or behind a re-vote, whose ballots they are then.
    case laterRecount = "pssu-2"

    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .regular: LocalizedText(id: "Reguler", en: "First vote")
        case .postponed: LocalizedText(id: "Pemungutan Suara Susulan (PSS)", en: "Postponed vote (PSS)")
        case .continued: LocalizedText(id: "Pemungutan Suara Lanjutan (PSL)", en: "Continued vote (PSL)")
        case .postponedCount: LocalizedText(id: "Penghitungan Suara Susulan", en: "Postponed count")
        case .revote: LocalizedText(id: "Pemungutan Suara Ulang (PSU)", en: "Re-vote (PSU)")
        case .recount: LocalizedText(id: "Penghitungan Suara Ulang (PSSU)", en: "Recount (PSSU)")
        case .laterRevote:
            LocalizedText(id: "Pemungutan Suara Ulang berikutnya (PSU 2)", en: "Later re-vote (PSU 2)")
        case .laterRecount:
            LocalizedText(id: "Penghitungan Suara Ulang berikutnya (PSSU 2)", en: "Later recount (PSSU 2)")
        }
    }

    /// What it is called where there is little room.
    public var shortName: LocalizedText {
        switch self {
        case .regular: LocalizedText(id: "Reguler", en: "First")
        case .postponed: .same("PSS")
        case .continued: .same("PSL")
        case .postponedCount: LocalizedText(id: "Susulan", en: "Postponed")
        case .revote: .same("PSU")
        case .recount: .same("PSSU")
        case .laterRevote: .same("PSU 2")
        case .laterRecount: .same("PSSU 2")
        }
    }
}

extension FormVersion {
    /// The vote whose ballots were counted: counting again, or later, is no other vote.
    ///
    /// Of what is counted again once more nobody can tell without the station's history: it is held against its like.
    public var vote: FormVersion {
        switch self {
        case .postponedCount, .recount: .regular
        case .regular, .postponed, .continued, .revote, .laterRevote, .laterRecount: self
        }
    }

    /// Whether nobody votes: ballots are counted that were cast before.
    public var isCount: Bool {
        switch self {
        case .postponedCount, .recount, .laterRecount: true
        case .regular, .postponed, .continued, .revote, .laterRevote: false
        }
    }

    /// The same, happening for the first time.
    public var once: FormVersion {
        switch self {
        case .laterRevote: .revote
        case .laterRecount: .recount
        case .regular, .postponed, .continued, .postponedCount, .revote, .recount: self
        }
    }
}

extension FormVersion: Comparable {
    /// Whether `right` supersedes `left`.
    public static func < (left: FormVersion, right: FormVersion) -> Bool {
        left.rank < right.rank
    }

    /// Its place in the order in which versions supersede.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
