import Elections

/// The pages around evidence: where it is looked for, what looks alike, and how it is withdrawn.
enum EvidencePages {
    /// The address of a station's evidence.
    static func place(of station: StationCode, _ context: DeskContext, done: String? = nil) -> LocalPath {
        let steps = ["evidence", station.village.description, String(station.number)]
        guard let done else { return context.place(steps) }
        return context.place(steps, query: ["done": done])
    }

    /// The address of a piece among its station's.
    static func address(of piece: EvidencePiece, _ context: DeskContext) -> String {
        place(of: piece.label.place.station, context).text + "#e-\(piece.number)"
    }

    /// The address of a file.
    static func file(_ piece: EvidencePiece, _ part: EvidencePiece.Part, _ context: DeskContext) -> String {
        context.path("evidence", "files", String(piece.number), part.rawValue).text
    }

    /// The page from which a station is looked for, with what looks alike.
    static func start(_ context: DeskContext, search: String) -> DeskPage {
        let likenesses = context.caller.likenesses
        return DeskPage(
            title: context.say("Foto dan pindaian", "Photos and scans"),
            body: .tag("div") {
                HTML.tag("h1", text: context.say("Foto dan pindaian", "Photos and scans"))
                HTML.searchForm(at: context.path("evidence")) {
                    HTML.field(
                        context.stationField(
                            search,
                            fault: search.isEmpty
                                ? nil : context.say("TPS itu tidak ditemukan.", "No such station was found.")
                        )
                    )
                    HTML.submit(context.say("Buka", "Open"))
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Gambar yang mirip", "Pictures that look alike"))
                    HTML.tag(
                        "p",
                        text: likenesses.isEmpty
                            ? context.say(
                                "Tidak ada gambar yang sama di dua tempat.",
                                "No picture is the same at two places."
                            )
                            : context.say(
                                "Gambar yang sama, atau hampir sama, diserahkan untuk dua tempat: salah satunya mungkin keliru.",
                                "The same picture, or nearly, was handed in for two places: one may be a mistake."
                            )
                    )
                    HTML.tag("ul", .class("tasks")) {
                        for likeness in likenesses.prefix(100) {
                            HTML.tag("li", .class("alike")) { pair(likeness, context) }
                        }
                    }
                }
            }
        )
    }

    private static func pair(_ likeness: EvidenceLikeness, _ context: DeskContext) -> HTML {
        var html = HTML.empty
        for number in [likeness.piece, likeness.other] {
            guard let piece = context.state.evidence[number] else { continue }
            html.append(
                .tag("a", .href(address(of: piece, context))) {
                    miniature(piece, context)
                    HTML.tag("span", text: context.words(of: piece.label))
                }
            )
        }
        html.append(
            .tag(
                "span",
                .class("quiet"),
                text: likeness.distance == 0
                    ? context.say("berkas yang sama", "the same file")
                    : context.say(
                        "berbeda \(likeness.distance) dari 1.024 bit",
                        "\(likeness.distance) of 1,024 bits differ"
                    )
            )
        )
        return html
    }

    /// A small picture of a piece; the kind of a document in words.
    static func miniature(_ piece: EvidencePiece, _ context: DeskContext) -> HTML {
        guard piece.file(.miniature) != nil else { return .tag("span", .class("sheet"), text: "PDF") }
        return .void(
            "img",
            Attribute("src", file(piece, .miniature, context)),
            Attribute("alt", ""),
            Attribute("loading", "lazy")
        )
    }

    /// The page on which a withdrawal is asked for once more.
    static func withdrawal(
        _ context: DeskContext,
        _ piece: EvidencePiece,
        request: String,
        _ reason: String = "",
        fault: String? = nil
    ) -> DeskPage {
        let title = context.say("Tarik bukti \(piece.number)", "Withdraw evidence \(piece.number)")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", text: context.words(of: piece.label))
                HTML.tag("p") { miniature(piece, context) }
                HTML.tag(
                    "p",
                    .class("notice"),
                    text: context.say(
                        "Berkasnya dihapus untuk selamanya; sidik jarinya (SHA-256) tetap tercatat.",
                        "Its bytes are erased for good; its digest (SHA-256) stays in the journal."
                    )
                )
                context.form(
                    context.path("evidence", "pieces", String(piece.number), "withdrawal")
                ) {
                    HTML.hidden("request", request)
                    HTML.field(
                        FormField(
                            name: "reason",
                            label: context.say("Alasan", "Reason"),
                            value: reason,
                            hint: piece.copy == nil
                                ? nil
                                : context.say(
                                    "Alasan ini diumumkan; jangan tulis nama orang.",
                                    "This reason is published; name nobody."
                                ),
                            fault: fault
                        )
                    )
                    HTML.submit(context.say("Tarik dan hapus", "Withdraw and erase"))
                }
            }
        )
    }
}

extension DeskContext {
    /// What a page is said to be: `PPWP · Lapajung TPS 7 · Plano, 2`.
    func words(of label: EvidenceLabel) -> String {
        let place = label.place
        let ballot = place.ballot.map { "\($0.rawValue) · " } ?? ""
        let version = place.version == .regular ? "" : " · \(place.version.shortName[language])"
        return "\(ballot)\(name(of: place.station))\(version) · \(label.page.name[language]), \(label.number)"
    }
}
