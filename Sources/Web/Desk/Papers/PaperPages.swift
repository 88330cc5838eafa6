import Documents
import Elections
import TransparencyLog

/// The papers at the desk: which there are, which were issued, and what comes next.
struct PaperList {
    let shelf: PaperShelf
    let work: PaperWork
    let context: DeskContext
    /// What is wrong with what was sent, or what came of it.
    var note: String?
    var isWrong = false

    private var may: Bool { context.caller.may(.issuePapers, at: nil) }
    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    var page: DeskPage {
        let title = say("Dokumen resmi", "Official papers")
        let keys = shelf.room?.keys ?? []
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let note {
                    isWrong ? SignInPages.alert(note) : HTML.tag("p", .class("notice"), text: note)
                }
                standing
                HTML.gridCard(
                    say("Jenis dokumen", "Kinds"),
                    [
                        say("Jenis", "Kind"), say("Ada", "There are"), say("Diterbitkan", "Issued"), "",
                    ],
                    DocumentKind.allCases.map { row($0, keys) }
                )
                plenaries(keys)
                if may { scan }
            },
            status: isWrong ? 422 : 200
        )
    }

    @HTMLBuilder private var standing: HTML {
        if let count = work.underWay {
            HTML.tag(
                "p",
                .class("notice"),
                Attribute("role", "status"),
                text: say(
                    "\(count) dokumen sedang disusun. Muat ulang halaman ini untuk melihat hasilnya.",
                    "\(count) papers are being set. Load this page again to see what came of it."
                )
            )
        } else if let last = work.last {
            HTML.tag("section", .class("notice"), Attribute("role", "status")) {
                HTML.tag(
                    "p",
                    text: say(
                        "Terakhir: \(last.issued) diterbitkan, \(last.unchanged) tidak berubah.",
                        "Last: \(last.issued) issued, \(last.unchanged) unchanged."
                    )
                )
                if let refusal = last.refusal { HTML.tag("p", text: refusal.words[context.language]) }
                if !last.failed.isEmpty {
                    HTML.tag("ul") {
                        for (name, reason) in last.failed { HTML.tag("li", text: "\(name): \(reason)") }
                    }
                }
            }
        }
    }

    private func issued(_ keys: [DocumentKey]) -> Int {
        keys.count { PaperName($0.name).map { !shelf.register[$0].isEmpty } ?? false }
    }

    private func row(_ kind: DocumentKind, _ keys: [DocumentKey]) -> [HTML] {
        let own = keys.filter { $0.kind == kind }
        let name = kind.name[context.language]
        let link =
            own.isEmpty
            ? HTML.text(name)
            : .tag("a", .href(context.path("papers", query: ["kind": kind.rawValue]).text), text: name)
        return [
            link, .text(context.numbers.whole(own.count)), .text(context.numbers.whole(issued(own))),
            own.isEmpty || !may ? .empty : issueForm("kind", kind.rawValue),
        ]
    }

    private func issueForm(_ field: String, _ value: String) -> HTML {
        context.form(context.path("papers", "issue")) {
            context.once
            HTML.hidden(field, value)
            HTML.submit(say("Terbitkan", "Issue"))
        }
    }

    @HTMLBuilder private func plenaries(_ keys: [DocumentKey]) -> HTML {
        let known = context.state.plenaries.all.filter { plenary in
            keys.contains { $0.plenary == plenary.number }
        }
        if !known.isEmpty {
            HTML.gridCard(
                say("Rapat pleno", "Plenaries"),
                [say("Pleno", "Plenary"), say("Ada", "There are"), say("Diterbitkan", "Issued"), ""],
                known.map { plenary in
                    let own = keys.filter { $0.plenary == plenary.number }
                    let count = issued(own)
                    return [
                        .text("\(plenary.number) · \(context.name(of: plenary.region))"),
                        .text(context.numbers.whole(own.count)),
                        count == 0
                            ? .text("0")
                            : .tag(
                                "a",
                                .href(context.path("papers", "plenaries", "\(plenary.number)").text),
                                text: "\(count) (zip)"
                            ),
                        may ? issueForm("plenary", "\(plenary.number)") : .empty,
                    ]
                }
            )
        }
    }

    private var scan: HTML {
        .tag("section", .class("card")) {
            HTML.tag("h2", text: say("Salinan bertanda tangan", "Signed copies"))
            HTML.tag(
                "p",
                text: say(
                    "Pindai halaman yang sudah ditandatangani; kode di setiap halaman menunjukkan dokumennya. Pindaian disimpan, "
                        + "tidak diumumkan.",
                    "Scan the signed pages; the code on each says which paper it is of. A scan is kept, not published."
                )
            )
            context.form(context.path("papers", "scan"), hasFiles: true) {
                context.once
                HTML.field(
                    FormField(
                        name: "file",
                        label: say("Pindaian", "Scan"),
                        kind: .file(accept: ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"),
                        hint: say(
                            "PDF, JPEG, atau PNG; paling besar 20 MB.",
                            "PDF, JPEG or PNG; at most 20 MB."
                        )
                    )
                )
                HTML.submit(say("Kirim", "Send"))
            }
        }
    }
}

