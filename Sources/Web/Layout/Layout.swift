import Elections
import Exchange

/// What every page needs to be written: the figures, the reader's language, where it stands.
struct PageContext {
    let snapshot: Snapshot
    /// What was handed in, of which only what is published is shown.
    let evidence: EvidenceRegister
    let findings: FindingIndex
    let elected: ElectedMemory
    /// The official papers; `nil` where no office issues any.
    var papers: PaperShelf?
    /// Where the public record stands; `nil` where there is none.
    let record: RecordStanding?
    let address: Address

    var language: Language { address.language }
    var election: Election { snapshot.election }
    var numbers: Numbers { Numbers(language) }

    /// A text of the site in the reader's language.
    func say(_ indonesian: String, _ english: String) -> String {
        LocalizedText(id: indonesian, en: english)[language]
    }

    /// The address of another page in the reader's language.
    func path(_ route: Route) -> String {
        Address(route, language).path
    }

    /// A link to another page in the reader's language.
    func link(_ text: String, _ route: Route) -> HTML {
        .tag("a", .href(path(route)), text: text)
    }
}

extension PageContext {
    /// A word of the glossary with a link to its meaning.
    func term(_ text: String, _ id: String) -> HTML {
        guard Glossary.named(id) != nil else { return .text(text) }
        return .tag("a", .href("\(path(.glossary))#\(id)"), text: text)
    }
}

/// A page before it gets its frame: what a visitor sees, and its main table for machines.
struct Page {
    let title: String
    let body: HTML
    /// The table served as CSV and JSON; `nil` when the page has none.
    var table: DataTable?
    /// What the page tells of days, as a calendar to subscribe to; `nil` when it tells of none.
    var days: ICalendar?
    /// The steps above the page, outermost first.
    var crumbs: [(text: String, route: Route)] = []
}

/// The frame around every page.
enum Layout {
    static func document(_ page: Page, _ context: PageContext) -> HTML {
        .document(
            .tag("html", Attribute("lang", context.language.rawValue)) {
                HTML.head(title: page.title) {
                    for language in Language.allCases {
                        HTML.void(
                            "link",
                            Attribute("rel", "alternate"),
                            Attribute("hreflang", language.rawValue),
                            .href(Address(context.address.route, language).path)
                        )
                    }
                }
                HTML.tag("body") {
                    HTML.tag(
                        "a",
                        .class("skip"),
                        .href("#main"),
                        text: context.say("Langsung ke isi", "Skip to content")
                    )
                    header(context)
                    HTML.tag("main", .id("main"), .class("wrap")) {
                        if context.election.isSimulated { simulated(context) }
                        if context.record?.isRehearsal == true { rehearsal(context) }
                        if !page.crumbs.isEmpty { crumbs(page, context) }
                        page.body
                    }
                    footer(context)
                }
            }
        )
    }

    private static func header(_ context: PageContext) -> HTML {
        .tag("header", .class("top")) {
            HTML.tag("div", .class("wrap")) {
                HTML.tag("a", .class("brand"), .href(context.path(.home))) {
                    "Pleno"
                    HTML.tag("span", text: context.election.name[context.language])
                }
                HTML.tag("nav", Attribute("aria-label", context.say("Utama", "Main"))) {
                    HTML.tag("ul") {
                        for item in menu(context) { HTML.tag("li") { entry(item, context) } }
                        HTML.tag("li") { languageSwitch(context) }
                    }
                }
            }
        }
    }

    private static func menu(_ context: PageContext) -> [(text: String, route: Route)] {
        var items: [(String, Route)] = [(context.say("Hasil", "Result"), .home)]
        items += named(
            context.say("Kursi", "Seats"),
            context.snapshot.results.filter { !$0.districts.isEmpty }
        ) {
            .seats($0)
        }
        items.append((context.say("Wilayah", "Regions"), .region(context.election.place)))
        items += named(
            context.say("Perbandingan", "Comparison"),
            context.snapshot.results.filter { !$0.comparison.isEmpty }
        ) { .comparison($0) }
        items.append((context.say("Temuan", "Findings"), .findings))
        if !context.election.stages.all.isEmpty { items.append((context.say("Tahapan", "Stages"), .stages)) }
        items.append((context.say("Peraturan", "Law"), .law))
        return items
    }

