/// Writes a workbook: each sheet a table with a heading that stays in sight and filters.
///
/// Text is always written as text, whatever it begins with: never as a formula. The same sheets give the
/// same bytes.
public struct WorkbookWriter: Sendable {
    private let created: Int
    private var sheets: [SheetDraft] = []

    /// 1 January 1980, in seconds after 1970: the date that files packed without one bear.
    public static let noDate = 315_532_800

    /// A workbook without sheets.
    ///
    /// - Parameter created: When it was made, as it will say itself, in seconds after 1970, above 0.
    public init(created: Int = noDate) {
        precondition(created > 0, "the library would put the clock's time for 0")
        self.created = created
    }

    /// Adds a sheet.
    ///
    /// - Parameters:
    ///   - name: The name on its tab; what a spreadsheet forbids in it is replaced.
    ///   - columns: Its columns; one at least.
    ///   - rows: What stands in each row under the heading.
    /// - Throws: ``Failure`` when a spreadsheet has no room for it.
    /// - Complexity: O(cells).
    public mutating func add<Row>(
        _ name: String,
        columns: [WorkbookColumn<Row>],
        rows: some Sequence<Row>
    ) throws(Failure) {
        let free = SheetName.name(name, besides: sheets.map(\.name))
        sheets.append(try SheetDraft(free, columns, rows))
    }

    /// The content of an `.xlsx` file.
    ///
    /// - Throws: ``Failure/noSheets``, or ``Failure/system(detail:)`` when the temporary folder, which the
    ///   library writes into, takes nothing.
    /// - Complexity: O(cells).
    public func bytes() throws(Failure) -> [UInt8] {
        guard !sheets.isEmpty else { throw .noSheets }
        return try PrivateFolder.with { folder throws(Failure) in
            let path = "\(folder)/workbook.xlsx"
            try WorkbookFile.write(sheets, created: created, to: path, temporary: folder)
            do throws(RegularFile.Fault) { return try RegularFile.bytes(of: path, most: 1 << 30) } catch {
                throw .system(detail: "\(error)")
            }
        }
    }

    /// Why a workbook is not written.
    public enum Failure: Error, Hashable {
        case noSheets
        case noColumns
        case tooManyRows(limit: Int)
        case tooManyColumns(limit: Int)
        /// A text that is longer than a cell holds, in UTF-16 units.
        case tooLong(limit: Int, cell: String)
        /// A number that a spreadsheet would round.
        case tooLarge(Int, cell: String)
        /// The system or the library cannot write.
        case system(detail: String)
    }
}
