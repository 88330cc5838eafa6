import TestSupport
import Testing

@testable import Elections

@Suite("Formulas resolved to columns")
struct ExaminerTests {
    private static let fields: [Field] = [.valid, .invalid, .total, .votes(1), .votes(2), .papers(.used)]
    private static let origins: [Term.Origin] = [.form, .ballot(.president), .register, .certified]

    private func term(_ dice: inout Dice, depth: Int) -> Term {
        func parts(_ dice: inout Dice) -> [Term] {
            (0..<Int.random(in: 0...3, using: &dice)).map { _ in term(&dice, depth: depth - 1) }
        }
        switch depth > 0 ? Int.random(in: 0..<10, using: &dice) : Int.random(in: 0..<2, using: &dice) {
        case 0: return .number(Int.random(in: -2...3, using: &dice))
        case 1, 2:
            // A field no table has is among them.
            let field = (Self.fields + [.signatures(.members)]).randomElement(using: &dice) ?? .valid
            return .figure(field, (Self.origins + [.below]).randomElement(using: &dice) ?? .form)
        case 3, 4: return .sum(parts(&dice))
        case 5: return .difference(term(&dice, depth: depth - 1), term(&dice, depth: depth - 1))
        case 6: return .times(Int.random(in: -1...3, using: &dice), term(&dice, depth: depth - 1))
        case 7: return .share(Share(Int.random(in: 0...3, using: &dice), of: 2), of: .field(.total))
        case 8: return .largest(parts(&dice))
        default: return Bool.random(using: &dice) ? .entered(parts(&dice)) : .filled(parts(&dice))
        }
    }

    private func formula(_ dice: inout Dice) -> Formula {
        Formula(
            term(&dice, depth: 3),
            Formula.Relation.allCases.randomElement(using: &dice) ?? .equal,
            term(&dice, depth: 2)
        )
    }

    /// A table of some of the fields, with three forms.
    private func table(_ dice: inout Dice) -> FormTable {
        var table = FormTable(fields: Self.fields.filter { _ in Int.random(in: 0..<5, using: &dice) > 0 })
        for _ in 0..<3 {
            table.append(
                table.fields.map { _ in
                    Int.random(in: 0..<5, using: &dice) == 0 ? nil : Int.random(in: 0...4, using: &dice)
                }
            )
        }
        return table
    }

    @Test("say what the formula itself says, whatever it is made of")
    func agreement() {
        var dice = Dice(salt: "examiner")
        var verdicts: [Verdict: Int] = [:]
        for _ in Dice.rounds(2_000) {
            let tables = Self.origins.map { (origin: $0, forms: table(&dice)) }
            var examiner = Examiner(tables)
            let guards = (0..<Int.random(in: 0...1, using: &dice)).map { _ in formula(&dice) }
            let condition = Condition(formula(&dice), when: guards, .hard)
            let rows = Self.origins.map { _ in
                Int.random(in: 0..<8, using: &dice) == 0 ? nil : Int.random(in: 0..<3, using: &dice)
            }
            let expected = condition.verdict { field, origin in
                guard let table = Self.origins.firstIndex(of: origin), let row = rows[table] else {
                    return nil
                }
                return tables[table].forms[row, field]
            }
            let found = examiner.prepare(condition, of: 0).map { examiner.verdict($0, rows: rows) }
            #expect(found ?? .notApplicable == expected, "\(condition) on \(tables) at \(rows)")
            verdicts[expected, default: 0] += 1
        }
        // A test that meets one verdict only would prove nothing.
        #expect(verdicts.count == 3)
    }

    @Test(
        "are not prepared where a figure has no column anywhere",
        arguments: [
            (.field(.valid), true), (.field(.total), false), (.sum([.field(.valid), .field(.total)]), false),
            (.largest([.field(.valid), .field(.total)]), false),
            (.entered([.field(.valid), .field(.total)]), true), (.entered([.field(.total)]), false),
            (.filled([.field(.total)]), true), (.times(2, .field(.total)), false),
            (.share(Share(1, of: 2), of: .field(.total)), false), (.figure(.valid, .register), false),
        ] as [(Term, Bool)]
    )
    func prepared(term: Term, isPrepared: Bool) {
        var examiner = Examiner([(.form, FormTable(fields: [.valid]))])
        let condition = Condition(Formula(term, .equal, .number(1)), .hard)
        #expect((examiner.prepare(condition, of: 0) != nil) == isPrepared)
        let guarded = Condition(
            Formula(.field(.valid), .equal, .number(1)),
            when: [Formula(term, .equal, .number(1))],
            .hard
        )
        #expect((examiner.prepare(guarded, of: 0) != nil) == isPrepared)
    }
}

@Suite("Terms and relations")
struct FormulaTests {
    private static let figures: [Field: Int] = [.valid: 7, .invalid: 3, .votes(1): 0]

    @Test(
        "a term has a value only with every figure it needs",
        arguments: [
            (.field(.valid), 7), (.field(.total), nil), (.number(-1), -1), (.sum([]), 0),
            (.sum([.field(.valid), .field(.invalid)]), 10), (.sum([.field(.valid), .field(.total)]), nil),
            (.difference(.field(.invalid), .field(.valid)), -4),
            (.difference(.field(.invalid), .field(.total)), nil),
            (.difference(.field(.total), .field(.invalid)), nil), (.times(3, .field(.invalid)), 9),
            (.times(0, .field(.total)), nil), (.largest([.field(.invalid), .field(.valid)]), 7),
            (.largest([.field(.invalid), .field(.total)]), nil), (.largest([]), nil),
            (.entered([.field(.invalid), .field(.total)]), 3), (.entered([.field(.total)]), nil),
            (.entered([.field(.votes(1))]), 0),  // Zero is entered.
            (.filled([.field(.votes(1)), .field(.total)]), 1), (.filled([]), 0),
            (.share(Share(20, of: 1_000), of: .number(0)), 0),
            (.share(Share(20, of: 1_000), of: .number(50)), 1),
            (.share(Share(20, of: 1_000), of: .number(51)), 2),
            (.share(Share(25, of: 1_000), of: .number(181_181)), 4_530),
            (.share(Share(1, of: 2), of: .field(.total)), nil),
        ] as [(Term, Int?)]
    )
    func value(term: Term, expected: Int?) {
        #expect(term.value { field, origin in origin == .form ? Self.figures[field] : nil } == expected)
    }

    @Test("a relation and the sign for its breach are opposites")
    func relations() {
        let signs = ["=": "≠", "≤": ">", "≥": "<", "<": "≥", "≠": "="]
        let holds: [String: (Int, Int) -> Bool] = [
            "=": { $0 == $1 }, "≤": { $0 <= $1 }, "≥": { $0 >= $1 }, "<": { $0 < $1 }, "≠": { $0 != $1 },
        ]
        for relation in Formula.Relation.allCases {
            #expect(signs[relation.rawValue] == relation.broken)
            for left in 0...2 {
                for right in 0...2 {
                    #expect(relation.holds(left, right) == holds[relation.rawValue]?(left, right))
                }
            }
        }
    }

    @Test("the fields to mark are those of the form, each once")
    func fields() {
        let formula = Formula(
            .sum([.field(.valid), .figure(.total, .register), .times(2, .field(.invalid))]),
            .equal,
            .largest([
                .field(.valid), .entered([.field(.votes(1))]), .share(Share(1, of: 2), of: .field(.votes(2))),
            ])
        )
        #expect(formula.fields == [.valid, .invalid, .votes(1), .votes(2)])
        #expect(formula.figures.count == 6)
    }
}
