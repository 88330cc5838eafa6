/// Figures that came out of a plenary, per unit and column; `nil` where none is known.
public struct CertifiedFigures: Hashable, Sendable {
    /// The number of figures a unit can have.
    public let columns: Int
    private var figures: [Int?]

    /// No figure known yet for any of `units`.
    public init(units: Int, columns: Int) {
        self.columns = columns
        figures = Array(repeating: nil, count: units * columns)
    }

    /// The figure of `unit` in `column`; never negative.
    public subscript(unit: Int, column: Int) -> Int? {
        get { figures[index(unit, column)] }
        set {
            precondition(newValue.map { $0 >= 0 } ?? true, "a certified figure is a count")
            figures[index(unit, column)] = newValue
        }
    }

    private func index(_ unit: Int, _ column: Int) -> Int {
        precondition(column < columns, "no such column")
        return unit * columns + column
    }
}
