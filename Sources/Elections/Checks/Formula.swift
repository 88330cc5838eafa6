/// What must hold between two terms.
public struct Formula: Hashable, Sendable {
    /// How the left side stands to the right one.
    public enum Relation: String, CaseIterable, Hashable, Sendable {
        case equal = "="
        case atMost = "≤"
        case atLeast = "≥"
        case less = "<"
        case unequal = "≠"

        /// Whether two numbers stand to each other this way.
        public func holds(_ left: Int, _ right: Int) -> Bool {
            switch self {
            case .equal: left == right
            case .atMost: left <= right
            case .atLeast: left >= right
            case .less: left < right
            case .unequal: left != right
            }
        }

        /// The sign for numbers that do not stand to each other this way.
        public var broken: String {
            switch self {
            case .equal: "≠"
            case .atMost: ">"
            case .atLeast: "<"
            case .less: "≥"
            case .unequal: "="
            }
        }
    }

    /// The left side.
    public let left: Term
    /// How it stands to the right side.
    public let relation: Relation
    /// The right side.
    public let right: Term

    /// `left` `relation` `right`.
    public init(_ left: Term, _ relation: Relation, _ right: Term) {
        self.left = left
        self.relation = relation
        self.right = right
    }

    /// Both sides with the figures that `figure` knows; `nil` when one that is needed is missing.
    public func sides(_ figure: (Field, Term.Origin) -> Int?) -> (left: Int, right: Int)? {
        guard let left = left.value(figure), let right = right.value(figure) else { return nil }
        return (left, right)
    }

    /// Whether the formula holds; `nil` when a figure that is needed is missing.
    public func holds(_ figure: (Field, Term.Origin) -> Int?) -> Bool? {
        sides(figure).map { relation.holds($0.left, $0.right) }
    }

    /// The figures of both sides, in order.
    public var figures: [(field: Field, origin: Term.Origin)] {
        left.figures + right.figures
    }

    /// The fields of the form that is checked, each once: those to mark when the formula is broken.
    public var fields: [Field] {
        var seen: Set<Field> = []
        return figures.filter { $0.origin == .form && seen.insert($0.field).inserted }.map(\.field)
    }
}

/// What comes of a check: passed only when everything it needs was there.
public enum Verdict: Hashable, Sendable {
    case passed
    case failed
    /// A figure it needs is missing, or the rule behind it is open.
    case notApplicable
}

/// One formula of a check, for one kind of form.
public struct Condition: Hashable, Sendable {
    /// How much a broken one weighs.
    public enum Severity: Int, CaseIterable, Comparable, Hashable, Sendable {
        /// Legal and normal; worth knowing.
        case information
        /// Asks for a second look; the figure stays.
        case soft
        /// Holds a form back until it is corrected or accepted with a reason.
        case hard

        /// Whether `left` weighs less.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// What must hold.
    public let formula: Formula
    /// When it must hold; where one of these does not, or cannot be told, nothing is asked.
    public let guards: [Formula]
    /// How much it weighs when broken.
    public let severity: Severity

    /// A formula, and when it must hold.
    public init(_ formula: Formula, when guards: [Formula] = [], _ severity: Severity) {
        self.formula = formula
        self.guards = guards
        self.severity = severity
    }

    /// What comes of it with the figures that `figure` knows.
    public func verdict(_ figure: (Field, Term.Origin) -> Int?) -> Verdict {
        guard guards.allSatisfy({ $0.holds(figure) == true }) else { return .notApplicable }
        switch formula.holds(figure) {
        case nil: return .notApplicable
        case true?: return .passed
        case false?: return .failed
        }
    }
}
