import Elections

/// The page around the board: where one is, where one can look, and what is looked for.
struct BoardPage {
    let context: DeskContext
    let place: RegionCode
    let phase: BoardFigures.Phase?

    func page(_ live: HTML, search: String) -> DeskPage {
        let name = context.state.regions?[place]?.name ?? place.description
        return DeskPage(
            title: context.say("Kemajuan \(name)", "Progress of \(name)"),
            body: .tag("div") {
                crumbs
                HTML.tag("h1", text: context.say("Kemajuan \(name)", "Progress of \(name)"))
                HTML.searchForm(at: context.path("board")) {
                    HTML.field(
                        FormField(
                            name: "q",
                            label: context.say("Cari TPS", "Find a station"),
                            value: search,
                            hint: "73.12.04.1005-007",
                            isRequired: false
                        )
                    )
                    HTML.submit(context.say("Cari", "Find"))
                }
                if !search.isEmpty { found(search) }
                filter
                HTML.tag(
                    "section",
                    .id("board"),
                    Attribute("data-live", address(place, phase).text),
                    Attribute("data-events", context.path("events").text)
                ) { live }
                HTML.tag("p") {
                    HTML.tag(
                        "a",
                        .href(
                            context.place(["board", "projector"], query: ["place": place.description]).text
                        ),
                        text: context.say("Tampilan layar besar", "View for a large screen")
                    )
                }
            },
            scripts: [Scripts.live],
            isWide: true
        )
    }

    private func address(_ place: RegionCode, _ phase: BoardFigures.Phase?) -> LocalPath {
        guard let phase else { return context.path("board", query: ["place": place.description]) }
        return context.path("board", query: ["place": place.description, "phase": phase.rawValue])
    }

    /// The regions above, as far as the reader may see them.
    private var crumbs: HTML {
        let above = (context.state.regions?.path(to: place) ?? []).dropLast().filter {
            context.caller.may(.seeProgress, at: $0.code)
        }
        guard !above.isEmpty else { return .empty }
        return .tag("nav", .class("crumbs"), Attribute("aria-label", context.say("Jejak", "Breadcrumb"))) {
            HTML.tag("ol") {
                for region in above {
                    HTML.tag("li") {
                        HTML.tag("a", .href(address(region.code, phase).text), text: region.name)
                    }
                }
            }
        }
    }

    /// The phases, each with a key of its own.
    private var filter: HTML {
        .tag("nav", Attribute("aria-label", context.say("Saring menurut tahap", "Filter by stage"))) {
            HTML.tag("ul", .class("links")) {
                HTML.tag("li") { choice(nil, context.say("Semua", "All"), key: "0") }
                for phase in BoardFigures.Phase.allCases {
                    HTML.tag("li") { choice(phase, phase.name[context.language], key: phase.key) }
                }
            }
        }
    }

    private func choice(_ phase: BoardFigures.Phase?, _ text: String, key: String) -> HTML {
        let current: [Attribute] = phase == self.phase ? [Attribute("aria-current", "true")] : []
        return .tag(
            "a",
            [.href(address(place, phase).text), Attribute("accesskey", key)] + current,
            content: .text("\(key) \(text)")
        )
    }

    /// Where the forms of a station stand.
    private func found(_ search: String) -> HTML {
        guard let station = StationCode(lookedFor: search), let place = context.state.position(of: station),
            context.caller.may(.seeProgress, at: station.village)
        else {
            return .tag(
                "p",
                .class("notice"),
                Attribute("role", "alert"),
                text: context.say("TPS \(search) tidak ditemukan.", "Station \(search) was not found.")
            )
        }
        return .tag("ul", .class("found"), Attribute("role", "status")) {
            for ballot in context.state.desks where context.state.hasBallot(ballot, atStation: place) {
                let work = context.state.desk(of: ballot)?.work(ofStation: place) ?? []
                for version in Set(work.map(\.version) + [.regular]).sorted() {
                    let phase = BoardFigures.Phase(work.first { $0.version == version })
                    HTML.tag("li") {
                        "\(ballot.rawValue) TPS \(station) "
                        if version != .regular { "\(version.shortName[context.language]) " }
                        HTML.tag("strong", text: phase.name[context.language])
                    }
                }
            }
        }
    }
}

extension StationCode {
    /// The station that somebody looks for by its code, with or without dots: `73.12.04.1005-007`.
    fileprivate init?(lookedFor text: String) {
        let digits = text.filter { ("0"..."9").contains($0) && $0.isASCII }
        guard digits.utf8.count == 13,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || ".-/ ".contains($0)) }),
            let village = try? RegionCode(parsing: String(digits.prefix(10))),
            let number = Int(digits.suffix(3))
        else { return nil }
        self.init(village: village, number: number)
    }
}
