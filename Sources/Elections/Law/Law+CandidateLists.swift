extension Law {
    /// What a party's list of candidates in a district must be.
    public struct CandidateLists: Hashable, Sendable {
        /// The most candidates, as a share of the district's seats.
        public let most: Share
        /// The article behind it.
        public let mostSource: LocalizedText
        /// The least share of women; a fraction is rounded up.
        public let women: Share
        /// The article, and what it is that rounds up.
        public let womenSource: LocalizedText
        /// Of every so many names in order one at least is a woman's.
        public let group: Int
        /// The article, and how a last group of fewer names is read.
        public let groupSource: LocalizedText
    }
}

extension Law.CandidateLists {
    /// The rules of UU 7/2017; `regulation` is that of the year, `rounding` what rounds a fraction of women up.
    ///
    /// The acts say "every three candidates": a last group of one or two names is no such three and asks for nobody,
    /// as the examples of both regulations have it. Whoever is needed there, the share of women asks for.
    static func act7Of2017(_ regulation: String, rounding: LocalizedText) -> Law.CandidateLists {
        Law.CandidateLists(
            most: Share(100, of: 100),
            mostSource: .articles("UU 7/2017", "244"),
            women: Share(30, of: 100),
            womenSource: LocalizedText(
                id: "UU 7/2017 pasal 245; dibulatkan ke atas: \(rounding.indonesian)",
                en: "UU 7/2017 art. 245; rounded up: \(rounding.english)"
            ),
            group: 3,
            groupSource: LocalizedText(
                id:
                    "UU 7/2017 pasal 246(2); \(regulation): setiap tiga nama, sisa satu atau dua nama tidak diatur",
                en:
                    "UU 7/2017 art. 246(2); \(regulation): every three names, nothing of one or two that are left"
            )
        )
    }
}

extension LocalizedText {
    /// What rounds up in 2024: the regulation rounded below one half down, and that was struck down.
    static let ruling24Of2023 = LocalizedText(
        id: "MA 24 P/HUM/2023 terhadap PKPU 10/2023 pasal 8(2)",
        en: "MA 24 P/HUM/2023 on PKPU 10/2023 art. 8(2)"
    )
}
