import Elections

/// Texts as `election.yaml` writes them.
enum YAMLText {
    /// A text on one line, in quotation marks where YAML would read it otherwise.
    static func scalar(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.first?.isLetter == true && text.last != " " && !text.contains(": ")
            && !text.contains(" #") && text.last != ":"
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard !isPlain || ["true", "false", "null", "yes", "no"].contains(text.lowercased()) else {
            return text
        }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.properties.generalCategory == .control:
                "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
                    + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// The entry of a file in `files`.
    static func lines(of file: SourceFile) -> [String] {
        [
            "\(scalar(file.path)):", "  nature: \(file.nature.rawValue)", "  source:",
            "    id: \(scalar(file.source.indonesian))", "    en: \(scalar(file.source.english))",
        ]
    }

    /// The entry of a reading in a ballot's `readings`.
    static func lines(of reading: FolderDescription.BallotFiles.ReadingFile) -> [String] {
        [
            "- id: \(scalar(reading.id))", "  name:", "    id: \(scalar(reading.name.indonesian))",
            "    en: \(scalar(reading.name.english))", "  file: \(scalar(reading.file))",
        ]
    }

    /// The entry of a ballot with one reading in `ballots`.
    static func lines(
        of ballot: Ballot,
        contestants: String,
        _ reading: FolderDescription.BallotFiles.ReadingFile
    ) -> [String] {
        ["- ballot: \(ballot.rawValue)", "  contestants: \(scalar(contestants))"]
            + lines(ofReadings: reading).map { "  " + $0 }
    }

    /// The readings of a ballot that has none yet.
    static func lines(ofReadings reading: FolderDescription.BallotFiles.ReadingFile) -> [String] {
        ["readings:"] + lines(of: reading).map { "  " + $0 }
    }
}
