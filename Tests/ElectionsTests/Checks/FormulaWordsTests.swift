import Elections
import Testing

@Suite("Formulas in words and numbers")
struct FormulaWordsTests {
    private func words(_ language: Language) -> FormulaWords {
        let contestants = [1, 2].map {
            Contestant(number: $0, name: "Nomor \($0)", shortName: "N\($0)", colour: "#000000")
        }
        let contest = Contest(ballot: .regencyCouncil, contestants: contestants)
        return FormulaWords(language, FieldWords(language, .pemilu2019, contest))
    }

    private static let many = (1...7).map { Term.field(.candidateVotes(1, $0)) }

    @Test(
        "show every figure, and how the sides really stand to each other",
        arguments: [
            (
                Formula(.sum([.field(.votes(1)), .field(.votes(2))]), .equal, .field(.valid)),
                "72 + 96 = 168 ≠ 162"
            ),
            (
                Formula(.field(.total), .equal, .sum([.field(.valid), .field(.invalid)])),
                "165 = 165 = 162 + 3"
            ),
            (Formula(.field(.valid), .atMost, .number(100)), "162 > 100"),
            (Formula(.field(.valid), .atLeast, .number(1_000)), "162 < 1,000"),
            (Formula(.field(.valid), .less, .field(.valid)), "162 ≥ 162"),
            (Formula(.field(.valid), .unequal, .field(.valid)), "162 = 162"),
            (
                Formula(.times(100, .field(.invalid)), .atMost, .times(1, .field(.total))),
                "100 × 3 = 300 > 165 = 1 × 165"
            ),
            (
                Formula(
                    .field(.papers(.received)),
                    .equal,
                    .sum([.field(.total), .share(Share(20, of: 1_000), of: .field(.total))])
                ),
                "170 ≠ 169 = 165 + ⌈20/1000 × 165⌉"
            ),
            (
                Formula(.field(.valid), .atMost, .difference(.field(.papers(.received)), .field(.invalid))),
                "162 ≤ 167 = 170 − 3"
            ),
            (Formula(.sum(many), .equal, .field(.votes(1))), "Σ7 = 7 ≠ 72"),
            (Formula(.entered([.field(.invalid), .field(.partyVotes(1))]), .equal, .number(0)), "3 ≠ 0"),
            (Formula(.filled([.field(.votes(1)), .field(.partyVotes(1))]), .equal, .number(2)), "1 ≠ 2"),
            (
                Formula(.largest([.field(.votes(1)), .field(.votes(2))]), .unequal, .field(.votes(2))),
                "96 = 96"
            ),
            (
                Formula(.sum([.field(.votes(1)), .field(.partyVotes(1))]), .equal, .field(.valid)),
                "72 + – = – = 162"
            ),
        ] as [(Formula, String)]
    )
    func numbers(formula: Formula, expected: String) {
        let figures: [Field: Int] = [
            .votes(1): 72, .votes(2): 96, .valid: 162, .invalid: 3, .total: 165, .papers(.received): 170,
        ]
        let text = words(.english).numbers(formula) { field, _ in
            if case .candidateVotes = field { 1 } else { figures[field] }
        }
        #expect(text == expected)
    }

    @Test("name the fields as people of either language do")
    func text() {
        let formula = Formula(.sum([.field(.votes(1)), .field(.votes(2))]), .equal, .field(.valid))
        #expect(words(.english).text(formula) == "votes N1 + votes N2 = valid votes")
        #expect(words(.indonesian).text(formula) == "suara N1 + suara N2 = suara sah")
        let register = Formula(
            .field(.electorate(.permanent, .male)),
            .equal,
            .figure(.electorate(.permanent, .male), .register)
        )
        #expect(words(.english).text(register) == "electorate DPT (men) = electorate DPT (men) (register)")
        let bound = Formula(.sum(Self.many), .atMost, .times(2, .figure(.total, .ballot(.president))))
        #expect(
            words(.english).text(bound)
                == "the sum of votes of candidate 1 of N1 … votes of candidate 7 of N1 ≤ "
                + "2 × valid and invalid votes (form PPWP)"
        )
    }

    /// A real form, from the folder to the sentence.
    @Test("Bila 7, 2019: 72 + 96 = 168 ≠ 162")
    func bila() throws {
        var office = Office()
        office.papers[0].readings = [["0 votes_1=72 votes_2=96 valid=162 invalid=3 total=165"]]
        let snapshot = try office.snapshot()
        let findings = Findings(snapshot)
        let finding = try #require(findings.list.first { $0.check.code == "A07" })
        let words = FindingWords(snapshot, .english)
        #expect(words.numbers(finding) == "72 + 96 = 168 ≠ 162")
        #expect(words.formula(finding) == "votes N1 + votes N2 = valid votes")
        #expect(finding.fields == [.votes(1), .votes(2), .valid])
        let causes = words.causes(of: finding, findings.causes(of: finding))
        // Another digit may be any other: that is likely, and no proof.
        #expect(causes == "Perhaps: votes N2 96 for 90 (one digit is another).")
    }
}
