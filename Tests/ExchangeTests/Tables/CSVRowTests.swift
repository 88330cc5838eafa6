import Testing

@testable import Exchange

@Suite("A cell")
struct CSVRowTests {
    enum Outcome {
        case reads(Int?)
        case refuses(Problem.Kind)
    }

    @Test(
        "is a count, or is refused with its text",
        arguments: [
            ("0", .reads(0), "zero"),
            ("42", .reads(42), "digits"),
            (" 42\t", .reads(42), "spaces around it"),
            ("007", .reads(7), "leading zeros"),
            ("1000000000", .reads(1_000_000_000), "the limit"),
            ("1000000001", .refuses(.tooLarge("1000000001", limit: 1_000_000_000)), "above the limit"),
            (
                "99999999999999999999", .refuses(.tooLarge("99999999999999999999", limit: 1_000_000_000)),
                "above any integer"
            ),
            ("", .reads(nil), "missing"),
            ("   ", .reads(nil), "spaces only: missing"),
            ("-3", .refuses(.negative("-3")), "below zero"),
            ("-0", .refuses(.negative("-0")), "a sign has no place on a form"),
            ("-", .refuses(.notACount("-")), "a dash for nothing"),
            ("--3", .refuses(.notACount("--3")), "two signs"),
            ("+3", .refuses(.notACount("+3")), "a plus"),
            ("12a", .refuses(.notACount("12a")), "a slip"),
            ("1.234", .refuses(.notACount("1.234")), "grouped digits could be a fraction"),
            ("1 234", .refuses(.notACount("1 234")), "a space inside"),
            ("1e3", .refuses(.notACount("1e3")), "no exponents"),
            ("\u{A0}3", .refuses(.notACount("\u{A0}3")), "a no-break space"),
            ("٣", .refuses(.notACount("٣")), "Arabic-Indic three: a digit, but not ASCII"),
        ] as [(String, Outcome, Comment)]
    )
    func count(text: String, expected: Outcome, reason: Comment) throws {
        let table = try CSVTable.parse(Array("a,b\n\"\(text)\",1\n".utf8), as: "t", required: ["a"])
        var log = ProblemLog()
        let count = table.rows[0].optionalCount("a", limit: 1_000_000_000, &log)
        switch expected {
        case .reads(let value):
            #expect(count == value && log.isEmpty, reason)
        case .refuses(let kind):
            #expect(count == nil, reason)
            #expect(log.list == [Problem(kind, file: "t", row: 2, column: "a")], reason)
        }
    }

    @Test("that must be filled is noted when it is empty; one that may be missing is not")
    func required() throws {
        let table = try CSVTable.parse(Array("a,b\n , x \n".utf8), as: "t", required: ["a"])
        let row = table.rows[0]
        var log = ProblemLog()
        #expect(row.count("a", limit: 9, &log) == nil)
        #expect(row.text("a", &log) == nil)
        #expect(log.list == Array(repeating: Problem(.emptyCell, file: "t", row: 2, column: "a"), count: 2))
        #expect(row.text("b", &log) == "x" && row["b"] == " x " && row["c"] == nil)
        #expect(row.optionalCount("c", limit: 9, &log) == nil && log.list.count == 2)
        #expect(table.has("b") && !table.has("c"))
    }
}
