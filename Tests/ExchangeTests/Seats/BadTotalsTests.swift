import Apportionment
import Testing

@testable import Exchange

@Suite("A file of totals")
struct BadTotalsTests {
    private static let votes = "party,votes,exempt\nA,96,0\nB,4,1\n"

    @Test(
        "is refused with file, row and column",
        arguments: [
            (
                "party,votes\nA,100\n", [("votes", 3, "party", .unknown("B", of: .partyOfTotals))],
                "a party is absent, exempt or not"
            ),
            (
                "party,votes\nA,100\nB,x\n", [("totals", 3, "votes", .notACount("x"))],
                "a party that cannot be read is not absent"
            ),
            (
                "party,votes\nA,100\nB,1\nB,2\n", [("totals", 4, "party", .duplicate("B", firstRow: 3))],
                "a party twice"
            ),
            ("nama,suara\nA,1\n", missing("party", "votes", found: ["nama", "suara"]), "a wrong header"),
            ("", [("totals", nil, nil, .empty)], "an empty file"),
        ] as [(String, [(String, Int?, String?, Problem.Kind)], Comment)]
    )
    func refusal(
        totals: String,
        expected: [(String, Int?, String?, Problem.Kind)],
        reason: Comment
    ) async throws {
        let files = SeatsFiles(votes: Self.votes, seats: 2, threshold: Threshold(4, of: 100), totals: totals)
        #expect(try await files.problems() == expected.map { Problem($0.0, $0.1, $0.2, $0.3) }, reason)
    }

    private static func missing(
        _ columns: String...,
        found: [String]
    ) -> [(String, Int?, String?, Problem.Kind)] {
        columns.map { ("totals", 1, $0, .columnMissing(found: found)) }
    }

    @Test("with a column election lacks the party of another election")
    func elections() async throws {
        let votes = "election,party,votes\n2019,A,1\n2024,A,1\n"
        let totals = "election,party,votes\n2019,A,1\n2024,B,1\n"
        let files = SeatsFiles(votes: votes, seats: 1, threshold: Threshold(1, of: 9), totals: totals)
        #expect(
            try await files.problems() == [Problem("votes", 3, "party", .unknown("A", of: .partyOfTotals))]
        )
    }

    @Test("and the other files are told about together")
    func together() async throws {
        let files = SeatsFiles(
            votes: "party,votes\nA,x\nB,1\n",
            seats: 1,
            totals: "party,votes\nA,-1\nB,1\n",
            decision: "party,seats\nA,1\nA,1\n"
        )
        #expect(
            try await files.problems() == [
                Problem("votes", 2, "votes", .notACount("x")),
                Problem("totals", 2, "votes", .negative("-1")),
                Problem("decision", 3, "party", .duplicate("A", firstRow: 2)),
            ]
        )
    }

    @Test("that is not there is missed, and so is a decision")
    func missingFiles() async throws {
        let request = SeatsRequest(file: "/no/v", method: .hare, totals: "/no/t", decision: "/no/d")
        let missing = ["/no/v", "/no/t", "/no/d"].map { Problem(.fileMissing, file: $0) }
        await #expect(throws: Problems(missing)) { try await request.answer() }
    }
}
