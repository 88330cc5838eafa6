import Tally

/// A recount as CSV.
struct CSVRecountPage: RecountPage {
    private let recount: Recount
    private var writer = CSVWriter()

    init(_ recount: Recount) {
        self.recount = recount
    }

    var bytes: [UInt8] { writer.bytes }

    mutating func begin() {
        writer.row(recount.columnNames)
    }

    mutating func add(_ unit: Int) {
        let units = recount.units
        writer.cell(units.ids.texts, unit)
        writer.cell(units.levels.texts, Int(units.levelNumbers[unit]))
        writer.cell(units.names, unit)
        writer.cell(recount.totals.stations(in: unit))
        writer.cell(recount.totals.reported(in: unit))
        for counter in recount.counters.indices {
            writer.cell(recount.totals.sum(of: counter, in: unit))
        }
        if let comparison = recount.comparison {
            for column in comparison.counters.indices {
                writer.cell(comparison.certified[unit, column])
                writer.cell(comparison.difference(column, in: unit))
            }
        }
        writer.endRow()
    }

    mutating func end() {}

    mutating func clear() {
        writer.clear()
    }
}

extension CSVWriter {
    /// Writes a text of a column.
    fileprivate mutating func cell(_ column: TextColumn, _ index: Int) {
        cell(column.bytes.span.extracting(column.range(index)))
    }
}
