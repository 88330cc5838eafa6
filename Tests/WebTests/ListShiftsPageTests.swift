import Elections
import TestSupport
import Testing

@testable import Web

@Suite("What moved inside the lists")
struct ListShiftsPageTests {
    /// A village of one station whose certificate gives the second candidate's five votes to the first.
    private static func site() throws -> Site {
        let fields: [Field] = [.votes(1), .partyVotes(1), .candidateVotes(1, 1), .candidateVotes(1, 2)]
        var (forms, certified) = (FormTable(fields: fields), FormTable(fields: fields))
        forms.append([60, 10, 20, 30])
        certified.append([60, 10, 25, 25])
        let village = try RegionCode(parsing: "73.12.01.2002")
        let contest = Contest(
            ballot: .house,
            contestants: [Contestant(number: 1, name: "Alpha", shortName: "Alpha", colour: "#111111")],
            readings: [
                Reading(
                    id: "office",
                    name: .same("office"),
                    file: "a.csv",
                    forms: forms,
                    places: [2],
                    stations: 5
                )
            ],
            certified: CertifiedFigures(forms: certified, places: [.region(village)])
        )
        return Site(try Snapshot(SmallElection().election(of: [contest])))
    }

    @Test("stands on the page of all shifts, and has a page and files of its own")
    func page() throws {
        let site = try Self.site()
        func text(_ path: String) -> String {
            let answer = site.answer(path: path)
            #expect(answer.status == 200, "\(path)")
            return String(decoding: answer.body, as: UTF8.self)
        }
        for path in ["/en/ballots/dpr/shifts", "/en/ballots/dpr/shifts/lists"] {
            #expect(text(path).contains("href=\"/en/ballots/dpr/shifts/lists.csv\""))
        }
        let lines = text("/en/ballots/dpr/shifts/lists.csv").split(whereSeparator: \.isNewline)
        #expect(
            lines == [
                "region,code,contestant,list,below,moved,balance,parts,fields,standing",
                "Satu B,73.12.01.2002,1,Alpha,stations,5,0,\"votes of candidate 1 of Alpha +5, votes of candidate 2 of Alpha −5\","
                    + "candidate_1_1=5 candidate_1_2=-5,unexplained",
            ]
        )
        #expect(text("/ballots/dpr/shifts/lists.json").contains("\"contestant\":1,"))
    }
}
