import Elections

/// The page from which a typist begins: a form by its station, or the next one that nobody is missing.
struct EntryList {
    let forms: [FormKey]
    let search: String
    /// The station whose form was just saved.
    let saved: String?

    func page(_ context: DeskContext) -> DeskPage {
        DeskPage(
            title: context.say("Ketik formulir", "Type forms"),
            body: .tag("div") {
                HTML.tag("h1", text: context.say("Ketik formulir", "Type forms"))
                if let saved {
                    HTML.tag(
                        "p",
                        .class("good"),
                        Attribute("role", "status"),
                        text: context.say("Tersimpan: TPS \(saved).", "Saved: station \(saved).")
                    )
                }
                HTML.searchForm(at: context.path("forms")) {
                    HTML.field(context.stationField(search))
                    HTML.submit(context.say("Buka", "Open"))
                }
                if !search.isEmpty, forms.isEmpty {
                    HTML.tag(
                        "p",
                        .class("notice"),
                        Attribute("role", "alert"),
                        text: context.say(
                            "Tidak ada formulir untuk Anda di \"\(search)\": kodenya salah, di luar wilayah Anda, atau Anda sudah mengetiknya.",
                            "There is no form for you at \"\(search)\": the code is wrong, not in your area, or you have typed it."
                        )
                    )
                }
                list(context)
            },
            scripts: [Scripts.entry]
        )
    }

    private func list(_ context: DeskContext) -> HTML {
        .tag("section") {
            HTML.tag("h2", text: context.say("Berikutnya", "Next"))
            if forms.isEmpty, search.isEmpty {
                HTML.tag(
                    "p",
                    text: context.say(
                        "Tidak ada formulir yang menunggu Anda. Terima kasih.",
                        "No form waits for you. Thank you."
                    )
                )
            }
            HTML.tag("ul", .class("tasks")) {
                for form in forms {
                    HTML.tag("li") {
                        HTML.tag("a", .href(context.place(["forms"] + form.steps).text)) {
                            HTML.tag("strong", text: form.ballot.rawValue)
                            " \(context.name(of: form.station))"
                            if form.version != .regular {
                                HTML.tag("strong", text: " \(form.version.shortName[context.language])")
                            }
                            HTML.tag("span", .class("quiet"), text: " \(form.station)")
                        }
                    }
                }
            }
        }
    }
}
