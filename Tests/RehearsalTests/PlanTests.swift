import Elections
import TestSupport
import Testing

@testable import Rehearsal

@Suite("What is rehearsed")
struct PlanTests {
    private func plan(_ place: String?, _ ballots: [Ballot]? = nil) throws -> RehearsalPlan {
        try RehearsalPlan(
            try Play.election(),
            subdistrict: try place.map { try RegionCode(parsing: $0) },
            ballots: ballots,
            seed: 5,
            errors: 20
        )
    }

    @Test("is the smallest subdistrict and every ballot, where nobody says otherwise")
    func usual() throws {
        let usual = try plan(nil)
        #expect(usual.place == (try RegionCode(parsing: "73.12.02")))
        #expect(usual.ballots == [.president, .regencyCouncil])
        #expect(try plan("731201", [.regencyCouncil]).ballots == [.regencyCouncil])
    }

    @Test("must be there")
    func missing() throws {
        let rows: [(reason: String, place: String, ballots: [Ballot]?)] = [
            ("another regency's", "73.13.01", nil), ("a village", "73.12.01.1001", nil),
            ("the regency", "73.12", nil), ("a ballot nobody votes on", "73.12.01", [.senate]),
        ]
        for row in rows {
            #expect(throws: RehearsalFault.self, "\(row.reason)") { try plan(row.place, row.ballots) }
        }
    }

    @Test("is read again from the office; no other office is a rehearsal")
    func readAgain() throws {
        let play = try Play(seed: 11, errors: 33)
        #expect(RehearsalPlan(of: play.state) == play.count.plan)
        var other = ElectionState()
        #expect(RehearsalPlan(of: other) == nil)
        for acts in Act.takingOver(try Play.election()) {
            _ = try other.decide(.takeOver(acts), by: .unknown)
        }
        for act in People.opened(for: play.count.plan, of: play.election) {
            _ = try other.decide(.perform(act), by: .unknown)
        }
        #expect(RehearsalPlan(of: other) == nil, "it has no rehearsal's key")
    }
}

@Suite("The election that is rehearsed")
struct RehearsedElectionTests {
    @Test("has nobody's name, and no figures but what was published of a council without its forms")
    func names() throws {
        var small = SmallElection()
        small.partyName = "Partai Alpha"
        small.certified = ["73.12.01": [90, 120]]
        small.determined = [1: 3, 19: 2]
        let real = try small.election()
        let senate = Contest(
            ballot: .senate,
            contestants: [
                Contestant(
                    number: 21,
                    name: "Ani Wijaya",
                    shortName: "Ani",
                    colour: "#111111",
                    kind: .person
                ),
                Contestant(
                    number: 22,
                    name: "Kotak kosong",
                    shortName: "Kosong",
                    colour: "#111111",
                    kind: .blank
                ),
            ]
        )
        let pairs = Contest(
            ballot: .president,
            contestants: [
                Contestant(number: 1, name: "Ani – Budi", shortName: "Ani", colour: "#111111", kind: .pair)
            ]
        )
        let lists = Contest(
            ballot: .regencyCouncil,
            contestants: [Contestant(number: 4, name: "Partai Alpha", shortName: "Alpha", colour: "#111111")],
            lists: [
                CandidateList(
                    district: nil,
                    contestant: 4,
                    candidates: [
                        Candidate(number: 3, name: PersonName(before: "H.", name: "Cici"), sex: .female)
                    ]
                )
            ]
        )
        let election = Election(
            name: real.name,
            date: real.date,
            law: real.law,
            place: real.place,
            regions: real.regions,
            electorate: real.electorate,
            contests: [senate, pairs, lists] + real.contests,
            files: real.files + [
                SourceFile(path: "c.csv", nature: .register, source: LocalizedText(id: "Dewi", en: "Dewi"))
            ]
        ).rehearsed([.senate, .president, .regencyCouncil])
        let text = "\(election)"
        for name in ["Ani", "Budi", "Cici", "H.", "Dewi"] { #expect(!text.contains("\"\(name)"), "\(name)") }
        let named = election.contests.flatMap(\.contestants).map(\.name)
        #expect(named.prefix(4) == ["Calon 21", "Kotak kosong", "Pasangan 1", "Partai Alpha"])
        #expect(election.contests[2].lists[0].candidates[0].name.full == "Alpha 3")
        #expect(election.name.english == "Rehearsal: Small election")
        #expect(election.name.indonesian == "Latihan: Pemilu kecil")
        #expect(election.files.map(\.path) == ["c.csv", "DPRD_KABKO/reported", "DPRD_KABKO/candidates"])
        #expect(election.files.map(\.nature) == [.register, .reported, .simulated])
        for contest in election.contests {
            #expect(contest.readings.isEmpty && contest.certified == nil)
            // Votes of a council's parties stay: candidates' votes are made up inside them.
            #expect(contest.reported == nil || !contest.districts.isEmpty)
            #expect(contest.determined == nil && contest.tieDecisions.isEmpty)
        }
    }
}

@Suite("A typist")
struct TypistTests {
    @Test("errs as often as planned, and every slip is one")
    func slips() {
        let paper: [Int?] = (0..<20_000).map { $0 % 7 == 0 ? nil : $0 % 400 }
        var careful = Typist(errors: 0, Rehearsal.Dice(1, "typist"))
        #expect(careful.type(paper) == paper)
        var careless = Typist(errors: 50, Rehearsal.Dice(1, "typist"))
        let typed = careless.type(paper)
        let wrong = zip(typed, paper).count { $0 != $1 }
        #expect((600...1_400).contains(wrong), "\(wrong)")
        #expect(typed.allSatisfy { $0.map { $0 >= 0 } ?? true })
        let reviewed = careless.reviewed(typed, beside: paper)
        let left = zip(reviewed, paper).count { $0 != $1 }
        #expect((wrong / 8...wrong / 2).contains(left), "\(left) of \(wrong)")
    }
}
