/// A sheet to be written, checked to be one a spreadsheet opens.
struct SheetDraft {
    let name: String
    let titles: [String]
    let rows: [[WorkbookValue?]]
    /// How wide each column is, in characters.
    let widths: [Int]

    /// The longest text of a cell, in UTF-16 units.
    static let longestText = 32_767
    private static let width = 6...60

    /// A sheet whose texts are escaped as a workbook wants them.
    ///
    /// - Throws: ``WorkbookWriter/Failure`` when a spreadsheet has no room for it.
    /// - Complexity: O(cells).
    init<Row>(
        _ name: String,
        _ columns: [WorkbookColumn<Row>],
        _ rows: some Sequence<Row>
    ) throws(WorkbookWriter.Failure) {
        guard !columns.isEmpty else { throw .noColumns }
        guard columns.count <= WorkbookLimits.columns else {
            throw .tooManyColumns(limit: WorkbookLimits.columns)
        }
        // The arrow of the filter takes some room beside a heading.
        var widths = columns.map { $0.title.count + 3 }
        var all: [[WorkbookValue?]] = []
        for row in rows {
            guard all.count + 1 < WorkbookLimits.rows else { throw .tooManyRows(limit: WorkbookLimits.rows) }
            var values: [WorkbookValue?] = []
            for (index, column) in columns.enumerated() {
                let value = column.value(row)
                widths[index] = max(widths[index], (value?.width ?? 0) + 1)
                let place = CellPlace(row: all.count + 1, column: index)
                values.append(try value?.checked(at: place))
            }
            all.append(values)
        }
        self.name = name
        self.rows = all
        self.widths = widths.map { min(max($0, Self.width.lowerBound), Self.width.upperBound) }
        var titles: [String] = []
        for (index, column) in columns.enumerated() {
            titles.append(try WorkbookValue.escaped(column.title, at: CellPlace(row: 0, column: index)))
        }
        self.titles = titles
    }
}

extension WorkbookValue {
    /// How many characters wide it is shown.
    fileprivate var width: Int {
        switch self {
        case .text(let text): text.utf8.count < 60 ? text.count : 60
        case .whole(let number): String(number).utf8.count
        }
    }

    /// The value as it is written.
    ///
    /// - Throws: ``WorkbookWriter/Failure`` when no cell can hold it.
    fileprivate func checked(at place: CellPlace) throws(WorkbookWriter.Failure) -> WorkbookValue {
        switch self {
        case .text(let text): return .text(try Self.escaped(text, at: place))
        case .whole(let number):
            guard number.magnitude <= DecimalText.largestWhole else {
                throw .tooLarge(number, cell: place.description)
            }
            return self
        }
    }

    /// Text as it is written.
    ///
    /// - Throws: ``WorkbookWriter/Failure`` when it is too long for a cell.
    fileprivate static func escaped(
        _ text: String,
        at place: CellPlace
    ) throws(WorkbookWriter.Failure) -> String {
        let escaped = EscapedText.encode(text)
        guard escaped.utf16.count <= SheetDraft.longestText else {
            throw .tooLong(limit: SheetDraft.longestText, cell: place.description)
        }
        return escaped
    }
}
