import Elections

extension DeskContext {
    /// The pages of a form beside what is typed or decided of it; `content` alone where there are none.
    ///
    /// Without scripts the pictures stand one below the other, each a link to itself.
    func beside(_ form: FormKey, @HTMLBuilder content: () -> HTML) -> HTML {
        let pieces = caller.shown(beside: form)
        guard !pieces.isEmpty else { return content() }
        return .tag("div", .class("beside")) {
            viewer(pieces)
            HTML.tag("div") { content() }
        }
    }

    private func viewer(_ pieces: [EvidencePiece]) -> HTML {
        .tag(
            "section",
            .class("viewer"),
            Attribute("data-viewer", ""),
            Attribute("aria-label", say("Foto formulir", "Photos of the form"))
        ) {
            HTML.tag("p", .class("controls"), Attribute("data-controls", ""), .flag("hidden")) {
                button("larger", say("Perbesar", "Larger"), "Alt +")
                button("smaller", say("Perkecil", "Smaller"), "Alt -")
                button("turn", say("Putar", "Turn"), "Alt R")
                if pieces.count > 1 { button("next", say("Berikutnya", "Next"), "Alt N") }
            }
            for piece in pieces { figure(piece) }
        }
    }

    private func button(_ action: String, _ text: String, _ keys: String) -> HTML {
        .tag(
            "button",
            Attribute("type", "button"),
            Attribute("data-action", action),
            Attribute("title", "\(text) (\(keys))"),
            text: text
        )
    }

    private func figure(_ piece: EvidencePiece) -> HTML {
        let title = "\(piece.label.page.name[language]), \(piece.label.number)"
        // The copy has no descriptions, and stands as the photo was held.
        let part: EvidencePiece.Part = piece.copy == nil ? .original : .copy
        return .tag("figure") {
            HTML.tag(
                "div",
                .class("frame"),
                Attribute("tabindex", "0"),
                Attribute("role", "region"),
                Attribute("aria-label", title)
            ) {
                HTML.tag("a", .href(EvidencePages.file(piece, part, self))) {
                    if piece.file(.miniature) == nil {
                        say("Buka dokumen (PDF)", "Open the document (PDF)")
                    } else {
                        HTML.void(
                            "img",
                            Attribute("src", EvidencePages.file(piece, part, self)),
                            Attribute("alt", title)
                        )
                    }
                }
            }
            HTML.tag("figcaption") {
                title
                if piece.isFaulty { say(" · sebagian gambar rusak", " · parts of the picture are damaged") }
            }
        }
    }
}
