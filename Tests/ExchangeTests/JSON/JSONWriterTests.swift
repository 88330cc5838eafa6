import Foundation
import Testing

@testable import Exchange

@Suite("JSON")
struct JSONWriterTests {
    @Test(
        "escapes what must be escaped and nothing else",
        arguments: [
            ("", #""""#, "an empty text"),
            ("Golkar", #""Golkar""#, "letters"),
            ("a\"b\\c", #""a\"b\\c""#, "a quotation mark and a backslash"),
            ("a/b", #""a/b""#, "a slash may stand as it is"),
            ("a\nb\tc\r", #""a\u000ab\u0009c\u000d""#, "line end, tab, return"),
            (
                "\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\"",
                "the controls that must be escaped, and one that need not"
            ),
            ("ÖVP – Ma'ruf 😀", "\"ÖVP – Ma'ruf 😀\"", "letters of two to four bytes"),
            ("\u{2028}\u{FEFF}", "\"\u{2028}\u{FEFF}\"", "signs that are rare and allowed"),
        ]
    )
    func text(text: String, expected: String, reason: Comment) throws {
        var writer = JSONWriter()
        writer.value(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected, reason)
        let read = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
        #expect(read as? String == text, reason)
    }

    @Test("puts commas between and nowhere else")
    func structure() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.beginObject()
        writer.endObject()
        writer.beginObject()
        writer.name("a")
        writer.beginArray()
        writer.value(1)
        writer.value(Int?.none)
        writer.value("x")
        writer.endArray()
        writer.name("b")
        writer.value(-2)
        writer.endObject()
        writer.endArray()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[{},{"a":[1,null,"x"],"b":-2}]"#)
    }

    @Test("writes whole numbers exactly", arguments: [Int.min, -1, 0, 9_007_199_254_740_993, Int.max])
    func numbers(number: Int) {
        var writer = JSONWriter()
        writer.value(number)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(number)")
    }
}
