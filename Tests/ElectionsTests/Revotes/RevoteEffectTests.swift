import Testing

@testable import Elections

@Suite("What votes held again changed")
struct RevoteEffectTests {
    /// A council of two districts with three seats each; of the first, station 1 voted again where `again` says so.
    private static func effect(_ again: String?) throws -> RevoteEffect? {
        var office = Office()
        var papers = Office.Papers()
        papers.ballot = .regencyCouncil
        papers.districts = [1: "73.12.01", 2: "73.12.02"]
        papers.readings = [
            [
                "0 votes_1=60 votes_2=40", "1 votes_1=10 votes_2=10", "2 votes_1=0 votes_2=0",
                "3 votes_1=30 votes_2=10", "4 votes_1=30 votes_2=10",
            ] + (again.map { [$0] } ?? [])
        ]
        office.papers = [papers]
        let snapshot = try office.snapshot()
        return RevoteEffect(snapshot, try #require(snapshot.result(of: .regencyCouncil)))
    }

    typealias Row = (
        reason: String, again: String, votes: [Int?], seats: [Int?], districts: [Int]
    )

    @Test(
        "is told for each contestant and each district",
        arguments: [
            // 70 : 50 gives 2 and 1; 60 : 80 gives 1 and 2; the second district is 60 : 20, 2 and 1, before and after.
            ("a seat changes hands", "1 psu votes_1=0 votes_2=40", [120, 100], [3, 3], [1]),
            ("fewer come, nothing changes", "1 psu votes_1=5 votes_2=5", [125, 65], [4, 2], []),
            ("counted again", "1 pssu votes_1=0 votes_2=40", [120, 100], [3, 3], [1]),
            // 60 : 60 is a tie for the third seat.
            ("a tie comes", "1 psu votes_1=0 votes_2=20", [120, 80], [3, 2], [1]),
        ] as [Row]
    )
    func changes(row: Row) throws {
        let effect = try #require(try Self.effect(row.again))
        #expect(effect.rows.map(\.votesBefore) == [130, 70], "\(row.reason)")
        #expect(effect.rows.map(\.seatsBefore) == [4, 2], "\(row.reason)")
        #expect(effect.rows.map(\.votesAfter) == row.votes, "\(row.reason)")
        #expect(effect.rows.map(\.seatsAfter) == row.seats, "\(row.reason)")
        #expect(effect.districts == row.districts, "\(row.reason)")
    }

    @Test("is nothing where nothing was held again")
    func nothing() throws {
        #expect(try Self.effect(nil) == nil)
    }
}
