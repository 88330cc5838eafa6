/// One side of a formula: a whole number computed from named figures.
public indirect enum Term: Hashable, Sendable {
    /// A figure, and where it stands.
    case figure(Field, Origin)
    /// A fixed number.
    case number(Int)
    /// All of them added up; missing when one of them is.
    case sum([Term])
    /// The first less the second.
    case difference(Term, Term)
    /// A multiple.
    case times(Int, Term)
    /// A share, rounded up.
    case share(Share, of: Term)
    /// The largest of them; missing when one of them is.
    case largest([Term])
    /// Those of them that are entered, added up; missing when none is.
    case entered([Term])
    /// How many of them are entered.
    case filled([Term])

    /// Where a figure stands.
    public enum Origin: Hashable, Sendable {
        /// On the form that is checked.
        case form
        /// On the same station's form of another ballot.
        case ballot(Ballot)
        /// In the office's register of stations.
        case register
        /// In the certified figures of the region that is checked.
        case certified
        /// In the certified figures of the regions one step below, added up.
        case below
        /// On the forms of the stations of the region, added up.
        case stations
        /// In the stations' columns of a village's recapitulation, added up.
        case columns
    }

    /// A figure of the form that is checked.
    public static func field(_ field: Field) -> Term { .figure(field, .form) }

    /// The term's value with the figures that `figure` knows.
    ///
    /// - Returns: `nil` when a figure that is needed is missing.
    /// - Complexity: O(terms).
    public func value(_ figure: (Field, Origin) -> Int?) -> Int? {
        switch self {
        case .figure(let field, let origin): return figure(field, origin)
        case .number(let number): return number
        case .sum(let terms):
            var sum = 0
            for term in terms {
                guard let value = term.value(figure) else { return nil }
                sum += value
            }
            return sum
        case .difference(let first, let second):
            guard let first = first.value(figure), let second = second.value(figure) else { return nil }
            return first - second
        case .times(let factor, let term): return term.value(figure).map { factor * $0 }
        case .share(let share, let term): return term.value(figure).map { share.roundedUp(of: $0) }
        case .largest(let terms):
            var largest: Int?
            for term in terms {
                guard let value = term.value(figure) else { return nil }
                largest = max(largest ?? value, value)
            }
            return largest
        case .entered(let terms):
            let values = terms.compactMap { $0.value(figure) }
            return values.isEmpty ? nil : values.reduce(0, +)
        case .filled(let terms): return terms.count { $0.value(figure) != nil }
        }
    }

    /// The figures the term is made of, each once, in order.
    public var figures: [(field: Field, origin: Origin)] {
        switch self {
        case .figure(let field, let origin): [(field, origin)]
        case .number: []
        case .sum(let terms), .largest(let terms), .entered(let terms), .filled(let terms):
            terms.flatMap(\.figures)
        case .difference(let first, let second): first.figures + second.figures
        case .times(_, let term), .share(_, let term): term.figures
        }
    }
}

/// A sum of multiples of figures, and a number.
public struct PlainSum: Sendable {
    /// Each figure as often as it occurs, and how many times it is taken.
    public private(set) var figures: [(field: Field, origin: Term.Origin, factor: Int)] = []
    /// What is added to them.
    public private(set) var constant = 0

    fileprivate mutating func add(_ term: Term, times factor: Int) -> Bool {
        switch term {
        case .number(let number): constant += factor * number
        case .figure(let field, let origin): figures.append((field, origin, factor))
        case .sum(let terms): return terms.allSatisfy { add($0, times: factor) }
        case .difference(let first, let second):
            return add(first, times: factor) && add(second, times: -factor)
        case .times(let multiple, let term): return add(term, times: factor * multiple)
        case .share, .largest, .entered, .filled: return false
        }
        return true
    }
}

extension Term {
    /// The term as a plain sum; `nil` when it is none.
    var plainSum: PlainSum? {
        var sum = PlainSum()
        return sum.add(self, times: 1) ? sum : nil
    }
}

extension Formula {
    /// The left side less the right one, for an equation of plain sums; `nil` for every other formula.
    ///
    /// Nothing, where it holds; else the gap that a slip left.
    public var balance: PlainSum? {
        relation == .equal ? Term.difference(left, right).plainSum : nil
    }
}

/// An exact share: so many of so many.
public struct Share: Hashable, Sendable {
    /// The parts taken.
    public let part: Int
    /// The parts there are; one or more.
    public let whole: Int

    /// `part` of `whole`, such as 25 of 1,000.
    public init(_ part: Int, of whole: Int) {
        precondition(part >= 0 && whole > 0, "a share is of something")
        self.part = part
        self.whole = whole
    }

    /// The share of a number, rounded up to a whole one.
    public func roundedUp(of number: Int) -> Int {
        (number * part + whole - 1) / whole
    }
}
