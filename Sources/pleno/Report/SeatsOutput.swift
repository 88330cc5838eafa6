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
        try rows(of: content).write(as: format, to: output)
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
    private func rows(of content: Content) -> Rows {
        let columns =
            switch content {
            case .seats: ["election", "district", "party", "votes", "seats"]
            case .steps: ["election", "district", "seat", "party", "votes", "divisor", "quotient"]
            }
        return Rows(
            columns: columns,
            numbers: ["votes", "seats", "seat", "divisor", "quotient"],
            forEach: { try forEachRow(of: content, $0) }
        )
    }

    private func forEachRow(of content: Content, _ body: ([Rows.Cell]) throws -> Void) rethrows {
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
                    let party = Rows.Cell.text(district.parties[step.winner.party])
                    let division = [step.divisor.description, step.winner.quotient.description]
                        .map { Rows.Cell.text($0) }
                    try body(place + [.number(step.seat), party, .number(step.votes)] + division)
                }
            }
        }
    }

    private static func cells(of place: SeatsResult.Place) -> [Rows.Cell] {
        [.text(place.election), .text(place.district)]
    }
}
