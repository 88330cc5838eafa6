/// Judges many forms by the same conditions: formulas become small programs over the figures of a form, which are
/// gathered once and read by place.
struct Examiner {
    /// The tables figures stand in; the first holds the forms that are judged.
    let tables: [(origin: Term.Origin, forms: FormTable)]

    /// The figures the programs read, each once: its table and its column there.
    private(set) var slots: [(table: Int, column: Int)] = []
    /// The slots of each table.
    private var reads: [[(slot: Int, column: Int)]]
    private var places: [Place: Int] = [:]
    private var code = Program()

    private struct Place: Hashable {
        let table: Int
        let column: Int
    }

    /// Where the program of a condition begins; nothing to count references of, however often it is copied.
    struct Run {
        /// The place of the check in ``Check/all``.
        let check: Int
        /// Whether the condition weighs as much as its check.
        let isWeighty: Bool
        fileprivate let start: Int
    }

    /// One condition of a check, ready to run.
    struct Prepared {
        let run: Run
        let condition: Condition
        /// The figures of the judged form that the formula reads, as slots.
        let slots: [Int]
        /// Left − right as a sum of multiples, with its constant, for an equation of plain sums; else `nil`.
        let balance: Balance?
    }

    /// A sum of multiples of figures.
    struct Balance {
        var slots: [(slot: Int, factor: Int)] = []
        var constant = 0
    }

    private struct Comparison {
        let left: Int
        let relation: Formula.Relation
        let right: Int

        var steps: [Int] { [left, Program.code(of: relation), right] }
    }

    /// A value that stands for "not entered"; no figure and no sum of figures is so small.
    static let missing = Int.min

    /// The tables of a reading's forms and of what they are held against.
    init(_ tables: [(origin: Term.Origin, forms: FormTable)]) {
        self.tables = tables
        reads = tables.map { _ in [] }
    }

    /// The condition ready to run; `nil` when a figure it needs has no column anywhere: not applicable.
    mutating func prepare(_ condition: Condition, of check: Int) -> Prepared? {
        var comparisons: [Comparison] = []
        for formula in condition.guards + [condition.formula] {
            guard let comparison = comparison(formula) else { return nil }
            comparisons.append(comparison)
        }
        let start = code.append([condition.guards.count] + comparisons.flatMap(\.steps))
        var own: Set<Int> = []
        for field in condition.formula.fields {
            if let slot = slot(field, .form) { own.insert(slot) }
        }
        return Prepared(
            run: Run(
                check: check,
                isWeighty: condition.severity == Check.all[check].severity,
                start: start
            ),
            condition: condition,
            slots: own.sorted(),
            balance: condition.formula.balance.flatMap { balance($0) }
        )
    }

    /// The figures of a form, slot by slot.
    ///
    /// - Parameters:
    ///   - rows: The row of the form in each table; `nil` where it has none.
    ///   - values: Where they go; as long as ``slots`` afterwards.
    func gather(_ rows: [Int?], into values: inout [Int]) {
        if values.count != slots.count { values = [Int](repeating: Self.missing, count: slots.count) }
        var figures = values.mutableSpan
        for (table, row) in rows.enumerated() {
            guard let row else {
                for (slot, _) in reads[table] { figures[slot] = Self.missing }
                continue
            }
            let cells = tables[table].forms.cells(ofRow: row).span
            for (slot, column) in reads[table] {
                let cell = cells[column]
                figures[slot] = cell == FormTable.missing ? Self.missing : Int(cell)
            }
        }
    }

    /// The figures of a form that stands in no table, slot by slot.
    ///
    /// - Parameters:
    ///   - tables: The figures by table and column; `nil` where it has none in a table.
    ///   - values: Where they go; as long as ``slots`` afterwards.
    func gather(cells tables: [[Int32]?], into values: inout [Int]) {
        values = slots.map { table, column in
            guard let cell = tables[table]?[column], cell != FormTable.missing else { return Self.missing }
            return Int(cell)
        }
    }

    /// What comes of a condition for one form.
    @inline(__always)
    func verdict(_ run: Run, _ values: [Int]) -> Verdict {
        code.verdict(from: run.start, values)
    }

    /// What comes of a condition for one form, given its row in each table; `nil` where it has none.
    func verdict(_ prepared: Prepared, rows: [Int?]) -> Verdict {
        var values: [Int] = []
        gather(rows, into: &values)
        return verdict(prepared.run, values)
    }
}

extension Examiner {
    /// The slot of a figure; `nil` when no table has a column for it.
    private mutating func slot(_ field: Field, _ origin: Term.Origin) -> Int? {
        for (table, entry) in tables.enumerated() where entry.origin == origin {
            guard let column = entry.forms.column(of: field) else { return nil }
            let place = Place(table: table, column: column)
            if let slot = places[place] { return slot }
            slots.append((table, column))
            reads[table].append((slots.count - 1, column))
            places[place] = slots.count - 1
            return slots.count - 1
        }
        return nil
    }

    private mutating func comparison(_ formula: Formula) -> Comparison? {
        guard let left = compile(formula.left), let right = compile(formula.right) else { return nil }
        return Comparison(left: left, relation: formula.relation, right: right)
    }

    /// Adds a term to the program; `nil` when no form can have a value for it.
    private mutating func compile(_ term: Term) -> Int? {
        var steps: [Int] = []
        guard emit(term, to: &steps) else { return nil }
        return code.append(steps)
    }

