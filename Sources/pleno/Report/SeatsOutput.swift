import Apportionment
import Elections
import Exchange

/// The answer of `pleno seats`, as bytes to print.
struct SeatsOutput {
    private let result: SeatsResult
    private let language: Language

    init(_ result: SeatsResult, language: Language) {
        self.result = result
        self.language = language
    }

    /// Rows in the order of the file.
    func seats(as format: OutputFormat) -> [UInt8] {
        write(["election", "district", "party", "votes", "seats"], numbers: ["votes", "seats"], format) {
            add in
            for row in result.rows {
                add([row.place.election, row.place.district, row.party, "\(row.votes)", "\(row.seats)"])
            }
        }
    }

    /// Every seat of every district, in the order in which they were won.
    func steps(as format: OutputFormat) -> [UInt8] {
        let columns = ["election", "district", "seat", "party", "votes", "divisor", "quotient"]
        return write(columns, numbers: ["seat", "votes"], format) { add in
            for district in result.districts {
                for step in district.steps {
                    add([
                        district.place.election, district.place.district, "\(step.seat)",
                        district.parties[step.winner.party], "\(step.votes)", step.divisor.description,
                        step.winner.quotient.description,
                    ])
                }
            }
        }
    }

    private func write(
        _ columns: [String],
        numbers: Set<String>,
        _ format: OutputFormat,
        _ rows: ((([String]) -> Void)) -> Void
    ) -> [UInt8] {
        switch format {
        case .csv:
            var writer = CSVWriter()
            writer.row(columns)
            rows { writer.row($0) }
            return writer.bytes
        case .json:
            var writer = JSONWriter()
            writer.beginArray()
            rows { cells in
                writer.beginObject()
                for (column, cell) in zip(columns, cells) {
                    writer.name(column)
                    if numbers.contains(column) { writer.value(Int(cell)) } else { writer.value(cell) }
                }
                writer.endObject()
            }
            writer.endArray()
            return writer.bytes + [UInt8(ascii: "\n")]
        case .table:
            var lines = [columns]
            rows { lines.append($0) }
            // A column nobody filled says nothing.
            let filled = columns.indices.filter { column in lines.dropFirst().contains { !$0[column].isEmpty }
            }
            let kept = lines.map { line in filled.map { line[$0] } }
            let right = filled.enumerated().filter { Self.isRight(columns[$0.element]) }.map(\.offset)
            let text = TextTable.lines(kept, numbers: Set(right)).joined(separator: "\n")
            return Array((text + "\n").utf8)
        }
    }

    private static func isRight(_ column: String) -> Bool {
        ["votes", "seats", "seat", "divisor", "quotient"].contains(column)
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
        return place.isEmpty ? text[language] : "\(place): \(text[language])"
    }
}
