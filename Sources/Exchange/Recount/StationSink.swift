import Tally

/// Takes the rows of a stations file: the unit in `village_id` or `unit_id`, and the counted columns.
struct StationSink: RecordSink {
    private let file: String
    private let counters: [String]
    /// The units by code; `nil` when their file is unreadable and no code can be called unknown.
    private let units: TextIndex?
    private var unitColumn = 0
    private var unitColumnName = ""
    private var columns: [Int] = []
    private var cells: [UInt32?]
    /// The unit of the row before: stations of a unit mostly follow each other.
    private var lastUnit = 0
    /// What is added up; `nil` when there are no units to add up over.
    private(set) var sheet: TallySheet?

    private static let unitColumnNames = ["village_id", "unit_id"]

    init(file: String, counters: [String], units: TextIndex?, sheet: TallySheet?) {
        self.file = file
        self.counters = counters
        self.units = units
        cells = Array(repeating: nil, count: counters.count)
        self.sheet = sheet
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        columns = header.columns(counters, of: file, row: row, &log)
        guard columns.count == counters.count || header.names.count > 1 else { return false }
        let unitNames = Self.unitColumnNames.filter(header.names.contains)
        guard unitNames.count == 1 else {
            let kind: Problem.Kind =
                unitNames.isEmpty
                ? .columnsMissing(anyOf: Self.unitColumnNames, found: header.names.map(\.shortened))
                : .columnsExclude(unitNames)
            log.add(kind, file: file, row: row)
            return false
        }
        unitColumnName = unitNames[0]
        unitColumn = header.column(unitColumnName, of: file, row: row, &log) ?? 0
        return columns.count == counters.count
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        let unit = unit(record, &log)
        for index in columns.indices {
            switch record.count(columns[index], limit: Int(UInt32.max)) {
            case .missing: cells[index] = nil
            case .count(let count): cells[index] = UInt32(truncatingIfNeeded: count)
            case .refused(let refusal):
                log.add(
                    refusal.problem(record.text(columns[index]), limit: Int(UInt32.max)),
                    file: file,
                    row: record.row,
                    column: counters[index]
                )
            }
        }
        if let unit { sheet?.add(unit: unit, cells: cells) }
    }

    /// The unit of a row; `nil` when it cannot be told, which is noted.
    private mutating func unit(_ record: borrowing CSVRecord, _ log: inout ProblemLog) -> Int? {
        guard let units else { return nil }
        let id = record.range(unitColumn)
        guard let unit = units.number(of: record.bytes, id, near: lastUnit) else {
            log.add(
                id.isEmpty ? .emptyCell : .unknown(record.text(unitColumn).shortened, of: .unit),
                file: file,
                row: record.row,
                column: unitColumnName
            )
            return nil
        }
        lastUnit = unit
        return unit
    }
}
