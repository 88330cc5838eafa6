import Documents
import Elections

/// The papers that were issued, kind by kind.
enum PapersPage {
    static func page(_ context: PageContext) -> Page {
        let title = context.say("Dokumen resmi", "Official papers")
        let names = context.papers?.register.names ?? []
        let editions = names.compactMap { context.papers?.register[$0].last }.sorted(by: Self.order)
        let shown = context.shown(editions)
        let table = DataTable(
            caption: title,
            columns: [
                .text("paper", context.say("Dokumen", "Paper")), .text("kind", context.say("Jenis", "Kind")),
                .number("edition", context.say("Terbitan", "Edition")),
                .number("pages", context.say("Halaman", "Pages")),
                .text("signed", context.say("Salinan bertanda tangan", "Signed copy")),
                .text("digest", "SHA-256"),
            ],
            rows: shown.map { edition in
                let paper = edition.paper
                return [
                    .link(paper.name.description, context.path(.paper(paper.name))),
                    .text(paper.name.kind?.name[context.language] ?? ""),
                    .number(paper.edition, context.numbers), .number(paper.pages, context.numbers),
                    .text(edition.copiesWords[context.language]), .text(paper.file.digest.description),
                ]
            }
        )
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("lead"),
                    text: context.say(
                        "Yang diterbitkan kantor ini, beku sejak diterbitkan. Setiap halaman memuat kode bertanda tangan; pleno "
                            + "verify memeriksanya tanpa jaringan.",
                        "What this office issued, frozen since. Every page bears a signed code; pleno verify checks it "
                            + "without a network."
                    )
                )
                if editions.isEmpty {
                    HTML.tag(
                        "p",
                        text: context.say("Belum ada yang diterbitkan.", "Nothing was issued yet.")
                    )
                } else {
                    HTML.tag("section", .class("block")) { table.html(of: editions.count, context) }
                    Forms.links(context)
                }
            },
            table: editions.isEmpty ? nil : table
        )
    }

    /// Kind by kind in their order, and as they were issued.
    private static func order(_ one: PaperRegister.Edition, _ other: PaperRegister.Edition) -> Bool {
        func place(_ edition: PaperRegister.Edition) -> Int {
            edition.paper.name.kind.flatMap(DocumentKind.allCases.firstIndex) ?? .max
        }
        return place(one) < place(other)
    }
}

/// A paper that was issued: its files, and what it says.
enum PaperPage {
    /// `nil` where it was never issued.
    static func page(_ name: PaperName, _ context: PageContext) -> Page? {
        guard let shelf = context.papers, let last = shelf.register[name].last else { return nil }
        let document = shelf.document(name)
        let isSame = document.map(last.says) ?? false
        // Words of minutes are nobody's business before they are issued.
        let isShown = isSame || name.kind != .minutes
        return Page(
            title: name.description,
            body: .tag("div") {
                HTML.tag("h1", text: name.description)
                HTML.tag("section", .class("block")) {
                    HTML.tag("dl", .class("facts")) {
                        for edition in shelf.register[name].reversed() { fact(edition, context) }
                    }
                }
                if !isSame {
                    HTML.tag("div", .class("notice"), Attribute("role", "note")) {
                        HTML.tag(
                            "p",
                            text: context.say(
                                "Sejak diterbitkan catatan berubah: di bawah ini isinya menurut catatan sekarang, belum diterbitkan. "
                                    + "Yang berlaku berkas di atas.",
                                "The record has changed since it was issued: below is what it says now, not issued. What "
                                    + "counts is the file above."
                            )
                        )
                    }
                }
                if let document, isShown { DocumentView(document: document).html }
            },
            crumbs: [(context.say("Dokumen resmi", "Official papers"), .papers)]
        )
    }

    @HTMLBuilder
    private static func fact(_ edition: PaperRegister.Edition, _ context: PageContext) -> HTML {
        let paper = edition.paper
        HTML.tag("dt", text: context.say("Terbitan \(paper.edition)", "Edition \(paper.edition)"))
        HTML.tag("dd") {
            HTML.tag("a", .href(edition.path), text: "PDF")
            context.say(
                ", \(paper.pages) halaman, \(context.numbers.whole(paper.file.size)) bita; salinan bertanda tangan: ",
                ", \(paper.pages) pages, \(context.numbers.whole(paper.file.size)) bytes; signed copy: "
            )
            edition.copiesWords[context.language]
            HTML.void("br")
            HTML.tag("code", .class("quiet"), text: "SHA-256 \(paper.file.digest)")
            HTML.void("br")
            HTML.tag(
                "span",
                .class("quiet"),
                text: context.say(
                    "dari catatan publik \(context.numbers.whole(edition.basis.size)), disusun \(edition.engine)",
                    "from the public record at \(context.numbers.whole(edition.basis.size)), set by \(edition.engine)"
                )
            )
        }
    }
}
