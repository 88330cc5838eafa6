extension Workbook.Sheet {
    /// The sheet as a table of text, the same as one that was read from CSV.
    ///
    /// The first filled row is the header; empty rows are passed over. Numbers and days are read as
    /// ``Workbook/Cell/tableText`` says.
    ///
    /// - Parameters:
    ///   - file: What problems call the file.
    ///   - required: Columns that must be there.
    ///   - optional: Columns that may be there; like the required ones they may not stand twice.
    ///   - mayBeEmpty: Whether a header with nothing under it is fine.
    /// - Returns: The whole table, once nothing is wrong with it.
    /// - Throws: ``Problems`` with everything that is wrong with the sheet as a table.
    public func table(
        as file: String,
        required: [String],
        optional: [String] = [],
        mayBeEmpty: Bool = false
    ) throws(Problems) -> CSVTable {
        var sink = TableSink(file: file, required: required, optional: optional)
        var log = ProblemLog()
        read(into: &sink, file: file, needsRows: !mayBeEmpty, &log)
        try log.check()
        return CSVTable(file: file, header: sink.header, rows: sink.rows)
    }

    /// Hands header and rows to what takes those of a CSV file, and notes what is wrong.
    func read(
        into sink: inout some RecordSink,
        file: String,
        needsRows: Bool,
        _ log: inout ProblemLog
    ) {
        guard let first = rows.firstIndex(where: { !$0.isEmpty }) else { return log.add(.empty, file: file) }
        let header = CSVHeader(names: rows[first].map { ($0?.tableText ?? "").trimmed })
        guard sink.begin(header, row: first + 1, &log) else { return }
        var record = CSVRecord(columns: header.names.count)
        var hasRows = false
        for index in rows.indices.dropFirst(first + 1) where !rows[index].isEmpty {
            hasRows = true
            record.row = index + 1
            if record.fill(rows[index], header, file: file, &log) { sink.take(record, &log) }
        }
        if needsRows, !hasRows { log.add(.noRows, file: file) }
    }
}

extension Workbook.Cell {
    /// The cell as a table of text says it: digits, `yyyy-MM-dd`, `TRUE`; `nil` when it shows no value.
    var tableText: String? {
        switch self {
        case .text(let text), .number(let text), .day(let text): text
        case .whole(let number): String(number)
        case .truth(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .error, .notCalculated: nil
        }
    }
}

extension CSVRecord {
    /// Takes over the cells of a row, empty ones up to the width of the header.
    ///
    /// - Returns: Whether every cell has a value or is empty; what does not is noted.
    fileprivate mutating func fill(
        _ cells: [Workbook.Cell?],
        _ header: CSVHeader,
        file: String,
        _ log: inout ProblemLog
    ) -> Bool {
        let before = log.count
        if cells.count > header.names.count {
            let kind = Problem.Kind.rowLength(expected: header.names.count, found: cells.count)
            log.add(kind, file: file, row: row)
        }
        bytes.removeAll(keepingCapacity: true)
        for (column, name) in header.names.enumerated() {
            if let cell = column < cells.count ? cells[column] : nil { append(cell, name, file: file, &log) }
            ends[column] = bytes.count
            // The byte between cells, which belongs to none.
            bytes.append(UInt8(ascii: ","))
        }
        return log.count == before
    }

    private mutating func append(
        _ cell: Workbook.Cell,
        _ column: String,
        file: String,
        _ log: inout ProblemLog
    ) {
        if let text = cell.tableText {
            if text.utf8.count > RecordScanner.longestCell {
                log.add(.tooLong(limit: RecordScanner.longestCell), file: file, row: row, column: column)
            }
            bytes += text.utf8
        } else if case .error(let text) = cell {
            log.add(.errorCell(text.shortened), file: file, row: row, column: column)
        } else {
            log.add(.notCalculated, file: file, row: row, column: column)
        }
    }
}
