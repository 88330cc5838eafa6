import Testing

@testable import Exchange

@Suite("A workbook")
struct WorkbookReaderTests {
    @Test(
        "has cells as a spreadsheet shows them",
        arguments: [
            ("<row r=\"1\"><c r=\"A1\"><v>12</v></c></row>", [[.whole(12)]], "the plain case"),
            (
                "<row><c><v>1</v></c><c><v>2</v></c></row>", [[.whole(1), .whole(2)]],
                "places are not written"
            ),
            (
                "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row>",
                [[], [], [nil, nil, .whole(1), .whole(2)]], "gaps, and a cell that follows on"
            ),
            ("<row r=\"2\"><c r=\"AA2\"><v>1</v></c></row>", [[], gap(26) + [.whole(1)]], "column AA"),
            ("<row r=\"1\"/><row r=\"2\"><c s=\"1\"/></row>", [], "rows and cells without content"),
            ("<row><c><v></v></c><c><v>1</v></c></row>", [[nil, .whole(1)]], "an empty value"),
            ("<row><c t=\"s\"><v>0</v></c></row>", [[.text("Ä & b")]], "a shared text in runs"),
            ("<row><c t=\"s\"><v>1</v></c></row>", [[.text("東京")]], "reading aids are left out"),
            ("<row><c t=\"s\"><v>2</v></c></row>", [[.text(" x\ry_x0041_")]], "escapes and spaces"),
            ("<row><c t=\"s\"><v>3</v></c><c><v>1</v></c></row>", [[nil, .whole(1)]], "an empty text"),
            ("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>", [[.text("a")]], "text in its place"),
            (
                "<row><c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>",
                [[.text("ab")]], "text in its place, in runs"
            ),
            ("<row><c t=\"str\"><f>A2</f><v>a</v></c></row>", [[.text("a")]], "a formula's text"),
            ("<row><c t=\"str\"><f>A2</f><v><![CDATA[<a>]]></v></c></row>", [[.text("<a>")]], "a section"),
            ("<row><c><f>1+1</f><v>2</v></c></row>", [[.whole(2)]], "a formula's number"),
            ("<row><c><f>1+1</f></c></row>", [[.notCalculated]], "a formula nobody has calculated"),
            (
                "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c></row>", [[.truth(true), .truth(false)]],
                "truth"
            ),
            ("<row><c t=\"e\"><v>#REF!</v></c></row>", [[.error("#REF!")]], "an error"),
            (
                "<row><c t=\"d\"><v>2024-02-14T08:00:00</v></c></row>", [[.day("2024-02-14")]],
                "a day in letters"
            ),
            (
                "<row><c s=\"1\"><v>45336</v></c></row>", [[.day("2024-02-14")]],
                "a day by a format without a code"
            ),
            (
                "<row><c s=\"2\"><v>45336.75</v></c></row>", [[.day("2024-02-14")]],
                "a day by a code, with a time"
            ),
            ("<row><c s=\"3\"><v>0.5</v></c></row>", [[.number("0.5")]], "a time of day is no day"),
            ("<row><c s=\"2\"><v>-3</v></c></row>", [[.whole(-3)]], "before the first day"),
            ("<row><c s=\"9\"><v>45336</v></c></row>", [[.whole(45_336)]], "a style that is not there"),
            ("<x:row xmlns:x=\"u\"><x:c><x:v>1</x:v></x:c></x:row>", [[.whole(1)]], "prefixed names"),
        ] as [(String, [[Workbook.Cell?]], Comment)]
    )
    func cells(rows: String, expected: [[Workbook.Cell?]], reason: Comment) throws {
        let strings =
            "<si><r><rPr><b/></rPr><t>Ä &amp;</t></r><r><t xml:space=\"preserve\"> b</t></r></si>"
            + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
            + "<si><t xml:space=\"preserve\"> x_x000D_y_x005F_x0041_</t></si><si><t/></si>"
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy;@\"/></numFmts>"
            + "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs>"
        #expect(try TinyWorkbook(rows: rows, strings: strings, styles: styles).rows() == expected, reason)
    }

    private static func gap(_ count: Int) -> [Workbook.Cell?] {
        Array(repeating: nil, count: count)
    }

