@testable import Exchange

extension TinyFolder.Change {
    /// A file more, which the description names: its key on the ballot of the council, its nature.
    static func council(_ key: String, _ file: String, _ nature: String, _ text: String) -> Self {
        .each([
            .text(file, text),
            .replace(
                "election.yaml",
                "    districts: districts.csv\n",
                with: "    districts: districts.csv\n    \(key): \(file)\n"
            ),
            described(file, nature),
        ])
    }

    /// A file more among the files that are described.
    static func described(_ file: String, _ nature: String) -> Self {
        .append("election.yaml", "  \(file): { nature: \(nature), source: { id: X, en: X } }\n")
    }

    /// The council's candidates.
    static func candidates(_ text: String) -> Self {
        council("candidates", "candidates.csv", "register", text)
    }

    /// The council's forms, as one reader took them down.
    static func councilForms(_ text: String) -> Self {
        .each([
            .text("council.csv", text),
            .replace(
                "election.yaml",
                "    districts: districts.csv\n",
                with: "    districts: districts.csv\n    readings:\n"
                    + "      - { id: office, name: { id: Kantor, en: Office }, file: council.csv }\n"
            ),
            described("council.csv", "reading"),
        ])
    }

    /// What was decided on an open rule.
    static func decision(_ lines: String) -> Self {
        .append("election.yaml", "decisions:\n\(lines)")
    }
}
