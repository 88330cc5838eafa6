import TestSupport
import Testing

@testable import Exchange

@Suite("A workbook is refused")
struct BadWorkbookTests {
    private static let types = "[Content_Types].xml"
    private static let main = "xl/workbook.xml"
    private static let sheet = TinyWorkbook.sheet

    @Test(
        "when its parts are not what they should be",
        arguments: [
            (TinyWorkbook().changing(types) { _ in nil }, .notWorkbook, nil, "a zip file of something else"),
            (
                TinyWorkbook().replacing(types, "spreadsheetml.sheet", "wordprocessingml.document"),
                .notWorkbook,
                nil, "a text document"
            ),
            (
                TinyWorkbook().replacing(
                    types,
                    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                    "vnd.ms-excel.sheet.macroEnabled.main"
                ), .macros, nil, "a workbook with programs"
            ),
            (TinyWorkbook().adding("xl/vbaProject.bin"), .macros, nil, "programs that are not listed"),
            (TinyWorkbook().changing("_rels/.rels") { _ in nil }, .partMissing, "_rels/.rels", "no links"),
            (TinyWorkbook().changing(main) { _ in nil }, .partMissing, main, "no list of sheets"),
            (TinyWorkbook().changing(sheet) { _ in nil }, .partMissing, sheet, "no sheet"),
            (
                TinyWorkbook().replacing(main, "r:id=\"rId1\"", "r:id=\"x\""), .partMissing, main,
                "a dead link"
            ),
            (TinyWorkbook().replacing(main, "r:id=\"rId1\"", ""), .malformed, main, "a sheet without a link"),
            (
                TinyWorkbook().changing(main) { _ in "<workbook><sheets/></workbook>" }, .notWorkbook, main,
                "no sheet at all"
            ),
            (
                TinyWorkbook().changing(main) { text in
                    let sheets = text.split(separator: "<sheets>")
                    let twice = "<sheet name=\"Two\" sheetId=\"2\" r:id=\"rId1\"/>"
                    return "\(sheets[0])<sheets>\(twice)\(sheets[1])"
                }, .nameTwice, sheet, "one part as two sheets"
            ),
            (
                TinyWorkbook().replacing("xl/_rels/workbook.xml.rels", "Id=", "TargetMode=\"External\" Id="),
                .partMissing, main, "a sheet somewhere else"
            ),
            (TinyWorkbook().adding("../x"), .badName, "../x", "a way out of the folder"),
            (TinyWorkbook().adding("/x"), .badName, "/x", "a way from the root"),
            (TinyWorkbook().adding("a\\b"), .badName, "a\\b", "a way as Windows writes it"),
            (
                TinyWorkbook().adding("XL/Workbook.xml"), .nameTwice, "XL/Workbook.xml",
                "a name twice but for case"
            ),
            (TinyWorkbook().changing(sheet) { _ in "<worksheet>" }, .notXML, sheet, "XML that ends early"),
            (TinyWorkbook().changing(sheet) { _ in "" }, .notXML, sheet, "nothing"),
            (TinyWorkbook().changing(sheet) { _ in "<a><b></c></a>" }, .notXML, sheet, "ends that cross"),
            (
                TinyWorkbook().changing(sheet) { _ in "<a>&x;</a>" }, .notXML, sheet,
                "an entity nobody declared"
            ),
            (TinyWorkbook().changing(sheet) { _ in "<a>&#0;</a>" }, .notXML, sheet, "a zero in letters"),
            (TinyWorkbook().changing(sheet) { _ in "<a/><b/>" }, .notXML, sheet, "two documents"),
            (
                TinyWorkbook().changing(sheet) { _ in "<a b=\"1\" b=\"2\"/>" }, .notXML, sheet,
                "an attribute twice"
            ),
            (TinyWorkbook().changing(sheet) { _ in "words" }, .notXML, sheet, "no XML at all"),
            (
                TinyWorkbook().changing(main) { _ in "\n\n\n<workbook>\n\n&x;" }, .notXML, main,
                "an unknown entity"
            ),
            (
                TinyWorkbook().changing(sheet) { "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\">]>\($0)" },
                .declaration, sheet, "a document type"
            ),
            (
                TinyWorkbook().changing(main) { "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">\($0)" },
                .declaration, main, "a document type elsewhere"
            ),
            (
                TinyWorkbook().changing(sheet) { "<?xml version='1.0' encoding='UTF-7'?>\($0)" },
                .declaration,
                sheet, "an encoding that could hide one"
            ),
            (
                TinyWorkbook().changing(sheet) { text in "<?xml version='1.0' encoding='utf-16'?>\0\(text)" },
                .notUTF8(byte: 39), sheet, "zero bytes, as UTF-16 has them"
            ),
            (
                TinyWorkbook().changing(main) { _ in String(repeating: "<a>", count: 65) },
                .tooMuch(.depth, limit: 64), main, "elements in each other, read as a tree"
            ),
            (
                TinyWorkbook(rows: String(repeating: "<a>", count: 100_000)), .tooMuch(.depth, limit: 64),
                sheet,
                "elements in each other, read in passing"
            ),
            (
                TinyWorkbook(rows: "<row a=\"\(String(repeating: ">", count: 17_000))\"/>"),
                .tooMuch(.tagBytes, limit: 16_384), sheet, "a tag without end"
            ),
        ] as [(TinyWorkbook, WorkbookRefusal.Fault, String?, Comment)]
    )
    func parts(workbook: TinyWorkbook, fault: WorkbookRefusal.Fault, part: String?, reason: Comment) {
        #expect(throws: WorkbookRefusal(fault, part: part), reason) {
            try WorkbookReader().read(workbook.bytes())
        }
    }