    @Test(
        "has numbers that are whole when the file says so, without rounding",
        arguments: [
            ("12", 12, "digits"),
            ("12.0", 12, "a fraction of nothing"),
            ("1.2E1", 12, "a power of ten"),
            ("1.2e+01", 12, "another spelling"),
            ("120E-1", 12, "a negative power"),
            ("-0", 0, "minus nothing"),
            ("-12.000", -12, "below zero"),
            ("00012", 12, "zeros in front"),
            ("9007199254740992", 9_007_199_254_740_992, "as far as spreadsheets count"),
            ("9007199254740993", nil, "further, where they round"),
            ("1E300", nil, "far beyond"),
            ("12.5", nil, "a fraction"),
            ("12.000000000000002", nil, "a fraction that binary64 would lose"),
            ("0.1E-99999", nil, "hardly anything"),
        ] as [(String, Int?, Comment)]
    )
    func numbers(text: String, whole: Int?, reason: Comment) throws {
        let expected = whole.map(Workbook.Cell.whole) ?? .number(text)
        #expect(try TinyWorkbook(rows: "<row><c><v>\(text)</v></c></row>").rows() == [[expected]], reason)
    }

    @Test(
        "counts days from 1900 or from 1904",
        arguments: [
            (1, false, "1900-01-01", "the first day"),
            (59, false, "1900-02-28", "before the day that never was"),
            (60, false, "1900-02-29", "the day that never was"),
            (61, false, "1900-03-01", "after it"),
            (45_351, false, "2024-02-29", "a leap day"),
            (2_958_465, false, "9999-12-31", "the last day"),
            (2_958_466, false, nil, "after the last day"),
            (0, false, nil, "before the first day"),
            (0, true, "1904-01-01", "the first day of the other count"),
            (43_874, true, "2024-02-14", "a vote in the other count"),
            (2_957_003, true, "9999-12-31", "the last day of the other count"),
        ] as [(Int, Bool, String?, Comment)]
    )
    func days(number: Int, from1904: Bool, expected: String?, reason: Comment) throws {
        let workbook = TinyWorkbook(
            rows: "<row><c s=\"1\"><v>\(number)</v></c></row>",
            styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>",
            properties: from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"
        )
        #expect(try workbook.rows() == [[expected.map(Workbook.Cell.day) ?? .whole(number)]], reason)
    }

    @Test(
        "shows a day where the format says day, month or year",
        arguments: [
            ("dd/mm/yyyy", true, "the usual one"), ("mmm", true, "a month alone"), ("YYYY", true, "capitals"),
            ("hh:mm", false, "minutes"), ("mm:ss.0", false, "minutes before seconds"),
            ("[h]:mm", false, "hours passed"), ("[$-421]d mmm", true, "a language in brackets"),
            ("0.00\" days\"", false, "letters between quotation marks"), ("0\\d", false, "an escaped letter"),
            ("General", false, "the format of those that have none"), ("[Red]0", false, "a colour"),
            ("0_d", false, "room as wide as a letter"), ("#,##0", false, "a number"),
        ] as [(String, Bool, Comment)]
    )
    func formats(code: String, expected: Bool, reason: Comment) {
        #expect(NumberFormats.showsDay(code) == expected, reason)
    }

    @Test("names its sheets in the order of their tabs, hidden ones too; a chart is no sheet")
    func sheets() throws {
        let sheets =
            "<sheet name=\"B &amp; ä\" sheetId=\"9\" r:id=\"b\"/><sheet name=\"C\" sheetId=\"2\" r:id=\"c\"/>"
            + "<sheet name=\"A\" sheetId=\"1\" state=\"veryHidden\" r:id=\"a\"/>"
        let workbook = TinyWorkbook()
            .changing("xl/workbook.xml") { _ in
                "<workbook xmlns:r=\"u\"><sheets>\(sheets)</sheets></workbook>"
            }
            .changing("xl/_rels/workbook.xml.rels") { _ in
                TinyWorkbook.links(
                    ("a", "worksheet", "worksheets/sheet1.xml"),
                    ("b", "worksheet", "../xl/./B.xml"),
                    ("c", "chartsheet", "c.xml")
                )
            }
            .adding("xl/b.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
        let read = try WorkbookReader().read(workbook.bytes())
        #expect(read.sheets.map(\.name) == ["B & ä", "A"] && read.sheets.map(\.isHidden) == [false, true])
        #expect(read["A"]?.rows == [] && read["B & ä"]?.rows == [[.whole(1)]] && read["D"] == nil)
    }
}
