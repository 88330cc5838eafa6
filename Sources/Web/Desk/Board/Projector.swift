import Elections

/// The board for a screen in the hall: few figures, large, read from the last row.
struct Projector {
    let figures: BoardFigures
    let state: ElectionState
    let context: DeskContext

    var html: HTML {
        let numbers = context.numbers
        return .tag("div", .class("projector")) {
            HTML.tag("h1", text: state.regions?[figures.place]?.name ?? figures.place.description)
            for progress in figures.ballots {
                let counts = progress.total
                let votes = counts.votes.reduce(0, +)
                HTML.tag("section") {
                    HTML.tag("h2", text: progress.ballot.name[context.language])
                    HTML.tag("p", .class("large")) {
                        HTML.tag(
                            "strong",
                            text: numbers.percent(counts[.accepted], of: counts.all, digits: 1)
                        )
                        context.say(
                            " – \(numbers.whole(counts[.accepted])) dari \(numbers.whole(counts.all)) formulir",
                            " – \(numbers.whole(counts[.accepted])) of \(numbers.whole(counts.all)) forms"
                        )
                    }
                    counts.bar(label: context.say("Formulir diterima", "Forms accepted"))
                    progress.shares { numbers.percent($0, of: votes) }
                }
            }
        }
    }

    /// The page: nothing but the figures, and the word that they are no result.
    static func document(_ live: HTML, _ place: RegionCode, _ context: DeskContext) -> HTML {
        let title = context.say("Kemajuan", "Progress")
        return .document(
            .tag("html", Attribute("lang", context.language.rawValue)) {
                HTML.head(title: title) { HTML.script(Scripts.live) }
                HTML.tag("body", .class("desk")) {
                    HTML.tag("main", .id("main"), .class("wide")) {
                        if context.state.key(for: .rehearsal) != nil {
                            HTML.tag(
                                "p",
                                .class("notice"),
                                text: context.say(
                                    "LATIHAN: angka simulasi.",
                                    "REHEARSAL: simulated figures."
                                )
                            )
                        }
                        let address = context.place(
                            ["board", "projector"],
                            query: ["place": place.description]
                        )
                        HTML.tag(
                            "section",
                            .id("board"),
                            Attribute("data-live", address.text),
                            Attribute("data-events", context.path("events").text)
                        ) { live }
                        HTML.tag(
                            "p",
                            .class("quiet"),
                            text: context.say(
                                "Hanya formulir yang sudah diterima. Yang sah adalah hasil rapat pleno.",
                                "Accepted forms only. Official is what a plenary certifies."
                            )
                        )
                    }
                }
            }
        )
    }
}
