/// One row of a table, as bytes.
///
/// Cells lie in a buffer one after the other, each followed by one byte that belongs to none.
struct CSVRecord {
    /// The buffer; what lies before `start` belongs to other rows.
    var bytes: [UInt8] = []
    /// Where the first cell begins.
    var start = 0
    /// Where each cell ends, for as many cells as the header has.
    var ends: [Int]
    /// The row as a spreadsheet shows it, from 1.
    var row = 0

    /// Room for the cells of a row.
    init(columns: Int) {
        ends = Array(repeating: 0, count: columns)
    }

    /// Where a cell lies in `bytes`.
    @inline(__always)
    func range(_ column: Int) -> Range<Int> {
        let lower = column == 0 ? start : ends[column - 1] + 1
        return lower..<ends[column]
    }

    /// What a cell says.
    ///
    /// The file is checked to be UTF-8: the text is exact.
    func text(_ column: Int) -> String {
        String(decoding: bytes[range(column)], as: UTF8.self)
    }

    /// A cell as a count, not above `limit`.
    ///
    /// - Complexity: O(bytes).
    @inline(__always)
    func count(_ column: Int, limit: Int) -> CountCell {
        CountCell(bytes.span, range(column), limit: limit)
    }
}
