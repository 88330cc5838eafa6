import Apportionment
import Testing

@testable import Exchange

@Suite("Seats of a file")
struct SeatsMethodTests {
    /// A classic: methods for the small lift the last rows, methods for the large the first.
    static let file = "party,votes\nA,53000\nB,24000\nC,23000\n"

    @Test(
        "every method",
        arguments: [
            (.sainteLague, [3, 2, 2]), (.modifiedSainteLague, [3, 2, 2]), (.dHondt, [4, 2, 1]),
            (.huntingtonHill, [3, 2, 2]), (.imperiali, [5, 1, 1]), (.adams, [3, 2, 2]), (.dean, [3, 2, 2]),
            (.danish, [3, 2, 2]), (.hare, [4, 2, 1]), (.droop, [4, 2, 1]), (.hagenbachBischoff, [4, 2, 1]),
            (.imperialiQuota, [4, 2, 1]),
        ] as [(Apportionment.Method, [Int])]
    )
    func methods(method: Apportionment.Method, expected: [Int]) async throws {
        #expect(try await SeatsFiles(votes: Self.file, method: method, seats: 7).seatsOfRows() == expected)
    }

    @Test("the table of methods above forgets none")
    func allMethods() {
        #expect(Apportionment.Method.allCases.count == 12)
    }

    @Test("districts may be interleaved; rows stay in the order of the file")
    func interleaved() async throws {
        let votes = """
            district,note,party,seats_total,votes
            north,x,A,3,60
            south,x,A,,10
            north,x,B,,30
            south,x,B,2,10
            north,x,C,3,5

            """
        let result = try await SeatsFiles(votes: votes).answer()
        #expect(result.rows.map(\.party) == ["A", "A", "B", "B", "C"])
        #expect(result.rows.map(\.seats) == [2, 1, 1, 1, 0])
        #expect(result.districts.map(\.place.district) == ["north", "south"])
        #expect(result.districts.map(\.distribution.seats) == [3, 2])
    }

    @Test("one district name in two elections is two districts")
    func elections() async throws {
        let votes = "election,district,party,votes\n2019,1,A,9\n2024,1,A,1\n2019,1,B,1\n2024,1,B,9\n"
        #expect(try await SeatsFiles(votes: votes, seats: 1).seatsOfRows() == [1, 0, 0, 1])
    }

    @Test(
        "the number of seats",
        arguments: [
            ("party,votes,seats_total\nA,3,1\nB,2,1\n", nil, [1, 0], "the file alone says it"),
            ("party,votes,seats_total\nA,3,\nB,2,1\n", nil, [1, 0], "one row of the district suffices"),
            ("party,votes,seats_total\nA,3,1\nB,2,\n", 9, [1, 0], "the file goes before the option"),
            ("party,votes,seats_total\nA,3,\nB,2,\n", 2, [1, 1], "an empty column is no answer"),
            ("party,votes\nA,3\nB,2\n", 2, [1, 1], "the option alone"),
            ("party,votes\nA,3\nB,2\n", 0, [0, 0], "no seats, and that is fine"),
            ("party,votes\nA,3\nB,0\n", 5, [5, 0], "no vote, no seat"),
            ("party,votes\nA,3\n", Int.max, [Int.max], "all the seats there can be"),
        ] as [(String, Int?, [Int], Comment)]
    )
    func total(votes: String, seats: Int?, expected: [Int], reason: Comment) async throws {
        #expect(try await SeatsFiles(votes: votes, seats: seats).seatsOfRows() == expected, reason)
    }

    @Test("the largest votes there may be are divided exactly")
    func huge() async throws {
        let limit = (1 << 53) - 1
        let votes = "party,votes\nA,\(limit)\nB,\(limit - 1)\nC,\(limit)\n"
        let result = try await SeatsFiles(votes: votes, seats: 2).answer()
        #expect(result.rows.map(\.seats) == [1, 0, 1], "one vote in nine quadrillion decides")
        #expect(result.tied.isEmpty)
    }

    @Test("minimums are kept, and what exceeds the entitlement enlarges the house")
    func minimums() async throws {
        let votes = "party,votes,minimum\nA,70,\nB,30,2\nC,0,1\n"
        let result = try await SeatsFiles(votes: votes, seats: 3).answer()
        #expect(result.rows.map(\.seats) == [2, 2, 1])
        #expect(result.districts.map(\.house.sizes) == [5...5])
    }
}
