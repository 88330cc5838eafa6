/// Keeps every row of a table as text.
struct TableSink: RecordSink {
    private let file: String
    private let required: [String]
    private let optional: [String]
    private var columns: [String: Int] = [:]
    private(set) var header: [String] = []
    private(set) var rows: [CSVRow] = []

    init(file: String, required: [String], optional: [String]) {
        self.file = file
        self.required = required
        self.optional = optional
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        self.header = header.names
        columns = Dictionary(zip(header.names, header.names.indices)) { first, _ in first }
        let found = (required + optional).compactMap { header.column($0, of: file, row: row, &log) }
        let missing = required.filter { columns[$0] == nil }
        header.noteMissing(missing, of: file, row: row, &log)
        return missing.isEmpty && found.count >= required.count
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        let cells = header.indices.map { record.text($0) }
        rows.append(CSVRow(file: file, number: record.row, cells: cells, columns: columns))
    }
}
