import Apportionment
import Elections
import Exchange

/// The answer of `pleno seats`, written block by block: a house may have more seats than fit in memory.
struct SeatsOutput {
    /// What can be written.
    enum Content {
        /// Rows in the order of the file.
        case seats
        /// Every seat of every district, in the order in which they were won.
        case steps
    }

    private let result: SeatsResult
    private let language: Language

    init(_ result: SeatsResult, language: Language) {
        self.result = result
        self.language = language
    }

    /// Writes `content`.
    ///
    /// - Throws: What `output` throws; then nothing more is written.
    func write(_ content: Content, as format: OutputFormat, to output: ([UInt8]) throws -> Void) throws {
        switch format {
        case .csv: try writeCSV(content, to: output)
        case .json: try writeJSON(content, to: output)
        case .table: try writeTable(content, to: output)
        }
    }

    /// A tie in a sentence: where, who, for how many seats, and what to do.
    func words(of district: SeatsResult.District) -> String {
        guard let tie = district.allocation.tie else { return "" }
        let place = [district.place.election, district.place.district].filter { !$0.isEmpty }
            .joined(separator: ", ")
        let names = tie.parties.map { district.parties[$0] }.joined(separator: ", ")
        let text = LocalizedText(
            id: "seri untuk \(tie.seats) kursi: \(names). Perlu keputusan: --decision FILE.csv",
            en: "tie for \(tie.seats) seat(s): \(names). It needs a decision: --decision FILE.csv"
        )
        return (place.isEmpty ? text[language] : "\(place): \(text[language])").visible
    }
}

extension SeatsOutput {
    private static let blockSize = 64 << 10

    private enum Cell {
        case text(String)
        case number(Int)

        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }
    }

    private func columns(of content: Content) -> [String] {
        switch content {
        case .seats: ["election", "district", "party", "votes", "seats"]
        case .steps: ["election", "district", "seat", "party", "votes", "divisor", "quotient"]
        }
    }

    private func forEachRow(of content: Content, _ body: ([Cell]) throws -> Void) rethrows {
        switch content {
        case .seats:
            for row in result.rows {
                try body(
                    Self.cells(of: row.place) + [.text(row.party), .number(row.votes), .number(row.seats)]
                )
            }
        case .steps:
            for district in result.districts {
                let place = Self.cells(of: district.place)
                for step in district.steps {
                    let party = Cell.text(district.parties[step.winner.party])
                    let division = [step.divisor.description, step.winner.quotient.description].map(Cell.text)
                    try body(place + [.number(step.seat), party, .number(step.votes)] + division)
                }
            }
        }
    }

    private static func cells(of place: SeatsResult.Place) -> [Cell] {
        [.text(place.election), .text(place.district)]
    }

    private func writeCSV(_ content: Content, to output: ([UInt8]) throws -> Void) throws {
        var writer = CSVWriter()
        writer.row(columns(of: content))
        try forEachRow(of: content) { cells in
            writer.row(cells.map(\.text))
            guard writer.bytes.count >= Self.blockSize else { return }
            try output(writer.bytes)
            writer.clear()
        }
        try output(writer.bytes)
    }

    private func writeJSON(_ content: Content, to output: ([UInt8]) throws -> Void) throws {
        let columns = columns(of: content)
        var writer = JSONWriter()
        writer.beginArray()
        try forEachRow(of: content) { cells in
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
    private func writeTable(_ content: Content, to output: ([UInt8]) throws -> Void) throws {
        let columns = columns(of: content)
        var lines = [columns]
        forEachRow(of: content) { lines.append($0.map(\.text)) }
        // A column nobody filled says nothing.
        let filled = columns.indices.filter { column in
            lines.dropFirst().contains { !$0[column].isEmpty }
        }
        let kept = lines.map { line in filled.map { line[$0] } }
        let names: Set = ["votes", "seats", "seat", "divisor", "quotient"]
        let numbers = filled.enumerated().filter { names.contains(columns[$0.element]) }.map(\.offset)
        let text = TextTable.lines(kept, numbers: Set(numbers)).joined(separator: "\n")
        try output(Array((text + "\n").utf8))
    }
}
