import Testing

@testable import Exchange

@Suite("A sheet as a table")
struct SheetTableTests {
    @Test("is the same as a table of text, with the rows a spreadsheet shows")
    func good() throws {
        let sheet = Workbook.Sheet(
            name: "s",
            isHidden: false,
            rows: [
                [], [.text(" a "), .text("b"), .text("c")], [.whole(1), nil, .day("2024-02-14")], [],
                [.text("x,\"y\"\n"), .number("1.5")], [nil, .truth(true)],
            ]
        )
        let table = try sheet.table(as: "t.xlsx", required: ["a"], optional: ["b", "c"])
        #expect(table.header == ["a", "b", "c"] && table.rows.map(\.number) == [3, 5, 6])
        let cells = table.rows.map { row in ["a", "b", "c"].map { row[$0] } }
        #expect(cells == [["1", "", "2024-02-14"], ["x,\"y\"\n", "1.5", ""], ["", "TRUE", ""]])
        var log = ProblemLog()
        #expect(
            table.rows[0].count("a", limit: 9, &log) == 1
                && table.rows[0].optionalCount("b", limit: 9, &log) == nil
        )
        #expect(table.rows[1].count("b", limit: 9, &log) == nil)
        #expect(log.list == [Problem(.notACount("1.5"), file: "t.xlsx", row: 5, column: "b")])
    }

    @Test(
        "is refused with place and reason",
        arguments: [
            ([], [(nil, nil, .empty)], "nothing at all"),
            ([[], [.text("a"), .text("b")]], [(nil, nil, .noRows)], "a header and nothing under it"),
            (
                [[.text("x"), .text("b")], [.whole(1)]], [(1, "a", .columnMissing(found: ["x", "b"]))],
                "a wrong header"
            ),
            (
                [[.text("a"), .text("b"), .text("a")], [.whole(1)]], [(1, "a", .columnTwice)],
                "a column twice"
            ),
            (
                [[.text("a"), .text("b")], [.whole(1), nil, .whole(3)]],
                [(2, nil, .rowLength(expected: 2, found: 3))], "a cell beside the table"
            ),
            (
                [[.text("a"), .text("b")], [.error("#REF!"), .notCalculated], [.whole(1)]],
                [(2, "a", .errorCell("#REF!")), (2, "b", .notCalculated)], "cells without a value"
            ),
            (
                [[.text("a"), .text("b")], [.text(String(repeating: "x", count: 65_537))]],
                [(2, "a", .tooLong(limit: 65_536))], "a cell longer than any real one"
            ),
        ] as [([[Workbook.Cell?]], [(Int?, String?, Problem.Kind)], Comment)]
    )
    func bad(rows: [[Workbook.Cell?]], expected: [(Int?, String?, Problem.Kind)], reason: Comment) {
        let problems = expected.map { Problem($0.2, file: "t.xlsx", row: $0.0, column: $0.1) }
        #expect(throws: Problems(problems), reason) {
            try Workbook.Sheet(name: "s", isHidden: false, rows: rows).table(
                as: "t.xlsx",
                required: ["a", "b"]
            )
        }
    }
}
