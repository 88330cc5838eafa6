/// The rows of a sheet as they are read.
struct SheetRows: XMLSink {
    /// The rows so far, gaps as empty ones.
    private(set) var rows: [[Workbook.Cell?]] = []
    /// How many cells there may still be, gaps between filled ones included.
    private(set) var cellsLeft: Int
    private let limit: Int
    private let context: CellContext
    private var isInData = false
    private var row: Row?
    private var cell: CellXML?

    /// A row that is being read.
    private struct Row {
        let index: Int
        var cells: [Workbook.Cell?] = []
        /// Where a cell stands that does not say where.
        var nextColumn = 0
    }

    /// Before the first row of a sheet, with room for `cellsLeft` of the `limit` cells of a workbook.
    init(_ context: CellContext, cellsLeft: Int, limit: Int) {
        self.context = context
        self.cellsLeft = cellsLeft
        self.limit = limit
    }

    mutating func open(_ name: String, _ attributes: [String: String]) throws(WorkbookRefusal) {
        if cell != nil {
            cell?.open(name)
        } else if row != nil {
            if name == "c" { try beginCell(attributes) }
        } else if isInData {
            if name == "row" { try beginRow(attributes["r"]) }
        } else if name == "sheetData" {
            isInData = true
        }
    }

    mutating func close(_ name: String) throws(WorkbookRefusal) {
        switch name {
        case "c": try endCell()
        case "row": endRow()
        case "sheetData": isInData = false
        default: cell?.close(name)
        }
    }

    mutating func text(_ text: String) {
        cell?.add(text)
    }

    private mutating func beginRow(_ number: String?) throws(WorkbookRefusal) {
        var index = rows.count
        if let number {
            guard let value = Int(number), value > 0 else { throw WorkbookRefusal(.malformed) }
            guard value > rows.count else { throw WorkbookRefusal(.misplaced, cell: "A\(value)") }
            index = value - 1
        }
        guard index < WorkbookLimits.rows else {
            throw WorkbookRefusal(.tooMuch(.rows, limit: WorkbookLimits.rows))
        }
        row = Row(index: index)
    }

    private mutating func beginCell(_ attributes: [String: String]) throws(WorkbookRefusal) {
        guard let row else { return }
        var place = CellPlace(row: row.index, column: row.nextColumn)
        if let reference = attributes["r"] {
            guard let named = CellPlace(reference) else {
                throw WorkbookRefusal(.malformed, cell: reference.shortened)
            }
            guard named.row == row.index, named.column >= row.nextColumn else {
                throw WorkbookRefusal(.misplaced, cell: reference)
            }
            place = named
        }
        guard place.column < WorkbookLimits.columns else {
            throw WorkbookRefusal(.tooMuch(.columns, limit: WorkbookLimits.columns), cell: place.description)
        }
        self.row?.nextColumn = place.column + 1
        cell = CellXML(attributes, at: place)
    }

    private mutating func endCell() throws(WorkbookRefusal) {
        guard let xml = cell else { return }
        cell = nil
        let read: Workbook.Cell?
        do throws(WorkbookRefusal.Fault) { read = try xml.cell(context) } catch {
            throw WorkbookRefusal(error, cell: xml.place.description)
        }
        guard let read, let filled = row?.cells.count else { return }
        cellsLeft -= xml.place.column + 1 - filled
        guard cellsLeft >= 0 else {
            throw WorkbookRefusal(.tooMuch(.cells, limit: limit), cell: xml.place.description)
        }
        row?.cells += Array(repeating: nil, count: xml.place.column - filled)
        row?.cells.append(read)
    }

    /// Keeps a row with filled cells; rows are counted only up to the last of those.
    private mutating func endRow() {
        guard let ended = row else { return }
        row = nil
        guard !ended.cells.isEmpty else { return }
        rows += Array(repeating: [], count: ended.index - rows.count)
        rows.append(ended.cells)
    }
}
