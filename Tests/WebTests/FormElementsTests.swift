import Testing

@testable import Web

@Suite("Forms in markup")
struct FormElementsTests {
    private static let hostile = "\"><script>alert(1)</script>"

    @Test("a field's label, hint and fault belong to it")
    func field() {
        var field = FormField(name: "votes", label: "Suara", kind: .count, value: "12")
        field.hint = "Angka saja"
        field.fault = "Bukan angka"
        #expect(
            HTML.field(field).description == """
                <p class="field wrong"><label for="f-votes">Suara</label>\
                <input type="text" id="f-votes" name="votes" required="" aria-invalid="true" \
                aria-describedby="f-votes-hint f-votes-fault" value="12" inputmode="numeric" autocomplete="off">\
                <small id="f-votes-hint">Angka saja</small><strong id="f-votes-fault">Bukan angka</strong></p>
                """
        )
    }

    @Test(
        "each kind of field",
        arguments: [
            (.text, "type=\"text\"", true), (.password, "type=\"password\"", false),
            (.email, "type=\"email\"", true),
            (.date, "type=\"date\"", true), (.count, "inputmode=\"numeric\"", true),
            (.file(accept: "image/*"), "accept=\"image/*\"", false), (.hidden, "type=\"hidden\"", true),
        ] as [(FormField.Kind, String, Bool)]
    )
    func kinds(kind: FormField.Kind, part: String, showsValue: Bool) {
        let html = HTML.field(FormField(name: "a", label: "A", kind: kind, value: "secret")).description
        #expect(html.contains(part))
        #expect(html.contains("secret") == showsValue, "what was typed as a password is never sent back")
    }

    @Test("whatever is entered stays text")
    func escaping() throws {
        var field = FormField(name: Self.hostile, label: Self.hostile, value: Self.hostile)
        field.hint = Self.hostile
        field.fault = Self.hostile
        field.autocomplete = Self.hostile
        let place = try #require(LocalPath("/a"))
        let form = HTML.form(to: place, token: FormToken(text: Self.hostile)) {
            HTML.field(field)
            HTML.textArea(field)
            HTML.select(field, [(Self.hostile, Self.hostile)])
            HTML.checkbox(field, isTicked: true)
            HTML.fieldset(Self.hostile) { HTML.submit(Self.hostile, name: Self.hostile, value: Self.hostile) }
        }
        #expect(!form.description.contains("<script"))
        #expect(form.description.contains("selected=\"\""))
    }

    @Test("a text of several lines keeps its first line's end")
    func lines() {
        let html = HTML.textArea(FormField(name: "a", label: "A", value: "\nx")).description
        #expect(html.contains(">\n\nx</textarea>"))
    }

    @Test("a form carries its token, and files only when it has some")
    func form() throws {
        let place = try #require(LocalPath("/desk/queue"))
        let form = HTML.form(to: place, token: FormToken(text: "abc")) { HTML.submit("Kirim") }
        #expect(
            form.description == """
                <form method="post" action="/desk/queue" enctype="application/x-www-form-urlencoded" novalidate="">\
                <input type="hidden" name="token" value="abc"><button type="submit">Kirim</button></form>
                """
        )
        let upload = HTML.form(to: place, token: FormToken(text: "abc"), hasFiles: true) { "" }
        #expect(upload.description.contains("enctype=\"multipart/form-data\""))
    }

    @Test("a module is loaded as it was built, or not at all")
    func script() {
        let script = HTML.script(Scripts.live).description
        #expect(script.contains("integrity=\"sha256-"))
        #expect(script.contains("type=\"module\""))
        #expect(script.contains(Scripts.live.path))
    }
}
