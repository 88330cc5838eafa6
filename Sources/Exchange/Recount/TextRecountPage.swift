import Tally

/// A recount as a table to read: texts left, numbers right and grouped, "–" for what is missing.
struct TextRecountPage: RecountPage {
    private let recount: Recount
    private let widths: [Int]

    /// Looks once at everything that will be shown, to know how wide each column is.
    init(_ recount: Recount, _ selection: [Int]) {
        self.recount = recount
        var widths = recount.columnNames.map(\.unicodeScalars.count)
        for unit in selection {
            for (column, text) in recount.texts(of: unit).enumerated() {
                widths[column] = max(widths[column], text.unicodeScalars.count)
            }
            for (column, figure) in recount.figures(of: unit).enumerated() {
                widths[column + Self.textColumns] = max(widths[column + Self.textColumns], figure.shownWidth)
            }
        }
        self.widths = widths
    }

    private static let textColumns = 3

    var opening: [UInt8] {
        var bytes: [UInt8] = []
        addLine(recount.columnNames, to: &bytes)
        addLine(widths.map { String(repeating: "─", count: $0) }, to: &bytes)
        return bytes
    }

    func words(for units: ArraySlice<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in units {
            addLine(recount.texts(of: unit) + recount.figures(of: unit).map(\.shown), to: &bytes)
        }
        return bytes
    }

    private func addLine(_ cells: [String], to bytes: inout [UInt8]) {
        for (column, text) in cells.enumerated() {
            let isText = column < Self.textColumns
            if column > 0 { bytes += "  ".utf8 }
            let padding = repeatElement(UInt8(ascii: " "), count: widths[column] - text.unicodeScalars.count)
            if !isText { bytes += padding }
            bytes += text.utf8
            if isText { bytes += padding }
        }
        bytes += "\n".utf8
    }
}

extension Recount {
    /// What a table shows of a unit before its figures; line breaks and the like become spaces.
    fileprivate func texts(of unit: Int) -> [String] {
        [units.id(unit), units.level(unit), units.name(unit)].map { text in
            func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
            guard text.utf8.contains(where: isControl) else { return text }
            return String(decoding: text.utf8.map { isControl($0) ? 0x20 : $0 }, as: UTF8.self)
        }
    }
}

extension Int? {
    /// The number with its digits in groups of three.
    fileprivate var shown: String {
        guard let self else { return "–" }
        let digits = Array(String(self.magnitude).utf8)
        var shown = self < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { shown.append(UInt8(ascii: ",")) }
            shown.append(digit)
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// The characters of ``shown``.
    fileprivate var shownWidth: Int {
        guard let self else { return 1 }
        var digits = 1
        var rest = self.magnitude / 10
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        return digits + (digits - 1) / 3 + (self < 0 ? 1 : 0)
    }
}
