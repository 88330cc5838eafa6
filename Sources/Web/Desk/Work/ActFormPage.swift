import Elections

/// The form by which people ask for an act whose fields are described, with what was sent and what is wrong with it.
struct ActFormPage {
    let type: any DescribedAct.Type
    let context: DeskContext
    /// What stands in the fields; of a first look what the address says.
    let sent: Fields
    var faults: [FormFault] = []
    /// Whether more rows are wanted than were filled in.
    var isAskingForRows = false
    /// Whether the rows come from a file.
    var isBrought = false

    /// The field by which somebody says that an act is meant that ends something.
    static let confirmation = "confirm"
    /// The button that asks for more rows.
    static let moreRows = "more"
    /// The empty rows a form shows.
    private static let emptyRows = 3

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
    private var references: FieldReferences { FieldReferences(context: context) }

    var page: DeskPage {
        let title = type.title[context.language]
        let general = faults.filter { fault in fault.field.map { !isShown($0) } ?? true }
        return DeskPage(
            title: title,
            body: .tag("div", .class("narrow")) {
                HTML.tag("h1", text: title)
                if !faults.isEmpty {
                    SignInPages.alert(
                        general.isEmpty
                            ? say(
                                "Belum dicatat: \(faults.count) isian perlu diperbaiki.",
                                "Not recorded: \(faults.count) fields need correction."
                            )
                            : general.map(\.words).joined(separator: "; ")
                    )
                }
                if isBrought, faults.isEmpty {
                    HTML.tag(
                        "p",
                        .class("good"),
                        Attribute("role", "status"),
                        text: say(
                            "Baris dari berkas ada di bawah dan belum dicatat. Periksa, lengkapi, lalu kirim.",
                            "The rows of the file stand below and are not recorded yet. Look, complete, then send."
                        )
                    )
                }
                if type.isPublic {
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: say(
                            "Yang ditulis di sini diumumkan; jangan tulis data pribadi.",
                            "What is written here is published; write nothing about private persons."
                        )
                    )
                }
                context.form(context.path("acts", type.kind.rawValue)) {
                    context.once
                    for field in blank { control(field, prefix: "") }
                    if type.isFinal { confirmation }
                    HTML.submit(title)
                    if blank.contains(where: { $0.extent == .rows }) {
                        " "
                        HTML.submit(say("Tambah baris", "More rows"), name: Self.moreRows)
                    }
                }
                if ActRows(of: type) != nil { file }
            },
            status: faults.isEmpty ? 200 : 422
        )
    }

    private var blank: [DescribedField] { type.init().fieldsInOrder }

    /// Whether a fault is said beside a field of this name.
    private func isShown(_ name: String) -> Bool {
        name == Self.confirmation
            || blank.contains { field in
                field.name == name
                    || (field.extent == .rows
                        && field.blankRow.contains {
                            name.hasPrefix("\(field.name).") && name.hasSuffix(".\($0.name)")
                        })
            }
    }

    private func text(_ name: String) -> String { (try? sent.text(name)) ?? "" }

    private func fault(_ name: String) -> String? { faults.first { $0.field == name }?.words }

    /// The rows from a file, and as one.
    private var file: HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: say("Baris dari berkas", "Rows from a file"))
            HTML.tag("p") {
                say("Ambil dahulu ", "First take ")
                HTML.tag(
                    "a",
                    .href(context.path("acts", type.kind.rawValue, "rows").text),
                    text: say("baris yang berlaku sebagai XLSX", "the rows in force as XLSX")
                )
                say(
                    ", ubah di lembar kerja, lalu kirim di sini; CSV dengan nama kolom yang sama juga bisa.",
                    ", change them in a spreadsheet, and bring them here; CSV with the same columns does as well."
                )
            }
            context.form(context.path("acts", type.kind.rawValue, "rows"), hasFiles: true) {
                HTML.field(
                    FormField(
                        name: "file",
                        label: say("Berkas XLSX atau CSV", "XLSX or CSV file"),
                        kind: .file(accept: ".xlsx,.csv")
                    )
                )
                HTML.submit(say("Tampilkan barisnya", "Show its rows"))
            }
        }
    }

    private var confirmation: HTML {
        HTML.checkbox(
            FormField(
                name: Self.confirmation,
                label: say("Ya, saya bermaksud melakukannya", "Yes, I mean to do this"),
                fault: fault(Self.confirmation)
            ),
            isTicked: !text(Self.confirmation).isEmpty
        )
    }

    @HTMLBuilder
    private func control(_ field: DescribedField, prefix: String) -> HTML {
        switch field.extent {
        case .rows: rows(field)
        case .truth: HTML.checkbox(asked(field, prefix), isTicked: !text(prefix + field.name).isEmpty)
        case .many: HTML.textArea(asked(field, prefix))
        case .one: one(field, prefix)
        }
    }

    private func one(_ field: DescribedField, _ prefix: String) -> HTML {
        let asked = asked(field, prefix)
        let none = ("", say("– tidak ada –", "– none –"))
        if case .word(let choices) = field.form {
            let options = choices.map { ($0.word, $0.name[context.language]) }
            return HTML.select(asked, (field.isOptional ? [none] : []) + options)
        }
        if let reference = field.meaning.reference, let options = references.options(reference) {
            let known = asked.value.isEmpty || options.contains { $0.value == asked.value }
            let typed = known ? [] : [(asked.value, asked.value)]
            return HTML.select(
                asked,
                [("", field.isOptional ? none.1 : say("– pilih –", "– choose –"))] + typed + options
            )
        }
        return field.meaning.limit == .long ? HTML.textArea(asked) : HTML.field(asked)
    }

    private func asked(_ field: DescribedField, _ prefix: String) -> FormField {
        let name = prefix + field.name
        var hint = field.meaning.hint?[context.language]
        if field.extent == .many {
            let lines = say("Satu per baris.", "One in each line.")
            hint = hint.map { "\($0) \(lines)" } ?? lines
        }
        if hint == nil, case .place(let tiers) = field.form, field.extent == .one {
            hint =
                tiers.isEmpty
                ? say("Kode TPS: 73.12.04.1005-007", "Station's code: 73.12.04.1005-007")
                : say("Kode wilayah: 73.12.04", "Region's code: 73.12.04")
        }
        return FormField(
            name: name,
            label: field.meaning.name[context.language],
            kind: field.form == .day ? .date : field.form == .whole ? .count : .text,
            value: text(name),
            hint: hint,
            fault: fault(name),
            isRequired: !field.isOptional
        )
    }

    private func rows(_ field: DescribedField) -> HTML {
        let shown = rowCount(field)
        return HTML.fieldset(field.meaning.name[context.language]) {
            if let fault = fault(field.name) { HTML.tag("strong", .class("wrong"), text: fault) }
            for place in 0..<shown {
                HTML.tag(
                    "div",
                    .class("row"),
                    Attribute("role", "group"),
                    Attribute("aria-label", "\(place + 1)")
                ) {
                    for inner in field.blankRow { control(inner, prefix: "\(field.name).\(place).") }
                }
            }
        }
    }

    /// The rows to show: all that were sent, and some empty ones.
    private func rowCount(_ field: DescribedField) -> Int {
        var filled = 0
        for place in 0..<field.meaning.most {
            let names = field.blankRow.map { "\(field.name).\(place).\($0.name)" }
            guard names.contains(where: { (try? sent.text($0)) ?? nil != nil }) else { break }
            if names.contains(where: { !text($0).isEmpty }) { filled = place + 1 }
        }
        return min(field.meaning.most, filled + (filled == 0 || isAskingForRows ? Self.emptyRows : 1))
    }
}

/// What may be chosen where a field names something that the office knows.
struct FieldReferences {
    let context: DeskContext

    /// The values that may be chosen, and what they are called; `nil` where it is typed.
    func options(_ reference: FieldMeaning.Reference) -> [(value: String, text: String)]? {
        let state = context.state
        switch reference {
        case .stage:
            return state.stages.all.map { ("\($0.number)", "\($0.number). \($0.name[context.language])") }
        case .division:
            return state.organisation.divisions.map { ($0.id, $0.name[context.language]) }
        default: return nil
        }
    }
}
