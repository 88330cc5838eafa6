import Testing

@testable import Elections

@Suite("By how much a formula is missed")
struct FormulaGapTests {
    private static let votes: [Term] = [.field(.votes(1)), .field(.votes(2))]

    @Test(
        "is a number of votes or people, or none",
        arguments: [
            (Formula(.sum(votes), .equal, .field(.valid)), 3, "34 votes, 31 valid"),
            (Formula(.field(.valid), .equal, .sum(votes)), 3, "the other way round"),
            (Formula(.sum(votes), .atMost, .field(.valid)), 3, "too many"),
            (Formula(.field(.valid), .atMost, .sum(votes)), 0, "it holds"),
            (Formula(.field(.valid), .atLeast, .sum(votes)), 3, "too few"),
            (Formula(.sum(votes), .less, .field(.valid)), 4, "one more to be less"),
            (Formula(.field(.valid), .unequal, .number(31)), nil, "nothing to miss"),
            (
                Formula(.filled(votes), .equal, .number(3)), nil,
                "how many fields are filled is no number of votes"
            ),
            (Formula(.sum([.filled(votes)]), .equal, .number(3)), nil, "nor deeper inside"),
            (Formula(.field(.total), .equal, .field(.valid)), nil, "a figure is missing"),
        ] as [(Formula, Int?, String)]
    )
    func gap(formula: Formula, expected: Int?, why: String) {
        let figures: [Field: Int] = [.votes(1): 14, .votes(2): 20, .valid: 31]
        #expect(formula.gap { field, _ in figures[field] } == expected, "\(why)")
    }
}
