import Elections

/// The rules beside those of the ballots: settled ones with their source, open ones with their readings.
struct LawRules {
    private let context: PageContext
    private let rules: [Law.RuleText]

    init(_ context: PageContext) {
        self.context = context
        rules = context.election.law.rules.filter { rule in
            switch rule.id {
            case .deadline, .stage: false
            default: true
            }
        }
    }

    private var law: Law { context.election.law }

    /// How many rules nobody has decided on, with the ones of this page named.
    var open: HTML? {
        let all = context.election.undecided
        guard !all.isEmpty else { return nil }
        let here = rules.filter(all.contains)
        return .tag("div", .class("notice")) {
            HTML.tag("p") {
                context.say(
                    "\(all.count) aturan terbuka: sumber yang ada tidak menjawabnya, atau saling berbeda. "
                        + "Yang "
                        + "bergantung padanya menunggu putusan; di sini tidak ada yang ditebak.",
                    "\(all.count) rules are open: the sources at hand do not settle them, or differ. What "
                        + "depends on "
                        + "them waits for a decision; nothing is guessed here."
                )
            }
            if !here.isEmpty {
                HTML.tag("p") {
                    for (place, rule) in here.enumerated() {
                        if place > 0 { " · " }
                        HTML.tag("a", .href("#" + law.name(of: rule.id)), text: rule.title[context.language])
                    }
                }
            }
        }
    }

    var html: HTML {
        .tag("section", .class("block")) {
            HTML.tag("h2", text: context.say("Aturan lainnya", "Other rules"))
            for rule in rules { entry(rule) }
            Forms.links(context)
            recording
        }
    }

    private func entry(_ rule: Law.RuleText) -> HTML {
        let standings = LawStanding.all(rule.provision, rule.id, context.election)
        let status = standings.first?.status ?? .settled
        let checks = LawChecks.codes(of: rule.id)
        return .tag("div", .class("entry"), .id(law.name(of: rule.id))) {
            HTML.tag("h3") {
                rule.title[context.language]
                " "
                standings.first?.badge(context)
            }
            if status == .open {
                readings(rule, standings)
            } else {
                for standing in standings { HTML.tag("p", text: standing.value[context.language]) }
            }
            if let basis = standings.first?.basis {
                HTML.tag("p", text: context.say("Putusan: ", "Decision: ") + basis[context.language])
            }
            HTML.tag("p", .class("quiet")) {
                if status != .open { rule.provision.source[context.language] }
                if !checks.isEmpty {
                    context.say(" · diuji dengan ", " · checked by ")
                    LawChecks(context).links(checks)
                }
            }
        }
    }

    /// What is known of an open rule, and the answers its sources allow.
    @HTMLBuilder
    private func readings(_ rule: Law.RuleText, _ standings: [LawStanding<LocalizedText>]) -> HTML {
        HTML.tag("p", text: rule.provision.source[context.language])
        HTML.tag(
            "p",
            text: context.say("Yang dimungkinkan oleh sumbernya:", "What the sources allow:")
        )
        HTML.tag("ul", .class("plain")) {
            for standing in standings {
                HTML.tag("li") {
                    standing.value[context.language]
                    if let reading = standing.reading {
                        " "
                        HTML.tag("code", text: reading.id)
                    }
                }
            }
        }
    }

    /// How a decision is recorded, by the example of the first rule nobody has decided on.
    private var recording: HTML? {
        let open = context.election.undecided
        guard let rule = rules.first(where: open.contains) ?? open.first else { return nil }
        let readings = rule.provision.readings.map(\.id).joined(separator: context.say(" atau ", " or "))
        return .tag("div", .class("entry"), .id("decisions")) {
            HTML.tag("h3", text: context.say("Bagaimana putusan dicatat", "How a decision is recorded"))
            HTML.tag(
                "p",
                text: context.say(
                    "Rapat pleno memilih salah satu jawaban; pilihannya dicatat dalam election.yaml folder "
                        + "pemilu ini "
                        + "dengan berita acaranya, lalu berlaku di semua halaman:",
                    "A plenary picks one of the answers; the choice is recorded in the folder's "
                        + "election.yaml with its "
                        + "minutes, and then holds on every page:"
                )
            )
            HTML.tag(
                "pre",
                Attribute("tabindex", "0"),
                text: """
                    decisions:
                      - rule: \(law.name(of: rule.id))
                        reading: …        # \(readings)
                        basis:
                          id: Berita Acara Nomor …
                          en: Minutes No. …
                    """
            )
        }
    }

    /// The rules for machines: a row for one that holds, a row per reading for one that is open.
    var table: DataTable {
        DataTable(
            caption: context.say("Aturan", "Rules"),
            columns: [
                .text("rule", context.say("Nama", "Name")), .text("title", context.say("Aturan", "Rule")),
                .text("status", "Status"), .text("reading", context.say("Jawaban", "Reading")),
                .text("value", context.say("Isi", "Value")), .text("source", context.say("Dasar", "Source")),
            ],
            rows: rules.flatMap { rule in
                LawStanding.all(rule.provision, rule.id, context.election).map { standing in
                    [
                        .text(law.name(of: rule.id)), .text(rule.title[context.language]),
                        standing.cell, .text(standing.reading?.id ?? ""),
                        .text(standing.value[context.language]),
                        standing.sourceCell(rule.provision.source, context),
                    ]
                }
            }
        )
    }
}
