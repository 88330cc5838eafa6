import Elections

/// Where the votes of a station went, as the public sees it, and who typed its accepted forms.
struct StationTrailPage {
    private let trail: FigureTrail
    private let tables: TrailTables
    private let station: StationCode
    private let context: DeskContext

    /// `nil` where the ballot has no figures, or the station lacks it.
    ///
    /// - Complexity: O(stations × contestants) of the ballot.
    init?(_ ballot: Ballot, _ station: StationCode, _ context: DeskContext) {
        guard let election = context.state.election(of: ballot), let snapshot = try? Snapshot(election),
            let result = snapshot.result(of: ballot),
            let trail = FigureTrail(.station(station), result, snapshot)
        else { return nil }
        (self.trail, self.station, self.context) = (trail, station, context)
        let language = context.language
        tables = TrailTables(trail, result, snapshot, language) { Address($0, language).path }
    }

    var page: DeskPage {
        let title = context.say(
            "Ke mana suara: \(context.name(of: station))",
            "Where the votes went: \(context.name(of: station))"
        )
        return DeskPage(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: trail.ballot.name[context.language])
                HTML.tag("p") {
                    let address = Address(.trail(trail.ballot, trail.place, nil), context.language)
                    HTML.tag(
                        "a",
                        .href(address.path),
                        text: context.say("Halaman yang sama untuk umum", "The same page for the public")
                    )
                    if context.caller.may(.seeEvidence, at: station.village) {
                        " · "
                        HTML.tag(
                            "a",
                            .href(EvidencePages.place(of: station, context).text),
                            text: context.say("Foto formulirnya", "Photos of its forms")
                        )
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag(
                        "h2",
                        text: context.say(
                            "Dari kertas sampai rekapitulasi",
                            "From the paper to the recapitulation"
                        )
                    )
                    tables.steps.html
                    tables.notes
                }
                typists
            },
            isWide: true
        )
    }

    /// Who typed what was accepted, and when: before that it is nobody's business what others typed.
    private var typists: HTML {
        let title = context.say("Yang mengetik", "Who typed")
        let work = FormVersion.allCases.compactMap { version in
            context.state.work(on: FormKey(trail.ballot, station, version))
        }.filter { $0.stage == .accepted }
        return .tag("section", .class("block")) {
            HTML.tag("h2", text: title)
            if work.isEmpty {
                HTML.tag(
                    "p",
                    .class("quiet"),
                    text: context.say(
                        "Belum ada formulir yang diterima di meja hitung.",
                        "No form was accepted at the counting desk yet."
                    )
                )
            } else {
                HTML.grid(
                    title,
                    [
                        context.say("Formulir", "Form"), context.say("Siapa", "Who"),
                        context.say("Entri jurnal", "Journal entries"), context.say("Mulai", "Begun"),
                        context.say("Diterima", "Accepted"),
                    ],
                    work.flatMap { work in work.entries.map { row($0, work) } }
                )
            }
        }
    }

    private func row(_ entry: FormWork.Entry, _ work: FormWork) -> [HTML] {
        [
            work.version.name[context.language], entry.account,
            entry.places.map(String.init).joined(separator: ", "),
            work.begun.map(context.moment) ?? "–", context.moment(work.changed),
        ].map { .text($0) }
    }
}
