import Elections
import Testing

@testable import Web

@Suite("What is typed into a form")
struct TypedFormTests {
    @Test(
        "is a count, nothing, or neither",
        arguments: [
            ("a count", "187", 187, true),
            ("zero is a figure", "0", 0, true),
            ("with zeros before it", "007", 7, true),
            ("with a thousands' dot", "1.234", 1_234, true),
            ("with a comma", "1,234", 1_234, true),
            ("with a narrow space", "1\u{202F}234", 1_234, true),
            ("pasted with spaces around", " 12 ", 12, true),
            ("nothing on the paper", "", nil, true),
            ("spaces alone are nothing", "  ", nil, true),
            ("the largest there is", "999999999", 999_999_999, true),
            ("too large for any form", "1000000000", nil, false),
            ("far too large", "9999999999999999999999", nil, false),
            ("a word", "dua", nil, false),
            ("half a word", "12a", nil, false),
            ("a negative number", "-1", nil, false),
            ("a fraction sign", "1/2", nil, false),
            ("a dot alone", ".", nil, false),
            ("digits of another script", "١٢", nil, false),
        ] as [(String, String, Int?, Bool)]
    )
    func figure(reason: String, text: String, figure: Int?, isRead: Bool) {
        let read = TypedForm.figure(text)
        #expect((read != nil) == isRead, "\(reason)")
        if let read { #expect(read == figure, "\(reason)") }
    }

    @Test("is read field by field, and what is no count is named")
    func sent() throws {
        let fields: [Field] = [.votes(1), .votes(2), .valid]
        let sent = try Fields(encoded: "votes_1=1.234&votes_2=x&remark=dicoret".utf8, most: 10)
        let typed = try TypedForm(fields: fields, sent: sent)
        #expect(typed.texts == ["1.234", "x", ""])
        #expect(typed.remark == "dicoret")
        #expect(typed.figures.figures == [1_234, nil, nil])
        #expect(typed.figures.wrong == [.votes(2)])
        #expect(throws: Refusal.self) {
            try TypedForm(fields: fields, sent: try Fields(encoded: "valid=1&valid=2".utf8, most: 10))
        }
    }
}
