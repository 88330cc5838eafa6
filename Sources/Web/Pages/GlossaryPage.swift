import Elections

/// The words of the field in both languages, in the alphabetical order of the reader's.
enum GlossaryPage {
    static func page(_ context: PageContext) -> Page {
        let terms = Glossary.sorted(in: context.language)
        let title = context.say("Istilah", "Glossary")
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "\(terms.count) kata yang dipakai di situs ini, dengan padanannya dalam bahasa "
                            + "Inggris.",
                        "\(terms.count) words used on this site, with their Indonesian originals."
                    )
                )
                HTML.tag("section", .class("block")) {
                    HTML.tag("dl", .class("glossary")) {
                        for term in terms { entry(term, context) }
                    }
                    Forms.links(context)
                }
            },
            table: table(terms, context)
        )
    }

    private static func entry(_ term: Glossary.Term, _ context: PageContext) -> HTML {
        let other: Language = context.language == .indonesian ? .english : .indonesian
        return .tag("div", .id(term.id)) {
            HTML.tag("dt") {
                term.name[context.language]
                if term.name[other] != term.name[context.language] {
                    " "
                    HTML.tag("span", Attribute("lang", other.rawValue), text: term.name[other])
                }
            }
            HTML.tag("dd", text: term.meaning[context.language])
        }
    }

    private static func table(_ terms: [Glossary.Term], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context.say("Istilah", "Glossary"),
            columns: [
                .machine("id"), .text("indonesian", context.say("Indonesia", "Indonesian")),
                .text("english", context.say("Inggris", "English")),
                .text("meaning", context.say("Arti", "Meaning")),
            ],
            rows: terms.map { term in
                [
                    .text(term.id), .text(term.name[.indonesian]), .text(term.name[.english]),
                    .text(term.meaning[context.language]),
                ]
            }
        )
    }
}
