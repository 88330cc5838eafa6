import Elections
import Exchange

/// What will become of the forms of a file, before anything does.
struct ImportPreviewPage {
    /// The most rows of a list on a page.
    static let mostRows = 200
    /// The most forms shown for one check.
    private static let mostExamples = 20

    let preview: ImportPreview
    let context: DeskContext

    private var forms: HandedForms { preview.forms }

    var page: DeskPage {
        let title = context.say("Impor: periksa", "Import: have a look")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: summary)
                context.form(context.path("import", preview.kind.rawValue, "confirm")) {
                    HTML.hidden("mark", preview.mark)
                    open
                    HTML.submit(context.say("Ambil", "Take them in"))
                }
                conflicts
                ImportRows(forms: forms, context: context).card(
                    context.say("Dilewati", "Left out"),
                    preview.skipped.map { place, reason in (place, reason.words(name)[context.language]) }
                )
                ImportPages.discard(preview.kind, context)
            }
        )
    }

    private var summary: String {
        let numbers = context.numbers
        let all = numbers.whole(forms.forms.count)
        let adds = numbers.whole(preview.adding)
        let open = numbers.whole(preview.fates.count { !$0.codes.isEmpty })
        let skips = numbers.whole(preview.skipped.count)
        return context.say(
            "\(forms.file): \(all) formulir. \(adds) diambil, \(open) menunggu pernyataan Anda, \(skips) dilewati.",
            "\(forms.file): \(all) forms. \(adds) are taken, \(open) wait for your word, \(skips) are left out."
        )
    }

    private func name(_ field: Field) -> String {
        DeskForm(FormKey(forms.ballot, StationCode(village: village, number: 0)), context)?.name(field)
            ?? field.column
    }

    private var village: RegionCode { forms.forms[0].key.station.village }

    /// The checks that forms do not pass, each with a box to tick and its numbers.
    private var open: HTML {
        .tag("div") {
            for (code, places) in preview.open {
                HTML.fieldset(
                    context.say(
                        "\(code): \(context.numbers.whole(places.count)) formulir",
                        "\(code): \(context.numbers.whole(places.count)) forms"
                    )
                ) {
                    HTML.tag("p", .class("field tick")) {
                        HTML.void(
                            "input",
                            [
                                Attribute("type", "checkbox"), .id("c-\(code)"), .name("confirmed"),
                                .value(code),
                            ]
                        )
                        HTML.tag(
                            "label",
                            Attribute("for", "c-\(code)"),
                            text: context.say(
                                "\(code): berkasnya memang begitu, ambil semuanya",
                                "\(code): the file says so, take them all"
                            )
                        )
                    }
                    examples(code, places)
                }
            }
        }
    }

    private func examples(_ code: String, _ places: [Int]) -> HTML {
        .tag("ul", .class("plain")) {
            for place in places.prefix(Self.mostExamples) {
                HTML.tag("li") {
                    ImportRows(forms: forms, context: context).title(place)
                    if case .confirms(let findings) = preview.fates[place],
                        let form = DeskForm(forms.forms[place].key, context)
                    {
                        form.list(findings.filter { $0.check.code == code }, forms.forms[place].figures)
                    }
                }
            }
            if places.count > Self.mostExamples {
                let more = context.numbers.whole(places.count - Self.mostExamples)
                HTML.tag("li", text: context.say("dan \(more) lagi", "and \(more) more"))
            }
        }
    }

    /// The accepted figures that the file has otherwise.
    private var conflicts: HTML {
        guard !preview.conflicts.isEmpty else { return .empty }
        return ImportRows(forms: forms, context: context).card(
            context.say("Berbeda dari yang diterima", "Other than what is accepted"),
            preview.conflicts.map { place, conflicts in
                (
                    place,
                    conflicts.map { conflict in
                        let accepted = context.numbers.whole(conflict.accepted)
                        let offered = context.numbers.whole(conflict.offered)
                        return context.say(
                            "\(name(conflict.field)): diterima \(accepted), berkas \(offered)",
                            "\(name(conflict.field)): accepted \(accepted), file \(offered)"
                        )
                    }.joined(separator: "; ")
                )
            }
        )
    }
}

/// Forms of a file in a table: row, form, and what is said of it.
struct ImportRows {
    let forms: HandedForms
    let context: DeskContext

    /// Which form it is.
    func title(_ place: Int) -> String {
        let key = forms.forms[place].key
        let version = key.version == .regular ? "" : " · \(key.version.shortName[context.language])"
        return "\(context.name(of: key.station)) (\(key.station))\(version)"
    }

    /// The table, its first rows.
    func card(_ label: String, _ rows: [(place: Int, words: String)]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: "\(label) (\(context.numbers.whole(rows.count)))")
            HTML.grid(
                label,
                [
                    context.say("Baris", "Row"), context.say("Formulir", "Form"),
                    context.say("Keterangan", "What about it"),
                ],
                rows.prefix(ImportPreviewPage.mostRows).map { place, words in
                    [
                        .text(forms.forms[place].row.map { "\($0)" } ?? "–"), .text(title(place)),
                        .text(words),
                    ]
                }
            )
            if rows.count > ImportPreviewPage.mostRows {
                let more = context.numbers.whole(rows.count - ImportPreviewPage.mostRows)
                HTML.tag("p", .class("quiet"), text: context.say("dan \(more) lagi", "and \(more) more"))
            }
        }
    }
}

/// What became of the forms of a file.
struct ImportResultPage {
    let preview: ImportPreview
    let result: ImportResult
    let context: DeskContext

    var page: DeskPage {
        let title = context.say("Impor selesai", "The import is done")
        let taken = context.numbers.whole(result.taken)
        let left = context.numbers.whole(result.left.count)
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag(
                    "p",
                    .class("good"),
                    Attribute("role", "status"),
                    text: context.say(
                        "\(taken) formulir diambil, \(left) tidak.",
                        "\(taken) forms were taken, \(left) were not."
                    )
                )
                if result.isBusy {
                    SignInPages.alert(
                        context.say(
                            "Kantor sedang sibuk. Berkasnya masih menunggu: ambil lagi, yang sudah masuk tidak terulang.",
                            "The office is busy. The file still waits: take it in again; nothing is done twice."
                        )
                    )
                }
                ImportRows(forms: preview.forms, context: context).card(
                    context.say("Tidak diambil", "Not taken"),
                    result.left.map { ($0.place, $0.words[context.language]) }
                )
                HTML.tag("p") {
                    context.link(
                        context.say("Impor berkas lain", "Import another file"),
                        "import",
                        preview.kind.rawValue
                    )
                }
            }
        )
    }
}
