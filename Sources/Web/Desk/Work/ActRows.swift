import Elections
import Exchange

/// The rows of an act as a table: had as a spreadsheet, changed there, and brought back.
struct ActRows {
    let field: DescribedField

    /// `nil` where acts of a type have no rows.
    init?(of type: any DescribedAct.Type) {
        guard let field = type.init().fields.first(where: { $0.extent == .rows }) else { return nil }
        self.field = field
    }

    /// The most bytes of a file.
    static let largestFile = 2 << 20
    /// What is taken at most: the file, and the fields beside it.
    static let bounds = Multipart.Bounds(bytes: largestFile + 64 * 1_024, parts: 40)
    /// What is read of a workbook: rows that people look through.
    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits()
        (limits.content, limits.part) = (32 << 20, 16 << 20)
        limits.cells = 100_000
        limits.elements = 400_000
        return limits
    }()
    /// What stands between the values of a cell.
    private static let separator = "; "

    /// The rows of an act, headed by the names of their fields.
    func table(_ act: some DescribedAct, title: String) -> DataTable {
        let rows = act.fields.first { $0.name == field.name }?.rows ?? []
        return DataTable(
            caption: title,
            columns: field.blankRow.map {
                $0.form == .whole ? .number($0.name, $0.name) : .text($0.name, $0.name)
            },
            rows: rows.map { row in
                row.map { cell in
                    cell.form == .whole && cell.extent == .one
                        ? DataTable.Cell(shown: .empty, value: .number(cell.texts.first.flatMap { Int($0) }))
                        : .text(cell.texts.joined(separator: Self.separator))
                }
            }
        )
    }

    /// Reads the rows of a file, as a form would send them.
    ///
    /// - Parameters:
    ///   - bytes: A workbook whose first sheet is read, or a CSV file.
    ///   - file: What problems call it.
    /// - Returns: The fields of a form by their names.
    /// - Throws: `Problems` with everything that is wrong with it as a table.
    func fields(_ bytes: [UInt8], file: String) throws(Problems) -> [String: [String]] {
        let required = field.blankRow.filter { !$0.isOptional }.map(\.name)
        let optional = field.blankRow.filter(\.isOptional).map(\.name)
        let table: CSVTable
        if bytes.starts(with: [0x50, 0x4B]) {
            let book: Workbook
            do throws(WorkbookRefusal) { book = try WorkbookReader(limits: Self.limits).read(bytes) } catch {
                throw Problems([error.problem(of: file)])
            }
            guard let sheet = book.sheets.first(where: { !$0.isHidden }) else {
                throw Problems([Problem(.empty, file: file)])
            }
            table = try sheet.table(as: file, required: required, optional: optional)
        } else {
            table = try CSVTable.parse(bytes, as: file, required: required, optional: optional)
        }
        let most = field.meaning.most
        guard table.rows.count <= most else {
            throw Problems([Problem(.tooManyRows(limit: most), file: file, row: most + 2)])
        }
        var sent: [String: [String]] = [:]
        for (place, row) in table.rows.enumerated() {
            for inner in field.blankRow {
                let text = row.optionalText(inner.name) ?? ""
                let lines = text.split(separator: Self.separator.first ?? ";").joined(separator: "\n")
                sent["\(field.name).\(place).\(inner.name)"] = [inner.extent == .many ? lines : text]
            }
        }
        return sent
    }
}
