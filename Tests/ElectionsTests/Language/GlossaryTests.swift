import Elections
import Testing

@Suite("The words of the field")
struct GlossaryTests {
    @Test("every word has one name, and a sentence in both languages", arguments: Glossary.all)
    func entries(term: Glossary.Term) {
        #expect(Glossary.named(term.id) == term, "\(term.id) stands twice")
        #expect(term.id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        for language in Language.allCases {
            #expect(term.meaning[language].hasSuffix("."))
            #expect(!term.meaning[language].contains(". "), "one sentence")
            #expect(!term.name[language].isEmpty)
        }
        #expect(term.meaning.indonesian != term.meaning.english)
    }

    @Test("a reader finds them in the order of their own alphabet", arguments: Language.allCases)
    func order(language: Language) {
        let names = Glossary.sorted(in: language).map { $0.name[language].lowercased() }
        #expect(names == names.sorted())
        #expect(names.count == Glossary.all.count)
        #expect(Set(names).count == names.count, "a word means one thing")
    }
}
