import Elections

/// A rule explained: what must hold, why, what to do; and everything here that breaks it.
enum RulePage {
    static func page(_ code: String, _ context: PageContext) -> Page? {
        guard let check = Check.named(code) else { return nil }
        let findings = context.findings.ofRule(check)
        let list = FindingTables(context).list(findings, ofOneRule: true)
        return Page(
            title: "\(check.code) · \(check.statement[context.language])",
            body: .tag("div") {
                HTML.tag("h1", text: check.code)
                HTML.tag("p", .class("lead"), text: check.statement[context.language])
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Aturannya", "The rule"))
                    facts(check, context)
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Yang tidak memenuhinya di sini", "What breaks it here"))
                    tallies(check, context)
                    if !findings.isEmpty {
                        list.html(of: findings.count, context)
                        Forms.links(context)
                    }
                }
            },
            table: findings.isEmpty ? nil : list,
            crumbs: [(context.say("Temuan", "Findings"), .findings)]
        )
    }

    private static func facts(_ check: Check, _ context: PageContext) -> HTML {
        let formulas = SampleForm(context.election.law, context.language).formulas(of: check)
        return .tag("dl", .class("facts")) {
            HTML.tag("dt", text: context.say("Berat", "Weight"))
            HTML.tag("dd") { context.term(check.severity.name[context.language], check.severity.term) }
            if !formulas.isEmpty {
                HTML.tag("dt", text: context.say("Rumus", "Formulas"))
                HTML.tag("dd") {
                    HTML.tag("ul", .class("plain")) {
                        for formula in formulas { HTML.tag("li", text: formula) }
                    }
                }
            }
            HTML.tag("dt", text: context.say("Dasar", "Source"))
            HTML.tag("dd", text: check.source[context.language])
            if let rule = LawChecks.rule(of: check.code) {
                HTML.tag("dt", text: context.say("Peraturan", "Law"))
                HTML.tag("dd") {
                    HTML.tag(
                        "a",
                        .href("\(context.path(.law))#\(context.election.law.name(of: rule))"),
                        text: context.say("isinya dalam pemilu ini", "what it says in this election")
                    )
                }
            }
            for audience in Check.Audience.allCases {
                HTML.tag("dt", text: audience.name[context.language])
                HTML.tag("dd", text: check.advice[audience][context.language])
            }
        }
    }

    private static func tallies(_ check: Check, _ context: PageContext) -> HTML {
        let tallies = context.findings.tallies.filter { $0.check == check && $0.applicable > 0 }
        guard !tallies.isEmpty else {
            return .tag(
                "p",
                text: context.say(
                    "Tidak dapat diuji: isian yang diperlukan tidak ada di sini.",
                    "Not applicable: the figures it needs are not here."
                )
            )
        }
        return .tag("ul", .class("plain")) {
            for tally in tallies {
                let failed = context.numbers.whole(tally.failures)
                let asked = context.numbers.whole(tally.applicable)
                HTML.tag(
                    "li",
                    text: "\(FindingTables(context).name(tally.source)): "
                        + context.say("\(failed) dari \(asked)", "\(failed) of \(asked)")
                        + " (\(context.numbers.percent(tally.failures, of: tally.applicable)))"
                )
            }
        }
    }
}

/// What the checks found in one region, and in the regions below it.
enum RegionFindingsPage {
    static func page(_ code: RegionCode, _ context: PageContext) -> Page? {
        guard let region = context.election.regions[code] else { return nil }
        let found = context.findings.inside(code)
        // The heaviest first: of a long list a page shows the beginning.
        let findings = Condition.Severity.allCases.reversed().flatMap { severity in
            found.filter { $0.severity == severity }
        }
        let list = FindingTables(context).list(findings)
        let counts = context.findings.counts(in: code)
        let title = context.say("Temuan: ", "Findings: ") + region.name
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                FindingCounts(context).html(counts)
                if code.tier != .village {
                    HTML.tag("section", .class("block")) {
                        HTML.tag("h2", text: context.say("Menurut wilayah", "By region"))
                        FindingTables(context).regions(in: code).html
                    }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Satu per satu", "One by one"))
                    if findings.isEmpty {
                        HTML.tag("p", text: context.say("Tidak ada temuan.", "No findings."))
                    } else {
                        list.html(of: findings.count, context)
                        Forms.links(context)
                    }
                }
            },
            table: findings.isEmpty ? nil : list,
            crumbs: [(context.say("Temuan", "Findings"), .findings)] + context.crumbs(above: code)
        )
    }
}
