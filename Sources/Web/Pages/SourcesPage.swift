import Elections

/// Every file the figures come from, with its source and nature.
enum SourcesPage {
    static func page(_ context: PageContext) -> Page {
        let table = DataTable(
            caption: context.say("Berkas folder pemilu ini", "The files of this election folder"),
            columns: [
                .text("file", context.say("Berkas", "File")), .text("nature", context.say("Sifat", "Nature")),
                .text("source", context.say("Sumber", "Source")),
            ],
            rows: context.election.files.map { file in
                [
                    .text(file.path),
                    DataTable.Cell(
                        shown: .text(name(file.nature, context)),
                        value: .text(file.nature.rawValue)
                    ),
                    .text(file.source[context.language]),
                ]
            }
        )
        let law = context.election.law
        return Page(
            title: context.say("Sumber", "Sources"),
            body: .tag("div") {
                HTML.tag("h1", text: context.say("Dari mana angka-angka ini", "Where the figures come from"))
                HTML.tag("section", .class("block")) {
                    table.html
                    Forms.links(context)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2") { context.link(context.say("Peraturan", "The law"), .law) }
                    HTML.tag("p", text: "\(law.title[context.language]): \(law.source)")
                }
            },
            table: table
        )
    }

    private static func name(_ nature: SourceFile.Nature, _ context: PageContext) -> String {
        switch nature {
        case .register: context.say("daftar", "register")
        case .roll: context.say("data pemilih", "roll")
        case .reading: context.say("pembacaan formulir", "reading of forms")
        case .reported: context.say("jumlah yang diterbitkan", "reported totals")
        case .certified: context.say("hasil rekapitulasi", "certified")
        case .determined: context.say("penetapan", "determined")
        case .simulated: context.say("simulasi", "simulated")
        }
    }
}
