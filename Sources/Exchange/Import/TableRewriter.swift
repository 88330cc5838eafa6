/// Copies a table of the folder, with columns and rows added and cells replaced; the rest stays as it is.
struct TableRewriter: RecordSink {
    /// The table as it will be.
    private(set) var writer = CSVWriter()

    private let cells: FormCells
    /// The names of columns that are added where the table lacks them.
    private let wanted: [String]
    /// The form that takes a row of the file, by that row.
    private let changed: [Int: Int]
    private var columns: [FormCells.Column] = []

    init(_ cells: FormCells, wanted: [String], changed: [Int: Int]) {
        self.cells = cells
        self.wanted = wanted
        self.changed = changed
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        let names = header.names + wanted.filter { !header.names.contains($0) }
        columns = names.map { cells.column($0) }
        writer.row(names)
        return true
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        let form = changed[record.row]
        for (index, column) in columns.enumerated() {
            let text = index < record.ends.count ? record.text(index) : ""
            if let form { cells.write(form, column, keeping: text, to: &writer) } else { writer.cell(text) }
        }
        writer.endRow()
    }

    /// Adds a row for a form.
    mutating func add(_ form: Int) {
        for column in columns { cells.write(form, column, to: &writer) }
        writer.endRow()
    }

    /// The table at `path` with the changes, and a row for each of `added`.
    ///
    /// - Throws: ``Problems`` when it cannot be read to its end.
    static func rewrite(
        _ path: String,
        _ rewriter: TableRewriter,
        adding added: [Int]
    ) async throws(Problems) -> [UInt8] {
        var stream = CSVStream(path, into: rewriter, needsRows: false)
        await stream.readAll(from: path)
        try stream.log.check()
        var result = stream.sink
        for form in added { result.add(form) }
        return result.writer.bytes
    }
}