    /// A link for each ballot, called by it where there are several.
    private static func named(
        _ text: String,
        _ results: [ContestResult],
        _ route: (Ballot) -> Route
    ) -> [(String, Route)] {
        results.map { result in
            let ballot = result.contest.ballot
            return (results.count > 1 ? "\(text) \(ballot.rawValue)" : text, route(ballot))
        }
    }

    private static func entry(_ item: (text: String, route: Route), _ context: PageContext) -> HTML {
        guard item.route == context.address.route else { return context.link(item.text, item.route) }
        return .tag("a", .href(context.path(item.route)), Attribute("aria-current", "page"), text: item.text)
    }

    private static func languageSwitch(_ context: PageContext) -> HTML {
        let other: Language = context.language == .indonesian ? .english : .indonesian
        return .tag(
            "a",
            .href(Address(context.address.route, other).path),
            Attribute("hreflang", other.rawValue),
            Attribute("lang", other.rawValue),
            text: other == .english ? "English" : "Bahasa Indonesia"
        )
    }

    private static func crumbs(_ page: Page, _ context: PageContext) -> HTML {
        .tag("nav", .class("crumbs"), Attribute("aria-label", context.say("Jejak", "Breadcrumb"))) {
            HTML.tag("ol") {
                for crumb in page.crumbs { HTML.tag("li") { context.link(crumb.text, crumb.route) } }
            }
        }
    }

    private static func simulated(_ context: PageContext) -> HTML {
        notice(
            context.say(
                "Angka di situs ini adalah simulasi, bukan hasil pemilu.",
                "The figures on this site are simulated. They are not an election result."
            )
        )
    }

    private static func rehearsal(_ context: PageContext) -> HTML {
        notice(
            context.say(
                "Ini kantor latihan, bukan KPU: catatan publiknya ditandatangani dengan kunci latihan.",
                "This office is a rehearsal, not the KPU: its public record is signed with a rehearsal's key."
            )
        )
    }

    private static func notice(_ text: String) -> HTML {
        .tag("div", .class("notice"), Attribute("role", "note")) { HTML.tag("p", text: text) }
    }

    /// What the menu has no room for.
    private static func more(_ context: PageContext) -> [(text: String, route: Route)] {
        (context.record == nil ? [] : [(context.say("Catatan publik", "Public record"), .record)]) + [
            (context.say("Sumber setiap angka", "Where every figure comes from"), .sources),
            (context.say("Daftar calon", "Candidates"), .candidacies),
            (context.say("Rapat pleno", "Plenaries"), .plenaries),
            (context.say("Dokumen resmi", "Official papers"), .papers),
            (context.say("Pemungutan suara ulang", "Re-votes"), .revotes),
            (context.say("Sengketa dan pelanggaran", "Disputes and violations"), .cases),
            (context.say("Istilah", "Glossary"), .glossary),
        ]
    }

    private static func footer(_ context: PageContext) -> HTML {
        .tag("footer") {
            HTML.tag("div", .class("wrap")) {
                HTML.tag("p") {
                    context.say(
                        "Angka diterbitkan apa adanya, termasuk kesalahannya. Yang sah adalah hasil rapat "
                            + "pleno.",
                        "Figures are shown as published, errors included. Official is what a plenary "
                            + "certified."
                    )
                }
                HTML.tag("nav", Attribute("aria-label", context.say("Lainnya", "More"))) {
                    HTML.tag("ul", .class("links")) {
                        for item in more(context) { HTML.tag("li") { entry(item, context) } }
                    }
                }
            }
        }
    }
}
