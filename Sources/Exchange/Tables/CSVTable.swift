/// A small table in memory: header and rows, every cell as text.
///
/// For files a person edits; large ones are streamed. Columns are found by name, in any order; columns
/// nobody asks for are left alone.
public struct CSVTable: Sendable {
    /// The largest text that is read, in bytes.
    public static let largestFile = 64 << 20

    /// The file as the user named it.
    public let file: String
    /// The names of the columns, without spaces around them.
    public let header: [String]
    /// The rows under the header, in order.
    public let rows: [CSVRow]

    init(file: String, header: [String], rows: [CSVRow]) {
        self.file = file
        self.header = header
        self.rows = rows
    }

    /// Whether the table has a column of that name.
    public func has(_ column: String) -> Bool {
        header.contains(column)
    }

    /// Reads the file at `path`, plain or packed by gzip.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - name: What problems call the file; `path` unless given.
    ///   - required: Columns that must be there.
    ///   - optional: Columns that may be there; like the required ones they may not stand twice.
    ///   - mayBeEmpty: Whether a header with nothing under it is fine.
    /// - Returns: The whole table, once nothing is wrong with it.
    /// - Throws: ``Problems`` with everything that is wrong with the file as a table.
    public static func read(
        path: String,
        as name: String? = nil,
        required: [String],
        optional: [String] = [],
        mayBeEmpty: Bool = false
    ) async throws(Problems) -> CSVTable {
        let file = name ?? path
        let sink = TableSink(file: file, required: required, optional: optional)
        var stream = CSVStream(file, into: sink, needsRows: !mayBeEmpty, longestText: largestFile)
        await stream.readAll(from: path)
        return try table(from: stream)
    }

    /// Reads a table from bytes in memory; see ``read(path:as:required:optional:mayBeEmpty:)``.
    ///
    /// - Throws: ``Problems`` with everything that is wrong with the text as a table.
    public static func parse(
        _ bytes: [UInt8],
        as name: String,
        required: [String],
        optional: [String] = [],
        mayBeEmpty: Bool = false
    ) throws(Problems) -> CSVTable {
        let sink = TableSink(file: name, required: required, optional: optional)
        var stream = CSVStream(name, into: sink, needsRows: !mayBeEmpty, longestText: largestFile)
        stream.feed(bytes)
        stream.finish()
        return try table(from: stream)
    }

    private static func table(from stream: CSVStream<TableSink>) throws(Problems) -> CSVTable {
        try stream.log.check()
        return CSVTable(file: stream.file, header: stream.sink.header, rows: stream.sink.rows)
    }
}
