import Elections

/// What was handed in of a station, and where more is.
struct StationEvidencePage {
    let station: StationCode
    let request: String
    /// The piece that was just handed in; 0 where this server does not see it yet.
    var done: Int?
    /// What was said of the one that was refused.
    var label: EvidenceLabel?
    /// Why it was refused.
    var fault: String?

    func page(_ context: DeskContext) -> DeskPage {
        let title = context.say(
            "Foto \(context.name(of: station))",
            "Photos of \(context.name(of: station))"
        )
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("quiet"), text: station.description)
                trails(context)
                if let done { taken(done, context) }
                if context.caller.may(.addEvidence, at: station.village) { upload(context) }
                list(context)
            },
            isWide: true
        )
    }

    /// The ways to where the votes of the station went.
    private func trails(_ context: DeskContext) -> HTML? {
        guard context.caller.may(.seeForms, at: station.village),
            let place = context.state.position(of: station)
        else { return nil }
        let ballots = context.state.ballots.filter { context.state.hasBallot($0, atStation: place) }
        return .tag("p") {
            context.say("Ke mana suaranya: ", "Where its votes went: ")
            for (place, ballot) in ballots.enumerated() {
                if place > 0 { ", " }
                context.link(
                    ballot.name[context.language],
                    "trail",
                    ballot.slug,
                    station.village.description,
                    String(station.number)
                )
            }
        }
    }

    private func taken(_ number: Int, _ context: DeskContext) -> HTML {
        let evidence = context.state.evidence
        var html = HTML.tag(
            "p",
            .class("good"),
            Attribute("role", "status"),
            text: evidence[number].map { piece in
                context.say("Diterima: bukti \(number), ", "Taken: evidence \(number), ")
                    + context.words(of: piece.label)
            } ?? context.say("Diterima.", "Taken.")
        )
        let others = context.caller.likenesses(evidence.likenesses(of: number))
        if !others.isEmpty {
            html.append(
                .tag("div", .class("notice"), Attribute("role", "alert")) {
                    HTML.tag(
                        "p",
                        text: context.say(
                            "Gambar ini sama, atau hampir sama, dengan gambar tempat lain. Periksa apakah tertukar:",
                            "This picture is the same, or nearly, as one of another place. See whether they were mixed up:"
                        )
                    )
                    HTML.tag("ul") {
                        for likeness in others {
                            let other = likeness.piece == number ? likeness.other : likeness.piece
                            if let piece = evidence[other] {
                                HTML.tag("li") {
                                    HTML.tag(
                                        "a",
                                        .href(EvidencePages.address(of: piece, context)),
                                        text: context.words(of: piece.label)
                                    )
                                }
                            }
                        }
                    }
                }
            )
        }
        return html
    }

    // MARK: - Handing in

    private func upload(_ context: DeskContext) -> HTML {
        let ballots = context.state.ballots.filter { ballot in
            context.state.position(of: station).map { context.state.hasBallot(ballot, atStation: $0) }
                ?? false
        }
        let pages = EvidencePage.allCases.filter { $0.standing != .refused }
        let versions = FormVersion.allCases.map { (value: $0.rawValue, text: $0.shortName[context.language]) }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Serahkan foto atau pindaian", "Hand in a photo or scan"))
            HTML.tag(
                "p",
                text: context.say(
                    "Jangan pernah mengunggah daftar hadir, daftar pemilih, atau halaman dengan NIK atau NKK.",
                    "Never send attendance lists, voters' lists or pages with identity numbers."
                )
            )
            context.form(EvidencePages.place(of: station, context), hasFiles: true) {
                HTML.hidden("request", request)
                HTML.select(
                    FormField(
                        name: "page",
                        label: context.say("Halaman", "Page"),
                        value: label?.page.rawValue ?? ""
                    ),
                    pages.map { (value: $0.rawValue, text: name($0, context)) }
                )
                HTML.select(
                    FormField(
                        name: "ballot",
                        label: context.say(
                            "Surat suara (sertifikat dan plano)",
                            "Ballot (certificates and tally sheets)"
                        ),
                        value: label?.place.ballot?.slug ?? ""
                    ),
                    ballots.map { (value: $0.slug, text: $0.name[context.language]) }
                )
                HTML.select(
                    FormField(
                        name: "version",
                        label: context.say("Pemungutan atau penghitungan", "Vote or count"),
                        value: label?.place.version.rawValue ?? FormVersion.regular.rawValue
                    ),
                    versions
                )
                HTML.field(
                    FormField(
                        name: "number",
                        label: context.say("Nomor halaman", "Page number"),
                        kind: .count,
                        value: String(label?.number ?? 1)
                    )
                )
                HTML.field(
                    FormField(
                        name: "photo",
                        label: context.say("Foto JPEG atau PNG, atau PDF", "A JPEG or PNG photo, or a PDF"),
                        kind: .file(accept: "image/jpeg,image/png,application/pdf"),
                        hint: context.say("Paling besar 20 MB.", "20 MB at most."),
                        fault: fault
                    )
                )
                HTML.submit(context.say("Serahkan", "Hand in"))
            }
        }
    }

    private func name(_ page: EvidencePage, _ context: DeskContext) -> String {
        let name = page.name[context.language]
        guard page.standing == .kept else { return name }
        return name + context.say(" – tidak diumumkan", " – not published")
    }

    // MARK: - What is there

    private func list(_ context: DeskContext) -> HTML {
        let pieces = context.state.evidence(of: station)
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Yang sudah diserahkan", "Handed in so far"))
            if pieces.isEmpty { HTML.tag("p", text: context.say("Belum ada.", "Nothing yet.")) }
            HTML.tag("ul", .class("sheets")) {
                for piece in pieces { HTML.tag("li", .id("e-\(piece.number)")) { item(piece, context) } }
            }
        }
    }

    private func item(_ piece: EvidencePiece, _ context: DeskContext) -> HTML {
        var html = HTML.empty
        let words = context.words(of: piece.label)
        if let withdrawal = piece.withdrawal {
            html.append(.tag("p", text: words))
            html.append(
                .tag(
                    "p",
                    .class("quiet"),
                    text: context.say("Ditarik: \(withdrawal.reason)", "Withdrawn: \(withdrawal.reason)")
                )
            )
        } else {
            html.append(
                .tag("a", .href(EvidencePages.file(piece, .original, context))) {
                    EvidencePages.miniature(piece, context)
                    HTML.tag("span", text: words)
                }
            )
        }
        html.append(
            .tag("p", .class("quiet")) {
                context.say(
                    "Bukti \(piece.number), pukul \(context.clock(piece.author.time))",
                    "Evidence \(piece.number), at \(context.clock(piece.author.time))"
                )
                if piece.isFaulty {
                    context.say(" · sebagian gambar rusak", " · parts of the picture are damaged")
                }
            }
        )
        if let digest = piece.original?.digest {
            html.append(.tag("p", .class("digest quiet"), text: "SHA-256 \(digest)"))
        }
        if piece.withdrawal == nil, context.caller.may(.withdrawEvidence, at: station.village) {
            html.append(
                .tag("p") {
                    context.link(
                        context.say("Tarik bukti \(piece.number)", "Withdraw evidence \(piece.number)"),
                        "evidence",
                        "pieces",
                        String(piece.number),
                        "withdrawal"
                    )
                }
            )
        }
        return html
    }
}
