import Elections
import Exchange

/// Rows a command answers with, written block by block: there may be more than fit in memory.
struct Rows {
    /// What stands in a cell.
    enum Cell {
        case text(String)
        case number(Int?)

        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): number.map(String.init) ?? ""
            }
        }
    }

    /// The names of the columns.
    let columns: [String]
    /// The columns that hold numbers, aligned to the right in a table.
    let numbers: Set<String>
    /// Hands out every row in order.
    let forEach: ((_ body: ([Cell]) throws -> Void) throws -> Void)

    private static let blockSize = 64 << 10

    /// Writes all rows.
    ///
    /// - Throws: What `output` throws; then nothing more is written.
    func write(as format: OutputFormat, to output: ([UInt8]) throws -> Void) throws {
        switch format {
        case .csv: try writeCSV(to: output)
        case .json: try writeJSON(to: output)
        case .table: try writeTable(to: output)
        }
    }

    private func writeCSV(to output: ([UInt8]) throws -> Void) throws {
        var writer = CSVWriter()
        writer.row(columns)
        try forEach { cells in
            writer.row(cells.map(\.text))
            guard writer.bytes.count >= Self.blockSize else { return }
            try output(writer.bytes)
            writer.clear()
        }
        try output(writer.bytes)
    }

    private func writeJSON(to output: ([UInt8]) throws -> Void) throws {
        var writer = JSONWriter()
        writer.beginArray()
        try forEach { cells in
            writer.beginObject()
            for (column, cell) in zip(columns, cells) {
                writer.name(column)
                switch cell {
                case .text(let text): writer.value(text)
                case .number(let number): writer.value(number)
                }
            }
            writer.endObject()
            guard writer.bytes.count >= Self.blockSize else { return }
            try output(writer.bytes)
            writer.clear()
        }
        writer.endArray()
        try output(writer.bytes + [UInt8(ascii: "\n")])
    }

    /// The one form that needs all rows before the first: columns are as wide as their widest cell.
    private func writeTable(to output: ([UInt8]) throws -> Void) throws {
        var lines = [columns]
        try forEach { lines.append($0.map(\.text)) }
        // A column nobody filled says nothing.
        let filled = columns.indices.filter { column in
            lines.dropFirst().contains { !$0[column].isEmpty }
        }
        let kept = lines.map { line in filled.map { line[$0] } }
        let right = filled.enumerated().filter { numbers.contains(columns[$0.element]) }.map(\.offset)
        let text = TextTable.lines(kept, numbers: Set(right)).joined(separator: "\n")
        try output(Array((text + "\n").utf8))
    }
}
