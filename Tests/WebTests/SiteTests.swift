import Elections
import TestSupport
import Testing

@testable import Web

@Suite("Pages as functions of a snapshot")
struct SiteTests {
    private func text(_ path: String, _ small: SmallElection = SmallElection()) throws -> String {
        let answer = Site(try Snapshot(small.election())).answer(path: path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    private static let paths = [
        "/en/", "/en/regions/73.12", "/en/regions/73.12.01", "/en/regions/73.12.01.1001",
        "/en/regions/73.12.01.1001/stations/1", "/en/ballots/dprd-kabko/seats",
        "/en/ballots/dprd-kabko/districts/1", "/en/ballots/dprd-kabko/contestants/1", "/en/sources",
        "/en/findings", "/en/rules/A07", "/en/rules/R01", "/en/regions/73.12/findings", "/en/readings",
        "/en/revotes", "/en/candidates", "/en/plenaries", "/en/ballots/ppwp/trail/73.12.01",
        "/en/ballots/ppwp/trail/73.12.01.1001/2",
        "/en/ballots/dprd-kabko/trail/73.12", "/en/law", "/en/law/deadlines", "/en/law/calendar",
        "/en/glossary",
    ]

    @Test("a hostile name stays a name", arguments: paths)
    func hostile(path: String) throws {
        var small = SmallElection()
        small.partyName = "<script>alert(1)</script>\"'&"
        small.certified = ["73.12.01.1001": [35, 66], "73.12.01": [1, 1]]
        small.later = [.init(station: 1, .revote, votes: [25, 35], total: 61)]
        for path in [path, String(path.dropFirst(3))] {
            #expect(try !text(path, small).contains("<script"))
        }
    }

    @Test("made-up figures are marked on every page", arguments: paths)
    func simulated(path: String) throws {
        var small = SmallElection()
        #expect(try !text(path, small).contains("figures on this site are simulated"))
        small.nature = .simulated
        #expect(try text(path, small).contains("figures on this site are simulated"))
    }

    @Test("a tie is named and needs a decision")
    func tie() throws {
        var small = SmallElection()
        small.reported = [("73.12.01.1001", 2, 0, [90, 30]), ("73.12.02.2001", 2, 0, [10, 15])]
        small.seats = (2, 1)
        let page = try text("/en/ballots/dprd-kabko/districts/1", small)
        #expect(page.contains("A tie: Alpha, Beta have the same quotient for 1 seat(s)"))
        #expect(page.contains("<td class=\"n tied\">30</td>"))
        #expect(try text("/en/", small).contains("1 seat is tied"))
        #expect(try text("/en/ballots/dprd-kabko/seats", small).contains("1 seat is tied"))
    }

    @Test("seats from votes that are not all in say so")
    func incomplete() throws {
        var small = SmallElection()
        small.reported = [("73.12.01.1001", 2, 1, [90, 30]), ("73.12.02.2001", 2, 0, [10, 15])]
        let page = try text("/en/ballots/dprd-kabko/districts/1", small)
        #expect(page.contains("2 stations are not complete"))  // One blank, one village without a row.
        #expect(try text("/en/", small).contains("2 of 5 stations are not complete"))
    }

    @Test("a district nobody counted yet has no seats and no tie")
    func uncounted() throws {
        var small = SmallElection()
        small.reported = [("73.12.01.1001", 2, 0, [9, 3]), ("73.12.02.2001", 2, 0, [nil, nil])]
        #expect(try text("/en/ballots/dprd-kabko/districts/2", small).contains("No figures yet"))
        #expect(try !text("/en/", small).contains("tied"))
    }

    @Test("the office's other determination is shown as such")
    func determined() throws {
        var small = SmallElection()
        small.determined = [1: 5]
        #expect(try text("/en/", small).contains("The office determined other seats than these votes give"))
        small.determined = [1: 3, 19: 2]
        #expect(try text("/en/", small).contains("The same seats as the office determined"))
    }

    @Test("a trail shows each step, the change, and what is known of it, for people and for machines")
    func trail() throws {
        var small = SmallElection()
        small.certified = ["73.12.01.1001": [35, 55]]
        small.later = [.init(station: 1, .revote, votes: [25, 35], total: 61)]
        let station = StationCode(village: try RegionCode(parsing: "73.12.01.1001"), number: 2)
        let date = CalendarDate(parsing: "2019-04-27")
        small.known = [
            KnownRevote(.revote, at: station, [.president], .strangers, held: date, source: "Warta <1>"),
            KnownRevote(.recount, at: station, [.president], held: date, source: "Warta 2"),
        ]
        let page = try text("/en/ballots/ppwp/trail/73.12.01.1001/2", small)
        for part in [
            "Form, PSU: second (in force)", "<small>−5</small>", "Warta &lt;1&gt;",
            "PSSU on record, its form is not here",
            "Every change that can be compared is explained.",
            "href=\"/en/ballots/ppwp/trail/73.12.01.1001\"",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        let csv = Site(try Snapshot(small.election())).answer(
            path: "/en/ballots/ppwp/trail/73.12.01.1001/votes_1.csv"
        )
        let rows = String(decoding: csv.body, as: UTF8.self).split(separator: "\n")
        #expect(rows.first == "step,place,votes_1,change_votes_1,verdict,reason")
        #expect(
            rows.dropFirst() == [
                "Sum of the stations,73.12.01.1001,35,,–,",
                "DAA1-PPWP (in force),73.12.01.1001,35,0,the same,",
            ]
        )
    }

    @Test("a station without a form shows dashes, not zeros")
    func missing() throws {
        var small = SmallElection()
        small.votes[0] = nil
        let csv = Site(try Snapshot(small.election())).answer(path: "/regions/73.12.01.1001.csv")
        let rows = String(decoding: csv.body, as: UTF8.self).split(separator: "\n")
        #expect(rows.dropFirst().first == "TPS 1,40,,,,,,")
        #expect(try text("/en/regions/73.12.01.1001", small).contains("<td class=\"n\">–</td>"))
    }

    @Test(
        "wrong addresses are told so in their language",
        arguments: [
            ("/en/regions/73.12.77", 404, "No such page"), ("/regions/73.12.77", 404, "Halaman tidak ada"),
            ("/ballots/ppwp/comparison", 404, "Halaman tidak ada"),  // Nothing certified, nothing to compare.
            ("/ballots/ppwp/trail/73.12.77", 404, "Halaman tidak ada"),
            ("/ballots/ppwp/trail/73.12/votes_77", 404, "Halaman tidak ada"),  // Nobody's number.
            ("/ballots/ppwp/trail/73.12.01.1001/9", 404, "Halaman tidak ada"),
            ("/ballots/ppwp/shifts", 404, "Halaman tidak ada"),
            ("/ballots/ppwp/shifts/lists", 404, "Halaman tidak ada"),  // It has no lists.
            ("/ballots/dpr/seats", 404, "Halaman tidak ada"),  // A ballot without figures.
            ("/en/ballots/ppwp/seats.csv", 404, "No such page"),
            ("/en", 308, ""), ("/regions/73.12/", 308, ""),  // One address per page.
        ]
    )
    func wrong(path: String, status: Int, words: String) throws {
        let answer = Site(try Snapshot(SmallElection().election())).answer(path: path)
        #expect(answer.status == status)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(words))
        #expect((answer.location == nil) == (status == 404))
    }

    @Test("assets are found at the address pages name, and only there")
    func assets() throws {
        let site = Site(try Snapshot(SmallElection().election()))
        for asset in Assets.all {
            #expect(site.answer(path: asset.path).body == asset.bytes)
            #expect(site.answer(path: asset.path).isImmutable)
            #expect(try text("/").contains(asset.path))
        }
        #expect(site.answer(path: "/assets/0/pleno.css").status == 404)
    }
}
