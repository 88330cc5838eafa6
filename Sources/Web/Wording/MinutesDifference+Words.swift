public import Documents
public import Elections

extension MinutesDifference {
    /// What differs, in words.
    public var words: LocalizedText {
        switch self {
        case .figure(let figure, let paragraph):
            LocalizedText(
                id: "alinea \(paragraph): angka \(figure) tidak ada dalam catatan rapat ini",
                en: "paragraph \(paragraph): the record of this meeting has no figure \(figure)"
            )
        case .spelling(let figure, let words, let paragraph):
            LocalizedText(
                id: "alinea \(paragraph): \(figure) ditulis (\(words)), yang berarti angka lain",
                en: "paragraph \(paragraph): \(figure) is spelled (\(words)), which is another number"
            )
        case .leftOut(let text):
            LocalizedText(id: "tidak diceritakan: \(text)", en: "not told: \(text)")
        }
    }
}
