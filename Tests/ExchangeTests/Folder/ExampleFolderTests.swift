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
        #expect(election.files.count == 12)
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

    @Test("differs from its certified presidential figures in three villages")
    func comparison() async throws {
        let result = try #require(try await ElectionFolder.read(Self.path).result(of: .president))
        let villages = result.comparison.filter { $0.region.code.tier == .village && $0.differs }
        #expect(villages.map(\.region.name) == ["Bila", "Lapajung", "Manorang Salo"])
        #expect(villages.map(\.differences) == [[0, -6], [0, -9], [-3, -20]])
    }
}
