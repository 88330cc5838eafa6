import Elections
import Exchange

/// The pages before the forms of a file are looked at: handing it in, and its digest.
enum ImportPages {
    /// What somebody may import.
    static func start(_ context: DeskContext) -> DeskPage {
        let title = context.say("Impor banyak formulir", "Many forms at once")
        let kinds = ImportKind.allCases.filter(context.caller.may)
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            if kinds.isEmpty {
                HTML.tag(
                    "p",
                    text: context.say(
                        "Mandat Anda tidak meliputi impor. Tanyakan kepada penyelia meja hitung.",
                        "Your mandate does not reach imports. Ask the counting supervisor."
                    )
                )
            }
            HTML.tag("ul", .class("cards doors")) {
                for kind in kinds {
                    HTML.tag("li", .class("card")) {
                        HTML.tag("h2") {
                            context.link(kind.name[context.language], "import", kind.rawValue)
                        }
                        HTML.tag("p", text: kind.lead[context.language])
                    }
                }
            }
        }
    }

    /// The form with which a file is handed in.
    ///
    /// - Parameters:
    ///   - kind: What it is to become.
    ///   - other: A file that waits to become something else, and will be replaced.
    ///   - context: Who reads.
    /// - Returns: The page.
    static func upload(
        _ kind: ImportKind,
        replacing other: PendingImport? = nil,
        _ context: DeskContext
    ) -> DeskPage {
        let title = kind.name[context.language]
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            HTML.tag("p", text: kind.lead[context.language])
            if let other {
                HTML.tag("p", .class("notice")) {
                    context.say(
                        "Berkas \(other.file) masih menunggu di ",
                        "The file \(other.file) still waits at "
                    )
                    context.link(other.kind.name[context.language], "import", other.kind.rawValue)
                    context.say(
                        "; mengunggah di sini menggantikannya.",
                        "; handing one in here takes its place."
                    )
                }
            }
            if context.state.desks.isEmpty {
                SignInPages.alert(
                    context.say(
                        "Belum ada meja hitung yang dibuka. Minta penyelia membukanya, lalu kembali ke sini.",
                        "No counting desk is open yet. Ask a supervisor to open one, then come back."
                    )
                )
            } else {
                columns(kind, context)
                context.form(context.path("import", kind.rawValue), hasFiles: true) {
                    fields(kind, context)
                    HTML.submit(context.say("Periksa", "Look at it"))
                }
            }
        }
    }

    @HTMLBuilder
    private static func fields(_ kind: ImportKind, _ context: DeskContext) -> HTML {
        HTML.select(
            FormField(name: "ballot", label: context.say("Surat suara", "Ballot")),
            context.state.desks.map { ($0.slug, $0.name[context.language]) }
        )
        HTML.select(
            FormField(name: "shape", label: context.say("Bentuk berkas", "Shape of the file")),
            HandedForms.shapes(in: context.state).map { ($0.rawValue, $0.name[context.language]) }
        )
        if kind == .readings {
            HTML.select(
                FormField(name: "source", label: context.say("Pembacaan siapa", "Whose reading")),
                sources(context).map { ($0.word, $0.name[context.language]) }
            )
        }
        HTML.field(
            FormField(
                name: "file",
                label: context.say("Berkas", "File"),
                kind: .file(accept: ".csv,.json,text/csv,application/json"),
                hint: context.say(
                    "Paling besar 8 MB dan 20.000 formulir, tidak dimampatkan.",
                    "At most 8 MB and 20,000 forms, not packed."
                )
            )
        )
    }

    /// Everybody who may have read forms of the ballots whose desks are open.
    private static func sources(_ context: DeskContext) -> [ComparisonSource] {
        let numbers = context.state.desks.flatMap { ballot in
            context.state.contestWithoutForms(of: ballot)?.contestants.map(\.number) ?? []
        }
        return [.sirekap, .volunteers, .office] + Set(numbers).sorted().map { .witnesses($0) }
    }

    private static func columns(_ kind: ImportKind, _ context: DeskContext) -> HTML {
        .tag("details") {
            HTML.tag("summary", text: context.say("Kolom CSV meja hitung", "Columns of the desk's CSV"))
            HTML.tag(
                "p",
                text: context.say(
                    "Satu baris per formulir. Sel kosong berarti tidak tertulis, bukan nol. version boleh tidak ada.",
                    "One row per form. An empty cell means nothing is written, not zero. version may be missing."
                ) + " "
                    + (kind == .entries
                        ? context.say("Semua kolom isian harus ada.", "Every field must have a column.")
                        : context.say(
                            "Kolom isian yang tidak dibaca boleh tidak ada.",
                            "Columns of fields that nobody read may be missing."
                        ))
            )
            for ballot in context.state.desks {
                HTML.tag("p") {
                    HTML.tag("strong", text: ballot.name[context.language])
                    " "
                    HTML.tag(
                        "code",
                        text: (["village", "station", "version"]
                            + (context.state.desk(of: ballot)?.fields.map(\.column) ?? []))
                            .joined(separator: ",")
                    )
                }
            }
        }
    }

    /// Everything that is wrong with a file.
    static func wrong(_ problems: Problems, _ kind: ImportKind, _ context: DeskContext) -> DeskPage {
        let title = context.say("Berkas belum dapat diambil", "The file cannot be taken")
        let count = context.numbers.whole(problems.list.count + problems.further)
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                SignInPages.alert(
                    context.say(
                        "\(count) kesalahan. Tidak ada yang diambil: betulkan berkasnya dan unggah lagi.",
                        "\(count) mistakes. Nothing was taken: mend the file and hand it in again."
                    )
                )
                HTML.tag("ul", .class("plain")) {
                    for problem in problems.list.prefix(500) {
                        HTML.tag("li", text: problem.sentence(in: context.language))
                    }
                }
                HTML.tag("p") {
                    context.link(context.say("Unggah lagi", "Hand in again"), "import", kind.rawValue)
                }
            },
            status: 422
        )
    }
}
