import Elections

/// The readings of the same forms side by side, disagreements first.
struct AgreementPage {
    /// The most forms on a page; those that follow are in the regions below.
    private static let mostForms = 50

    let list: AgreementList
    let context: DeskContext

    /// The ballots to choose from.
    static func ballots(_ context: DeskContext) -> DeskPage {
        let title = context.say("Pembacaan berdampingan", "Readings side by side")
        return SignInPages.narrow(title) {
            HTML.tag("h1", text: title)
            if context.state.ballots.isEmpty {
                HTML.tag("p", text: context.say("Belum ada surat suara.", "There is no ballot yet."))
            }
            HTML.tag("ul", .class("tasks")) {
                for ballot in context.state.ballots {
                    HTML.tag("li") {
                        context.link(ballot.name[context.language], "readings", ballot.slug)
                    }
                }
            }
        }
    }

    var page: DeskPage {
        let ballot = list.contest.ballot.name[context.language]
        let region = context.state.regions?[list.place]?.name ?? list.place.description
        let title = context.say("Sanding \(ballot): \(region)", "Readings of \(ballot): \(region)")
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: summary)
                regions
                for agreement in list.agreements.prefix(Self.mostForms) { section(agreement) }
                if list.agreements.count > Self.mostForms {
                    let more = context.numbers.whole(list.agreements.count - Self.mostForms)
                    HTML.tag(
                        "p",
                        .class("quiet"),
                        text: context.say(
                            "dan \(more) formulir lagi; pilih wilayah yang lebih kecil",
                            "and \(more) more forms; choose a smaller region"
                        )
                    )
                }
            },
            isWide: true
        )
    }

    private var summary: String {
        guard !list.agreements.isEmpty else {
            return context.say(
                "Tidak ada formulir yang dibaca lebih dari satu pihak. Impor pembacaan saksi, relawan, atau Sirekap.",
                "No form was read by more than one source. Import a reading of witnesses, volunteers or Sirekap."
            )
        }
        let (all, alike) = (
            context.numbers.whole(list.agreements.count), context.numbers.whole(list.unanimous)
        )
        return context.say(
            "\(all) formulir dibaca lebih dari satu pihak; \(alike) dibaca sama. Yang berbeda lebih dulu.",
            "\(all) forms were read by more than one source; \(alike) alike. Those that differ come first."
        )
    }

    /// The region above, and those below.
    private var regions: HTML {
        let above = list.place.parent.flatMap { context.state.regions?[$0] }.filter {
            context.caller.may(.seeForms, at: $0.code)
        }
        let below = context.state.regions?.children(of: list.place) ?? []
        return .tag("nav", Attribute("aria-label", context.say("Wilayah", "Region"))) {
            HTML.tag("ul", .class("links")) {
                for region in (above.map { [$0] } ?? []) + below {
                    HTML.tag("li") {
                        HTML.tag(
                            "a",
                            .href(
                                context.path(
                                    "readings",
                                    list.contest.ballot.slug,
                                    query: ["place": region.code.description]
                                ).text
                            ),
                            text: region.name
                        )
                    }
                }
            }
        }
    }

    private func section(_ agreement: ReadingAgreement) -> HTML {
        let station = context.state.stations[agreement.station]
        let version =
            agreement.version == .regular ? "" : " · \(agreement.version.shortName[context.language])"
        let count = context.say(
            "\(agreement.agreeing) dari \(agreement.forms.count) sama",
            "\(agreement.agreeing) of \(agreement.forms.count) agree"
        )
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: "\(context.name(of: station))\(version): \(count)")
            if !agreement.differing.isEmpty {
                HTML.grid(context.name(of: station), headings(agreement), rows(agreement))
            }
        }
    }

    private func headings(_ agreement: ReadingAgreement) -> [String] {
        [context.say("Isian", "Field")]
            + agreement.forms.map { list.contest.readings[$0.reading].name[context.language] }
    }

    /// The fields in which they differ.
    private func rows(_ agreement: ReadingAgreement) -> [[HTML]] {
        let words = context.state.law.map { FieldWords(context.language, $0, list.contest) }
        return agreement.differing.map { field in
            let name = words?.name(field) ?? field.column
            return [.text(name.prefix(1).uppercased() + name.dropFirst())]
                + agreement.forms.map { form in
                    .text(list.contest.figure(field, on: form).map { context.numbers.whole($0) } ?? "–")
                }
        }
    }
}

extension Optional {
    /// The value where it holds what is asked.
    fileprivate func filter(_ holds: (Wrapped) -> Bool) -> Wrapped? {
        flatMap { holds($0) ? $0 : nil }
    }
}
