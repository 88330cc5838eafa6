/// The words of the field: what Indonesian election bodies call a thing, and its English name here.
public enum Glossary: Sendable {
    /// A word with its meaning in one sentence.
    public struct Term: Hashable, Sendable {
        /// The name by which pages point to it: letters, digits and hyphens.
        public let id: String
        /// The word in both languages.
        public let name: LocalizedText
        /// What it means.
        public let meaning: LocalizedText

        init(_ id: String, _ name: LocalizedText, _ meaning: LocalizedText) {
            self.id = id
            self.name = name
            self.meaning = meaning
        }
    }

    /// Every word, by subject.
    public static let all: [Term] = election + bodies + voters + forms + votesAgain + seats + disputes + site

    /// The word with this name; `nil` when there is none.
    public static func named(_ id: String) -> Term? {
        index[id]
    }

    /// Every word in the alphabetical order of a language.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func sorted(in language: Language) -> [Term] {
        all.map { (key: $0.name[language].lowercased(), term: $0) }
            .sorted { $0.key < $1.key }
            .map(\.term)
    }

    private static let index = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
