import CXLSXWriter

/// A workbook as a file, written by libxlsxwriter.
enum WorkbookFile {
    private typealias Book = UnsafeMutablePointer<lxw_workbook>
    private typealias Format = UnsafeMutablePointer<lxw_format>

    /// Writes `sheets`, which are checked, to `path`; `temporary` is a folder for files in between.
    ///
    /// - Throws: ``WorkbookWriter/Failure/system(detail:)``.
    static func write(
        _ sheets: [SheetDraft],
        created: Int,
        to path: String,
        temporary: String
    ) throws(WorkbookWriter.Failure) {
        // The library copies every text it is given; the book is its own until it is closed.
        guard let book = unsafe open(path, temporary: temporary) else { throw .system(detail: "no memory") }
        var properties = unsafe lxw_doc_properties()
        unsafe properties.created = created
        var result = unsafe workbook_set_properties(book, &properties)
        let bold = unsafe workbook_add_format(book)
        unsafe format_set_bold(bold)
        let digits = unsafe workbook_add_format(book)
        // Format 1 shows all digits, where the usual one would turn to powers of ten.
        unsafe format_set_num_format_index(digits, 1)
        for sheet in sheets where result == LXW_NO_ERROR {
            result = unsafe add(sheet, to: book, bold: bold, digits: digits)
        }
        let closed = unsafe workbook_close(book)
        if result == LXW_NO_ERROR { result = closed }
        guard result == LXW_NO_ERROR else {
            throw .system(detail: unsafe lxw_strerror(result).map { unsafe String(cString: $0) } ?? "")
        }
    }

    private static func open(_ path: String, temporary: String) -> Book? {
        unsafe temporary.withCString { folder in
            var options = unsafe lxw_workbook_options()
            unsafe options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return unsafe workbook_new_opt(path, &options)
        }
    }

    private static func add(
        _ draft: SheetDraft,
        to book: Book,
        bold: Format?,
        digits: Format?
    ) -> lxw_error {
        guard let sheet = unsafe workbook_add_worksheet(book, draft.name) else {
            return LXW_ERROR_PARAMETER_VALIDATION
        }
        for (column, title) in draft.titles.enumerated() {
            let place = lxw_col_t(column)
            unsafe worksheet_set_column(sheet, place, place, Double(draft.widths[column]), nil)
            let result = unsafe worksheet_write_string(sheet, 0, place, title, bold)
            guard result == LXW_NO_ERROR else { return result }
        }
        for (row, values) in draft.rows.enumerated() {
            for (column, value) in values.enumerated() {
                let (row, column) = (lxw_row_t(row + 1), lxw_col_t(column))
                let result =
                    switch value {
                    case nil: LXW_NO_ERROR
                    case .text(let text): unsafe worksheet_write_string(sheet, row, column, text, nil)
                    case .whole(let number):
                        unsafe worksheet_write_number(sheet, row, column, Double(number), digits)
                    }
                guard result == LXW_NO_ERROR else { return result }
            }
        }
        let last = CellPlace(row: draft.rows.count, column: draft.titles.count - 1)
        unsafe worksheet_freeze_panes(sheet, 1, 0)
        // Codes are text of digits: no warning beside each of them.
        let warning = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        unsafe worksheet_ignore_errors(sheet, warning, "A1:\(last)")
        return unsafe worksheet_autofilter(sheet, 0, 0, lxw_row_t(last.row), lxw_col_t(last.column))
    }
}
