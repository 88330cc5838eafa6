import Elections

extension ImportPages {
    /// The digest with two groups to be typed from the letter.
    static func digest(
        _ pending: PendingImport,
        isWrong: Bool = false,
        _ context: DeskContext
    ) -> DeskPage {
        let title = context.say("Cocokkan sidik berkas", "Hold the digest against the letter")
        var page = SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            if isWrong {
                let left = BlankedDigest.mostAttempts - pending.attempts
                SignInPages.alert(
                    context.say(
                        "Tidak cocok. Ini mungkin bukan berkas yang disebut suratnya. Tersisa \(left) kali.",
                        "That is not it. This may not be the file the letter speaks of. \(left) more tries."
                    )
                )
            }
            HTML.tag(
                "p",
                text: context.say(
                    "Sidik SHA-256 berkas \(pending.file). Ketik dua kelompok yang kosong dari surat pengantar berkas, "
                        + "bukan dari komputer ini. Bila kelompok lain pun berbeda, berkasnya lain: buang.",
                    "The SHA-256 digest of \(pending.file). Type the two empty groups from the letter that came with "
                        + "the file, not from this computer. If other groups differ too, it is another file: discard it."
                )
            )
            context.form(context.path("import", pending.kind.rawValue, "digest")) {
                groups(pending, context)
                HTML.submit(context.say("Cocokkan", "Compare"))
            }
            discard(pending.kind, context)
        }
        page.status = isWrong ? 422 : 200
        return page
    }

    @HTMLBuilder
    private static func groups(_ pending: PendingImport, _ context: DeskContext) -> HTML {
        let shown = pending.blanked?.shown ?? []
        HTML.tag("p", .class("digest")) {
            HTML.tag("code", text: shown.map { $0 ?? "____" }.joined(separator: " "))
        }
        for (number, place) in pending.blanks.enumerated() {
            HTML.field(
                FormField(
                    name: "group-\(number + 1)",
                    label: context.say(
                        "Kelompok ke-\(place + 1) dari 16",
                        "Group \(place + 1) of 16"
                    ),
                    autocomplete: "off"
                )
            )
        }
    }

    /// The button that discards a file.
    static func discard(_ kind: ImportKind, _ context: DeskContext) -> HTML {
        context.form(context.path("import", kind.rawValue, "discard")) {
            HTML.submit(context.say("Buang berkas ini", "Discard this file"))
        }
    }

    /// After the last wrong try.
    static func tooOften(_ kind: ImportKind, _ context: DeskContext) -> DeskPage {
        let title = context.say("Sidik tidak cocok", "The digest is not the letter's")
        var page = SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            SignInPages.alert(
                context.say(
                    "Lima kali tidak cocok: berkasnya dihapus. Tanyakan pengirimnya berkas mana yang benar.",
                    "Wrong five times: the file was erased. Ask its sender which file is the right one."
                )
            )
            HTML.tag("p") {
                context.link(context.say("Unggah lagi", "Hand in again"), "import", kind.rawValue)
            }
        }
        page.status = 422
        return page
    }
}
