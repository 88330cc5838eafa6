import Elections

/// A list of candidates as somebody typed or pasted it, a line each: `1. H. Nama Lengkap, S.Sos; L`.
///
/// A number may be left out, since the order gives it; one that is there must be the one that is due. Between the
/// columns stands a semicolon, or a tab as spreadsheets copy it.
struct TypedList: Hashable {
    /// The most lines that are read.
    static let mostLines = 200
    /// The most bytes of a line.
    static let longestLine = 500

    /// Who stands on it, in order.
    let candidates: [Candidate]

    /// Reads a text; lines of nothing are none.
    ///
    /// - Throws: Everything that is wrong, line by line.
    init(parsing text: String) throws(Faults) {
        var candidates: [Candidate] = []
        var faults: [Fault] = []
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            guard place < Self.mostLines else {
                faults.append(Fault(line: place + 1, kind: .tooMany))
                break
            }
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            let number = candidates.count + faults.count + 1
            do throws(Fault.Kind) {
                candidates.append(try Self.candidate(line, number: number))
            } catch { faults.append(Fault(line: place + 1, kind: error)) }
        }
        guard faults.isEmpty else { throw Faults(all: faults) }
        self.candidates = candidates
    }

    /// Reads one line; `number` is the candidate's.
    static func candidate(_ line: some StringProtocol, number: Int) throws(Fault.Kind) -> Candidate {
        guard line.utf8.count <= longestLine else { throw .tooLong }
        var parts = line.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "\t" }
            .map { Substring($0).trimmingSpace }
        if parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(\.isNumber) {
            parts[1] = "\(parts[0]). \(parts[1])"
            parts.removeFirst()
        }
        guard parts.count <= 2 else { throw .columns }
        guard parts.count == 2, !parts[1].isEmpty else { throw .noSex }
        let written = parts[0].prefix(while: \.isNumber)
        var name = parts[0]
        if !written.isEmpty {
            name = name[written.endIndex...]
            if let mark = name.first, mark == "." || mark == ")" { name = name.dropFirst() }
            guard Int(typed: written) == number else { throw .number(String(written), due: number) }
        }
        guard let person = PersonName(typed: name) else { throw .noName }
        guard let sex = Field.Sex(typed: parts[1]) else { throw .sex(String(parts[1])) }
        return Candidate(number: number, name: person, sex: sex)
    }

    /// What is wrong with a line.
    struct Fault: Hashable {
        /// Its number in the text, from 1; empty lines count.
        let line: Int
        let kind: Kind

        /// What is wrong.
        enum Kind: Error, Hashable {
            case noName, noSex, columns, tooLong, tooMany
            case sex(String)
            case number(String, due: Int)
        }
    }

    /// Everything that is wrong.
    struct Faults: Error, Hashable {
        let all: [Fault]
    }
}

extension TypedList.Faults {
    /// The first five in words, each with its line.
    var words: LocalizedText {
        let more = all.count > 5
        func joined(_ language: Language, _ line: String, _ end: String) -> String {
            let lines = all.prefix(5).map { "\(line) \($0.line): \($0.kind.words[language])" }
            return lines.joined(separator: "; ") + (more ? end : "")
        }
        return LocalizedText(
            id: joined(.indonesian, "baris", "; dan \(all.count - 5) baris lain"),
            en: joined(.english, "line", "; and \(all.count - 5) more lines")
        )
    }
}

extension TypedList.Fault.Kind {
    /// What is wrong, and what to do.
    var words: LocalizedText {
        switch self {
        case .noName: LocalizedText(id: "namanya tidak ada", en: "the name is missing")
        case .noSex:
            LocalizedText(
                id: "tulis ; L (laki-laki) atau ; P (perempuan) di ujungnya",
                en: "write ; L (a man) or ; P (a woman) at its end"
            )
        case .columns:
            LocalizedText(
                id: "terlalu banyak titik koma; hanya satu, sebelum L atau P",
                en: "too many semicolons; one alone, before L or P"
            )
        case .tooLong:
            LocalizedText(
                id: "lebih dari \(TypedList.longestLine) huruf",
                en: "more than \(TypedList.longestLine) letters"
            )
        case .tooMany:
            LocalizedText(
                id: "lebih dari \(TypedList.mostLines) baris",
                en: "more than \(TypedList.mostLines) lines"
            )
        case .sex(let text):
            LocalizedText(
                id: "“\(text)” bukan L atau P",
                en: "“\(text)” is neither L (a man) nor P (a woman)"
            )
        case .number(let found, let due):
            LocalizedText(
                id: "bernomor \(found), seharusnya \(due)",
                en: "has number \(found) where \(due) is due"
            )
        }
    }
}

extension Candidate {
    /// The candidate as a line of such a text.
    var typed: String { "\(number). \(name.full); \(sex?.letter ?? "")" }
}

extension PersonName {
    /// What stands before a name and is none, as lists write it.
    private static let titles: Set<String> = [
        "h.", "hj.", "dr.", "drs.", "dra.", "drg.", "drh.", "ir.", "prof.", "kh.", "k.h.", "tgh.", "apt.",
        "ns.",
        "pdt.", "ust.",
    ]

    /// Reads a name as it is written: titles that everybody knows before it, and what follows a comma behind it.
    ///
    /// However it is divided, ``full`` is what was written, but for spaces.
    init?(typed text: some StringProtocol) {
        let sides = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        let after = sides.dropFirst().first.map { words(of: $0).joined(separator: " ") } ?? ""
        let all = sides.first.map { words(of: $0) } ?? []
        let before = all.prefix { Self.titles.contains($0.lowercased()) }
        let name = all.dropFirst(before.count).joined(separator: " ")
        guard !name.isEmpty else { return nil }
        self.init(
            before: before.isEmpty ? nil : before.joined(separator: " "),
            name: name,
            after: after.isEmpty ? nil : after
        )
    }
}

private func words(of text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { String($0) }
}

extension Field.Sex {
    /// Reads L or P, as on the lists, or the word.
    init?(typed text: some StringProtocol) {
        switch text.lowercased() {
        case "l", "lk", "laki-laki": self = .male
        case "p", "pr", "perempuan": self = .female
        default: return nil
        }
    }
}
