import TestSupport
import Testing

@testable import Exchange

@Suite("A written workbook")
struct WorkbookWriterTests {
    @Test(
        "holds text exactly, and only as text",
        arguments: [
            ("Lalabata", "the plain case"), ("=1+1", "no formula"), ("+62", "no sum"), ("-", "no difference"),
            ("@SUM(A1)", "no function"), ("{=1}", "no formula of a field"), ("http://a.b", "no link"),
            ("007", "zeros in front"), ("1e5", "no power of ten"), ("TRUE", "no truth"), (" a  b ", "spaces"),
            ("\n\t", "line feed and tabulator alone"), ("a\r\nb", "line ends of Windows"),
            ("a\0b\u{1F}", "characters XML cannot carry"), ("\u{FFFE}\u{FFFF}", "characters that are none"),
            ("_x0041_", "what looks like an escape"), ("_x005F_x0041_", "twice"), ("__x_", "what does not"),
            ("<&>\"'", "signs of XML"), ("]]>", "the end of a section"),
            ("é e\u{301} 😀 日本", "letters and signs"),
            (String(repeating: "x", count: 32_767), "the longest text"),
            (String(repeating: "é", count: 32_767), "the longest text, in more bytes"),
        ] as [(String, Comment)]
    )
    func text(text: String, reason: Comment) throws {
        let rows = try Self.rows(of: [text], [.text("t") { $0 }])
        #expect(rows.count == 2 && rows[1].count == 1, reason)
        guard case .text(let read) = rows[1][0] else {
            Issue.record(reason)
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars), reason)
    }

    @Test(
        "holds whole numbers, and leaves a missing one out",
        arguments: [
            (0, "zero"), (nil, "missing"), (-5, "below zero"), (123_456_789_012, "twelve digits"),
            (1 << 53, "as far as spreadsheets count"), (-(1 << 53), "and the other way"),
        ] as [(Int?, Comment)]
    )
    func number(number: Int?, reason: Comment) throws {
        let rows = try Self.rows(of: [number], [.whole("n") { $0 }, .text("t") { _ in "x" }])
        #expect(rows == [[.text("n"), .text("t")], [number.map(Workbook.Cell.whole), .text("x")]], reason)
    }

    @Test("names its sheets as a spreadsheet allows")
    func names() throws {
        let table: [(String, String, Comment)] = [
            ("Votes", "Votes", "the plain case"), ("votes", "votes 2", "taken but for case"),
            ("a/b\\c?d*e[f]g:h", "a-b-c-d-e-f-g-h", "forbidden signs"), ("", "Sheet", "nothing"),
            ("  ", "Sheet 2", "nothing to see"), ("'a'", "-a-", "apostrophes at the ends"),
            ("a'b", "a'b", "one inside"), ("History", "History-", "a name the program keeps"),
            (String(repeating: "x", count: 40), String(repeating: "x", count: 31), "too long"),
            (
                String(repeating: "x", count: 50), String(repeating: "x", count: 29) + " 2",
                "too long and taken"
            ),
            (String(repeating: "😀", count: 16), String(repeating: "😀", count: 15), "two units each"),
            ("a\u{7}", "a-", "a control character"), ("<&>", "<&>", "signs of XML"),
        ]
        var writer = WorkbookWriter()
        for row in table { try writer.add(row.0, columns: [.text("t") { $0 }], rows: ["x"]) }
        let sheets = try WorkbookReader().read(writer.bytes()).sheets
        for (row, sheet) in zip(table, sheets) { #expect(sheet.name == row.1, row.2) }
    }

    @Test("is not written when a spreadsheet has no room for it")
    func refusals() {
        let long = String(repeating: "😀", count: 16_384)
        let columns = Array(repeating: WorkbookColumn<Int>.whole("n") { $0 }, count: 16_385)
        let table: [(WorkbookWriter.Failure, Comment, (inout WorkbookWriter) throws -> Void)] = [
            (.noSheets, "no sheets", { _ in }),
            (.noColumns, "no columns", { try $0.add("s", columns: [], rows: [1]) }),
            (.tooManyColumns(limit: 16_384), "columns", { try $0.add("s", columns: columns, rows: [1]) }),
            (
                .tooManyRows(limit: 1_048_576), "rows",
                { try $0.add("s", columns: [.whole("n") { _ in nil }], rows: 1...1_048_576) }
            ),
            (
                .tooLong(limit: 32_767, cell: "A3"), "a text",
                { try $0.add("s", columns: [.text("t") { $0 }], rows: ["", long]) }
            ),
            (
                .tooLong(limit: 32_767, cell: "A1"), "a heading",
                { try $0.add("s", columns: [.text(long) { $0 }], rows: [""]) }
            ),
            (
                .tooLarge(1 << 53 + 1, cell: "A2"), "a number",
                { try $0.add("s", columns: [.whole("n") { $0 }], rows: [1 << 53 + 1]) }
            ),
        ]
        for (failure, reason, fill) in table {
            #expect(throws: failure, reason) {
                var writer = WorkbookWriter()
                try fill(&writer)
                _ = try writer.bytes()
            }
        }
    }

    @Test("is the same to the byte when its content is, and says when it was made")
    func sameBytes() throws {
        func bytes(_ created: Int) throws -> [UInt8] {
            var writer = WorkbookWriter(created: created)
            try writer.add("s", columns: [.text("t") { $0 }], rows: ["a", "b"])
            return try writer.bytes()
        }
        #expect(try bytes(1_700_000_000) == bytes(1_700_000_000))
        #expect(try bytes(1_700_000_000) != bytes(1_700_000_001))
        let archive = try ZipArchive(bytes(1_700_000_000), WorkbookLimits())
        let core = String(decoding: try archive.bytes(of: "docProps/core.xml"), as: UTF8.self)
        #expect(core.contains("2023-11-14T22:13:20Z"))
    }

    @Test("keeps its heading in sight, filters, and has columns as wide as their content")
    func looks() throws {
        var writer = WorkbookWriter()
        let columns: [WorkbookColumn<String>] = [.text("t") { $0 }, .text("long") { _ in nil }]
        try writer.add("s", columns: columns, rows: [String(repeating: "x", count: 20)])
        let archive = try ZipArchive(writer.bytes(), WorkbookLimits())
        let sheet = String(decoding: try archive.bytes(of: TinyWorkbook.sheet), as: UTF8.self)
        #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\"") && sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<autoFilter ref=\"A1:B2\"/>"))
        #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"21.7109375\""))
        #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"s\">") && sheet.contains("numberStoredAsText"))
    }

    @Test("is read as the table it was written from")
    func anyTable() throws {
        var dice = Dice(salt: "workbooks")
        for _ in Dice.rounds(30) {
            let table = RandomTable(&dice)
            #expect(try Self.rows(of: table.rows, table.columns) == table.cells)
        }
    }

    private static func rows<Row>(
        of rows: [Row],
        _ columns: [WorkbookColumn<Row>]
    ) throws -> [[Workbook.Cell?]] {
        var writer = WorkbookWriter()
        try writer.add("s", columns: columns, rows: rows)
        return try WorkbookReader().read(writer.bytes()).sheets[0].rows
    }
}
