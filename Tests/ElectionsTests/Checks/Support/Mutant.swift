import Elections

/// A condition with one small thing changed, as a slip of the programmer's would change it.
struct Mutant: Sendable {
    /// What was changed, in words.
    let change: String
    /// The condition with the change.
    let condition: Condition
}

extension Mutant {
    /// Every mutant of a condition.
    static func all(of condition: Condition) -> [Mutant] {
        var mutants = formulas(of: condition.formula).map { change, formula in
            Mutant(change: change, condition: Condition(formula, when: condition.guards, condition.severity))
        }
        for (place, guarding) in condition.guards.enumerated() {
            var without = condition.guards
            without.remove(at: place)
            mutants.append(
                Mutant(
                    change: "guard dropped",
                    condition: Condition(condition.formula, when: without, condition.severity)
                )
            )
            for (change, formula) in formulas(of: guarding) {
                var guards = condition.guards
                guards[place] = formula
                mutants.append(
                    Mutant(
                        change: "guard: \(change)",
                        condition: Condition(condition.formula, when: guards, condition.severity)
                    )
                )
            }
        }
        for severity in Condition.Severity.allCases where severity != condition.severity {
            mutants.append(
                Mutant(
                    change: "\(severity)",
                    condition: Condition(condition.formula, when: condition.guards, severity)
                )
            )
        }
        return mutants
    }

    private static func formulas(of formula: Formula) -> [(String, Formula)] {
        let relations = Formula.Relation.allCases.filter { $0 != formula.relation }.map { relation in
            ("\(relation.rawValue)", Formula(formula.left, relation, formula.right))
        }
        let left = terms(of: formula.left).map { change, term in
            ("left \(change)", Formula(term, formula.relation, formula.right))
        }
        let right = terms(of: formula.right).map { change, term in
            ("right \(change)", Formula(formula.left, formula.relation, term))
        }
        let turned = Formula(formula.right, formula.relation, formula.left)
        // Equal and unequal say the same both ways.
        let isSymmetric = [.equal, .unequal].contains(formula.relation)
        return relations + left + right + (isSymmetric ? [] : [("sides exchanged", turned)])
    }

    private static func terms(of term: Term) -> [(String, Term)] {
        switch term {
        case .figure(let field, let origin):
            return neighbours(of: field).map { ("\($0.column) for \(field.column)", .figure($0, origin)) }
                + (origin == .form ? [] : [("\(field.column) of the form", .field(field))])
        case .number(let number):
            return [("\(number + 1)", .number(number + 1)), ("\(number - 1)", .number(number - 1))]
        case .sum(let parts): return lists(parts, "sum") { .sum($0) } + [("entered for sum", .entered(parts))]
        case .largest(let parts):
            return lists(parts, "largest") { .largest($0) } + [("sum for largest", .sum(parts))]
        case .entered(let parts):
            return lists(parts, "entered") { .entered($0) }
                + (parts.count > 1
                    ? [("sum for entered", .sum(parts)), ("filled for entered", .filled(parts))] : [])
        case .filled(let parts):
            return lists(parts, "filled") { .filled($0) } + [("entered for filled", .entered(parts))]
        case .difference(let first, let second):
            return [
                ("difference turned", .difference(second, first)),
                ("sum for difference", .sum([first, second])),
                ("first only", first), ("second only", second),
            ]
                + terms(of: first).map { ($0, .difference($1, second)) }
                + terms(of: second).map { ($0, .difference(first, $1)) }
        case .times(let factor, let part):
            return [factor + 1, factor - 1].map { ("\($0) times", .times($0, part)) }
                + [("once", part)] + terms(of: part).map { ($0, .times(factor, $1)) }
        case .share(let share, let part):
            let shares = [
                Share(share.part + 1, of: share.whole), Share(share.part - 1, of: share.whole),
                Share(share.part, of: share.whole + 1), Share(share.part, of: share.whole - 1),
            ]
            return shares.map { ("\($0.part)/\($0.whole)", .share($0, of: part)) }
                + terms(of: part).map { ($0, .share(share, of: $1)) }
        }
    }

    /// A list of terms with one left out, doubled or changed.
    private static func lists(_ parts: [Term], _ name: String, _ make: ([Term]) -> Term) -> [(String, Term)] {
        parts.indices.flatMap { place -> [(String, Term)] in
            var without = parts
            without.remove(at: place)
            let changed = terms(of: parts[place]).map { change, part in
                var parts = parts
                parts[place] = part
                return (change, make(parts))
            }
            let twice: [(String, Term)] =
                name == "sum" ? [("sum, part \(place) twice", make(parts + [parts[place]]))] : []
            return [("\(name) without part \(place)", make(without))] + twice + changed
        }
    }

    /// The fields that stand beside one on the form, and are taken for it.
    private static func neighbours(of field: Field) -> [Field] {
        func sexes(_ make: (Field.Sex) -> Field) -> [Field] {
            Field.Sex.allCases.map(make).filter { $0 != field }
        }
        switch field {
        case .electorate(let roll, let sex):
            return sexes { .electorate(roll, $0) } + [.voters(roll, sex), .electorate(next(roll), sex)]
        case .voters(let roll, let sex):
            return sexes { .voters(roll, $0) } + [.electorate(roll, sex), .voters(next(roll), sex)]
        case .disabled(let sex): return sexes { .disabled($0) } + [.disabledVoters(sex)]
        case .disabledVoters(let sex): return sexes { .disabledVoters($0) } + [.disabled(sex)]
        case .papers(let papers): return Field.Papers.allCases.filter { $0 != papers }.map { .papers($0) }
        case .votes(let number): return [.votes(3 - number), .partyVotes(number)]
        case .partyVotes(let number): return [.partyVotes(3 - number), .votes(number)]
        case .candidateVotes(let number, let place):
            return [
                .candidateVotes(3 - number, place), .candidateVotes(number, place % 3 + 1),
                .partyVotes(number),
            ]
        case .valid: return [.invalid, .total]
        case .invalid: return [.valid, .total]
        case .total: return [.valid, .voters(.all, .both), .papers(.used)]
        case .signatures: return []
        }
    }

    private static func next(_ roll: Field.Roll) -> Field.Roll {
        switch roll {
        case .permanent: .movedIn
        case .movedIn: .special
        case .special, .added: .all
        case .all: .permanent
        }
    }
}
