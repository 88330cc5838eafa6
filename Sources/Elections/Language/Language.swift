/// A language the office speaks to its readers.
///
/// The raw value is the BCP 47 tag. Indonesian is the first language of every page.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case indonesian = "id"
    case english = "en"
}

/// One text in both languages; neither may be missing.
public struct LocalizedText: Hashable, Sendable {
    /// The Indonesian text.
    public let indonesian: String
    /// The English text.
    public let english: String

    /// A text in both languages.
    public init(id indonesian: String, en english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}
