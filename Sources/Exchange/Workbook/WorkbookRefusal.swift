/// Why a file is not taken for a workbook, and where the reason lies.
public struct WorkbookRefusal: Error, Hashable {
    /// What is wrong.
    public let fault: Fault
    /// The file inside the workbook; `nil` when the whole workbook is meant.
    public let part: String?
    /// The cell, such as `C7`; `nil` when none is meant.
    public let cell: String?

    init(_ fault: Fault, part: String? = nil, cell: String? = nil) {
        self.fault = fault
        self.part = part
        self.cell = cell
    }

    /// The same, in a part.
    func located(in part: String) -> WorkbookRefusal {
        WorkbookRefusal(fault, part: part, cell: cell)
    }

    /// What can be wrong with a workbook as a file.
    public enum Fault: Error, Hashable {
        /// The bytes are no zip file.
        case notZip
        /// A workbook of the years before 2007, or another file of that kind.
        case oldFormat
        /// A password is needed.
        case encrypted
        /// It holds programs.
        case macros
        /// A zip file that is no workbook.
        case notWorkbook
        /// The packing contradicts itself.
        case damaged
        /// Packed by a method no spreadsheet uses; its number in zip files.
        case packing(method: Int)
        /// A name that leads elsewhere.
        case badName
        /// Two parts have one name, or two sheets are one part.
        case nameTwice
        /// A part that another one names is not there.
        case partMissing
        /// More of something than is read.
        case tooMuch(Measure, limit: Int)
        /// A part is not UTF-8; `byte` is the offset of the first bad one.
        case notUTF8(byte: Int)
        /// A part declares a document type or another encoding, which no spreadsheet does.
        case declaration
        /// A part is not XML.
        case notXML
        /// A part lacks an element, or has an attribute that means nothing.
        case malformed
        /// A row or a cell stands behind one that should follow it.
        case misplaced
        /// A number that is none.
        case notANumber(String)
    }

    /// What there can be too much of.
    public enum Measure: String, Hashable, Sendable {
        case bytes, parts, partBytes, contentBytes, tagBytes, elements, depth, rows, columns, cells
    }

    /// The same as a problem of `file`.
    public func problem(of file: String) -> Problem {
        Problem(.workbook(fault, part: part, cell: cell), file: file)
    }
}