/// The papers of a kind.
struct PaperKindPage {
    let kind: DocumentKind
    let shelf: PaperShelf
    let context: DeskContext

    var page: DeskPage {
        let title = kind.name[context.language]
        let keys = (shelf.room?.keys ?? []).filter { $0.kind == kind }
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p") { context.link(context.say("Semua jenis", "All kinds"), "papers") }
                HTML.gridCard(
                    title,
                    [
                        context.say("Dokumen", "Paper"), context.say("Terbitan", "Edition"),
                        context.say("Salinan bertanda tangan", "Signed copy"),
                    ],
                    keys.compactMap { key in PaperName(key.name).map(row) }
                )
            }
        )
    }

    private func row(_ name: PaperName) -> [HTML] {
        let last = shelf.register[name].last
        let place = context.path("papers", "paper", query: ["name": name.description])
        return [
            .tag("a", .href(place.text), text: name.description),
            .text(last.map { "\($0.paper.edition)" } ?? "–"),
            .text(last.map { $0.copiesWords[context.language] } ?? ""),
        ]
    }
}

/// A paper at the desk, as it says now: a draft until it is issued.
struct PaperDeskPage {
    let name: PaperName
    let document: Document
    let shelf: PaperShelf
    let context: DeskContext
    /// What is wrong with what was sent.
    var note: String?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    /// The digest of what stands on it.
    var digest: String { Hash.digest(document.content).hex }

    /// The plenary whose minutes it is; `nil` of other papers.
    private var minutes: Int? {
        if case .minutes(let plenary) = document.key { plenary } else { nil }
    }

    var page: DeskPage {
        let editions = shelf.register[name]
        let isIssued = editions.last.map { $0.says(document) } ?? false
        let differences = minutes.flatMap { shelf.room?.minutesDifferences($0) } ?? []
        return DeskPage(
            title: name.description,
            body: .tag("div") {
                HTML.tag("h1", text: name.description)
                if let note { SignInPages.alert(note) }
                HTML.tag("ul", .class("links")) {
                    HTML.tag("li") {
                        HTML.tag(
                            "a",
                            .href(
                                context.path("papers", query: ["kind": document.key.kind.rawValue]).text
                            ),
                            text: document.key.kind.name[context.language]
                        )
                    }
                    if let minutes {
                        HTML.tag("li") {
                            context.link(
                                say("Kata-kata berita acara", "Words of the minutes"),
                                "plenaries",
                                "\(minutes)",
                                "minutes"
                            )
                        }
                    }
                    for edition in editions.reversed() {
                        HTML.tag("li") {
                            HTML.tag(
                                "a",
                                .href(edition.path),
                                text: say(
                                    "Terbitan \(edition.paper.edition) (PDF)",
                                    "Edition \(edition.paper.edition) (PDF)"
                                )
                            )
                            " "
                            HTML.tag("span", .class("quiet"), text: edition.copiesWords[context.language])
                        }
                    }
                }
                HTML.tag(
                    "p",
                    .class("notice"),
                    text: isIssued
                        ? say("Di bawah ini isi yang diterbitkan.", "Below is what was issued.")
                        : say(
                            "Naskah: di bawah ini isinya sekarang, belum diterbitkan.",
                            "A draft: below is what it says now, not issued."
                        )
                )
                if !isIssued, context.caller.may(.issuePapers, at: nil) { issue(differences) }
                DocumentView(document: document).html
            },
            status: note == nil ? 200 : 422
        )
    }

