import Elections
import Testing

@Suite("Findings of an election")
struct FindingsTests {
    private static let sound = Sheet.sound.figures.filter { !$0.key.contains("/") }

    private func line(_ station: Int, _ changes: String = "", version: String = "") -> String {
        let figures = Sheet(Self.sound).with(changes).figures.sorted { $0.key < $1.key }
        return (["\(station)"] + (version.isEmpty ? [] : [version]) + figures.map { "\($0.key)=\($0.value)" })
            .joined(separator: " ")
    }

    private func council() -> Office.Papers {
        Office.Papers(
            ballot: .regencyCouncil,
            lists: [1: [1: [1, 2], 2: [1, 2]], 2: [1: [1, 2], 2: [2]]],
            districts: [1: "73.12.01", 2: "73.12.02"]
        )
    }

    @Test("a form is held against the lists of its own district")
    func districts() throws {
        var papers = council()
        papers.readings = [[line(0), line(3), line(4, "candidate_2_1= party_2=50")]]
        var office = Office()
        office.papers = [papers]
        let findings = Findings(try office.snapshot()).list.filter { $0.severity == .hard }
        // In the second district the party has one candidate: another one's votes are strange, and too many.
        #expect(Set(findings.map(\.subject)) == [.form(.regencyCouncil, reading: 0, row: 1, station: 3)])
        #expect(findings.map(\.check.code) == ["A06", "A12"])
    }

    @Test("a party without candidates can be voted for, and its votes are its own")
    func emptyList() throws {
        var papers = council()
        papers.lists[2]?[2] = []
        papers.readings = [
            [line(3, "candidate_2_1= candidate_2_2= party_2=80"), line(4, "candidate_2_1= candidate_2_2=")]
        ]
        var office = Office()
        office.papers = [papers]
        let findings = Findings(try office.snapshot()).list.filter { $0.severity == .hard }
        #expect(findings.map(\.check.code) == ["A06"])
        #expect(findings.map(\.subject) == [.form(.regencyCouncil, reading: 0, row: 1, station: 4)])
    }

    @Test("a list with a gap is whole without the number nobody has")
    func gap() throws {
        var papers = council()
        papers.lists[1]?[2] = [1, 3]
        papers.readings = [[line(0, "candidate_2_2= candidate_2_3=30"), line(1)]]
        var office = Office()
        office.papers = [papers]
        let findings = Findings(try office.snapshot()).list.filter { $0.severity == .hard }
        // The number left free had votes on the second form; its candidate 3 has none entered.
        #expect(findings.map(\.check.code) == ["A12"])
        #expect(findings.map(\.fields) == [[.candidateVotes(2, 2)]])
        let contest = try #require(try office.snapshot().result(of: .regencyCouncil)).contest
        #expect(contest.listNumbers(of: 2, in: 1) == [1, 3])
        #expect(contest.listNumbers(of: 9, in: 1) == [])
    }

    @Test("a single pair and its blank column are both asked for")
    func blankColumn() throws {
        var office = Office()
        office.law = .pilkada2020
        office.papers = [
            Office.Papers(
                ballot: .regent,
                readings: [["0 votes_1=60 votes_2=40 valid=100", "1 votes_1=60 valid=60"]]
            )
        ]
        #expect(try office.snapshot().findings("A12").map(\.fields) == [[.votes(1), .votes(2)]])
        #expect(try office.snapshot().findings("A07").isEmpty)
    }

    @Test("forms of one station are compared where they are of the same vote")
    func versions() throws {
        var office = Office()
        office.papers = [
            Office.Papers(readings: [[line(0, "voters_dptb_total=10 voters_dptb_male=5"), line(1)]]),
            council(),
        ]
        office.papers[1].readings = [
            [
                line(0, "voters_dpk_total=17"), line(0, "voters_dpk_total=17", version: "psu"),
                line(1, "voters_dpk_total=17"), line(2, "voters_dpk_total=17"),
            ]
        ]
        let subjects = try office.snapshot().findings("B01").map(\.subject)
        // The re-vote has no presidential form of its own; neither has the third station.
        let rows = [(0, 0), (2, 1)].map {
            Finding.Subject.form(.regencyCouncil, reading: 0, row: $0, station: $1)
        }
        #expect(subjects == rows)
    }

    @Test("only the first reading is held against other ballots, and so are its causes")
    func secondReading() throws {
        var office = Office()
        office.papers = [
            Office.Papers(readings: [[line(0, "party_1= party_2= voters_dptb_total=10 voters_dptb_male=5")]]),
            council(),
        ]
        office.papers[1].readings = [
            [line(0)], [line(0, "electorate_dpt_male=200 electorate_all_total= electorate_all_male=")],
        ]
        let snapshot = try office.snapshot()
        let all = Findings(snapshot)
        let findings = all.list.filter {
            if case .form(.regencyCouncil, reading: 1, row: _, station: _) = $0.subject {
                true
            } else {
                false
            }
        }
        #expect(findings.map(\.check.code).contains("A01"))
        // The other ballots' forms of the first reading would contradict it; the first reading explains it.
        for finding in findings where finding.check.code == "A01" {
            let cause = Cause.misread(reading: 0, [.electorate(.permanent, .male): 100])
            #expect(all.causes(of: finding) == [cause])
        }
    }

