import Elections
import Testing

@Suite("Checks of one form")
struct CheckTableTests {
    /// The checks a single form can be asked; neighbours and tiers need more than one.
    private static let asked = Check.all.filter {
        [.form, .ballots].contains($0.scope) || $0.code == "R04"
    }.map(\.code)

    @Test("all pass on a form that adds up")
    func sound() {
        let outcomes = Sheet.sound.outcomes()
        for code in Self.asked { #expect(outcomes[code] == .passed, "\(code)") }
        for (code, outcome) in outcomes where !Self.asked.contains(code) {
            #expect(outcome == .notApplicable, "\(code) needs more than one form")
        }
    }

    @Test("have codes of their own, and are found by them in any case")
    func codes() {
        let parts = [("A", 13), ("B", 4), ("P", 12), ("R", 6)]
        let codes = parts.flatMap { letter, count in
            (1...count).map { "\(letter)\($0 < 10 ? "0" : "")\($0)" }
        }
        #expect(Check.all.map(\.code) == codes)
        for check in Check.all { #expect(Check.named(check.code.lowercased()) == check) }
        #expect(Check.named("A14") == nil)
        #expect(Check.named("") == nil)
    }

    /// A row: the changes that break one check, the check, how much that weighs, and what the row is about.
    struct Broken: Sendable, CustomTestStringConvertible {
        let changes: String
        let check: String
        let severity: Condition.Severity
        let reason: String

        init(_ check: String, _ severity: Condition.Severity, _ changes: String, _ reason: String) {
            self.changes = changes
            self.check = check
            self.severity = severity
            self.reason = reason
        }

        var testDescription: String { "\(check): \(reason)" }
    }

    @Test(
        "are each broken alone",
        arguments: [
            Broken("A01", .hard, "disabled_total=22 PPWP/disabled_total=", "a row's sum"),
            Broken("A02", .hard, "electorate_all_total=243 electorate_all_male=", "the sum of the lists"),
            Broken("A03", .hard, "voters_all_male=103 voters_all_female=", "the men of all lists"),
            Broken("A04", .hard, "papers_unused=47", "papers nobody accounts for"),
            Broken("A05", .hard, "papers_used=201 papers_unused= total=", "papers without voters"),
            Broken("A06", .hard, "party_1=37", "a party's votes and its candidates'"),
            Broken("A07", .hard, "valid=197 total=", "contestants beside valid votes"),
            Broken("A08", .hard, "invalid=21", "valid, invalid and both"),
            Broken("A09", .hard, "total=201 invalid=", "votes without voters"),
            Broken(
                "A10",
                .hard,
                "electorate_dpk_male=1 electorate_dpk_female= electorate_all_male=",
                "two voters of a list of one"
            ),
            Broken(
                "A11",
                .hard,
                "disabled_voters_female=19 disabled_voters_male= PPWP/disabled_voters_female=",
                "more who voted than were listed"
            ),
            Broken("A12", .hard, "votes_2=", "a contestant left out"),
            Broken("A12", .hard, "candidate_2_3=17", "votes for somebody not on the list"),
            Broken(
                "A13",
                .hard,
                "papers_spoiled=232 papers_unused= voters_all_total=",
                "more spoiled than came"
            ),
            Broken(
                "A13",
                .hard,
                "papers_received=167 papers_spoiled= electorate_dpt_total= PPWP/papers_received=",
                "more voters than papers"
            ),
            Broken("B01", .hard, "PPWP/voters_dpk_total=22", "special voters who got one paper only"),
            Broken(
                "B02",
                .hard,
                "PPWP/voters_dptb_total=8 disabled_voters_total=",
                "moved-in voters with all papers"
            ),
            Broken("B02", .hard, "PPWP/voters_all_total=167", "more voters for a council than for president"),
            Broken("B03", .hard, "PPWP/disabled_total=22", "disability by form"),
            Broken("B03", .hard, "PPWP/disabled_voters_male=3", "two fewer, and one moved in"),
            Broken(
                "B04",
                .hard,
                "PPWP/papers_received=232",
                "more presidential papers than the reserve explains"
            ),
            Broken("R04", .hard, "register/electorate_dpt_total=227", "another DPT than the decreed one"),
        ]
    )
    func hard(row: Broken) {
        #expect(Sheet.sound.with(row.changes).broken() == [row.check: row.severity])
    }

    @Test(
        "that ask for a second look are each broken alone",
        arguments: [
            Broken(
                "P01",
                .soft,
                "electorate_dpt_total=317 electorate_dpt_male= electorate_all_total= "
                    + "PPWP/electorate_dpt_total= register/electorate_dpt_total= papers_received=",
                "a station above the limit"
            ),
            Broken(
                "P01",
                .soft,
                "electorate_dpt_total= register/electorate_dpt_total=301",
                "the register above it by one"
            ),
            Broken(
                "P02",
                .soft,
                "papers_received=232 papers_unused= PPWP/papers_received=",
                "too many papers"
            ),
            Broken(
                "P03",
                .soft,
                "papers_spoiled=48 papers_unused=",
                "a physical limit, yet papers may have been added"
            ),
            Broken(
                "P04",
                .soft,
                "voters_dpt_total=208 voters_dpt_male= voters_all_total= PPWP/voters_dpt_total=",
                "a turnout of 99%"
            ),
            Broken(
                "P04",
                .soft,
                "voters_dpt_total=0 voters_dpt_male= voters_all_total= PPWP/voters_dpt_total=",
                "a turnout of nobody"
            ),
            Broken(
                "P04",
                .information,
                "total=227 invalid= papers_used= voters_all_total=",
                "more votes than electors: legal"
            ),
            Broken(
                "P04",
                .information,
                "voters_all_total=227 voters_all_male= voters_dpk_total= papers_used= total= papers_received= "
                    + "PPWP/voters_all_total=",
                "more voters than electors: legal"
            ),
            Broken("P05", .soft, "invalid=55 valid=", "thirty percent invalid"),
            Broken("P05", .information, "invalid=0 valid=", "nobody's vote invalid"),
            Broken(
                "P06",
                .soft,
                "votes_1=180 votes_2=0 party_1= party_2= candidate_2_1= certified/votes_1= certified/votes_2=",
                "one party has everything"
            ),
            Broken(
                "P07",
                .soft,
                "papers_received=180 papers_unused= electorate_dpt_total= voters_all_total= "
                    + "PPWP/papers_received=",
                "valid votes in the row of papers"
            ),
            Broken("P10", .soft, "candidate_1_1=117 party_1=", "a candidate above the party"),
            Broken("P10", .information, "party_1=0 candidate_1_2=", "no votes for the party itself"),
            Broken("P11", .soft, "certified/votes_1=117", "votes that shifted"),
            Broken(
                "P12",
                .soft,
                "total=0 invalid= papers_used= voters_all_total=",
                "a zero that means nothing"
            ),
        ]
    )
    func soft(row: Broken) {
        #expect(Sheet.sound.with(row.changes).broken() == [row.check: row.severity])
    }

    @Test("name a slip beside the sum that shows it")
    func slip() throws {
        let sheet = Sheet.sound.with("invalid=14")
        #expect(sheet.broken() == ["A08": .hard, "P07": .soft])
        let finding = try #require(sheet.examination().findings.last)
        #expect(finding.reason == .slip(.slip(.invalid, written: 14, meant: 4, .digitTooMany)))
    }

    /// A row: a check, the form on which it cannot be asked, and why.
    struct Idle: Sendable, CustomTestStringConvertible {
        let check: String
        let reason: String
        let sheet: Sheet

        /// A sound form without the figures whose names begin, or end, so.
        init(_ check: String, _ reason: String, without parts: String...) {
            self.check = check
            self.reason = reason
            sheet = Sheet.sound.without { name in parts.contains { name.hasPrefix($0) || name.hasSuffix($0) }
            }
        }

        /// A sound form of another kind.
        init(_ check: String, _ reason: String, kind: FormKind) {
            self.check = check
            self.reason = reason
            sheet = Sheet(Sheet.sound.figures, kind)
        }

        var testDescription: String { "\(check): \(reason)" }
    }

    private static let pairs = FormKind(
        ballot: .president,
        rolls: [.permanent, .movedIn, .special],
        options: [FormKind.Option(number: 1), FormKind.Option(number: 2)],
        stationLimit: nil,
        reserve: Share(20, of: 1_000),
        supply: nil,
        ballots: [.president, .regencyCouncil]
    )

    private static let single = FormKind(
        ballot: .regent,
        rolls: [.permanent],
        options: [FormKind.Option(number: 1)],
        stationLimit: 300,
        reserve: nil,
        supply: [.permanent]
    )

    private static let nobody = FormKind(
        ballot: .regencyCouncil,
        rolls: [.permanent],
        options: [],
        stationLimit: 300,
        reserve: nil,
        supply: [.permanent]
    )

    private static let idle: [Idle] = [
        Idle("A01", "no row has all three", without: "_female"),
        Idle("A02", "no electorate of all lists", without: "electorate_all"),
        Idle("A03", "one list is missing", without: "voters_dpk"),
        Idle("A04", "no spoiled papers entered", without: "papers_spoiled"),
        Idle("A05", "no used papers entered", without: "papers_used"),
        Idle("A06", "no votes for the parties themselves", without: "party_"),
        Idle("A06", "no list has candidates", kind: pairs),
        Idle("A07", "no valid votes entered", without: "valid"),
        Idle("A07", "nobody stands", kind: nobody),
        Idle("A08", "no invalid votes entered", without: "invalid"),
        Idle("A09", "no total", without: "total"),
        Idle("A10", "the electorate is not entered", without: "electorate_"),
        Idle("A11", "voters with a disability are not entered", without: "disabled_voters"),
        Idle("A12", "nothing is typed yet", without: "votes_", "candidate_"),
        Idle("A13", "no received papers entered", without: "papers_received"),
        Idle("B01", "no other form", without: "PPWP/"),
        Idle("B01", "it is the form all others are held against", kind: pairs),
        Idle("B02", "no other form", without: "PPWP/"),
        Idle("B02", "nobody gets more ballots than this", kind: pairs),
        Idle("B03", "no disability on the other form", without: "PPWP/disabled"),
        Idle("B03", "it is the form all others are held against", kind: pairs),
        Idle("B04", "no papers on the other form", without: "PPWP/papers"),
        Idle("B04", "the law leaves the reserve open", kind: single),
        Idle("P01", "no DPT anywhere", without: "electorate_dpt_total"),
        Idle("P01", "the law leaves the limit open", kind: pairs),
        Idle("P02", "no DPT on the form", without: "electorate_dpt"),
        Idle("P02", "the law leaves the supply open", kind: pairs),
        Idle("P02", "the law leaves the reserve open", kind: single),
        Idle("P03", "no spoiled papers entered", without: "papers_spoiled"),
        Idle("P04", "no electorate anywhere", without: "electorate_dpt_total"),
        Idle("P05", "no invalid votes entered", without: "invalid"),
        Idle("P06", "one contestant is missing", without: "votes_1"),
        Idle("P06", "only one contestant stands", kind: single),
        Idle("P07", "no valid votes entered", without: "valid"),
        Idle("P10", "no candidates entered", without: "candidate_"),
        Idle("P10", "no list has candidates", kind: pairs),
        Idle("P11", "the station's column is not known", without: "certified/"),
        Idle("P12", "no valid votes and no voters entered", without: "valid", "voters_all_total"),
        Idle("R04", "the register does not know", without: "register/"),
    ]

    @Test(
        "are not applicable where a figure is missing or the law is open, and never pass there",
        arguments: idle
    )
    func notApplicable(row: Idle) {
        #expect(row.sheet.outcomes()[row.check] == .notApplicable)
        // The same with the columns there and their cells empty.
        let columns = Array(Sheet.sound.figures.keys)
        #expect(row.sheet.outcomes(columns: columns)[row.check] == .notApplicable)
    }

    @Test("every check of a form has a row here")
    func complete() {
        #expect(Set(Self.idle.map(\.check)) == Set(Self.asked))
    }
}