    @Test(
        "when a cell is not what it should be",
        arguments: [
            ("<row r=\"2\"/><row r=\"2\"><c><v>1</v></c></row>", nil, nil, "an empty row twice is none"),
            (
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"/>", .misplaced, "A1",
                "a row behind its follower"
            ),
            ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", .misplaced, "A1", "a cell behind its follower"),
            ("<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>", .misplaced, "A1", "a cell twice"),
            ("<row r=\"1\"><c r=\"A2\"/></row>", .misplaced, "A2", "a cell of another row"),
            ("<row r=\"0\"/>", .malformed, nil, "a row before the first"),
            ("<row r=\"1\"><c r=\"1A\"/></row>", .malformed, "1A", "no place"),
            ("<row r=\"1\"><c r=\"XFE1\"/></row>", .malformed, "XFE1", "beyond the last column"),
            ("<row r=\"1\"><c r=\"XFD1\"/><c/></row>", .tooMuch(.columns, limit: 16_384), "XFE1", "and on"),
            ("<row r=\"1048577\"/>", .tooMuch(.rows, limit: 1_048_576), nil, "beyond the last row"),
            (
                "<row><c><v>1</v></c><c t=\"s\"><v>7</v></c></row>", .malformed, "B1",
                "a text that is not there"
            ),
            ("<row><c t=\"s\"><v>-1</v></c></row>", .malformed, "A1", "a text before the first"),
            ("<row><c t=\"z\"><v>1</v></c></row>", .malformed, "A1", "a type that is none"),
            ("<row><c t=\"b\"><v>2</v></c></row>", .malformed, "A1", "neither true nor false"),
            ("<row><c><v>1,5</v></c></row>", .notANumber("1,5"), "A1", "a comma"),
            ("<row><c><v>NaN</v></c></row>", .notANumber("NaN"), "A1", "no number by name"),
            ("<row><c><v>1E</v></c></row>", .notANumber("1E"), "A1", "half a number"),
            ("<row><c><v>.</v></c></row>", .notANumber("."), "A1", "a point"),
        ] as [(String, WorkbookRefusal.Fault?, String?, Comment)]
    )
    func cells(rows: String, fault: WorkbookRefusal.Fault?, cell: String?, reason: Comment) throws {
        let workbook = TinyWorkbook(rows: rows, strings: "<si><t>a</t></si>")
        guard let fault else {
            #expect(try workbook.rows() == [[], [.whole(1)]], reason)
            return
        }
        let refusal = WorkbookRefusal(fault, part: Self.sheet, cell: cell)
        #expect(throws: refusal, reason) { try workbook.rows() }
        let problem = Problem(.workbook(fault, part: Self.sheet, cell: cell), file: "t.xlsx")
        #expect(refusal.problem(of: "t.xlsx") == problem)
    }

