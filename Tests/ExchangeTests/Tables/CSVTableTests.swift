import Testing

@testable import Exchange

@Suite("A table")
struct CSVTableTests {
    @Test(
        "is read as a spreadsheet would",
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]], "the plain case"),
            ("a,b\n1,2", [["1", "2"]], "no line end at the end"),
            ("a,b\r\n1,2\r\n", [["1", "2"]], "Windows line ends"),
            ("a,b\r\n1,2\r", [["1", "2"]], "half a Windows line end at the end"),
            ("\u{FEFF}a,b\n1,2\n", [["1", "2"]], "a byte order mark"),
            ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]], "a byte order mark before a quotation mark"),
            ("a,b\n1,2\n\n\r\n", [["1", "2"]], "empty lines at the end"),
            ("\na,b\n1,2\n", [["1", "2"]], "an empty line before the header"),
            (" a ,\tb\n1 , 2\n", [["1 ", " 2"]], "spaces around names go, around text stay"),
            ("a,b\n\"1\",\"2\"\n", [["1", "2"]], "quoted cells"),
            ("a,b\n\"x,y\",\"say \"\"no\"\"\"\n", [["x,y", "say \"no\""]], "commas and quotation marks"),
            ("a,b\n\"x\ny\",2\n3,4\n", [["x\ny", "2"], ["3", "4"]], "a line end in a cell"),
            (
                "a,b\r\n\"x\r\ny\",\"2\"\r\n", [["x\r\ny", "2"]],
                "Windows line ends in a cell and after quotes"
            ),
            ("a,b\n\"\",\n", [["", ""]], "empty, with and without quotes"),
            ("a,b\n,\"2\"", [["", "2"]], "a quoted cell at the very end"),
            ("a,b\n1,x\ry\n", [["1", "x\ry"]], "a lone carriage return is text"),
            ("a,b\nÅ,日本\n", [["Å", "日本"]], "letters of two and three bytes"),
            ("a,b\n😀,é\n", [["😀", "é"]], "a sign of four bytes"),
            ("a\n1\n\n2\n", [["1"], [""], ["2"]], "in one column an empty line is an empty cell"),
        ] as [(String, [[String]], Comment)]
    )
    func good(text: String, expected: [[String]], reason: Comment) throws {
        let bytes = Array(text.utf8)
        let columns = text.contains("b") ? ["a", "b"] : ["a"]
        let table = try CSVTable.parse(bytes, as: "t.csv", required: columns)
        #expect(table.rows.map { row in columns.map { row[$0] ?? "–" } } == expected, reason)

        // The same, cut at every place.
        for size in 1...max(1, min(7, bytes.count)) {
            let sink = TableSink(file: "t.csv", required: columns, optional: [])
            var stream = CSVStream("t.csv", into: sink, needsRows: true)
            for start in stride(from: 0, to: bytes.count, by: size) {
                stream.feed(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            stream.finish()
            #expect(stream.log.isEmpty, reason)
            #expect(stream.sink.rows.map { row in columns.map { row[$0] ?? "–" } } == expected, reason)
        }
    }

    @Test(
        "is refused with place and reason",
        arguments: [
            ("", [(nil, nil, .empty)], "nothing at all"),
            ("\u{FEFF}\r\n\n", [(nil, nil, .empty)], "a mark and empty lines"),
            ("a,b\n", [(nil, nil, .noRows)], "a header and nothing under it"),
            ("a;b\n1;2\n", [(1, nil, .semicolons)], "the export of a spreadsheet in another language"),
            ("x,b\n1,2\n", [(1, "a", .columnMissing(found: ["x", "b"]))], "a wrong header"),
            ("a,b,a\n1,2,3\n", [(1, "a", .columnTwice)], "a column twice"),
            (
                "a,b\n1\n2,3,4\n",
                [(2, nil, .rowLength(expected: 2, found: 1)), (3, nil, .rowLength(expected: 2, found: 3))],
                "both kinds of wrong rows, both named"
            ),
            (
                "a,b\n1,2\n\n3,4\n", [(3, nil, .rowLength(expected: 2, found: 1))],
                "an empty line in the middle"
            ),
            (
                "a,b\n\"x\ny\",2\n3\n", [(3, nil, .rowLength(expected: 2, found: 1))],
                "a row of two lines is one row"
            ),
            (
                "a,b\n1\"2,3\n4,5\n6\n",
                [(2, "a", .strayQuote), (4, nil, .rowLength(expected: 2, found: 1))],
                "a quotation mark in a cell; reading goes on"
            ),
            ("a,b\n\"1\"2,3\n", [(2, "a", .strayQuote)], "text behind a closing quotation mark"),
            ("a,b\n1,\"2\n3,4\n", [(2, "b", .strayQuote)], "a quotation mark nobody closes"),
            ("a,b\n1,2\n3,\0\n", [(3, nil, .notUTF8(byte: 10))], "a zero byte"),
        ] as [(String, [(Int?, String?, Problem.Kind)], Comment)]
    )
    func bad(text: String, expected: [(Int?, String?, Problem.Kind)], reason: Comment) {
        let problems = expected.map { Problem($0.2, file: "t.csv", row: $0.0, column: $0.1) }
        #expect(throws: Problems(problems), reason) {
            try CSVTable.parse(Array(text.utf8), as: "t.csv", required: ["a", "b"])
        }
        // The same, byte by byte.
        var stream = CSVStream(
            "t.csv",
            into: TableSink(file: "t.csv", required: ["a", "b"], optional: []),
            needsRows: true
        )
        for byte in text.utf8 { stream.feed([byte]) }
        stream.finish()
        #expect(stream.log.list == problems, reason)
    }

    @Test(
        "is refused when it is not UTF-8, with the place of the first bad byte",
        arguments: [
            ([0xFF, 0xFE, 0x61], 0, 1, "UTF-16"),
            ([0x61, 0x2C, 0x62, 0x0A, 0xE9, 0x2C, 0x31, 0x0A], 4, 2, "Latin-1: é alone"),
            ([0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0xC3], 6, 2, "a character cut by the end"),
            ([0x61, 0xC0, 0x80], 1, 1, "a zero spelt with two bytes"),
            ([0x61, 0xED, 0xA0, 0x80], 1, 1, "half a surrogate pair"),
            ([0x61, 0xF4, 0x90, 0x80, 0x80], 1, 1, "beyond the last character"),
            ([0x61, 0xE0, 0x9F, 0xBF], 1, 1, "three bytes where two are enough"),
            ([0x61, 0x80], 1, 1, "a continuation of nothing"),
        ] as [([UInt8], Int, Int, Comment)]
    )
    func encoding(bytes: [UInt8], byte: Int, row: Int, reason: Comment) {
        for size in [1, 2, 100] {
            let sink = TableSink(file: "t.csv", required: ["a", "b"], optional: [])
            var stream = CSVStream("t.csv", into: sink, needsRows: true)
            for start in stride(from: 0, to: bytes.count, by: size) {
                stream.feed(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            stream.finish()
            #expect(stream.log.list == [Problem(.notUTF8(byte: byte), file: "t.csv", row: row)], reason)
        }
    }

    @Test("is checked to its last byte, also in columns nobody asks for")
    func otherColumns() {
        var bytes = Array("a,b\n".utf8)
        for _ in 0..<1_000 { bytes += Array("1,plain\n".utf8) }
        bytes += Array("1,".utf8) + [0xC3, 0x28, 0x0A]
        let expected = Problem(.notUTF8(byte: bytes.count - 3), file: "t.csv", row: 1_002)
        #expect(throws: Problems([expected])) {
            try CSVTable.parse(bytes, as: "t.csv", required: ["a"])
        }
    }

    @Test("bounds the length of a cell")
    func longCells() throws {
        let limit = RecordScanner.longestCell
        for (length, quote) in [(limit, ""), (limit, "\""), (limit + 1, ""), (limit + 1, "\"")] {
            let cell = quote + String(repeating: "x", count: length) + quote
            let bytes = Array("a,b\n1,\(cell)\n".utf8)
            let read = Result { () throws(Problems) in
                try CSVTable.parse(bytes, as: "t", required: ["a"]).rows.count
            }
            let refusal: Problem.Kind? =
                length <= limit ? nil : quote.isEmpty ? .tooLong(limit: limit) : .strayQuote
            switch read {
            case .success(let rows): #expect(refusal == nil && rows == 1)
            case .failure(let problems): #expect(problems.list.map(\.kind) == [refusal])
            }
        }
    }

    @Test("keeps the first thousand problems and counts the rest")
    func manyProblems() {
        let text = "a,b\n" + String(repeating: "1\n", count: 1_500)
        let thrown = #expect(throws: Problems.self) {
            try CSVTable.parse(Array(text.utf8), as: "t", required: ["a"])
        }
        #expect(thrown?.list.count == 1_000 && thrown?.further == 500)
        #expect(thrown?.list.last?.row == 1_001)
    }
}
