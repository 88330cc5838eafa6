import Tally

/// Takes the rows of a units file: `id,level,name,parent_id`.
struct UnitSink: RecordSink {
    private let file: String
    private var columns: [Int] = []
    private(set) var ids = TextIndex()
    private var levels = TextIndex()
    private var levelNumbers: [Int32] = []
    private var names = TextColumn()
    private var parentIDs = TextColumn()
    private var rows: [Int32] = []

    private static let columnNames = ["id", "level", "name", "parent_id"]

    init(file: String) {
        self.file = file
    }

    mutating func begin(_ header: CSVHeader, row: Int, _ log: inout ProblemLog) -> Bool {
        columns = header.columns(Self.columnNames, of: file, row: row, &log)
        return columns.count == Self.columnNames.count
    }

    mutating func take(_ record: borrowing CSVRecord, _ log: inout ProblemLog) {
        let id = record.range(columns[0])
        guard !id.isEmpty else { return log.add(.emptyCell, file: file, row: record.row, column: "id") }
        let (isNew, number) = ids.insert(record.bytes, id)
        guard isNew else {
            let kind = Problem.Kind.duplicate(record.text(columns[0]).shortened, firstRow: Int(rows[number]))
            return log.add(kind, file: file, row: record.row, column: "id")
        }
        rows.append(Int32(clamping: record.row))
        levelNumbers.append(Int32(levels.insert(record.bytes, record.range(columns[1])).number))
        names.append(record.bytes, record.range(columns[2]))
        parentIDs.append(record.bytes, record.range(columns[3]))
    }

    /// The table; `nil` when the units form no tree, which is noted.
    func table(_ log: inout ProblemLog) -> UnitTable? {
        let parents = resolveParents(&log)
        do throws(UnitTree.Failure) {
            return UnitTable(
                tree: try UnitTree(parents: parents),
                ids: ids,
                levels: levels,
                levelNumbers: levelNumbers,
                names: names
            )
        } catch {
            note(error, &log)
            return nil
        }
    }

    private func resolveParents(_ log: inout ProblemLog) -> [Int?] {
        // Children of one unit mostly follow each other.
        var last = 0
        return (0..<ids.texts.count).map { unit in
            let id = parentIDs.range(unit)
            guard !id.isEmpty else { return nil }
            let parent = ids.number(of: parentIDs.bytes, id, near: last)
            last = parent ?? last
            if parent == nil {
                let kind = Problem.Kind.unknown(parentIDs[unit].shortened, of: .unit)
                log.add(kind, file: file, row: Int(rows[unit]), column: "parent_id")
            }
            return parent
        }
    }

    private func note(_ failure: UnitTree.Failure, _ log: inout ProblemLog) {
        switch failure {
        case .parentOutOfRange(let unit, let parent):
            preconditionFailure("unit \(unit): \(parent) came out of the index of units")
        case .cycles(let cycles):
            for cycle in cycles {
                let members = cycle.prefix(Self.longestCycleShown).map { ids.texts[$0].shortened }
                let row = Int(rows[cycle[0]])
                log.add(.cycle(members), file: file, row: row, column: "parent_id")
            }
        }
    }

    private static let longestCycleShown = 20
}
