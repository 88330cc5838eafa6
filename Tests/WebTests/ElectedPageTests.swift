import Elections
import TestSupport
import Testing

@testable import Web

@Suite("The page of who is elected")
struct ElectedPageTests {
    /// One district of two seats: Alpha has both, Ani more votes than the others, Budi and Cici as many.
    private static func site(_ third: Int) throws -> Site {
        let fields: [Field] = [
            .votes(1), .partyVotes(1), .candidateVotes(1, 1), .candidateVotes(1, 2), .candidateVotes(1, 3),
        ]
        var forms = FormTable(fields: fields)
        for _ in 0..<5 { forms.append([42 + third, 2, 30, 10, third]) }
        let names = ["Ani", "Budi", "<Cici>"]
        let contest = Contest(
            ballot: .regencyCouncil,
            contestants: [Contestant(number: 1, name: "Alpha", shortName: "Alpha", colour: "#111111")],
            lists: [
                CandidateList(
                    district: 1,
                    contestant: 1,
                    candidates: names.enumerated().map {
                        Candidate(number: $0 + 1, name: PersonName(name: $1), sex: nil)
                    }
                )
            ],
            districts: [
                ElectoralDistrict(
                    number: 1,
                    name: "Kecil 1",
                    seats: 2,
                    regions: [try RegionCode(parsing: "73.12")]
                )
            ],
            readings: [
                Reading(
                    id: "office",
                    name: .same("office"),
                    file: "a.csv",
                    forms: forms,
                    places: Array(0..<5),
                    stations: 5
                )
            ]
        )
        return Site(try Snapshot(SmallElection().election(of: [contest])))
    }

    private func text(_ site: Site, _ path: String) -> String {
        let answer = site.answer(path: path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    @Test("names each seat's candidate with the ground, and files hold the same")
    func all() throws {
        let site = try Self.site(11)
        let page = text(site, "/en/ballots/dprd-kabko/elected")
        #expect(page.contains("Each of the 2 seats has its candidate."))
        #expect(page.contains("&lt;Cici&gt;") && !page.contains("<Cici>"))
        let lines = text(site, "/en/ballots/dprd-kabko/elected.csv").split(whereSeparator: \.isNewline)
        #expect(
            lines == [
                "party,district,contestant,seat,number,candidate,votes,ground",
                "Alpha,1,1,1,1,Ani,150,most votes", "Alpha,1,1,2,3,<Cici>,55,most votes",
            ]
        )
        #expect(
            text(site, "/en/ballots/dprd-kabko/seats").contains("href=\"/en/ballots/dprd-kabko/elected\"")
        )
    }

    @Test("says who is equal, and that a plenary decides")
    func tie() throws {
        let page = text(try Self.site(10), "/ballots/dprd-kabko/elected")
        #expect(page.contains("1 dari 2 kursi ada calonnya; yang lain menunggu."))
        #expect(page.contains("nomor 2, 3 sama untuk 1 kursi"))
    }

    @Test("is not there where candidates are not known")
    func unknown() throws {
        let site = Site(try Snapshot(SmallElection().election()))
        #expect(site.answer(path: "/ballots/dprd-kabko/elected").status == 404)
        #expect(!text(site, "/ballots/dprd-kabko/seats").contains("/elected"))
    }
}
