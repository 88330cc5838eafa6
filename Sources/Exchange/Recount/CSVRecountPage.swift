import Tally

/// A recount as CSV.
struct CSVRecountPage: RecountPage {
    private let recount: Recount

    init(_ recount: Recount) {
        self.recount = recount
    }

    var opening: [UInt8] {
        var writer = CSVWriter()
        writer.row(recount.columnNames)
        return writer.bytes
    }

    func words(for units: ArraySlice<Int>) -> [UInt8] {
        var writer = CSVWriter(capacity: units.count * 64)
        for unit in units { add(unit, to: &writer) }
        return writer.bytes
    }

    private func add(_ unit: Int, to writer: inout CSVWriter) {
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
}

extension CSVWriter {
    /// Writes a text of a column.
    fileprivate mutating func cell(_ column: TextColumn, _ index: Int) {
        cell(column.bytes.span.extracting(column.range(index)))
    }
}
