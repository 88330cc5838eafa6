/// Cuts chunks of CSV text (RFC 4180) into rows.
struct RecordScanner {
    /// The row that was found last, unless it has quotes; its buffer is what is being scanned.
    private(set) var record = CSVRecord(columns: mostColumns)
    /// The row that was found last, if it has quotes: cells without them.
    var unquoted = CSVRecord(columns: mostColumns)
    /// The cells of the row that was found last, counted also beyond the columns of the header.
    var cellCount = 0
    /// Where the next row begins.
    var next = 0
    /// Whether the text ends where the buffer does.
    private(set) var isAtEnd = false
    /// Whether the rest of a line is passed over after a stray quotation mark.
    private var isSkipping = false

    /// The columns a header may have: as many as a spreadsheet has.
    static let mostColumns = 16_384
    /// The bytes a cell may have.
    static let longestCell = 64 << 10
    /// The bytes a row may have.
    static let longestRow = 1 << 20

    /// What came next.
    enum Step {
        case record, unquoted, blank
        case needsMore
        /// A quotation mark in the middle of a cell; the rest of the line is passed over.
        case strayQuote(column: Int)
        /// A quotation mark that no other one closes: no row can be told from the next.
        case openQuote(column: Int)
        case tooLong(limit: Int)
    }

    /// Whether text waits that is no whole row yet.
    var hasRest: Bool { next < record.bytes.count }
    /// The row that comes next or is half there.
    var row: Int { record.row + 1 }
    /// The row that was found last.
    var lastRow: Int { record.row }

    /// From now on rows should have `columns` cells.
    mutating func expect(columns: Int) {
        record.ends = Array(repeating: 0, count: columns)
        unquoted.ends = record.ends
    }

    /// Adds text behind what is there.
    mutating func add(_ chunk: [UInt8]) {
        record.bytes.removeSubrange(..<next)
        next = 0
        if record.bytes.isEmpty { record.bytes = chunk } else { record.bytes += chunk }
    }

    /// Takes what is left for the last row, even without a line end.
    mutating func end() {
        isAtEnd = true
    }

    /// Finds the next row.
    mutating func step() -> Step {
        if record.row == 0, !skipByteOrderMark() { return .needsMore }
        if isSkipping, !skipLine() { return .needsMore }
        let found = scan()
        let step =
            switch found.end {
            case .line: accept(found.index)
            case .quote: scanQuoted()
            case .outOfText: outOfText()
            }
        if case .needsMore = step { return step }
        record.row += 1
        unquoted.row = record.row
        return step
    }

    private mutating func scan() -> LineScan {
        record.start = next
        let found = LineScan(record.bytes, from: next, ends: &record.ends)
        cellCount = found.cells
        return found
    }

    /// What to make of a row without quotes that ends at `end`.
    private mutating func accept(_ end: Int) -> Step {
        let hasReturn = end > next && record.bytes[end - 1] == UInt8(ascii: "\r")
        let textEnd = hasReturn ? end - 1 : end
        if hasReturn, cellCount <= record.ends.count { record.ends[cellCount - 1] = textEnd }
        defer { next = end + 1 }
        if textEnd == next { return .blank }
        if end - next > Self.longestCell {
            let columns = 0..<min(cellCount, record.ends.count)
            let hasLongCell = columns.contains { record.range($0).count > Self.longestCell }
            if hasLongCell { return .tooLong(limit: Self.longestCell) }
            if end - next > Self.longestRow { return .tooLong(limit: Self.longestRow) }
        }
        return .record
    }

    /// What to make of text without a line end.
    private mutating func outOfText() -> Step {
        if isAtEnd, hasRest { return accept(record.bytes.count) }
        return record.bytes.count - next > Self.longestRow ? .tooLong(limit: Self.longestRow) : .needsMore
    }

    /// Passes over the rest of a line.
    ///
    /// - Returns: Whether its end is there.
    mutating func skipLine() -> Bool {
        let end = record.bytes[next...].firstIndex(of: UInt8(ascii: "\n"))
        next = end.map { $0 + 1 } ?? record.bytes.count
        isSkipping = end == nil
        return !isSkipping
    }

    /// Steps over a byte order mark at the start of the text.
    ///
    /// - Returns: Whether enough text is there to know.
    private mutating func skipByteOrderMark() -> Bool {
        guard record.bytes.count >= 3 || isAtEnd else { return false }
        if next == 0, record.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
        return true
    }
}
