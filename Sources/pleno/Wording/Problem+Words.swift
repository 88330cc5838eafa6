import Elections
import Exchange
import Web

extension Problem {
    /// The problem as a sentence without anything a terminal would obey.
    func words(in language: Language) -> String { sentence(in: language).visible }
}
