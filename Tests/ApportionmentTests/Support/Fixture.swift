import Foundation

/// A file of `Tests/Fixtures/seats`.
struct Fixture {
    /// The rows that share `election` and `district`, in the order of the file.
    let districts: [[Row]]

    /// All rows of each election.
    let elections: [String: [Row]]

    /// A line of the file by column name; an absent column is nil.
    struct Row {
        let cells: [String: String]

        subscript(_ column: String) -> Int? { cells[column].flatMap(Int.init) }

        var election: String { cells["election"] ?? "" }
        var district: String { cells["district"] ?? "" }
        var party: String { cells["party"] ?? "" }
        var votes: Int { self["votes"] ?? -1 }
    }

    init(_ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/seats/\(name)").standardizedFileURL
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(Self.cells)
        let header = lines.first ?? []
        let rows = lines.dropFirst().map { Row(cells: Dictionary(uniqueKeysWithValues: zip(header, $0))) }
        elections = Dictionary(grouping: rows, by: \.election)
        let byDistrict = Dictionary(grouping: rows) { [$0.election, $0.district] }
        districts = byDistrict.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }

    /// Cells may stand in quotes, which then may contain commas.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
