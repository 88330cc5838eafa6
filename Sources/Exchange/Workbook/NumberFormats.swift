/// Which styles of a workbook show numbers as days.
struct NumberFormats {
    /// Whether each style does, by its place in the list of styles.
    private let showsDays: [Bool]

    /// No styles.
    init() {
        showsDays = []
    }

    /// The styles of a workbook.
    init(_ styles: StylesXML) {
        var custom: [Int: Bool] = [:]
        for format in styles.numFmts?.numFmt ?? [] {
            custom[format.numFmtId] = Self.showsDay(format.formatCode)
        }
        showsDays = (styles.cellXfs?.xf ?? []).map { style in
            let id = style.numFmtId ?? 0
            return custom[id] ?? Self.builtIn.contains(id)
        }
    }

    /// Whether cells of that style show days; a style that is not there shows nothing special.
    func showsDay(_ style: Int) -> Bool {
        showsDays.indices.contains(style) && showsDays[style]
    }

    /// The formats with a day that have no code in the file; 18 to 21 show the time of day only.
    private static let builtIn: Set<Int> = [14, 15, 16, 17, 22]

    /// Whether a format shows a day: `d` or `y`, or `m` where it cannot mean minutes.
    static func showsDay(_ code: String) -> Bool {
        let letters = Set(letters(of: code))
        if letters.contains("d") || letters.contains("y") { return true }
        return letters.contains("m") && !letters.contains("h") && !letters.contains("s")
    }

    /// The letters of a format in lower case, without quoted text, brackets and escaped characters.
    private static func letters(of code: String) -> [Character] {
        var letters: [Character] = []
        var rest = code.lowercased()[...]
        while let letter = rest.popFirst() {
            switch letter {
            case "\\", "_", "*": rest = rest.dropFirst()
            case "\"": rest = rest.drop { $0 != letter }.dropFirst()
            case "[":
                // Hours passed, `[h]`, and the like stand in brackets, as colours and languages do.
                let inside = rest.prefix { $0 != "]" }
                if inside.allSatisfy({ "hms".contains($0) }) { letters.append("h") }
                rest = rest.dropFirst(inside.count + 1)
            default: letters.append(letter)
            }
        }
        return letters
    }
}
