public import Apportionment

/// Margins in words: how many votes, and what they would do.
public struct MarginWords: Sendable {
    private let language: Language
    private let numbers: Numbers

    /// The words of `language`.
    public init(_ language: Language) {
        self.language = language
        numbers = Numbers(language)
    }

    /// `318 (tie), 319` where the first number makes a tie and the next decides; else the number alone.
    public func text(_ margin: Margin?) -> String {
        guard let margin else { return LocalizedText(id: "tidak ada", en: "none")[language] }
        let votes = numbers.whole(margin.votes)
        guard margin.makesTie else { return votes }
        let tie = LocalizedText(id: "seri", en: "tie")[language]
        return margin.oneMoreDecides
            ? "\(votes) (\(tie)), \(numbers.whole(margin.votes + 1))" : "\(votes) (\(tie))"
    }

    /// What a loser lacked, as a half sentence: `lacked 318 votes for a tie and 319 for the seat`.
    public func lacking(_ margin: Margin?) -> String {
        guard let margin else {
            return LocalizedText(
                id: "tidak terkejar dengan suara berapa pun",
                en: "could not have reached it with any number of votes"
            )[language]
        }
        let votes = numbers.whole(margin.votes)
        guard margin.makesTie else {
            return LocalizedText(id: "kurang \(votes) suara", en: "lacked \(votes) votes")[language]
        }
        let next = numbers.whole(margin.votes + 1)
        return LocalizedText(
            id: "kurang \(votes) suara untuk seri dan \(next) untuk kursi itu",
            en: "lacked \(votes) votes for a tie and \(next) for the seat"
        )[language]
    }
}
