/// What probably happened to a form that does not add up: one small change that makes all of it add up.
public enum Cause: Hashable, Sendable {
    /// The figures of men and women stand in each other's place; the field is the men's.
    case sexesSwapped(Field)
    /// Two figures stand in each other's place.
    case exchanged(Field, Field)
    /// Another reading of the same form, by its place, has these figures instead, and adds up with them.
    case misread(reading: Int, [Field: Int])
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
            guard written >= 0, meant >= 0, written != meant else { return nil }
            let (first, second) = (Array(String(written).utf8), Array(String(meant).utf8))
            guard abs(first.count - second.count) <= 1 else { return nil }
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

    /// The most causes of one breach that are worth naming; what may be anything is nothing.
    public static let most = 3

    /// The fields it is about.
    public var fields: [Field] {
        switch self {
        case .sexesSwapped(let field): [field, field.otherSex].compactMap(\.self)
        case .exchanged(let first, let second): [first, second]
        case .misread(_, let figures): figures.keys.sorted { $0.column < $1.column }
        case .slip(let field, _, _, _): [field]
        }
    }

    /// The figures among `fields` that may stand in each other's place: valid and invalid, the men's and the women's
    /// of a row.
    public static func exchanges(among fields: [Field]) -> [Cause] {
        let known = Set(fields)
        return (known.isSuperset(of: [.valid, .invalid]) ? [.exchanged(.valid, .invalid)] : [])
            + fields.filter { $0.otherSex.map(known.contains) ?? false }.map { .sexesSwapped($0) }
    }

    /// Whether two figures stand in each other's place.
    var isExchange: Bool {
        switch self {
        case .sexesSwapped, .exchanged: true
        case .slip, .misread: false
        }
    }

    /// Whether the figures leave no other way.
    ///
    /// Another reading shows it, or two figures stand exactly in each other's place, or a digit is too many, too
    /// few or out of place. Another digit may be any.
    public var isConclusive: Bool {
        switch self {
        case .misread, .sexesSwapped, .exchanged: true
        case .slip(_, _, _, let slip): slip != .digitChanged
        }
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
        case .misread(_, let figures): return figures
        case .slip(let field, _, let meant, _): return [field: meant]
        }
    }
}

/// Looks for the causes of what is broken on one form.
struct CauseSearch {
    private let examiner: Examiner
    /// The hard conditions of the form that can be judged.
    private let conditions: [Examiner.Prepared]
    private let runs: [Examiner.Run]
    /// The places of the conditions whose formulas read a slot, slot by slot.
    private let readers: [[Int]]
    /// The field of each slot of the form that is judged, and the slot of each field.
    private let fields: [Int: Field]
    private let slots: [Field: Int]
    /// The figures that may stand in each other's place, with the places of the conditions that read them.
    private let exchanges: [(cause: Cause, readers: Set<Int>)]

    /// A search among conditions that `examiner` has prepared; only the hard ones count.
    init(_ examiner: Examiner, _ prepared: [Examiner.Prepared]) {
        self.examiner = examiner
        conditions = prepared.filter { $0.condition.severity == .hard }
        runs = conditions.map(\.run)
        var readers: [[Int]] = Array(repeating: [], count: examiner.slots.count)
        for (place, condition) in conditions.enumerated() {
            for slot in condition.slots { readers[slot].append(place) }
        }
        self.readers = readers
        let own = examiner.slots.enumerated().filter { $0.element.table == 0 }
        fields = Dictionary(
            uniqueKeysWithValues: own.map { ($0.offset, examiner.tables[0].forms.fields[$0.element.column]) }
        )
        let slots = Dictionary(uniqueKeysWithValues: fields.map { ($0.value, $0.key) })
        self.slots = slots
        let read = fields.filter { !readers[$0.key].isEmpty }.sorted { $0.key < $1.key }
        exchanges = Cause.exchanges(among: read.map(\.value)).map { cause in
            (cause, Set(cause.fields.compactMap { slots[$0] }.flatMap { readers[$0] }))
        }
    }

    /// Every single change to a form that makes all formulas it touches hold, with those it mends.
    ///
    /// One cause of a broken formula is proven by the figures; of several each is possible, and none is proven.
    /// A change that mends more is the better story than one that mends a part of the same.
    ///
    /// - Complexity: O(conditions + broken formulas × figures).
    func causes(_ values: [Int]) -> [Explained] {
        let places = runs.indices.filter { examiner.verdict(runs[$0], values) == .failed }
        guard !places.isEmpty else { return [] }
        let broken = places.map { conditions[$0] }
        var values = values
        var groups: [Set<Int>: [Cause]] = [:]
        var seen: Set<Cause> = []
        let exchanged = exchanges.filter { $0.readers.contains(where: places.contains) }.map(\.cause)
        for cause in exchanged + slips(broken, values) where seen.insert(cause).inserted {
            let mended = mended(by: cause, of: places, &values)
            if !mended.isEmpty { groups[mended, default: []].append(cause) }
        }
        return groups.filter { mended, _ in
            !groups.keys.contains { $0.isStrictSuperset(of: mended) }
        }.flatMap { mended, causes -> [Explained] in
            // A plain exchange explains two figures at once; a slip that does the same is the lesser story.
            let exchanges = causes.filter(\.isExchange)
            let kept = exchanges.isEmpty ? causes : exchanges
            guard kept.count <= Cause.most else { return [] }
            let formulas = Set(mended.map { conditions[$0].condition.formula })
            return kept.map { Explained(cause: $0, formulas: formulas) }
        }.sorted { $0.cause.order < $1.cause.order }
    }

    /// A cause, and the broken formulas that hold without it.
    struct Explained: Hashable {
        let cause: Cause
        let formulas: Set<Formula>
    }

    /// The slips that, undone, make one broken equation of plain sums hold.
    private func slips(_ broken: [Examiner.Prepared], _ values: [Int]) -> [Cause] {
        broken.compactMap(\.balance).flatMap { balance -> [Cause] in
            let gap = balance.slots.reduce(balance.constant) { $0 + values[$1.slot] * $1.factor }
            return balance.slots.compactMap { slot, factor in
                guard abs(factor) == 1, let field = fields[slot] else { return nil }
                let (written, meant) = (values[slot], values[slot] - factor * gap)
                return Cause.Slip(written: written, meant: meant).map {
                    .slip(field, written: written, meant: meant, $0)
                }
            }
        }
    }

    /// The places of the broken formulas that hold with the change; none when any it touches does not.
    ///
    /// The values are changed and changed back.
    private func mended(by cause: Cause, of broken: [Int], _ values: inout [Int]) -> Set<Int> {
        let mended = cause.mended { field in
            slots[field].map { values[$0] }.flatMap { $0 == Examiner.missing ? nil : $0 }
        }
        let changes = mended.compactMap { field, figure in slots[field].map { (slot: $0, value: figure) } }
        let touches = { (place: Int) in changes.contains { readers[$0.slot].contains(place) } }
        guard broken.contains(where: touches) else { return [] }
        let before = changes.map { (slot: $0.slot, value: values[$0.slot]) }
        for (slot, value) in changes { values[slot] = value }
        let holds = changes.allSatisfy { change in
            readers[change.slot].allSatisfy { examiner.verdict(runs[$0], values) != .failed }
        }
        for (slot, value) in before { values[slot] = value }
        return holds ? Set(broken.filter(touches)) : []
    }
}

extension Cause {
    /// Causes in the order of the form.
    fileprivate var order: String {
        fields.map { "\($0.part.rawValue) \($0.column)" }.joined(separator: " ")
    }
}