    @Test(
        "when it is no zip file, or a dishonest one",
        arguments: [
            ([], .notZip, nil, "nothing"),
            (Array("a,b\n1,2\n".utf8), .notZip, nil, "a table of text"),
            (Array("PK and no more".utf8), .notZip, nil, "the first letters only"),
            (Array(TinyWorkbook().bytes().dropLast(30)), .notZip, nil, "cut off"),
            (compound("Workbook"), .oldFormat, nil, "a workbook of the old kind"),
            (compound("EncryptedPackage"), .encrypted, nil, "a workbook behind a password"),
            (lying(.init(isEncrypted: true)), .encrypted, sheet, "a part behind a password"),
            (lying(.init(method: 12)), .packing(method: 12), sheet, "packed by another method"),
            (lying(.init(checksum: 1)), .damaged, sheet, "a wrong checksum"),
            (lying(.init(size: 10)), .damaged, sheet, "more than it promises"),
            (lying(.init(size: 5_000)), .damaged, sheet, "less than it promises"),
            (
                lying(.init(size: 101 << 20)), .tooMuch(.partBytes, limit: 100 << 20), sheet,
                "more than is unpacked"
            ),
        ] as [([UInt8], WorkbookRefusal.Fault, String?, Comment)]
    )
    func files(bytes: [UInt8], fault: WorkbookRefusal.Fault, part: String?, reason: Comment) {
        #expect(throws: WorkbookRefusal(fault, part: part), reason) { try WorkbookReader().read(bytes) }
    }

    private static func lying(_ lie: TinyZip.Lie) -> [UInt8] {
        TinyWorkbook().bytes { $0 == sheet ? lie : nil }
    }

    private static func compound(_ stream: String) -> [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] + stream.utf8.flatMap { [$0, 0] as [UInt8] }
            + [0, 0]
    }

    @Test(
        "when it is larger than what is read",
        arguments: [
            (limits { $0.file = 400 }, .tooMuch(.bytes, limit: 400), nil, nil, "the file"),
            (limits { $0.parts = 4 }, .tooMuch(.parts, limit: 4), nil, nil, "the parts"),
            (limits { $0.part = 500 }, .tooMuch(.partBytes, limit: 500), sheet, nil, "one part"),
            (limits { $0.content = 1_300 }, .tooMuch(.contentBytes, limit: 1_300), sheet, nil, "all parts"),
            (limits { $0.tree = 210 }, .tooMuch(.partBytes, limit: 210), main, nil, "a part read as a tree"),
            (limits { $0.treeElements = 2 }, .tooMuch(.elements, limit: 2), types, nil, "elements of a tree"),
            (limits { $0.elements = 51 }, .tooMuch(.elements, limit: 51), sheet, nil, "elements"),
            (limits { $0.cells = 29 }, .tooMuch(.cells, limit: 29), sheet, "C10", "cells, gaps included"),
        ] as [(WorkbookLimits, WorkbookRefusal.Fault, String?, String?, Comment)]
    )
    func size(
        limits: WorkbookLimits,
        fault: WorkbookRefusal.Fault,
        part: String?,
        cell: String?,
        reason: Comment
    ) throws {
        let rows = (1...10).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c><c r=\"C\($0)\"><v>2</v></c></row>"
        }
        let bytes = TinyWorkbook(rows: rows.joined()).bytes()
        #expect(try WorkbookReader().read(bytes).sheets[0].rows.count == 10)
        #expect(throws: WorkbookRefusal(fault, part: part, cell: cell), reason) {
            try WorkbookReader(limits: limits).read(bytes)
        }
    }

    private static func limits(_ lower: (inout WorkbookLimits) -> Void) -> WorkbookLimits {
        var limits = WorkbookLimits()
        lower(&limits)
        return limits
    }

    @Test("or read, but never crashes, whatever bytes of it are changed")
    func damage() {
        var dice = Dice(salt: "damaged workbooks")
        let bytes = TinyWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
            .bytes()
        for _ in Dice.rounds(500) {
            var damaged = bytes
            for _ in 0...Int.random(in: 0...3, using: &dice) {
                damaged[Int.random(in: damaged.indices, using: &dice)] = UInt8.random(
                    in: 0...255,
                    using: &dice
                )
            }
            if Bool.random(using: &dice) {
                damaged.removeLast(Int.random(in: 0...damaged.count, using: &dice))
            }
            _ = try? WorkbookReader().read(damaged)
        }
    }
}