    @Test("the station's column of the recapitulation is of the form in force")
    func columns() throws {
        var office = Office()
        office.papers[0].readings = [
            ["0 votes_1=10 votes_2=20", "0 psu votes_1=11 votes_2=22", "1 votes_1=5 votes_2=6"]
        ]
        office.papers[0].certified = [
            "73.12.01.1001-1 votes_1=11 votes_2=22", "73.12.01.1001-2 votes_1=5 votes_2=7",
        ]
        let findings = try office.snapshot().findings("P11")
        #expect(findings.map(\.subject) == [.form(.president, reading: 0, row: 2, station: 1)])
        #expect(try office.snapshot().tallies("P11").map(\.applicable) == [2])
    }

    @Test("open rules are not asked until they are decided")
    func decisions() throws {
        var office = Office()
        office.law = .pilkada2024
        office.papers[0].ballot = .regent
        office.papers[0].readings = [
            ["0 votes_1=1 votes_2=2 papers_received=104 electorate_dpt_total=100 electorate_dpk_total=1"]
        ]
        #expect(try office.snapshot().tallies("P02").isEmpty)
        let basis = LocalizedText(id: "BA 1/2024", en: "minutes 1/2024")
        office.decisions = [Decision(rule: .supply, reading: "dpt", basis: basis)]
        #expect(try office.snapshot().findings("P02").count == 1)
        // DPT and DPTb, and 2.5% of the DPT rounded up.
        office.decisions = [Decision(rule: .supply, reading: "dpt-dptb", basis: basis)]
        #expect(try office.snapshot().findings("P02").isEmpty)
        #expect(try office.snapshot().tallies("P02").map(\.applicable) == [1])
        office.decisions = [Decision(rule: .supply, reading: "elsewhere", basis: basis)]
        #expect(try office.snapshot().tallies("P02").isEmpty)
        office.decisions = [Decision(rule: .reserve, reading: "dpt", basis: basis)]
        #expect(try office.snapshot().tallies("P02").isEmpty)
    }

    @Test("each check has one standing, by what was asked and what waits for a decision")
    func standing() throws {
        var office = Office()
        office.law = .pilkada2024
        office.papers[0].ballot = .regent
        office.papers[0].readings = [
            ["0 votes_1=10 votes_2=21 valid=30 invalid=1 total=31 voters_dpt_male=1 voters_dpt_female=2"]
        ]
        let standing = { (office: Office) in
            let snapshot = try office.snapshot()
            return CheckStanding.checks(Findings(snapshot).tallies, in: snapshot.election)
        }
        let before = try standing(office)
        #expect(before.values.flatMap { $0 }.count == Check.all.count)
        // Reason: its formula is false, holds, lacks its fields, rests on an open rule.
        let rows: [(String, CheckStanding)] = [
            ("A07", .broken), ("A08", .passed), ("A01", .notApplicable), ("P02", .waiting),
        ]
        for (code, expected) in rows {
            #expect(before[expected]?.map(\.code).contains(code) == true, "\(code)")
        }
        let basis = LocalizedText(id: "BA 1/2024", en: "minutes 1/2024")
        office.decisions = [Decision(rule: .supply, reading: "dpt", basis: basis)]
        let after = try standing(office)
        #expect(after[.waiting]?.contains { $0.code == "P02" } != true)
        // With the other sex's number missing, a rule of several formulas passes only as far as it was asked.
        office.papers[0].readings = [["0 voters_dpt_total=3 voters_all_total=3 electorate_dpt_total=5"]]
        let partly = try standing(office)
        #expect(partly[.passedInPart]?.isEmpty == false)
    }

    @Test("every finding of a form shows its inputs, and what its formula comes to")
    func figures() throws {
        var office = Office()
        office.electorate = [0: (100, 111)]
        office.papers = [
            Office.Papers(readings: [[line(0, "party_1= party_2=")]]), council(),
        ]
        office.papers[0].readings = [["0 votes_1=1 votes_2=2 voters_dptb_total=8 electorate_dpt_total=210"]]
        office.papers[1].readings = [[line(0, "valid=197 candidate_2_2=31")]]
        office.papers[1].certified = ["73.12.01.1001-1 votes_1=101", "73.12 votes_1=7 votes_2=8 valid=16"]
        let snapshot = try office.snapshot()
        let findings = Findings(snapshot).list
        let codes = Set(findings.map(\.check.code))
        #expect(codes.isSuperset(of: ["A06", "A07", "A08", "B02", "P11", "R03", "R04"]))
        for finding in findings {
            guard case .formula(let formula) = finding.reason else { continue }
            let figure = { (field: Field, origin: Term.Origin) in snapshot.figure(field, origin, of: finding)
            }
            #expect(formula.holds(figure) == false, "\(finding.check.code)")
            for language in Language.allCases {
                let words = FindingWords(snapshot, language)
                #expect(!words.formula(finding).isEmpty)
                #expect(words.numbers(finding).contains(formula.relation.broken))
            }
        }
    }

    @Test("findings of a station are found by its place")
    func ofStation() throws {
        var office = Office()
        office.papers[0].readings = [["0 votes_1=1 votes_2=2 valid=3", "1 votes_1=1 votes_2=20 valid=3"]]
        let findings = Findings(try office.snapshot())
        #expect(findings.ofStation(0).isEmpty)
        #expect(findings.ofStation(1).map(\.check.code).contains("A07"))
    }
}
