import Apportionment
import Testing

@testable import Exchange

@Suite("A tie in a file of votes")
struct SeatsTieTests {
    static let votes = "district,party,votes\n1,A,10\n1,B,10\n1,C,10\n1,D,1\n2,A,5\n2,B,1\n"

    @Test("leaves the contested seats to nobody and names who is tied")
    func open() async throws {
        let result = try await SeatsFiles(votes: Self.votes, seats: 2).answer()
        #expect(result.rows.map(\.seats) == [0, 0, 0, 0, 2, 0])
        #expect(result.tied.map(\.place.district) == ["1"])
        #expect(result.tied.first?.allocation.tie == Tie(parties: [0, 1, 2], seats: 2, most: 1))
        #expect(result.tied.first.map { Array($0.steps) } == [], "no seat was won for sure")
    }

    @Test("of no votes at all concerns everybody")
    func noVotes() async throws {
        let result = try await SeatsFiles(votes: "party,votes\nA,0\nB,0\n", seats: 1).answer()
        #expect(result.rows.map(\.seats) == [0, 0])
        #expect(result.tied.first?.allocation.tie?.parties == [0, 1])
    }

    @Test(
        "is settled by a decision that fits",
        arguments: [
            ("district,party,seats\n1,A,1\n1,C,1\n", [1, 0, 1, 0, 2, 0], "as a plenary records it"),
            ("district,party,seats\n1,A,1\n1,B,0\n1,C,1\n", [1, 0, 1, 0, 2, 0], "with zeros"),
            (
                "note,seats,party,district\nx, 1 ,B,1\ny,1,A,1\n", [1, 1, 0, 0, 2, 0],
                "in any order, with a note"
            ),
        ] as [(String, [Int], Comment)]
    )
    func decided(decision: String, expected: [Int], reason: Comment) async throws {
        let result = try await SeatsFiles(votes: Self.votes, seats: 2, decision: decision).answer()
        #expect(result.rows.map(\.seats) == expected, reason)
        #expect(result.tied.isEmpty, reason)
        #expect(result.districts.map { $0.decided != nil } == [true, false], reason)
    }

    @Test("stays one where the decision is about another district")
    func elsewhere() async throws {
        let votes = "district,party,votes\n1,A,1\n1,B,1\n2,A,1\n2,B,1\n"
        let files = SeatsFiles(votes: votes, seats: 1, decision: "district,party,seats\n2,B,1\n")
        let result = try await files.answer()
        #expect(result.rows.map(\.seats) == [0, 0, 0, 1])
        #expect(result.tied.map(\.place.district) == ["1"])
    }

    @Test("needs no district in the decision where there is only one")
    func oneDistrict() async throws {
        let votes = "election,district,party,votes\n2019,1,A,1\n2019,1,B,1\n"
        #expect(
            try await SeatsFiles(votes: votes, seats: 1, decision: "party,seats\nB,1\n").seatsOfRows() == [
                0, 1,
            ]
        )
    }

    @Test("once decided shows the decided seats last, with their quotients and no loser")
    func steps() async throws {
        let votes = "party,votes\nA,9\nB,9\nC,5\n"
        let result = try await SeatsFiles(votes: votes, seats: 4, decision: "party,seats\nB,1\n").answer()
        let steps = try #require(result.districts.first.map { Array($0.steps) })
        #expect(steps.map(\.seat) == [1, 2, 3, 4])
        #expect(steps.map(\.winner.party) == [0, 1, 2, 1])
        #expect(steps.map(\.winner.quotient.description) == ["9/1", "9/1", "5/1", "9/3"])
        #expect(steps.last?.runnerUp == nil)
    }

    @Test(
        "is not settled by a decision that does not fit",
        arguments: [
            ("1,A,1\n", [(2, "seats", .decision(.wrongSum(contested: 2, decided: 1)))], "too few seats"),
            (
                "1,A,1\n1,B,1\n1,C,1\n", [(2, "seats", .decision(.wrongSum(contested: 2, decided: 3)))],
                "too many seats"
            ),
            (
                "1,A,2\n", [(2, "seats", .decision(.tooMany(most: 1)))],
                "both for one, who can win one at most"
            ),
            (
                "1,A,1\n1,D,1\n", [(3, "party", .decision(.notTied(among: ["A", "B", "C"])))],
                "a seat for somebody who is not tied"
            ),
            ("1,A,1\n1,E,1\n", [(3, "party", .unknown("E", of: .party))], "a seat for a stranger"),
            ("1,A,1\n1,A,1\n", [(3, "party", .duplicate("A", firstRow: 2))], "a party twice"),
            ("2,A,1\n", [(2, "party", .decision(.noTie))], "where nothing is tied"),
            ("3,A,1\n", [(2, "district", .unknown("3", of: .district))], "in a district nobody knows"),
            (
                "1,,1\n1,A,-1\n1,B,one\n",
                [(2, "party", .emptyCell), (3, "seats", .negative("-1")), (4, "seats", .notACount("one"))],
                "cells that say nothing"
            ),
            (
                "1,A,9223372036854775807\n1,B,9223372036854775807\n",
                [(2, "seats", .decision(.tooMany(most: 1))), (3, "seats", .decision(.tooMany(most: 1)))],
                "numbers whose sum overflows"
            ),
        ] as [(String, [(Int, String, Problem.Kind)], Comment)]
    )
    func misfits(rows: String, expected: [(Int, String, Problem.Kind)], reason: Comment) async throws {
        let decision = "district,party,seats\n" + rows
        let problems = try await SeatsFiles(votes: Self.votes, seats: 2, decision: decision).problems()
        #expect(problems == expected.map { Problem("decision", $0.0, $0.1, $0.2) }, reason)
    }

    @Test("of several districts needs a decision that says which")
    func whichDistrict() async throws {
        let files = SeatsFiles(votes: Self.votes, seats: 2, decision: "party,seats\nA,1\nB,1\n")
        #expect(
            try await files.problems() == [
                Problem("decision", 1, "district", .columnMissing(found: ["party", "seats"]))
            ]
        )
    }

    @Test("of an election nobody knows is not settled")
    func whichElection() async throws {
        let votes = "election,party,votes\n2019,A,1\n2019,B,1\n"
        let files = SeatsFiles(votes: votes, seats: 1, decision: "election,party,seats\n2024,A,1\n")
        #expect(
            try await files.problems() == [
                Problem("decision", 2, "election", .unknown("2024", of: .election))
            ]
        )
    }
}
