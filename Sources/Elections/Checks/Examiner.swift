/// Judges many forms by the same conditions: formulas are resolved to columns once, then run row by row.
struct Examiner {
    /// The tables figures stand in; the first holds the forms that are judged.
    let tables: [(origin: Term.Origin, forms: FormTable)]

    /// One condition of a check, with its figures resolved to columns.
    struct Prepared {
        /// The place of the check in ``Check/all``.
        let check: Int
        let condition: Condition
        fileprivate let guards: [Code]
        fileprivate let formula: Code
    }

    /// A formula whose figures are columns.
    fileprivate struct Code {
        let left: Side
        let relation: Formula.Relation
        let right: Side
    }

    /// Where a figure stands: table, column, and how often it counts.
    fileprivate struct Slot {
        let table: Int
        let column: Int
        let factor: Int
    }

    /// A term: almost all are sums of multiples, which need no tree.
    fileprivate enum Side {
        case linear([Slot], constant: Int)
        case tree(Term)
    }

    /// The tables of a reading's forms and of what they are held against.
    init(_ tables: [(origin: Term.Origin, forms: FormTable)]) {
        self.tables = tables
    }

    /// The condition ready to run; `nil` when a figure it needs has no column anywhere: not applicable.
    func prepare(_ condition: Condition, of check: Int) -> Prepared? {
        guard let formula = code(condition.formula) else { return nil }
        var guards: [Code] = []
        for formula in condition.guards {
            guard let code = code(formula) else { return nil }
            guards.append(code)
        }
        return Prepared(check: check, condition: condition, guards: guards, formula: formula)
    }

    /// What comes of a condition for one form, given its row in each table; `nil` where it has none.
    func verdict(_ prepared: Prepared, _ rows: [Int?]) -> Verdict {
        for guarding in prepared.guards where holds(guarding, rows) != true { return .notApplicable }
        switch holds(prepared.formula, rows) {
        case nil: return .notApplicable
        case true?: return .passed
        case false?: return .failed
        }
    }

    /// A figure of the form and of what it is held against.
    func figure(_ field: Field, _ origin: Term.Origin, _ rows: [Int?]) -> Int? {
        guard let table = tables.firstIndex(where: { $0.origin == origin }), let row = rows[table] else {
            return nil
        }
        return tables[table].forms[row, field]
    }
}

extension Examiner {
    private func code(_ formula: Formula) -> Code? {
        guard let left = side(formula.left), let right = side(formula.right) else { return nil }
        return Code(left: left, relation: formula.relation, right: right)
    }

    private func side(_ term: Term) -> Side? {
        var slots: [Slot] = []
        var constant = 0
        if let isResolved = addLinear(term, times: 1, to: &slots, &constant) {
            return isResolved ? .linear(slots, constant: constant) : nil
        }
        return canHold(term) ? .tree(term) : nil
    }

    /// Adds a term that is a sum of multiples.
    ///
    /// - Returns: Whether its figures have columns; `nil` when it is no such sum.
    private func addLinear(
        _ term: Term,
        times factor: Int,
        to slots: inout [Slot],
        _ constant: inout Int
    ) -> Bool? {
        switch term {
        case .number(let number): constant += factor * number
        case .figure(let field, let origin):
            guard let slot = slot(field, origin, factor) else { return false }
            slots.append(slot)
        case .sum(let terms):
            for term in terms {
                guard let isResolved = addLinear(term, times: factor, to: &slots, &constant) else {
                    return nil
                }
                if !isResolved { return false }
            }
        case .difference(let first, let second):
            guard let hasFirst = addLinear(first, times: factor, to: &slots, &constant),
                let hasSecond = addLinear(second, times: -factor, to: &slots, &constant)
            else { return nil }
            return hasFirst && hasSecond
        case .times(let multiple, let term):
            return addLinear(term, times: factor * multiple, to: &slots, &constant)
        case .share, .largest, .entered, .filled: return nil
        }
        return true
    }

    private func slot(_ field: Field, _ origin: Term.Origin, _ factor: Int) -> Slot? {
        for (table, entry) in tables.enumerated() where entry.origin == origin {
            return entry.forms.column(of: field).map { Slot(table: table, column: $0, factor: factor) }
        }
        return nil
    }

    /// Whether any form can have a value for the term.
    private func canHold(_ term: Term) -> Bool {
        switch term {
        case .number, .filled: true
        case .figure(let field, let origin): slot(field, origin, 1) != nil
        case .sum(let terms), .largest(let terms): terms.allSatisfy(canHold)
        case .entered(let terms): terms.contains(where: canHold)
        case .difference(let first, let second): canHold(first) && canHold(second)
        case .times(_, let term), .share(_, let term): canHold(term)
        }
    }

    @inline(__always)
    private func holds(_ code: Code, _ rows: [Int?]) -> Bool? {
        guard let left = value(code.left, rows), let right = value(code.right, rows) else { return nil }
        return code.relation.holds(left, right)
    }

    @inline(__always)
    private func value(_ side: Side, _ rows: [Int?]) -> Int? {
        switch side {
        case .linear(let slots, let constant):
            var sum = constant
            for slot in slots {
                guard let row = rows[slot.table],
                    let figure = tables[slot.table].forms[row, column: slot.column]
                else { return nil }
                sum += slot.factor * figure
            }
            return sum
        case .tree(let term): return term.value { figure($0, $1, rows) }
        }
    }
}
