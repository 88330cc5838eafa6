import Apportionment
import Elections

/// The law of the election explained: what is voted on and how, the rules beside it, and what is open.
enum LawPage {
    static func page(_ context: PageContext) -> Page {
        let law = context.election.law
        let title = context.say("Peraturan pemilu ini", "The law of this election")
        let rules = LawRules(context)
        return Page(
            title: title,
            body: .tag("div") {
                HTML.tag("h1", text: title)
                HTML.tag("p", .class("lead"), text: law.title[context.language])
                HTML.tag("section", .class("block")) {
                    HTML.tag("dl", .class("facts")) {
                        HTML.tag("dt", text: context.say("Hari pemungutan suara", "Day of the vote"))
                        HTML.tag("dd", text: context.numbers.date(law.votingDay))
                        HTML.tag("dt", text: context.say("Dasar", "Acts"))
                        HTML.tag("dd", text: law.source)
                    }
                    LawWords(context).links()
                    rules.open
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Surat suara", "Ballots"))
                    for ballot in law.ballotsInOrder { LawBallot(ballot, context).html }
                }
                HTML.tag("section", .class("block")) {
                    HTML.tag("h2", text: context.say("Daftar pemilih", "Lists of voters"))
                    HTML.tag("dl", .class("facts")) {
                        for roll in law.rolls {
                            HTML.tag("dt", text: roll.acronym)
                            HTML.tag("dd", text: roll.name[context.language])
                        }
                    }
                }
                rules.html
            },
            table: rules.table
        )
    }
}

/// One ballot under the law: its paper, who gets it, its forms, who is elected.
struct LawBallot {
    private let ballot: Ballot
    private let context: PageContext

    init(_ ballot: Ballot, _ context: PageContext) {
        self.ballot = ballot
        self.context = context
    }

    var html: HTML? {
        guard let rules = context.election.law.ballots[ballot] else { return nil }
        return .tag("div", .class("entry")) {
            HTML.tag("h3", text: ballot.name[context.language])
            HTML.tag("dl", .class("facts")) {
                if let colour = rules.colour {
                    fact(context.say("Warna", "Colour")) { HTML.text(colour[context.language]) }
                }
                fact(context.say("Yang dipilih", "One chooses")) { HTML.text(choice) }
                fact(context.say("Pemilih", "Who votes")) { HTML.text(rules.voters[context.language]) }
                fact(context.say("Formulir", "Forms")) { forms(rules.forms) }
                if ballot.choice == .list, let lists = context.election.law.candidateLists {
                    fact(context.say("Daftar calon", "Lists of candidates")) { self.lists(lists) }
                }
                if let seats = rules.seats { fact(context.say("Kursi", "Seats")) { self.seats(seats) } }
                fact(context.say("Terpilih", "Elected")) { HTML.text(rules.winner[context.language]) }
                fact(context.say("Dasar", "Source")) { HTML.text(rules.source) }
                if !checks.isEmpty {
                    fact(
                        context.say(
                            "Diuji "
                                + "dengan",
                            "Checked by"
                        )
                    ) { LawChecks(context).links(checks) }
                }
            }
        }
    }

    private func fact(_ name: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        var html = HTML.tag("dt", text: name)
        html.append(.tag("dd", content: content))
        return html
    }

    private var choice: String {
        switch ballot.choice {
        case .pair: context.say("satu pasangan calon", "a pair of candidates")
        case .person: context.say("satu calon", "one person")
        case .list: context.say("partai, atau calon dari daftarnya", "a party, or a candidate on its list")
        }
    }

    private func forms(_ names: Law.FormNames) -> HTML {
        .tag("ul", .class("steps")) {
            step(context.say("TPS", "station"), names.station)
            for form in names.tiers { step(name(form.tier), form.name) }
        }
    }

    private func step(_ tier: String, _ form: String) -> HTML {
        .tag("li") {
            form
            HTML.tag("small", text: tier)
        }
    }

    private func name(_ tier: RegionCode.Tier?) -> String {
        tier?.name[context.language] ?? context.say("nasional", "nation")
    }

    /// What a list must be, each with its article.
    private func lists(_ rule: Law.CandidateLists) -> HTML {
        func share(_ share: Share) -> String {
            context.numbers.percent(share.part, of: share.whole, digits: 0)
        }
        let rules: [(String, LocalizedText)] = [
            (
                context.say(
                    "paling banyak \(share(rule.most)) jumlah kursi dapil",
                    "at most \(share(rule.most)) of the district's seats"
                ), rule.mostSource
            ),
            (
                context.say(
                    "sedikitnya \(share(rule.women)) perempuan, dibulatkan ke atas",
                    "at least \(share(rule.women)) women, rounded up"
                ), rule.womenSource
            ),
            (
                context.say(
                    "setiap \(rule.group) nama berurutan sedikitnya seorang perempuan",
                    "of every \(rule.group) names in order one at least is a woman's"
                ), rule.groupSource
            ),
        ]
        return .tag("ul", .class("plain")) {
            for (words, source) in rules {
                HTML.tag("li") {
                    words
                    " "
                    HTML.tag("span", .class("quiet"), text: "(\(source[context.language]))")
                }
            }
        }
    }

    @HTMLBuilder
    private func seats(_ rule: Law.SeatRule) -> HTML {
        MethodWords.name(rule.method)
        if let threshold = rule.threshold {
            let share = context.numbers.percent(threshold.numerator, of: threshold.denominator, digits: 1)
            context.say("; ambang batas ", "; threshold ") + share
                + context.say(" suara sah nasional", " of the nation's valid votes")
        } else {
            context.say("; tanpa ambang batas", "; no threshold")
        }
        if let result = context.snapshot.result(of: ballot), !result.districts.isEmpty {
            " · "
            context.link(context.say("kursi di sini", "the seats here"), .seats(ballot))
        }
    }

    /// The rules that are most of this ballot's own.
    private var checks: [String] {
        (ballot.choice == .list ? ["A06"] : []) + ["A07", "A12"]
            + (context.election.law.ballotsInOrder.count > 1 ? ["B02"] : [])
    }
}

/// Rules of the law and the checks that ask them.
struct LawChecks {
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
    }

    /// Links to checks by their codes.
    @HTMLBuilder
    func links(_ codes: [String]) -> HTML {
        for (place, code) in codes.enumerated() {
            if place > 0 { ", " }
            context.link(code, .rule(code))
        }
    }

    /// The checks that hold figures against a rule.
    static func codes(of rule: Law.RuleID) -> [String] {
        switch rule {
        case .stationLimit: ["P01"]
        case .reserve: ["P02", "B04"]
        case .supply: ["P02"]
        case .councilSizes, .districtSeats, .partyTie, .candidateTie, .exhaustedList, .spread, .evenSpread,
            .ofTwo, .petitionBase, .severalCandidates, .disabilities, .deadline, .stage:
            []
        }
    }

    /// The rule of the law a check holds figures against; `nil` for most.
    static func rule(of code: String) -> Law.RuleID? {
        [.stationLimit, .reserve, .supply].first { codes(of: $0).contains(code) }
    }
}