    private mutating func emit(_ term: Term, to steps: inout [Int]) -> Bool {
        if let sum = term.plainSum {
            guard let balance = balance(sum) else { return false }
            steps += [Program.Step.sum.rawValue, balance.slots.count, balance.constant]
            steps += balance.slots.flatMap { [$0.slot, $0.factor] }
            return true
        }
        switch term {
        case .figure, .number: return false
        case .sum(let terms): return emit(.add, terms, to: &steps, needsAll: true)
        case .largest(let terms): return emit(.largest, terms, to: &steps, needsAll: true)
        case .entered(let terms): return emit(.entered, terms, to: &steps, needsAll: false)
        case .filled(let terms): return emit(.filled, terms, to: &steps, needsAll: false)
        case .difference(let first, let second):
            return emit(.add, [first, .times(-1, second)], to: &steps, needsAll: true)
        case .times(let factor, let term):
            steps += [Program.Step.times.rawValue, factor]
            return emit(term, to: &steps)
        case .share(let share, let term):
            steps += [Program.Step.share.rawValue, share.part, share.whole]
            return emit(term, to: &steps)
        }
    }

    /// Adds a step over several terms; those without a column are missing, or make all of it so.
    private mutating func emit(
        _ step: Program.Step,
        _ terms: [Term],
        to steps: inout [Int],
        needsAll: Bool
    ) -> Bool {
        var parts: [Int] = []
        var count = 0
        for term in terms {
            var part: [Int] = []
            if emit(term, to: &part) {
                parts += part
                count += 1
            } else if needsAll {
                return false
            }
        }
        guard count > 0 || step == .filled else { return false }
        steps += [step.rawValue, count] + parts
        return true
    }

    /// A plain sum with the slots of its figures; `nil` when one of them has no column.
    private mutating func balance(_ sum: PlainSum) -> Balance? {
        var balance = Balance(constant: sum.constant)
        for figure in sum.figures {
            guard let slot = slot(figure.field, figure.origin) else { return nil }
            balance.slots.append((slot, figure.factor))
        }
        return balance
    }
}

/// Terms one after the other as numbers: what to do, with how many parts, then the parts.
private struct Program {
    enum Step: Int {
        /// Count, constant, then slot and factor of each figure.
        case sum
        /// Count, then the parts: added up, the largest, those entered, how many of them.
        case add, largest, entered, filled
        /// Factor, then the part.
        case times
        /// Part and whole, then the part it is of.
        case share
    }

    private var steps: [Int] = []

    mutating func append(_ more: [Int]) -> Int {
        defer { steps += more }
        return steps.count
    }

    /// What comes of a condition: the number of its guards, then left side, relation and right side of each, and of
    /// its formula.
    @inline(__always)
    func verdict(from start: Int, _ values: [Int]) -> Verdict {
        var place = start + 1
        for _ in 0..<steps[start] {
            guard holds(at: place, values) == true else { return .notApplicable }
            place += 3
        }
        switch holds(at: place, values) {
        case nil: return .notApplicable
        case true?: return .passed
        case false?: return .failed
        }
    }

    @inline(__always)
    private func holds(at place: Int, _ values: [Int]) -> Bool? {
        let left = run(from: steps[place], values)
        guard left != Examiner.missing else { return nil }
        let right = run(from: steps[place + 2], values)
        guard right != Examiner.missing else { return nil }
        return Self.relation(steps[place + 1]).holds(left, right)
    }

    static func code(of relation: Formula.Relation) -> Int {
        switch relation {
        case .equal: 0
        case .atMost: 1
        case .atLeast: 2
        case .less: 3
        case .unequal: 4
        }
    }

    @inline(__always)
    private static func relation(_ code: Int) -> Formula.Relation {
        switch code {
        case 0: .equal
        case 1: .atMost
        case 2: .atLeast
        case 3: .less
        default: .unequal
        }
    }

    /// The value of the term that begins at `start`; ``Examiner/missing`` when a figure it needs is.
    @inline(__always)
    func run(from start: Int, _ values: [Int]) -> Int {
        // Almost all terms are plain sums: they are run without a call.
        if steps[start] == Step.sum.rawValue {
            var sum = steps[start + 2]
            var place = start + 3
            for _ in 0..<steps[start + 1] {
                let value = values[steps[place]]
                if value == Examiner.missing { return Examiner.missing }
                sum += value * steps[place + 1]
                place += 2
            }
            return sum
        }
        var place = start
        return evaluate(at: &place, values)
    }

    private func evaluate(at place: inout Int, _ values: [Int]) -> Int {
        guard let step = Step(rawValue: steps[place]) else {
            preconditionFailure("programs are made of steps only")
        }
        switch step {
        case .sum:
            let end = place + 3 + 2 * steps[place + 1]
            defer { place = end }
            return run(from: place, values)
        case .times:
            let factor = steps[place + 1]
            place += 2
            let value = evaluate(at: &place, values)
            return value == Examiner.missing ? value : factor * value
        case .share:
            let share = Share(steps[place + 1], of: steps[place + 2])
            place += 3
            let value = evaluate(at: &place, values)
            return value == Examiner.missing ? value : share.roundedUp(of: value)
        case .add, .largest, .entered, .filled: return combine(step, at: &place, values)
        }
    }

    /// The values of several terms taken together.
    private func combine(_ step: Step, at place: inout Int, _ values: [Int]) -> Int {
        let count = steps[place + 1]
        place += 2
        var (sum, largest, filled) = (0, Int.min, 0)
        for _ in 0..<count {
            let value = evaluate(at: &place, values)
            if value == Examiner.missing { continue }
            sum += value
            largest = max(largest, value)
            filled += 1
        }
        switch step {
        case .filled: return filled
        case .entered: return filled == 0 ? Examiner.missing : sum
        case .largest: return filled < count ? Examiner.missing : largest
        default: return filled < count ? Examiner.missing : sum
        }
    }
}
