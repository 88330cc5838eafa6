import Apportionment
import Testing

@testable import Exchange

@Suite("The threshold of a file of votes")
struct SeatsThresholdTests {
    static let votes = "party,votes\nA,96\nB,4\n"

    @Test(
        "a party at it takes part, below it does not",
        arguments: [
            ("4%", "party,votes\nA,96\nB,4\n", [24, 1], "exactly at it"),
            ("4.000000001%", "party,votes\nA,96\nB,4\n", [25, 0], "a trace below it"),
            ("1/25", "party,votes\nA,96\nB,4\n", [24, 1], "a fraction is exact"),
            ("0.04", "party,votes\nA,96\nB,4\n", [24, 1], "a decimal is exact"),
            ("0", "party,votes\nA,96\nB,4\n", [24, 1], "none at all"),
            ("5%", "party,votes,exempt\nA,96,0\nB,4,1\n", [24, 1], "exempt"),
            ("5%", "party,votes,exempt\nA,96,\nB,4,\n", [25, 0], "an empty cell does not exempt"),
            (
                "5%", "party,votes,minimum\nA,96,\nB,4,2\n", [25, 2],
                "a seat held anyway is kept, and brings no other"
            ),
        ] as [(String, String, [Int], Comment)]
    )
    func edge(threshold: String, votes: String, expected: [Int], reason: Comment) async throws {
        let threshold = try Threshold(parsing: threshold)
        let files = SeatsFiles(votes: votes, seats: 25, threshold: threshold)
        #expect(try await files.seatsOfRows() == expected, reason)
    }

    @Test("shares are of the party's votes in all districts of its election, and of no other election")
    func election() async throws {
        let votes = """
            election,district,party,votes
            2019,1,A,90
            2019,1,B,10
            2019,2,A,99
            2019,2,B,1
            2024,1,A,90
            2024,1,B,10

            """
        let files = SeatsFiles(votes: votes, seats: 9, threshold: Threshold(6, of: 100))
        #expect(try await files.seatsOfRows() == [9, 0, 9, 0, 8, 1])
    }

    @Test(
        "shares may be of other totals",
        arguments: [
            ("party,votes\nA,100\nB,3\nC,5\n", [25, 0], "for every election alike"),
            ("party,votes\nB,100\nA,3\n", [0, 25], "in any order"),
            (
                "party,votes,election\nA,96,\nB,4,\n", [24, 1],
                "an empty election is the file's, which has none"
            ),
            ("party,votes\nA,0\nB,0\n", [24, 1], "of no votes, nobody is below a share"),
        ] as [(String, [Int], Comment)]
    )
    func totals(totals: String, expected: [Int], reason: Comment) async throws {
        let files = SeatsFiles(votes: Self.votes, seats: 25, threshold: Threshold(4, of: 100), totals: totals)
        #expect(try await files.seatsOfRows() == expected, reason)
    }

    @Test("totals with a column election hold for that election only")
    func totalsOfElections() async throws {
        let votes = "election,party,votes\n2019,A,96\n2019,B,4\n2024,A,96\n2024,B,4\n"
        let totals = "election,party,votes\n2019,A,100\n2019,B,1\n2024,A,1\n2024,B,100\n"
        let files = SeatsFiles(votes: votes, seats: 5, threshold: Threshold(4, of: 100), totals: totals)
        #expect(try await files.seatsOfRows() == [5, 0, 0, 5])
    }
}
