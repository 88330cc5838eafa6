/// Why a vote or a count is held again, or later.
///
/// - Legal source: UU 7/2017 art. 372, 374(2), 431, 432.
public enum RevoteGround: String, CaseIterable, Hashable, Sendable {
    /// A disaster or a riot made the result unusable, or counting impossible.
    case disturbance = "372(1)"
    /// The box, or papers in it, were opened against the rules.
    case openedAgainstRules = "372(2)a"
    /// The committee had voters mark, sign or write on ballots.
    case markedBallots = "372(2)b"
    /// The committee spoiled more than one used ballot.
    case spoiledBallots = "372(2)c"
    /// People voted who were on no list and had no identity card.
    case strangers = "372(2)d"
    /// Counting was not as it must be: in the dark, behind closed doors, unseen, unheard, elsewhere, at another time.
    case closedCount = "374(2)a-g"
    /// Valid and invalid votes together are not those who voted.
    case unequalTotals = "374(2)h"
    /// Part of the vote could not be held: it goes on where it was broken off.
    case brokenOff = "431"
    /// No part of the vote could be held.
    case notBegun = "432"
    /// A ruling ordered it.
    case ruling

    /// The votes and counts it may lead to.
    public var versions: Set<FormVersion> {
        switch self {
        case .disturbance: [.revote, .recount]
        case .openedAgainstRules, .markedBallots, .spoiledBallots, .strangers: [.revote]
        case .closedCount, .unequalTotals: [.recount]
        case .brokenOff: [.continued]
        case .notBegun: [.postponed, .postponedCount]
        case .ruling: [.revote, .recount, .continued, .postponed, .postponedCount]
        }
    }

    /// The article; `nil` of a ruling.
    public var article: LocalizedText? {
        self == .ruling ? nil : .articles("UU 7/2017", rawValue)
    }

    /// What it says.
    public var name: LocalizedText {
        switch self {
        case .disturbance:
            LocalizedText(
                id: "bencana atau kerusuhan: hasil tidak dapat digunakan",
                en: "a disaster or riot: the result cannot be used"
            )
        case .openedAgainstRules:
            LocalizedText(
                id: "kotak suara atau berkas dibuka tidak menurut tata cara",
                en: "the box or papers opened against the rules"
            )
        case .markedBallots:
            LocalizedText(
                id: "KPPS meminta pemilih memberi tanda pada surat suara",
                en: "the committee had voters mark their ballots"
            )
        case .spoiledBallots:
            LocalizedText(
                id: "KPPS merusak lebih dari satu surat suara yang digunakan",
                en: "the committee spoiled more than one used ballot"
            )
        case .strangers:
            LocalizedText(
                id: "pemilih tanpa KTP-el dan tidak terdaftar ikut memilih",
                en: "people on no list and without an identity card voted"
            )
        case .closedCount:
            LocalizedText(
                id: "penghitungan tidak terbuka, tidak jelas, atau di tempat/waktu lain",
                en: "the count was closed, unclear, elsewhere or at another time"
            )
        case .unequalTotals:
            LocalizedText(
                id: "jumlah suara sah dan tidak sah berbeda dari jumlah pengguna hak pilih",
                en: "valid and invalid votes differ from those who voted"
            )
        case .brokenOff:
            LocalizedText(id: "sebagian pemungutan suara terhenti", en: "the vote was broken off in part")
        case .notBegun:
            LocalizedText(id: "pemungutan suara tidak dapat dimulai", en: "the vote could not begin")
        case .ruling: LocalizedText(id: "putusan", en: "a ruling")
        }
    }
}
