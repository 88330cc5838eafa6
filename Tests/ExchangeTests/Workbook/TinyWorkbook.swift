@testable import Exchange

/// The smallest workbook a spreadsheet would write; tests change its parts.
struct TinyWorkbook {
    static let sheet = "xl/worksheets/sheet1.xml"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The parts by name, in the order in which they are packed.
    var parts: [(name: String, text: String)]

    /// A workbook with one sheet.
    init(rows: String = "", strings: String? = nil, styles: String? = nil, properties: String = "") {
        parts = [
            (
                "[Content_Types].xml",
                "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
            ("_rels/.rels", Self.links(("rId1", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(properties)"
                    + "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.links(
                    ("rId1", "worksheet", "worksheets/sheet1.xml"),
                    strings == nil ? nil : ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
                    styles == nil ? nil : ("rId3", "styles", "styles.xml")
                )
            ),
            (Self.sheet, "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>"),
        ]
        if let strings { parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>")) }
        if let styles { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    }

    /// The same with one part changed, or without it.
    func changing(_ name: String, _ change: (String) -> String?) -> TinyWorkbook {
        var copy = self
        copy.parts = parts.compactMap { part in
            part.name == name ? change(part.text).map { (name, $0) } : part
        }
        return copy
    }

    /// The same with text of a part replaced.
    func replacing(_ name: String, _ old: String, _ new: String) -> TinyWorkbook {
        changing(name) { text in
            precondition(text.contains(old), "\(old) is to be replaced and not in \(name)")
            return text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
        }
    }

    /// The same with a part more.
    func adding(_ name: String, _ text: String = "") -> TinyWorkbook {
        var copy = self
        copy.parts.append((name, text))
        return copy
    }

    /// The file; one part may say of itself what is not so.
    func bytes(_ lie: (String) -> TinyZip.Lie? = { _ in nil }) -> [UInt8] {
        var zip = TinyZip()
        for part in parts { zip.add(part.name, Array(part.text.utf8), lie(part.name) ?? TinyZip.Lie()) }
        return zip.bytes
    }

    /// The rows of its sheet as they are read.
    func rows() throws(WorkbookRefusal) -> [[Workbook.Cell?]] {
        try WorkbookReader().read(bytes()).sheets[0].rows
    }

    /// A list of links; a link is an id, a kind, and a target.
    static func links(_ links: (String, String, String)?...) -> String {
        let list = links.compactMap(\.self).map { link in
            "<Relationship Id=\"\(link.0)\" Type=\"\(office)/\(link.1)\" Target=\"\(link.2)\"/>"
        }
        return "<Relationships>\(list.joined())</Relationships>"
    }
}
