import Elections

extension BoardFigures.Counts {
    /// How many forms of all are accepted, as a bar.
    func bar(label: String) -> HTML {
        .tag(
            "progress",
            .value(String(self[.accepted])),
            Attribute("max", String(max(1, all))),
            Attribute("aria-label", label),
            text: ""
        )
    }
}

extension BoardFigures.Progress {
    /// What each contestant has of the votes, in words and as a bar; nothing before a form is accepted.
    func shares(_ words: (Int) -> String) -> HTML {
        guard total.stations > 0 else { return .empty }
        let votes = total.votes.reduce(0, +)
        return .tag("ul", .class("shares")) {
            for (contestant, figure) in zip(contestants, total.votes) {
                HTML.tag("li") {
                    HTML.tag("span", .class("name"), text: contestant.shortName)
                    HTML.tag(
                        "meter",
                        .value(String(figure)),
                        Attribute("max", String(max(1, votes))),
                        Attribute("aria-label", contestant.shortName),
                        text: ""
                    )
                    " \(words(figure))"
                }
            }
        }
    }
}
