/// A cell as the file spells it.
struct CellXML {
    /// Where it stands.
    let place: CellPlace
    private let kind: String?
    private let style: Int
    private var hasFormula = false
    private var value = ""
    private var isInValue = false
    private var inline: TextRuns?

    /// A cell that begins.
    init(_ attributes: [String: String], at place: CellPlace) {
        self.place = place
        kind = attributes["t"]
        style = attributes["s"].flatMap(Int.init) ?? 0
    }

    /// An element of the cell begins.
    mutating func open(_ name: String) {
        switch name {
        case "v": isInValue = true
        case "f": hasFormula = true
        case "is": inline = TextRuns()
        default: inline?.open(name)
        }
    }

    /// An element of the cell ends.
    mutating func close(_ name: String) {
        if name == "v" { isInValue = false } else { inline?.close(name) }
    }

    /// Takes text of the element that is open.
    mutating func add(_ text: String) {
        if isInValue { value += text } else { inline?.add(text) }
    }

    /// What the cell shows; `nil` when it is empty.
    ///
    /// - Throws: ``WorkbookRefusal/Fault`` when the value does not fit its type.
    func cell(_ context: CellContext) throws(WorkbookRefusal.Fault) -> Workbook.Cell? {
        switch kind {
        case "inlineStr": return text(inline?.joined ?? "")
        // The result of a formula may be an empty text.
        case "str": return text(value)
        case "s":
            guard let index = Int(value), context.texts.indices.contains(index) else { throw .malformed }
            let text = context.texts[index]
            return text.isEmpty ? nil : .text(text)
        default: break
        }
        guard !value.isEmpty else { return hasFormula ? .notCalculated : nil }
        switch kind {
        case nil, "n": return try number(context)
        case "b":
            guard ["0", "1"].contains(value) else { throw .malformed }
            return .truth(value == "1")
        case "e": return .error(value)
        case "d": return .day(String(value.prefix { $0 != "T" }))
        default: throw .malformed
        }
    }

    private func text(_ escaped: String) -> Workbook.Cell? {
        let text = EscapedText.decode(escaped)
        return text.isEmpty ? nil : .text(text)
    }

    private func number(_ context: CellContext) throws(WorkbookRefusal.Fault) -> Workbook.Cell {
        let text = value.trimmed
        guard let number = DecimalText(text) else { throw .notANumber(value.shortened) }
        if context.formats.showsDay(style), let days = number.wholePart, let day = context.days.day(days) {
            return .day(day)
        }
        return number.whole.map(Workbook.Cell.whole) ?? .number(text)
    }
}

/// What cells refer to.
struct CellContext {
    let texts: [String]
    let formats: NumberFormats
    let days: DayCount
}
