/// Reads workbooks, whoever wrote them, within limits.
///
/// Programs in a workbook, passwords, document types and anything larger than ``WorkbookLimits`` are
/// refused. Nothing is unpacked onto a disk, and no address in a workbook is followed.
public struct WorkbookReader: Sendable {
    private let limits: WorkbookLimits

    /// A reader within `limits`.
    public init(limits: WorkbookLimits = WorkbookLimits()) {
        self.limits = limits
    }

    /// Reads the sheets of a workbook.
    ///
    /// - Parameter bytes: The content of an `.xlsx` file.
    /// - Returns: Every sheet, hidden ones too; a formula is its stored result.
    /// - Throws: ``WorkbookRefusal`` with the part and the cell where the first reason lies.
    /// - Complexity: O(bytes unpacked).
    public func read(_ bytes: [UInt8]) throws(WorkbookRefusal) -> Workbook {
        let parts = try PackageParts(bytes, limits)
        try parts.checkContents()
        guard let main = try parts.targets(of: "").first("officeDocument") else {
            throw WorkbookRefusal(.notWorkbook)
        }
        let workbook = try parts.tree(WorkbookXML.self, main)
        let targets = try parts.targets(of: main)
        let context = try context(parts, workbook, targets)
        var sheets: [Workbook.Sheet] = []
        var cellsLeft = limits.cells
        var known: Set<String> = []
        for sheet in workbook.sheets?.sheet ?? [] {
            guard let target = targets.part(sheet.id, is: "worksheet") else {
                throw WorkbookRefusal(.partMissing, part: main)
            }
            // Otherwise a small file could have us read one large sheet again and again.
            guard known.insert(target.path).inserted else {
                throw WorkbookRefusal(.nameTwice, part: target.path)
            }
            guard target.isKind else { continue }
            let empty = SheetRows(context, cellsLeft: cellsLeft, limit: limits.cells)
            let read = try parts.stream(target.path, into: empty)
            cellsLeft = read.cellsLeft
            let isHidden = sheet.state.map { $0 != "visible" } ?? false
            sheets.append(Workbook.Sheet(name: sheet.name, isHidden: isHidden, rows: read.rows))
        }
        guard !sheets.isEmpty else { throw WorkbookRefusal(.notWorkbook, part: main) }
        return Workbook(sheets: sheets)
    }

    /// What the cells of all sheets refer to.
    private func context(
        _ parts: borrowing PackageParts,
        _ workbook: WorkbookXML,
        _ targets: PartTargets
    ) throws(WorkbookRefusal) -> CellContext {
        var texts: [String] = []
        if let part = targets.first("sharedStrings") {
            texts = try parts.stream(part, into: SharedStrings()).texts
        }
        var formats = NumberFormats()
        if let part = targets.first("styles") {
            formats = NumberFormats(try parts.tree(StylesXML.self, part))
        }
        let countsFrom1904 = ["1", "true"].contains(workbook.workbookPr?.date1904)
        return CellContext(texts: texts, formats: formats, days: countsFrom1904 ? .since1904 : .since1900)
    }
}
