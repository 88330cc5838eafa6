import Testing

@testable import Elections

@Suite("Contested stations of an election")
struct ContestedStationsTests {
    /// Two districts of three seats; the first has stations 0–2, the second 3 and 4, with 40 on each roll.
    private func snapshot(_ forms: [String]) throws -> Snapshot {
        var office = Office()
        office.papers[0].ballot = .regencyCouncil
        office.papers[0].districts = [1: "73.12.01", 2: "73.12.02"]
        office.papers[0].lists = [1: [1: [1, 2], 2: [1]], 2: [1: [1, 2], 2: [1]]]
        office.papers[0].readings = [forms]
        for place in 0..<5 { office.electorate[place] = (20, 20) }
        return try office.snapshot()
    }

    private let forms = (0..<5).map { place in
        "\(place) party_1=0 candidate_1_1=20 candidate_1_2=10 votes_1=30 party_2=1 candidate_2_1=\(place) "
            + "votes_2=\(place + 1) total=\(place == 2 ? 50 : 34)"
    }

    private func station(_ place: Int, _ snapshot: Snapshot) -> StationCode {
        snapshot.election.regions.stations[place]
    }

    @Test("are taken district by district with their own votes, bounded by papers and by who voted")
    func districts() throws {
        let snapshot = try snapshot(forms)
        let result = try #require(snapshot.result(of: .regencyCouncil))
        let codes = [4, 2, 0].map { station($0, snapshot) }
        let found = try #require(try snapshot.contested(codes, of: result))
        #expect(found.map(\.district.number) == [1, 2])
        #expect(found[0].stations.map(\.code) == [codes[1], codes[2]])
        // 40 on the roll and 2 % more, rounded up; at station 2 more are said to have voted.
        #expect(found[0].stations.map(\.most) == [50, 41] && found[1].stations.map(\.most) == [41])
        #expect(found[1].stations[0].votes[2] == ListVotes(party: 1, candidates: [1: 4]))
        #expect(found[0].lists.map(\.list.contestant) == [1, 2])
        #expect(found[0].lists[0].standings[1]?.votes == 60)
        #expect(found[0].lists[0].standings[1]?.spread?.areas(.station) == 3)
    }

    @Test("could change seats where their bound is large enough, and say by what")
    func verdicts() throws {
        let snapshot = try snapshot(forms)
        let result = try #require(snapshot.result(of: .regencyCouncil))
        let rules = try #require(TieRules.candidates(snapshot.election.law, .regencyCouncil))
        let method = try #require(result.rules.seats?.method)
        func verdict(_ places: [Int]) throws -> [MaterialityVerdict] {
            let found = try snapshot.contested(places.map { station($0, snapshot) }, of: result)
            return try ContestMateriality(try #require(found), method, rules).districts.map(\.verdict)
        }
        // Of 60 votes to 9 in district 2 one station's 41 more are a third seat's worth, in district 1 too.
        #expect(try verdict([0]) == [.can])
        #expect(try verdict([]) == [])
        #expect(try verdict([0, 3]) == [.can, .can])
    }

    @Test("that are none, or have no form, are named")
    func faults() throws {
        let snapshot = try snapshot(Array(forms.prefix(4)))
        let result = try #require(snapshot.result(of: .regencyCouncil))
        let missing = station(4, snapshot)
        let nowhere = StationCode(village: try RegionCode(parsing: "73.12.09.1001"), number: 1)
        let strange = StationCode(village: missing.village, number: 99)
        #expect(throws: ContestedFault.noForm(missing)) { try snapshot.contested([missing], of: result) }
        #expect(throws: ContestedFault.unknown(nowhere)) { try snapshot.contested([nowhere], of: result) }
        #expect(throws: ContestedFault.unknown(strange)) { try snapshot.contested([strange], of: result) }
        let beside = station(3, snapshot)
        #expect(throws: ContestedFault.sumsDiffer(2), "a form of its district is missing") {
            try snapshot.contested([beside], of: result)
        }
    }
}
