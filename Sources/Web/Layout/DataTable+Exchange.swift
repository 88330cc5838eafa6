import Exchange

extension DataTable {
    /// The columns a machine gets, with their place.
    private var machineColumns: [(index: Int, id: String)] {
        columns.enumerated().compactMap { index, column in column.id.map { (index, $0) } }
    }

    /// The table as CSV (RFC 4180); what is missing is an empty cell.
    var csv: [UInt8] {
        var writer = CSVWriter()
        writer.row(machineColumns.map(\.id))
        for row in rows {
            for column in machineColumns {
                switch row[column.index].value {
                case .text(let text): writer.cell(text)
                case .number(let number): writer.cell(number)
                }
            }
            writer.endRow()
        }
        return writer.bytes
    }

    /// The table as a spreadsheet, headed by the ids of its columns; what is missing is an empty cell.
    ///
    /// - Throws: ``WorkbookWriter/Failure`` where a spreadsheet has no room for it.
    func workbook() throws(WorkbookWriter.Failure) -> [UInt8] {
        var writer = WorkbookWriter()
        let written = machineColumns.enumerated().map { place, column in
            columns[column.index].isNumber
                ? WorkbookColumn<[Value]>.whole(column.id) { row in
                    if case .number(let number) = row[place] { number } else { nil }
                }
                : .text(column.id) { row in
                    if case .text(let text) = row[place] { text } else { nil }
                }
        }
        let places = machineColumns.map(\.index)
        try writer.add(caption, columns: written, rows: rows.map { row in places.map { row[$0].value } })
        return try writer.bytes()
    }

    /// The table as a JSON array with an object per row; what is missing is null.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginArray()
        for row in rows {
            writer.beginObject()
            for column in machineColumns {
                writer.name(column.id)
                switch row[column.index].value {
                case .text(let text): writer.value(text)
                case .number(let number): writer.value(number)
                }
            }
            writer.endObject()
        }
        writer.endArray()
        return writer.bytes
    }
}
