import Tally

/// Takes the rows of a certified file: `unit_id` and the matched columns.
struct CertifiedSink: RecordSink {
    private let file: String
    private let names: [String]
    /// The units by code; `nil` when their file is unreadable and no code can be called unknown.
    private let units: TextIndex?
    private var columns: [Int] = []
    /// Per unit, the row of its figures; 0 while there is none.
    private var rows: [Int32]
    private var lastUnit = 0
    private(set) var figures: CertifiedFigures

    /// The largest figure: the largest whole number that every reader of JSON keeps exactly.
    static let limit = 1 << 53 - 1

    init(file: String, names: [String], units: TextIndex?) {
        self.file = file
        self.names = names
        self.units = units
        let count = units?.texts.count ?? 0
        rows = Array(repeating: 0, count: count)
        figures = CertifiedFigures(units: count, columns: names.count)
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        columns = header.columns(["unit_id"] + names, of: file, row: row, &log)
        return columns.count == names.count + 1
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        let unit = unit(record, &log)
        for index in names.indices {
            switch record.count(columns[index + 1], limit: Self.limit) {
            case .missing: break
            case .count(let count): if let unit { figures[unit, index] = count }
            case .refused(let refusal):
                log.add(
                    refusal.problem(record.text(columns[index + 1]), limit: Self.limit),
                    file: file,
                    row: record.row,
                    column: names[index]
                )
            }
        }
    }

    /// The unit of a row; `nil` when it cannot be told or had its figures already, which is noted.
    private mutating func unit(_ record: borrowing CSVRecord, _ log: inout ProblemLog) -> Int? {
        guard let units else { return nil }
        let id = record.range(columns[0])
        guard let unit = units.number(of: record.bytes, id, near: lastUnit) else {
            let text = record.text(columns[0])
            note(text.isEmpty ? .emptyCell : .unknown(text.shortened, of: .unit), record.row, &log)
            return nil
        }
        lastUnit = unit
        guard rows[unit] == 0 else {
            let kind = Problem.Kind.duplicate(record.text(columns[0]).shortened, firstRow: Int(rows[unit]))
            note(kind, record.row, &log)
            return nil
        }
        rows[unit] = Int32(clamping: record.row)
        return unit
    }

    private func note(_ kind: Problem.Kind, _ row: Int, _ log: inout ProblemLog) {
        log.add(kind, file: file, row: row, column: "unit_id")
    }
}
