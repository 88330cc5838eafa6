import Testing

@testable import Exchange

@Suite("JSON, read")
struct JSONReaderTests {
    @Test(
        "keeps what stands there",
        arguments: [
            ("null", .null, "a word"),
            (" \t\r\n[true, false]\n", .array([.bool(true), .bool(false)]), "spaces of every kind"),
            ("-0.50e+1", .number("-0.50e+1"), "a number as it is written"),
            ("0", .number("0"), "zero"),
            ("[]", .array([]), "an empty list"),
            ("{}", .object([]), "an empty object"),
            (
                #"{"b":1,"a":{"null":null}}"#,
                .object([
                    JSONMember(name: "b", value: .number("1")),
                    JSONMember(name: "a", value: .object([JSONMember(name: "null", value: .null)])),
                ]),
                "names in order"
            ),
            (#""\"\\\/\b\f\n\r\t\u00e9 é""#, .text("\"\\/\u{8}\u{C}\n\r\té é"), "every escape"),
            (#""\ud83d\ude00""#, .text("😀"), "a character in two halves"),
        ] as [(String, JSONValue, Comment)]
    )
    func reads(text: String, expected: JSONValue, reason: Comment) throws {
        #expect(try JSONReader.read(text) == expected, reason)
    }

    @Test(
        "refuses everything else at its line",
        arguments: [
            ("", .cut, 1, "nothing"),
            ("{\"a\": 1,\n\"b\"", .cut, 2, "cut behind a name"),
            ("{\"chart\": {\"100025\": 10", .cut, 1, "cut behind a number"),
            ("[1", .cut, 1, "cut in a list"),
            ("\"ab", .cut, 1, "cut in a text"),
            ("\"\\u00", .cut, 1, "cut in an escape"),
            ("tru", .cut, 1, "cut in a word"),
            ("[1,]", .unexpected(byte: 3), 1, "a comma too many"),
            ("{,}", .unexpected(byte: 1), 1, "a comma for a name"),
            ("[1 2]", .unexpected(byte: 3), 1, "no comma"),
            ("{a: 1}", .unexpected(byte: 1), 1, "a name without quotes"),
            ("{'a': 1}", .unexpected(byte: 1), 1, "single quotes"),
            ("012", .unexpected(byte: 1), 1, "a zero in front"),
            ("+1", .unexpected(byte: 0), 1, "a plus in front"),
            ("1.", .cut, 1, "no digit behind the point"),
            (".5", .unexpected(byte: 0), 1, "no digit before the point"),
            ("NaN", .unexpected(byte: 0), 1, "not a number"),
            ("\n\n<html>", .unexpected(byte: 2), 3, "a page that says the file is gone"),
            ("{}{}", .unexpected(byte: 2), 1, "two values"),
            ("\"a\nb\"", .unexpected(byte: 2), 1, "a line end in a text"),
            (#""\x41""#, .unexpected(byte: 2), 1, "an escape nobody knows"),
            (#""\ud83d""#, .unexpected(byte: 7), 1, "half a character"),
            (#""\ude00\ud83d""#, .unexpected(byte: 13), 1, "halves exchanged"),
            (#"{"a":1,"a":2}"#, .nameTwice("a"), 1, "a name twice: which of them holds?"),
            (
                "{\((0..<40).map { "\"n\($0)\":0," }.joined())\"n3\":1}", .nameTwice("n3"), 1,
                "a name twice among many"
            ),
            (
                String(repeating: "[", count: 100_000), .tooDeep(limit: 32), 1,
                "brackets without end, which would use up the stack"
            ),
        ] as [(String, Problem.JSONFault, Int, Comment)]
    )
    func refuses(text: String, fault: Problem.JSONFault, line: Int, reason: Comment) {
        #expect(throws: JSONReader.Failure(fault: fault, line: line), reason) {
            try JSONReader.read(text)
        }
    }

    @Test("calls a published file cut wherever it is cut, and nothing else")
    func cut() throws {
        let text = ImportFiles.sirekap([10, 20, 30], psu: #""\u00e9\ud83d\ude00""#)
        _ = try JSONReader.read(text)
        for count in 0..<text.count {
            #expect(throws: JSONReader.Failure(fault: .cut, line: 1), "after \(count)") {
                try JSONReader.read(String(text.prefix(count)))
            }
        }
    }
}
