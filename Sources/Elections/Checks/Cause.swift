/// What probably happened to a form that does not add up: one small change that makes all of it add up.
public enum Cause: Hashable, Sendable {
    /// The figures of men and women stand in each other's place; the field is the men's.
    case sexesSwapped(Field)
    /// Two figures stand in each other's place.
    case exchanged(Field, Field)
    /// A figure was written for another one.
    case slip(Field, written: Int, meant: Int, Slip)

    /// The ways one number becomes another under a tired hand.
    public enum Slip: String, CaseIterable, Hashable, Sendable {
        /// Two neighbouring digits changed places: 189 for 198.
        case digitsTransposed = "digits-transposed"
        /// One digit too many: 2134 for 213.
        case digitTooMany = "digit-too-many"
        /// One digit too few: 50 for 150.
        case digitMissing = "digit-missing"
        /// One digit is another: 130 for 230.
        case digitChanged = "digit-changed"

        /// How `written` may have come about where `meant` was meant; `nil` when by no single slip.
        public init?(written: Int, meant: Int) {
            let (first, second) = (Array(String(written).utf8), Array(String(meant).utf8))
            guard written >= 0, meant >= 0, written != meant else { return nil }
            switch first.count - second.count {
            case 0:
                let places = first.indices.filter { first[$0] != second[$0] }
                if places.count == 1 {
                    self = .digitChanged
                } else if places.count == 2, places[1] == places[0] + 1,
                    first[places[0]] == second[places[1]], first[places[1]] == second[places[0]]
                {
                    self = .digitsTransposed
                } else {
                    return nil
                }
            case 1 where Self.has(first, oneMoreThan: second): self = .digitTooMany
            case -1 where Self.has(second, oneMoreThan: first): self = .digitMissing
            default: return nil
            }
        }

        private static func has(_ longer: [UInt8], oneMoreThan shorter: [UInt8]) -> Bool {
            longer.indices.contains { place in
                longer[..<place].elementsEqual(shorter[..<place])
                    && longer[(place + 1)...].elementsEqual(shorter[place...])
            }
        }
    }

    /// The fields it is about.
    public var fields: [Field] {
        switch self {
        case .sexesSwapped(let field): [field, field.otherSex].compactMap(\.self)
        case .exchanged(let first, let second): [first, second]
        case .slip(let field, _, _, _): [field]
        }
    }

    /// Whether it is one figure written for another.
    var isSlip: Bool {
        if case .slip = self { true } else { false }
    }

    /// The figures as they would be without it.
    func mended(_ figure: (Field) -> Int?) -> [Field: Int] {
        switch self {
        case .sexesSwapped, .exchanged:
            let fields = fields
            guard fields.count == 2, let first = figure(fields[0]), let second = figure(fields[1]) else {
                return [:]
            }
            return [fields[0]: second, fields[1]: first]
        case .slip(let field, _, let meant, _): return [field: meant]
        }
    }
}

/// Looks for the causes of what is broken on one form.
struct CauseSearch {
    /// The hard conditions of the form that can be judged.
    let conditions: [Condition]
    /// The figures of the form and of what it is held against.
    let figure: (Field, Term.Origin) -> Int?

    /// Every single change that makes all formulas it touches hold, at least one of them broken as it stands.
    ///
    /// One cause is proven by the figures; of several each is possible, and none is proven. A change that mends
    /// only some of what another one mends is left out.
    func causes() -> [Cause] {
        let broken = conditions.filter { $0.verdict(figure) == .failed }
        guard !broken.isEmpty else { return [] }
        var seen: Set<Cause> = []
        return furthest(
            (exchanges(broken) + slips(broken)).filter { seen.insert($0).inserted && mends($0) },
            broken
        )
    }

    /// The causes that mend something no other one mends together with all the rest.
    ///
    /// A plain exchange explains two figures at once; a slip that mends the same is the lesser story.
    private func furthest(_ causes: [Cause], _ broken: [Condition]) -> [Cause] {
        let mended = causes.map { cause in
            Set(broken.indices.filter { !Set(broken[$0].formula.fields).isDisjoint(with: cause.fields) })
        }
        return causes.indices.filter { place in
            !causes.indices.contains { other in
                mended[place].isStrictSubset(of: mended[other])
                    || (mended[place] == mended[other] && causes[place].isSlip && !causes[other].isSlip)
            }
        }.map { causes[$0] }
    }

    private func exchanges(_ broken: [Condition]) -> [Cause] {
        let fields = broken.flatMap(\.formula.fields)
        var causes: [Cause] =
            fields.contains(.valid) || fields.contains(.invalid) ? [.exchanged(.valid, .invalid)] : []
        for field in fields where field.otherSex != nil {
            causes.append(.sexesSwapped(field))
        }
        return causes
    }

    private func slips(_ broken: [Condition]) -> [Cause] {
        broken.filter { $0.formula.relation == .equal }.flatMap { condition in
            condition.formula.fields.compactMap { field in slip(of: field, in: condition.formula) }
        }
    }

    /// The slip that, undone, makes one formula hold.
    private func slip(of field: Field, in formula: Formula) -> Cause? {
        guard let written = figure(field, .form), let sides = formula.sides(figure) else { return nil }
        // How the gap changes with the field tells which value closes it; only plain sums are solved.
        let moved = formula.sides { $0 == field && $1 == .form ? written + 1 : figure($0, $1) }
        guard let moved else { return nil }
        let slope = (moved.left - moved.right) - (sides.left - sides.right)
        guard abs(slope) == 1 else { return nil }
        let meant = written - slope * (sides.left - sides.right)
        return Cause.Slip(written: written, meant: meant).map {
            .slip(field, written: written, meant: meant, $0)
        }
    }

    /// Whether every formula the change touches holds with it.
    private func mends(_ cause: Cause) -> Bool {
        let mended = cause.mended { figure($0, .form) }
        guard !mended.isEmpty else { return false }
        func changed(_ field: Field, _ origin: Term.Origin) -> Int? {
            origin == .form ? mended[field] ?? figure(field, origin) : figure(field, origin)
        }
        let touched = conditions.filter { condition in
            condition.formula.fields.contains { mended[$0] != nil }
        }
        return touched.contains { $0.verdict(figure) == .failed }
            && touched.allSatisfy { $0.verdict(changed) != .failed }
    }
}
