import Testing

@testable import Web

@Suite("Markup")
struct HTMLTests {
    @Test(
        "text is escaped on every way in",
        arguments: [
            ("a & b", "a &amp; b"),
            ("<script>", "&lt;script&gt;"),
            ("\"x\" onload=", "&quot;x&quot; onload="),
            ("Jokowi–Ma'ruf", "Jokowi–Ma'ruf"),
            ("", ""),
        ]
    )
    func escaping(text: String, expected: String) {
        #expect(HTML.text(text).description == expected)
        #expect(HTML.tag("p", text: text).description == "<p>\(expected)</p>")
        #expect(HTML.tag("p") { text }.description == "<p>\(expected)</p>")
        #expect(HTML.void("meta", Attribute("content", text)).description == "<meta content=\"\(expected)\">")
    }

    @Test("a page is written as a list of its parts")
    func builder() {
        let shown = true
        let html = HTML.tag("ul", .class("x")) {
            for number in 1...2 { HTML.tag("li", text: "\(number)") }
            if shown { HTML.tag("li", text: "3") }
            if !shown { "never" }
            Optional<HTML>.none
        }
        #expect(html.description == "<ul class=\"x\"><li>1</li><li>2</li><li>3</li></ul>")
    }
}
