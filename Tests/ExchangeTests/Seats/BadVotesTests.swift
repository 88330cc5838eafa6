import Apportionment
import Testing

@testable import Exchange

@Suite("A file of votes")
struct BadVotesTests {
    private static let limit = (1 << 53) - 1
    private static let header = ["election", "name", "votes"]

    @Test(
        "is refused with file, row and column",
        arguments: [
            ("", [(nil, nil, .empty)], "an empty file"),
            ("party,votes\n", [(nil, nil, .noRows)], "a header only"),
            ("party;votes\nA;1\n", [(1, nil, .semicolons)], "semicolons"),
            ("election,name,votes\n1,A,1\n", [(1, "party", .columnMissing(found: header))], "a wrong header"),
            ("party,votes,votes\nA,1,1\n", [(1, "votes", .columnTwice)], "a column twice"),
            (
                "party,votes,minimum,minimum\nA,1,0,0\n", [(1, "minimum", .columnTwice)],
                "an optional column twice"
            ),
            ("party,votes\nA,1\nB,1\nA,2\n", [(4, "party", .duplicate("A", firstRow: 2))], "a party twice"),
            (
                "party,votes\nA,1\n A ,2\n", [(3, "party", .duplicate("A", firstRow: 2))],
                "twice but for spaces"
            ),
            (
                "party,votes\n,1\nB,\nC,-1\nD,1.5\nE,1 000\nF,\(limit + 1)\nG,+1\n",
                [
                    (2, "party", .emptyCell), (3, "votes", .emptyCell), (4, "votes", .negative("-1")),
                    (5, "votes", .notACount("1.5")), (6, "votes", .notACount("1 000")),
                    (7, "votes", .tooLarge("\(limit + 1)", limit: limit)), (8, "votes", .notACount("+1")),
                ], "cells of every kind, all at once"
            ),
            (
                "party,votes,exempt,minimum\nA,1,2,-1\nB,1,yes,x\n",
                [
                    (2, "exempt", .tooLarge("2", limit: 1)), (2, "minimum", .negative("-1")),
                    (3, "exempt", .notACount("yes")), (3, "minimum", .notACount("x")),
                ], "marks that are none"
            ),
            (
                "party,votes,seats_total\nA,1,2\nB,1,\nC,1,3\n",
                [(4, "seats_total", .contradiction("3", expected: "2", row: 2))], "two numbers of seats"
            ),
            (
                "party,votes,seats_total\nA,1,two\nB,1,-2\n",
                [(2, "seats_total", .notACount("two")), (3, "seats_total", .negative("-2"))],
                "seats that are no number"
            ),
        ] as [(String, [(Int?, String?, Problem.Kind)], Comment)]
    )
    func refusal(votes: String, expected: [(Int?, String?, Problem.Kind)], reason: Comment) async throws {
        let problems = try await SeatsFiles(votes: votes, seats: 2).problems()
        #expect(problems == expected.map { Problem("votes", $0.0, $0.1, $0.2) }, reason)
    }

    @Test("seats that cannot be read are not also called unknown")
    func unreadableSeats() async throws {
        let problems = try await SeatsFiles(votes: "party,votes,seats_total\nA,1,x\nB,1,\n").problems()
        #expect(problems == [Problem("votes", 2, "seats_total", .notACount("x"))])
    }

    @Test("without seats is asked for them once per district")
    func seatsUnknown() async throws {
        let votes = "district,party,votes,seats_total\n1,A,1,\n2,A,1,3\n1,B,1,\n3,A,1,\n"
        #expect(
            try await SeatsFiles(votes: votes).problems() == [
                Problem("votes", 2, "seats_total", .seatsUnknown),
                Problem("votes", 5, "seats_total", .seatsUnknown),
            ]
        )
    }

    @Test("in which nobody reaches the threshold says so, per district")
    func nobody() async throws {
        let votes = "district,party,votes\n1,A,5\n1,B,5\n2,C,5\n2,D,5\n"
        let files = SeatsFiles(votes: votes, seats: 1, threshold: Threshold(1, of: 2))
        #expect(
            try await files.problems() == [
                Problem("votes", 2, nil, .nobodyTakesPart(district: "1")),
                Problem("votes", 4, nil, .nobodyTakesPart(district: "2")),
            ]
        )
        let none = SeatsFiles(votes: votes, seats: 0, threshold: Threshold(1, of: 2))
        #expect(
            try await none.seatsOfRows() == [0, 0, 0, 0],
            "where there is nothing to win, nobody is missed"
        )
    }

    @Test("whose sum no longer fits is refused at the row where it happens")
    func overflow() async throws {
        let rows = (1...1_025).map { "P\($0),\(Self.limit)\n" }.joined()
        #expect(
            try await SeatsFiles(votes: "party,votes\n" + rows, seats: 1).problems() == [
                Problem("votes", 1_026, "votes", .sumTooLarge(limit: Int.max))
            ]
        )
    }

    @Test("whose minimums no longer fit is refused")
    func minimums() async throws {
        let rows = (1...1_025).map { "P\($0),1,\(Self.limit)\n" }.joined()
        let votes = "party,votes,minimum\n" + rows
        #expect(
            try await SeatsFiles(votes: votes, seats: 1_025).problems() == [
                Problem("votes", 2, "minimum", .sumTooLarge(limit: Int.max))
            ]
        )
    }
}
