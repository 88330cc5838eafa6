import Testing

@testable import Exchange

@Suite("Written rows")
struct CSVWriterTests {
    @Test(
        "quote only what needs it",
        arguments: [
            (["a", "b"], "a,b\n", "plain"),
            (["", ""], ",\n", "empty cells"),
            ([""], "\"\"\n", "a single empty cell, which would read as a blank line"),
            (["x,y"], "\"x,y\"\n", "a comma"),
            (["say \"no\""], "\"say \"\"no\"\"\"\n", "quotation marks"),
            (["x\ny", "x\ry"], "\"x\ny\",\"x\ry\"\n", "line ends"),
            ([" a ", "é!"], " a ,é!\n", "spaces and other signs stand as they are"),
        ] as [([String], String, Comment)]
    )
    func quoting(cells: [String], expected: String, reason: Comment) throws {
        var writer = CSVWriter()
        writer.row(cells)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, reason)

        let header = cells.indices.map { "c\($0)" }
        let text = Array("\(header.joined(separator: ","))\n".utf8) + writer.bytes
        let table = try CSVTable.parse(text, as: "t", required: header)
        #expect(table.rows.map { row in header.map { row[$0] } } == [cells], "it reads back")
    }

    @Test("hold numbers and gaps")
    func numbers() {
        var writer = CSVWriter()
        for number in [0, 7, -15, .max, .min, nil] as [Int?] { writer.cell(number) }
        writer.endRow()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "0,7,-15,9223372036854775807,-9223372036854775808,\n"
        )
        writer.clear()
        writer.cell(1)
        writer.endRow()
        #expect(writer.bytes == Array("1\n".utf8))
    }
}
