import Testing

@testable import Exchange

@Suite("A request for a recount")
struct RecountRequestTests {
    @Test(
        "is refused when its options do not fit together",
        arguments: [
            ("a", nil, "a=x", [(.needs(option: "--certified"), "--match", nil)], "pairs without a file"),
            ("a", "C", nil, [(.needs(option: "--match"), "--certified", nil)], "a file without pairs"),
            ("a,b,a", nil, nil, [(.columnTwice, "--counts", "a")], "counted twice"),
            ("a,,b", nil, nil, [(.emptyCell, "--counts", nil)], "a column without a name"),
            ("a", "C", "b=x", [(.unknown("b", of: .column), "--match", nil)], "matched and not counted"),
            ("a", "C", "a=x,a=y", [(.columnTwice, "--match", "a")], "matched twice"),
            (
                "a", "C", "a,=x,a=,=a=x",
                [
                    (.notAPair("a"), "--match", nil), (.notAPair("=x"), "--match", nil),
                    (.notAPair("a="), "--match", nil), (.notAPair("=a=x"), "--match", nil),
                ], "not pairs"
            ),
        ] as [(String, String?, String?, [(Problem.Kind, String, String?)], Comment)]
    )
    func refusal(
        counts: String,
        certified: String?,
        match: String?,
        expected: [(Problem.Kind, String, String?)],
        reason: Comment
    ) {
        let problems = expected.map { Problem($0.0, file: $0.1, column: $0.2) }
        #expect(throws: Problems(problems), reason) {
            try RecountRequest(units: "U", stations: "S", counts: counts, certified: certified, match: match)
        }
    }

    @Test("keeps the order of what was asked for; spaces do not matter")
    func accepted() throws {
        let request = try RecountRequest(
            units: "U",
            stations: "S",
            counts: "b, a",
            certified: "C",
            match: "a = x=y ,b=z"
        )
        #expect(request.counters == ["b", "a"])
        #expect(
            request.certified?.matches == [
                RecountRequest.Match(counted: "a", certified: "x=y"),
                RecountRequest.Match(counted: "b", certified: "z"),
            ]
        )
    }
}
