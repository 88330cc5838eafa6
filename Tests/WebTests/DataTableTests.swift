import Elections
import Testing

@testable import Web

@Suite("Tables for machines")
struct DataTableTests {
    private let table = DataTable(
        caption: "c",
        columns: [.text("name", "Name"), .number("votes", "Votes"), .number(nil, "Share")],
        rows: [
            [.text("A, \"B\""), .number(1_234, Numbers(.english)), .shown("50%")],
            [.link("<C>", "/c"), .number(nil, Numbers(.english)), .shown("–")],
        ]
    )

    @Test("CSV has the raw figures, and nothing for what is missing")
    func csv() {
        #expect(String(decoding: table.csv, as: UTF8.self) == "name,votes\n\"A, \"\"B\"\"\",1234\n<C>,\n")
    }

    @Test("JSON has null for what is missing")
    func json() {
        let expected = #"[{"name":"A, \"B\"","votes":1234},{"name":"<C>","votes":null}]"#
        #expect(String(decoding: table.json, as: UTF8.self) == expected)
    }

    @Test("what only machines want is not shown, and groups of rows span what is")
    func machines() {
        let table = DataTable(
            caption: "c",
            columns: [.machine("id"), .text("name", "Name"), .text(nil, "Note")],
            rows: [[.text("x1"), .text("A"), .text("n")]],
            sections: [DataTable.Section(start: 0, title: "Group")]
        )
        #expect(String(decoding: table.csv, as: UTF8.self) == "id,name\nx1,A\n")
        let html = table.html.description
        #expect(!html.contains("x1") && html.contains(#"<th scope="row" class="t">A</th>"#))
        #expect(html.contains(#"colspan="2""#))
    }

    @Test("HTML names its rows and columns and lets a narrow screen scroll")
    func html() {
        let html = table.html.description
        #expect(html.contains(#"<th scope="col" class="n">Votes</th>"#))
        #expect(html.contains(#"<th scope="row" class="t"><a href="/c">&lt;C&gt;</a></th>"#))
        #expect(html.contains(#"role="region" tabindex="0" aria-label="c""#))
        #expect(html.contains("<td class=\"n\">1,234</td>"))
    }
}
