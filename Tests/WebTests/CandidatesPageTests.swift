import Elections
import TestSupport
import Testing

@testable import Web

@Suite("The pages of lists of candidates", .timeLimit(.minutes(3)))
struct CandidatesPageTests {
    private static let page = "/en/ballots/dprd-kabko/candidates"

    @Test("tell nobody of what was handed in and not published")
    func submitted() async throws {
        try await CandidacyOffice.with { office in
            try await office.submit()
            let overview = try await office.siteText("/en/candidates")
            #expect(overview.contains("not published here") && !overview.contains("/candidates\">Regency"))
            #expect(try await office.site(Self.page).status == 404)
            #expect(!(try await office.siteText("/en/ballots/dprd-kabko/seats")).contains(Self.page))
            let csv = try await office.siteText("/en/candidates.csv").split(whereSeparator: \.isNewline)
            #expect(csv == ["ballot,stage,date,lists,candidates,women", "DPRD_KABKO,,,0,0,0"])
        }
    }

    @Test("show the provisional lists with what was objected, and nobody who objected")
    func provisional() async throws {
        try await CandidacyOffice.with { office in
            try await office.toProvisional()
            try await office.take(
                .objection,
                ["district": "1", "contestant": "1", "claim": "ijazah & <umur>", "date": "2018-08-15"]
            )
            let page = try await office.siteText(Self.page)
            for words in [
                "provisional lists (DCS)", ", 12 August 2018", "Lists: 3; candidates: 7; women: 3 (42.86%).",
                "1. Alpha: candidates 3, women 1 (33.33%)", "<h2>Kecil 1</h2>", "<h2>Kecil 2</h2>",
                "H. Ani, S.H.", "&lt;Cici&gt;", "ijazah &amp; &lt;umur&gt;", "not answered",
            ] { #expect(page.contains(words), "\(words)") }
            #expect(!page.contains("<Cici>") && !page.contains("Status"))
            #expect(
                try await office.siteText("/ballots/dprd-kabko/candidates").contains("perempuan: 3 (42,86%)")
            )
            let seats = try await office.siteText("/en/ballots/dprd-kabko/seats")
            #expect(seats.contains("href=\"\(Self.page)\""))
            let csv = try await office.siteText(Self.page + ".csv").split(whereSeparator: \.isNewline)
            #expect(csv.first == "district,party,number,name,title_before,title_after,sex,status")
            #expect(csv.dropFirst().first == "1,1,1,Ani,H.,S.H.,L,standing")
            #expect(csv.count == 8)
            let overview = try await office.siteText("/en/candidates.csv").split(whereSeparator: \.isNewline)
            #expect(overview.last == "DPRD_KABKO,provisional,2018-08-12,3,7,3")
        }
    }

    @Test("show the final lists, who was replaced and what became of whom")
    func final() async throws {
        try await CandidacyOffice.with { office in
            try await office.toProvisional()
            let place = ["district": "1", "contestant": "1", "number": "3"]
            func paper(_ date: String, _ other: [String: String]) -> [String: String] {
                place.merging(["date": date, "noted": date, "reference": "7/P"]) { $1 }.merging(other) { $1 }
            }
            for successor in ["Gani; L", "Hadi; L"] {
                try await office.take(
                    .replacement,
                    paper("2018-08-25", ["successor": successor, "reason": "resigned"])
                )
            }
            try await office.decide()
            try await office.take(.final, ["date": "2018-09-20", "decision": "1-1"])
            try await office.take(.status, paper("2019-01-10", ["status": "died"]))
            try await office.take(.status, paper("2019-04-20", ["number": "1", "status": "cancelled"]))
            let page = try await office.siteText(Self.page)
            for words in [
                "final lists (DCT)", "decided by plenary 1", "12/HK.03.1-Kpt", "Status",
                "<del>&lt;Cici&gt;</del> <ins>Gani</ins> (resigned, 7/P)", "<del>Gani</del> <ins>Hadi</ins>",
                "<strong>Hadi</strong> (Kecil 1 · Alpha, number 3): died, 10 January 2019, 7/P.",
                "a mark for it is a vote for the party", "cancelled by a judgment, 20 April 2019",
                "Votes that were cast stay the candidate", "<td class=\"t differs\">died</td>",
            ] { #expect(page.contains(words), "\(words)") }
            let csv = try await office.siteText(Self.page + ".csv")
            #expect(csv.contains("1,1,3,Hadi,,,L,died") && !csv.contains("Cici"))
        }
    }

    @Test("show lists that are on record elsewhere, and no share of women where nobody says who they are")
    func elsewhere() throws {
        let contest = Contest(
            ballot: .regencyCouncil,
            contestants: [Contestant(number: 1, name: "Alpha", shortName: "Alpha", colour: "#111111")],
            lists: [
                CandidateList(
                    district: nil,
                    contestant: 1,
                    candidates: [Candidate(number: 1, name: PersonName(name: "Ani"), sex: nil)]
                )
            ]
        )
        let site = Site(try Snapshot(SmallElection().election(of: [contest])))
        let page = String(decoding: site.answer(path: Self.page).body, as: UTF8.self)
        #expect(page.contains("as on record outside this office") && page.contains("women: –."))
        let overview = String(decoding: site.answer(path: "/en/candidates").body, as: UTF8.self)
        #expect(overview.contains("href=\"\(Self.page)\""))
    }

    @Test("say that there are none where none stand, and the law what lists must be")
    func none() throws {
        var small = SmallElection()
        small.hasCouncil = false
        let site = Site(try Snapshot(small.election()))
        func text(_ path: String) -> String { String(decoding: site.answer(path: path).body, as: UTF8.self) }
        #expect(text("/en/candidates").contains("No ballot of this election has lists of candidates here."))
        #expect(site.answer(path: "/en/candidates.csv").status == 404)
        #expect(site.answer(path: "/en/ballots/ppwp/candidates").status == 404)
        #expect(text("/en/law").contains("at least 30% women, rounded up"))
        #expect(text("/law").contains("setiap 3 nama berurutan sedikitnya seorang perempuan"))
    }
}
