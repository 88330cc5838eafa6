import Elections
import TestSupport
import Testing

@testable import Web

@Suite("The page of who is elected without lists")
struct WinnersPageTests {
    private static let measured = [
        Decision(rule: .evenSpread, reading: "evenness", basis: .same("BA"))
    ]

    private static let rows:
        [(reason: String, votes: [Int], blank: Int?, decisions: [Decision], words: String)] = [
            ("most votes", [60, 40], nil, [], "Elected: 1 Pasangan 1."),
            ("above half against the blank column", [51, 50], 2, [], "Elected: 1 Pasangan 1."),
            (
                "at half against it", [50, 50], 2, [],
                "The single pair did not come above the blank column: the election is held again."
            ),
            (
                "equals while the rule is open", [50, 50], nil, [],
                "A plenary decides on 1 place: 1 Pasangan 1, 2 Pasangan 2 – the rule even-spread is open."
            ),
            (
                "equals in all that is compared", [50, 50], nil, measured,
                "A plenary decides on 1 place: 1 Pasangan 1, 2 Pasangan 2 – equal in all that the law compares."
            ),
            (
                "one pair alone", [50], nil, [],
                "A plenary decides on 1 place: 1 Pasangan 1 – no law at hand has a rule."
            ),
        ]

    private func text(_ site: Site, _ path: String) -> String {
        let answer = site.answer(path: path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    @Test("says what the votes come to", arguments: rows.indices)
    func outcomes(place: Int) throws {
        let row = Self.rows[place]
        let council = try DeterminedCouncil(pairs: row.votes, blank: row.blank, decisions: row.decisions)
        let site = Site(try Snapshot(#require(council.state.election)))
        let page = text(site, "/en/ballots/pilbup/elected")
        #expect(page.contains(row.words), "\(row.reason)")
        #expect(page.contains("Ani &lt;1&gt;") && !page.contains("<1>"))
        // What was compared stands there where equals were.
        #expect(page.contains("Unevenness of the votes") == !row.decisions.isEmpty, "\(row.reason)")
        #expect(text(site, "/").contains("/ballots/pilbup/elected"))
    }

    @Test("holds each other pair's margin against the bound of every population")
    func petition() throws {
        // 1.2 % of all votes apart: within 2 % and 1.5 %, above 1 %.
        let council = try DeterminedCouncil(pairs: [506, 494])
        let site = Site(try Snapshot(#require(council.state.election)))
        let page = text(site, "/en/ballots/pilbup/elected")
        #expect(page.contains("2 Pasangan 2 (−60)"))
        let verdicts = page.matches(of: #/within the bound|above the bound/#).map { String($0.output) }
        #expect(verdicts == ["within the bound", "within the bound", "above the bound", "above the bound"])
        let lines = text(site, "/en/ballots/pilbup/elected.csv").split(whereSeparator: \.isNewline)
        #expect(
            lines == [
                "number,name,votes,outcome", "1,Ani <1> & Budi,2530,elected", "2,Ani <2> & Budi,2470,",
            ]
        )
    }

    @Test("of a ballot that goes further names nobody, and there is none of lists that are not known")
    func further() throws {
        let site = Site(try Snapshot(SmallElection().election()))
        let page = text(site, "/en/ballots/ppwp/elected")
        #expect(page.contains("Who is elected follows from the votes of the whole country"))
        #expect(!text(site, "/en/ballots/ppwp/elected.csv").contains("outcome"))
        #expect(site.answer(path: "/en/ballots/pilbup/elected").status == 404)
    }
}
