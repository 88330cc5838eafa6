import Elections
import Foundation
import Testing

@testable import Exchange

@Suite("The example, Soppeng 2019")
struct ExampleFolderTests {
    static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Examples/soppeng-2019").standardizedFileURL.path

    @Test("is read whole")
    func whole() async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let election = snapshot.election
        #expect(election.regions.all.count == 80)
        #expect(election.regions.all.count { $0.code.tier == .village } == 70)
        #expect(election.regions.stations.count == 783)
        #expect(election.electorate.count == 783)
        #expect(election.date.description == "2019-04-17")
        #expect(election.law.id == "pemilu2019")
        #expect(election.contests.map(\.ballot) == [.president, .provincialCouncil, .regencyCouncil])
        #expect(election.contests.map(\.contestants.count) == [2, 16, 16])
        #expect(election.contests[0].readings.map(\.id) == ["office", "second"])
        #expect(election.files.count == 13)
        #expect(!election.isSimulated)
    }

    @Test("comes to its 30 seats")
    func seats() async throws {
        let result = try #require(try await ElectionFolder.read(Self.path).result(of: .regencyCouncil))
        let seats = Dictionary(
            uniqueKeysWithValues: zip(result.contest.contestants.map(\.shortName), result.seats)
                .filter { $0.1 > 0 }
        )
        #expect(seats.values.reduce(0, +) == 30)
        #expect(seats["Golkar"] == 12)
        #expect(result.districts.map(\.district.seats) == [7, 7, 5, 5, 6])
        #expect(result.differsFromDetermined == false)
    }

    @Test("differs from its certified presidential figures in two villages, in three before its re-votes")
    func comparison() async throws {
        let result = try #require(try await ElectionFolder.read(Self.path).result(of: .president))
        func differing(_ rows: [CertifiedComparison]) -> [CertifiedComparison] {
            rows.filter { $0.region.code.tier == .village && $0.differs }
        }
        #expect(differing(result.comparison).map(\.region.name) == ["Bila", "Lapajung"])
        #expect(differing(result.comparison).map(\.differences) == [[0, -6], [0, -9]])
        let comparison = try #require(result.firstComparison)
        let first = differing(comparison)
        #expect(first.map(\.region.name) == ["Bila", "Lapajung", "Manorang Salo"])
        #expect(first.map(\.differences) == [[0, -6], [0, -9], [-3, -20]])
    }

    @Test("knows four votes held again, of two of which it has no form")
    func revotes() async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let known = snapshot.election.revotes.known
        #expect(
            known.map(\.station.description) == [
                "73.12.04.1003-011", "73.12.04.1006-020", "73.12.05.1004-010", "73.12.06.2002-004",
            ]
        )
        #expect(Set(known.map(\.ground)) == [.strangers])
        #expect(Set(known.map(\.ballots)) == [[.president, .house, .senate, .provincialCouncil]])
        let contest = try #require(snapshot.result(of: .president)).contest
        let missing = snapshot.missingRevotes(of: contest, in: snapshot.election.place)
        #expect(missing.map(\.station.number) == [20, 4])
    }

    @Test("reports Bila and Lapajung, before its re-vote Manorang Salo, and nothing else")
    func shifts() async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let result = try #require(snapshot.result(of: .president))
        func rows(beforeRevotes: Bool) -> [String] {
            ShiftReport(snapshot, result, beforeRevotes: beforeRevotes).rows.map { row in
                let missing = row.missing.map(\.station.number)
                return "\(row.comparison.region.name) \(row.differences) \(row.standing) \(missing)"
            }
        }
        #expect(
            rows(beforeRevotes: false) == ["Lapajung [0, -9] unexplained [20]", "Bila [0, -6] proven []"]
        )
        #expect(
            rows(beforeRevotes: true) == [
                "Lapajung [0, -9] unexplained [20]", "Manorang Salo [-3, -20] proven []",
                "Bila [0, -6] proven []",
            ]
        )
    }

    @Test("names a station for a difference only where a figure fits")
    func explanations() async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let result = try #require(snapshot.result(of: .president))
        let comparison = try #require(result.firstComparison)
        let rows = comparison.filter { $0.region.code.tier == .village && $0.differs }
        let found = rows.map { snapshot.explanations(of: $0, in: result, beforeRevotes: true) }
        let stations = found.map { $0.map { snapshot.election.regions.stations[$0.station].number } }
        #expect(stations == [[7], [], [10]])
        #expect(found.flatMap(\.self).map(\.strength) == [.proven, .proven])
        #expect(found[0].map(\.evidence) == [.contradiction(contestant: 2)])
        #expect(found[2].map(\.change) == [[-3, -20]])
        let revote = try #require(found[2].first)
        guard case .otherForm(reading: 1, row: _) = revote.evidence else {
            Issue.record("Manorang Salo 10 is explained by the second reading's re-vote")
            return
        }
    }

    @Test("has readings that differ at twelve stations, in votes at two, and these are re-votes")
    func readings() async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let result = try #require(snapshot.result(of: .president))
        let differing = result.readingDifferences
        #expect(differing.count == 12)
        let inVotes = differing.filter(\.inVotes)
        let stations = inVotes.map { snapshot.election.regions.stations[$0.station].description }
        #expect(stations == ["73.12.04.1003-011", "73.12.05.1004-010"])
        #expect(inVotes.allSatisfy { $0.areOfDifferentVotes })
        #expect(differing.count { $0.areOfDifferentVotes } == 2)
    }

    @Test("breaks A07 on eight forms of the office's reading and A08 on ten")
    func findings() async throws {
        let tallies = Findings(try await ElectionFolder.read(Self.path)).tallies
        func failures(_ code: String, _ reading: Int) -> Int? {
            tallies.first { $0.check.code == code && $0.source == .reading(.president, reading) }?.failures
        }
        #expect([failures("A07", 0), failures("A08", 0)] == [8, 10])
        #expect([failures("A07", 1), failures("A08", 1)] == [6, 2])
    }

    @Test(
        "shows what its forms that contradict themselves probably meant",
        arguments: [
            // Labessi, Marioriaja and Pesse: the second reading has figures that add up.
            ("73.12.01.1001", 10, [.misread(reading: 1, [.valid: 154])]),
            ("73.12.01.2007", 6, [.misread(reading: 1, [.valid: 150])]),
            ("73.12.06.2007", 2, [.misread(reading: 1, [.total: 230])]),
            // Goarie and Bila: both read the same.
            ("73.12.01.2005", 15, [.exchanged(.valid, .invalid)]),
            ("73.12.04.1005", 7, [.slip(.votes(2), written: 96, meant: 90, .digitChanged)]),
        ] as [(String, Int, [Cause])]
    )
    func causes(village: String, number: Int, expected: [Cause]) async throws {
        let snapshot = try await ElectionFolder.read(Self.path)
        let code = StationCode(village: try RegionCode(parsing: village), number: number)
        let station = try #require(snapshot.election.regions.position(of: code))
        let findings = Findings(snapshot)
        let finding = try #require(findings.ofStation(station).first { $0.severity == .hard })
        #expect(findings.causes(of: finding) == expected)
    }

    @Test("is found by the names people write")
    func aliases() async throws {
        let regions = try await ElectionFolder.read(Self.path).election.regions
        #expect(regions.named("LILIRAJA").map(\.code.description) == ["73.12.02"])
        #expect(regions.named("donri donri").map(\.code.description) == ["73.12.06", "73.12.06.2002"])
    }
}
