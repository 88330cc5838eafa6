import TestSupport
import Testing

@testable import Elections

@Suite("How many readings agree")
struct ReadingAgreementTests {
    /// A reading of votes for 1 and 19 and of the valid votes at the first station.
    private static func reading(
        _ id: String,
        _ source: ComparisonSource?,
        _ rows: [(version: FormVersion, figures: [Int?])]
    ) -> Reading {
        var forms = FormTable(fields: [.votes(1), .votes(19), .valid])
        for row in rows { forms.append(row.figures) }
        return Reading(
            id: id,
            name: LocalizedText(id: id, en: id),
            file: id,
            forms: forms,
            places: rows.map { _ in 0 },
            versions: rows.map(\.version),
            stations: 5,
            comparison: source
        )
    }

    private static func agreements(_ readings: [Reading]) -> [ReadingAgreement] {
        let contestants = [1, 19].map { Contestant(number: $0, name: "", shortName: "", colour: "#000000") }
        let contest = Contest(ballot: .president, contestants: contestants, readings: readings)
        return ReadingAgreement.all(in: contest, stations: 0..<5)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The figures of the office, of volunteers, of Sirekap and of witnesses.
        let figures: [[Int?]]
        let agreeing: Int
        let differing: [Field]
        let dissenting: Set<Int>

        init(
            _ why: String,
            _ figures: [[Int?]],
            _ agreeing: Int,
            _ differing: [Field] = [],
            _ dissenting: Set<Int> = []
        ) {
            testDescription = why
            (self.figures, self.agreeing) = (figures, agreeing)
            (self.differing, self.dissenting) = (differing, dissenting)
        }
    }

    @Test(
        "a table of readings of one form",
        arguments: [
            Row("all alike", [[1, 2, 3], [1, 2, 3], [1, 2, 3]], 3),
            Row("missing differs from nothing", [[1, 2, 3], [1, nil, nil], [nil, 2, 3]], 3),
            Row("one of three", [[1, 2, 3], [1, 2, 3], [1, 9, 3]], 2, [.votes(19)], [2]),
            Row("the office against two", [[9, 2, 3], [1, 2, 3], [1, 2, 3]], 2, [.votes(1)], [0]),
            Row("one against one: the office's holds", [[1, 2, 3], [1, 2, 4]], 1, [.valid], [1]),
            Row(
                "each dissents elsewhere",
                [[1, 2, 3], [1, 9, 3], [8, 2, 3]],
                1,
                [.votes(1), .votes(19)],
                [1, 2]
            ),
            Row(
                "two against two",
                [[1, 2, 3], [1, 2, 3], [9, 2, 3], [9, 2, 3]],
                2,
                [.votes(1)],
                [2, 3]
            ),
            Row(
                "a figure that the first lacks",
                [[nil, 2, 3], [1, 2, 3], [4, 2, 3]],
                2,
                [.votes(1)],
                [2]
            ),
        ]
    )
    func table(row: Row) throws {
        let sources: [ComparisonSource?] = [nil, .volunteers, .sirekap, .witnesses(1)]
        let readings = row.figures.enumerated().map { place, figures in
            Self.reading("\(place)", sources[place], [(.regular, figures)])
        }
        let all = Self.agreements([readings[0]] + readings.dropFirst().reversed())
        let agreement = try #require(all.first)
        #expect(all.count == 1)
        #expect(agreement.agreeing == row.agreeing)
        #expect(agreement.differing == row.differing)
        #expect(agreement.dissenting == row.dissenting)
        #expect(agreement.forms.count == row.figures.count)
    }

    @Test(
        "a source's last reading is its own, each vote stands by itself, and one source alone agrees with nobody"
    )
    func sources() {
        let office = Self.reading("office", nil, [(.regular, [1, 2, 3])])
        let first = Self.reading("first", .volunteers, [(.regular, [9, 9, 9]), (.revote, [5, 6, 11])])
        let second = Self.reading("second", .volunteers, [(.regular, [1, 2, 3])])
        #expect(Self.agreements([office]) == [])
        #expect(Self.agreements([office, first]).map(\.agreeing) == [1])
        let corrected = Self.agreements([office, first, second])
        #expect(corrected.map(\.agreeing) == [2])
        #expect(corrected[0].forms.map(\.reading) == [0, 2])
        let witness = Self.reading("witness", .witnesses(1), [(.revote, [5, 6, 11])])
        let both = Self.agreements([office, first, second, witness])
        #expect(both.map(\.version) == [.regular, .revote])
        #expect(both.map(\.agreeing) == [2, 2])
    }

    @Test("those who are said to agree differ nowhere, and there is always one")
    func property() {
        var dice = Dice(salt: "agreement")
        let sources: [ComparisonSource?] = [
            nil, .volunteers, .sirekap, .office, .witnesses(1), .witnesses(19),
        ]
        for round in Dice.rounds(300) {
            let count = Int.random(in: 2...6, using: &dice)
            let readings = sources.prefix(count).enumerated().map { place, source in
                let figures = (0..<3).map { _ -> Int? in
                    Int.random(in: 0..<4, using: &dice) == 0 ? nil : Int.random(in: 0..<3, using: &dice)
                }
                return Self.reading("\(place)", source, [(.regular, figures)])
            }
            for agreement in Self.agreements(Array(readings)) {
                let agreeing = agreement.forms.indices.filter { !agreement.dissenting.contains($0) }
                for one in agreeing {
                    for other in agreeing {
                        let tables = [one, other].map { readings[agreement.forms[$0].reading].forms.row(0) }
                        #expect(
                            zip(tables[0], tables[1]).allSatisfy { !ReadingDifference.differ($0, $1) },
                            "round \(round)"
                        )
                    }
                }
                #expect((agreement.agreeing == agreement.forms.count) == agreement.differing.isEmpty)
            }
        }
    }
}
