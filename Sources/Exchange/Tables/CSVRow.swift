/// One row of a small table.
///
/// The reading functions take a log: they note what is wrong and go on, so that a caller can report
/// every problem of a file at once.
public struct CSVRow: Sendable {
    /// The file as the user named it.
    public let file: String
    /// The row as a spreadsheet shows it; the header is row 1.
    public let number: Int
    private let cells: [String]
    private let columns: [String: Int]

    init(file: String, number: Int, cells: [String], columns: [String: Int]) {
        self.file = file
        self.number = number
        self.cells = cells
        self.columns = columns
    }

    /// The cell exactly as it stands in the file; `nil` when the table has no such column.
    public subscript(column: String) -> String? {
        columns[column].map { cells[$0] }
    }

    /// The cell without spaces around it; an empty cell, or no such column, is `nil`.
    public func optionalText(_ column: String) -> String? {
        guard let text = self[column]?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// The cell without spaces around it.
    ///
    /// - Returns: `nil` when it is empty, which is noted.
    public func text(_ column: String, _ log: inout ProblemLog) -> String? {
        let text = optionalText(column)
        if text == nil { note(.emptyCell, column, &log) }
        return text
    }

    /// The cell as a count not above `limit`; an empty cell, or no such column, is `nil`: missing.
    ///
    /// - Returns: `nil` also for anything else that is no count, which is noted.
    public func optionalCount(_ column: String, limit: Int, _ log: inout ProblemLog) -> Int? {
        guard let text = optionalText(column) else { return nil }
        let bytes = Array(text.utf8)
        switch CountCell(bytes.span, bytes.indices, limit: limit) {
        case .missing: return nil
        case .count(let count): return count
        case .refused(let refusal):
            note(refusal.problem(text, limit: limit), column, &log)
            return nil
        }
    }

    /// The cell as a count not above `limit`.
    ///
    /// - Returns: `nil` when it is empty or no count, which is noted.
    public func count(_ column: String, limit: Int, _ log: inout ProblemLog) -> Int? {
        guard optionalText(column) != nil else {
            note(.emptyCell, column, &log)
            return nil
        }
        return optionalCount(column, limit: limit, &log)
    }

    /// Notes something wrong with a cell of this row, or with the row itself.
    public func note(_ kind: Problem.Kind, _ column: String? = nil, _ log: inout ProblemLog) {
        log.add(kind, file: file, row: number, column: column)
    }
}
