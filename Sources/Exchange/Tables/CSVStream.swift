/// Reads one table: chunks of bytes go in, rows come out at the sink, problems are noted.
struct CSVStream<Sink: RecordSink> {
    /// The file as the user named it.
    let file: String
    /// What takes the rows.
    private(set) var sink: Sink
    /// Everything wrong with the file so far.
    private(set) var log = ProblemLog()
    /// Whether more text would be of no use.
    private(set) var isStopped = false

    /// Whether the file was read to its end, if perhaps with problems on the way.
    private(set) var isWhole = false

    private var check = UTF8Check()
    private var scanner = RecordScanner()
    private var header: CSVHeader?
    private var blanks = 0
    private var hasRows = false
    private let needsRows: Bool
    private let longestText: Int

    /// At the start of `file`.
    ///
    /// - Parameters:
    ///   - file: The file as the user named it.
    ///   - sink: What takes the rows.
    ///   - needsRows: Whether a header with nothing under it is a problem.
    ///   - longestText: The bytes a sink that keeps all of them is ready for.
    init(_ file: String, into sink: Sink, needsRows: Bool, longestText: Int = .max) {
        self.file = file
        self.sink = sink
        self.needsRows = needsRows
        self.longestText = longestText
    }

    /// Reads the next chunk.
    ///
    /// - Complexity: O(bytes).
    mutating func feed(_ chunk: [UInt8]) {
        guard !isStopped, !chunk.isEmpty else { return }
        let before = check.offset
        if let bad = check.firstBad(in: chunk.span) {
            // The rows before it are read, so that the row of the bad byte is known.
            if bad > before { advance(Array(chunk[..<(bad - before)])) }
            if !isStopped { stop(.notUTF8(byte: bad), row: scanner.row) }
        } else {
            advance(chunk)
            if check.offset > longestText, !isStopped { stop(.tooLong(limit: longestText)) }
        }
    }

    /// Reads what is left; the file ends here.
    mutating func finish() {
        guard !isStopped else { return }
        if let bad = check.badAtEnd() { return stop(.notUTF8(byte: bad), row: scanner.row) }
        scanner.end()
        advance([])
        guard !isStopped else { return }
        if header == nil { return stop(.empty, row: nil) }
        if needsRows, !hasRows { log.add(.noRows, file: file) }
        isStopped = true
        isWhole = true
    }

    /// Notes that the rest of the file cannot be read.
    mutating func stop(_ kind: Problem.Kind, row: Int? = nil, column: String? = nil) {
        log.add(kind, file: file, row: row, column: column)
        isStopped = true
    }

    private mutating func advance(_ chunk: [UInt8]) {
        scanner.add(chunk)
        while !isStopped {
            switch scanner.step() {
            case .record:
                if accepts(quoted: false) { sink.take(scanner.record, &log) }
            case .unquoted:
                if accepts(quoted: true) { sink.take(scanner.unquoted, &log) }
            case .blank:
                blanks += 1
            case .needsMore: return
            case .strayQuote(let column):
                hasRows = true
                log.add(.strayQuote, file: file, row: scanner.lastRow, column: name(of: column))
                if header == nil { isStopped = true }
            case .openQuote(let column): stop(.strayQuote, row: scanner.lastRow, column: name(of: column))
            case .tooLong(let limit): stop(.tooLong(limit: limit), row: scanner.lastRow)
            }
        }
    }

    /// Whether the row just found goes to the sink; the first one is the header.
    private mutating func accepts(quoted: Bool) -> Bool {
        guard let header else {
            begin(quoted ? scanner.unquoted : scanner.record)
            return false
        }
        if blanks > 0 { passBlanks(header) }
        hasRows = true
        guard scanner.cellCount == header.names.count else {
            let kind = Problem.Kind.rowLength(expected: header.names.count, found: scanner.cellCount)
            log.add(kind, file: file, row: scanner.lastRow)
            return false
        }
        return true
    }

    private mutating func begin(_ record: CSVRecord) {
        blanks = 0
        guard scanner.cellCount <= RecordScanner.mostColumns else {
            return stop(
                .rowLength(expected: RecordScanner.mostColumns, found: scanner.cellCount),
                row: record.row
            )
        }
        let header = CSVHeader(names: (0..<scanner.cellCount).map { record.text($0).trimmed })
        self.header = header
        scanner.expect(columns: header.names.count)
        isStopped = !sink.begin(header, row: record.row, &log)
    }

    /// Empty lines with rows behind them: in a table of one column they are empty cells.
    private mutating func passBlanks(_ header: CSVHeader) {
        var blank = CSVRecord(columns: 1)
        for row in scanner.lastRow - blanks..<scanner.lastRow {
            blank.row = row
            if header.names.count == 1 {
                sink.take(blank, &log)
            } else {
                log.add(.rowLength(expected: header.names.count, found: 1), file: file, row: row)
            }
        }
        blanks = 0
    }

    private func name(of column: Int) -> String? {
        guard let header, header.names.indices.contains(column) else { return nil }
        return header.names[column]
    }
}