    private func issue(_ differences: [MinutesDifference]) -> HTML {
        context.form(context.path("papers", "issue")) {
            context.once
            HTML.hidden("name", name.description)
            if !differences.isEmpty {
                MinutesPage.list(differences, context)
                // What was looked at, and not words that somebody saves meanwhile.
                HTML.tag("p", .class("field tick")) {
                    HTML.void(
                        "input",
                        Attribute("type", "checkbox"),
                        .name("as-worded"),
                        .value(digest),
                        .id("f-as-worded")
                    )
                    HTML.tag(
                        "label",
                        Attribute("for", "f-as-worded"),
                        text: say("Terbitkan dengan perbedaan ini", "Issue it with these differences")
                    )
                }
            }
            HTML.submit(say("Terbitkan", "Issue"))
        }
    }
}

/// The words of a plenary's minutes, and where they differ from the record.
struct MinutesPage {
    let plenary: Int
    let room: DocumentRoom
    let context: DeskContext
    var sent: Fields?
    var note: String?

    private func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }

    static func list(_ differences: [MinutesDifference], _ context: DeskContext) -> HTML {
        .tag("section", .class("notice"), .id("differences")) {
            HTML.tag(
                "h2",
                text: context.say("Berbeda dari catatan", "Different from the record")
            )
            HTML.tag("ul") {
                for difference in differences { HTML.tag("li", text: difference.words[context.language]) }
            }
        }
    }

    var page: DeskPage {
        let title = say("Berita acara pleno \(plenary)", "Minutes of plenary \(plenary)")
        let words = (room.wordedMinutes(plenary) ?? []).joined(separator: "\n\n")
        let typed = ((try? sent?.text("words")) ?? nil) ?? words
        let isWorded = context.state.papers.minutes[plenary] != nil
        let differences = room.minutesDifferences(plenary)
        let name = DocumentKey.minutes(plenary: plenary).name
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                if let note { SignInPages.alert(note) }
                HTML.tag(
                    "p",
                    text: say(
                        "Kata-kata di bawah diusulkan dari yang tercatat. Ubah seperlunya; tabel pembetulan dan tempat tanda "
                            + "tangan mengikuti catatan.",
                        "The words below are proposed from what was recorded. Change them as needed; the table of "
                            + "corrections and the places for hands follow from the record."
                    )
                )
                if !differences.isEmpty {
                    Self.list(differences, context)
                } else if isWorded {
                    HTML.tag(
                        "p",
                        .class("notice"),
                        text: say(
                            "Tidak ada yang berbeda dari catatan.",
                            "Nothing differs from the record."
                        )
                    )
                }
                context.form(context.path("plenaries", "\(plenary)", "minutes")) {
                    context.once
                    HTML.textArea(
                        FormField(
                            name: "words",
                            label: say("Kata-kata", "Words"),
                            value: typed,
                            hint: say(
                                "Satu baris kosong di antara alinea; judul dimulai dengan \"# \".",
                                "An empty line between paragraphs; a heading begins with \"# \"."
                            )
                        ),
                        rows: 24
                    )
                    HTML.submit(say("Simpan", "Save"))
                    if isWorded {
                        HTML.submit(say("Kembali ke usulan", "Back to the proposed words"), name: "proposed")
                    }
                }
                HTML.tag("p") {
                    HTML.tag(
                        "a",
                        .href(context.path("papers", "paper", query: ["name": name]).text),
                        text: say("Lihat dokumennya", "See the paper")
                    )
                }
            },
            status: note == nil ? 200 : 422
        )
    }
}
