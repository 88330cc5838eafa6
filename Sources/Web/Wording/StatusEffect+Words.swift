public import Elections

extension StatusEffect {
    /// What follows for ballot papers, votes and seats.
    public var words: LocalizedText {
        guard !canTakeSeat else {
            return LocalizedText(
                id: "Seperti semula: coblosan pada namanya sah untuknya, dan ia dapat memperoleh kursi.",
                en: "As before: a mark for the name is the candidate's vote, and a seat can be theirs."
            )
        }
        return switch mark {
        case .party:
            LocalizedText(
                id:
                    "Namanya tetap di surat suara dan diumumkan di TPS; coblosan pada namanya sah untuk partai. "
                    + "Kursi jatuh kepada calon berikutnya.",
                en:
                    "The name stays on the ballot papers and is announced at the stations; a mark for it is a vote "
                    + "for the party. A seat goes to the next of the list."
            )
        case .candidate:
            LocalizedText(
                id:
                    "Suara yang sudah diberikan tetap suaranya dan dihitung untuk kursi partai. Kursi jatuh kepada "
                    + "calon berikutnya.",
                en:
                    "Votes that were cast stay the candidate's and count for the party's seats. A seat goes to the "
                    + "next of the list."
            )
        }
    }
}
