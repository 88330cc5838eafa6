@testable import Exchange

/// A table of any size with columns of text and of numbers, some cells missing.
struct RandomTable {
    let columns: [WorkbookColumn<[Workbook.Cell?]>]
    let rows: [[Workbook.Cell?]]
    private let titles: [String]

    init(_ dice: inout some RandomNumberGenerator) {
        let width = Int.random(in: 1...12, using: &dice)
        let areText = (0..<width).map { _ in Bool.random(using: &dice) }
        titles = areText.map { _ in Self.text(&dice) }
        columns = zip(titles, areText).enumerated().map { index, column in
            column.1 ? .text(column.0) { $0[index]?.tableText } : .whole(column.0) { $0[index]?.number }
        }
        rows = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
            areText.map { isText in
                if Int.random(in: 0..<5, using: &dice) == 0 { return nil }
                return isText ? .text(Self.text(&dice)) : .whole(Self.number(&dice))
            }
        }
    }

    /// The cells as a reader gives them: each row, and the table, up to the last filled cell.
    var cells: [[Workbook.Cell?]] {
        var cells = [titles.map { .text($0) }] + rows.map(Self.trimmed)
        while cells.last == [] { cells.removeLast() }
        return cells
    }

    private static func trimmed(_ row: [Workbook.Cell?]) -> [Workbook.Cell?] {
        Array(row[..<((row.lastIndex { $0 != nil } ?? -1) + 1)])
    }

    private static func number(_ dice: inout some RandomNumberGenerator) -> Int {
        let most = 1 << Int.random(in: 0...53, using: &dice)
        return Int.random(in: -most...most, using: &dice)
    }

    /// Text of up to thirty characters, now and then of thousands.
    private static func text(_ dice: inout some RandomNumberGenerator) -> String {
        let signs = [
            "=", "+", "-", "@", "_x0041_", "a", "Z", "9", " ", "\n", "\r", "\t", "é", "日", "😀", "&", "<",
            "\u{1}",
        ]
        let length = Int.random(in: 0..<50, using: &dice) == 0 ? 3_000 : Int.random(in: 1...30, using: &dice)
        let text = (0..<length).map { _ in signs.randomElement(using: &dice) ?? "a" }
        return text.joined()
    }
}

extension Workbook.Cell {
    /// The number of a cell that holds a whole one.
    fileprivate var number: Int? {
        if case .whole(let number) = self { number } else { nil }
    }
}
