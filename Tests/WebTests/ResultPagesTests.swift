import Elections
import TestSupport
import Testing

@testable import Web

@Suite("The pages of members and cases")
struct ResultPagesTests {
    private func text(_ site: Site, _ path: String) -> String {
        let answer = site.answer(path: path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    private func site(_ council: DeterminedCouncil) throws -> Site {
        Site(try Snapshot(#require(council.state.election)))
    }

    @Test("there are no members before anybody was determined, and no case before one was noted")
    func none() throws {
        let site = try site(DeterminedCouncil())
        for path in [
            "/ballots/dprd-kabko/members", "/ballots/dprd-kabko/members/1-1-1", "/cases/1", "/cases/due",
            "/cases/0", "/ballots/dprd-kabko/members/1-1", "/ballots/dprd-kabko/members/1-1-x",
        ] { #expect(site.answer(path: path).status == 404, "\(path)") }
        #expect(text(site, "/en/cases").contains("No case is on record."))
        #expect(!text(site, "/en/ballots/dprd-kabko/seats").contains("/members"))
    }

    @Test(
        "members are shown with the stage they have come to, whoever they are",
        arguments: [
            (ElectedMember.Stage.determined, "3 determined"), (.proposed, "3 proposed"),
            (.decreed, "3 decreed"),
            (.sworn, "3 sworn in"),
        ]
    )
    func members(_ stage: ElectedMember.Stage, _ words: String) throws {
        var council = try DeterminedCouncil()
        try council.bring(to: stage)
        let site = try site(council)
        let page = text(site, "/en/ballots/dprd-kabko/members")
        #expect(page.contains("3 of 3 seats are determined: \(words)."))
        #expect(page.contains("Hj. Ani &lt;A&gt;") && !page.contains("<A>"))
        #expect(page.contains("1/Kpt; BA 1"))
        let lines = text(site, "/en/ballots/dprd-kabko/members.csv").split(whereSeparator: \.isNewline)
        #expect(lines.count == 4 && lines[1].hasPrefix("1·1·1,1,1,Alpha,1,Hj. Ani <A>,150,"))
        #expect(text(site, "/en/ballots/dprd-kabko/seats").contains("/en/ballots/dprd-kabko/members"))
    }

    @Test("the story of a seat goes from its votes to the oath, in both languages")
    func story() throws {
        var council = try DeterminedCouncil()
        try council.bring(to: .sworn)
        let site = try site(council)
        let page = text(site, "/en/ballots/dprd-kabko/members/1-1-2")
        for words in [
            "Alpha has 260 votes in the district", "Divided by 3 it is 86 2/3: seat 3 of the district",
            "Number 2 on the list, 100 votes (most votes).", "Determined: figures.", "Determined: seats.",
            "Determined: elected candidates.", "MK 14", "101/PL", "SK 986", "BA Sumpah", "26 August 2019",
        ] { #expect(page.contains(words), "\(words)") }
        let other = text(site, "/ballots/dprd-kabko/members/1-2-1")
        #expect(other.contains("Beta mendapat 125 suara di dapil ini"))
        #expect(other.contains("Dari suara sampai sumpah"))
    }

    @Test("of a pair there is no district and no list, in table and story")
    func pair() throws {
        var council = try DeterminedCouncil(pairs: [60, 40])
        try council.bring(to: .sworn)
        let site = try site(council)
        let page = text(site, "/en/ballots/pilbup/members")
        #expect(page.contains("The elected pair: Regent") && page.contains("1 sworn in."))
        #expect(page.contains("Ani &lt;1&gt; &amp; Budi") && !page.contains("Districts"))
        let lines = text(site, "/en/ballots/pilbup/members.csv").split(whereSeparator: \.isNewline)
        #expect(lines == ["seat,district,contestant,name,votes,stage", "1,0,1,Ani <1> & Budi,300,sworn in"])
        let story = text(site, "/ballots/pilbup/members/0-1-1")
        #expect(story.contains("300 suara menurut sertifikat, 60,00% suara sah."))
        #expect(story.contains("BA Sumpah") && !story.contains("Hasil bagi"))
        #expect(site.answer(path: "/ballots/pilbup/members/0-2-1").status == 404)
    }

    @Test("a petition against a regional election leads to the margin that it must keep to")
    func margin() throws {
        var council = try DeterminedCouncil(pairs: [60, 40])
        try council.complain(.result)
        let page = text(try site(council), "/en/cases/1")
        #expect(page.contains("href=\"/en/ballots/pilbup/elected\">Whether the margin admits it"))
        var other = try DeterminedCouncil()
        try other.complain(.result)
        #expect(!text(try site(other), "/en/cases/1").contains("margin"))
    }

    @Test("where the single pair is not elected nobody is, and the page says so")
    func nobody() throws {
        var council = try DeterminedCouncil(pairs: [50, 50], blank: 2)
        #expect(try site(council).answer(path: "/ballots/pilbup/members").status == 404)
        var figures = council
        try figures.determine(first: 1)
        #expect(
            try site(figures).answer(path: "/ballots/pilbup/members").status == 404,
            "figures elect nobody"
        )
        #expect(try !text(site(figures), "/ballots/pilbup/elected").contains("/members"))
        try council.bring(to: .determined)
        #expect(text(try site(council), "/en/ballots/pilbup/members").contains("Nobody is elected."))
    }

    @Test("a cancellation shows who has the list's seats, before and after")
    func cancelled() throws {
        var council = try DeterminedCouncil()
        try council.cancel()
        let page = text(try site(council), "/en/cases/1")
        #expect(page.contains("DPRD_KABKO, Kecil 1, Alpha: without Hj. Ani &lt;A&gt;"))
        let rows = page.split(separator: "without Hj. Ani").last?.matches(
            of: #/<t[dh][^>]*>([^<]*)<\/t[dh]>/#
        )
        // Budi takes the first seat, and nobody is left for the second.
        #expect(
            rows?.suffix(6).map { String($0.output.1) } == [
                "1", "Hj. Ani &lt;A&gt;", "Hj. Budi", "2", "Hj. Budi", "–",
            ]
        )
        let known = try #require(council.state.cases[1])
        let snapshot = try Snapshot(#require(council.state.election))
        let effect = try #require(CancellationEffect.all(of: known, in: snapshot).first)
        #expect(effect.rows.map(\.before) == [1, 2] && effect.rows.map(\.after) == [2, nil])
    }

    @Test("a case's file tells what is contested, due, laid before the forum and ruled")
    func dispute() throws {
        var council = try DeterminedCouncil()
        try council.complain()
        let site = try site(council)
        let page = text(site, "/en/cases/1")
        for words in [
            "01/LP &lt;1&gt;", "Beta (DPRD_KABKO)", "Could it matter", "angkanya sama", "tidak terbukti",
            "It changes nothing of the result.", "Umumkan putusan", "14 May 2019",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(page.contains("href=\"/en/regions/73.12.01.1001/stations/1\""))
        let lines = text(site, "/en/cases/1.csv").split(whereSeparator: \.isNewline)
        #expect(lines.count == 4 && lines[3].hasSuffix("paper,\"Daftar hadir, 17 April 2019\""))
        #expect(text(site, "/cases").contains("01/LP &lt;1&gt;"))
        // Fourteen working days from the registration, over Labour Day: to be ruled by 20 May, ruled on 10 May.
        let due = text(site, "/en/cases/due")
        #expect(due.contains("2 not done yet."))
        #expect(due.contains("20 May 2019") && due.contains("in time"))
    }
}
