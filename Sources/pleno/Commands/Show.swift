import ArgumentParser
import Elections
import Exchange

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print what an election came to, or one region of it.",
        discussion: """
            EXAMPLES
              pleno show Examples/soppeng-2019
              pleno show Examples/soppeng-2019 73.12.04
              pleno show Examples/soppeng-2019 Lapajung
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Argument(help: ArgumentHelp("The code or the name of a region.", valueName: "unit"))
    var unit: String?

    func run() async throws {
        let snapshot = try await load(folder)
        let report = Report(snapshot, Terminal.language)
        guard let unit else {
            return try Terminal.write(report.whole)
        }
        try Terminal.write(regions(named: unit, snapshot.election.regions).flatMap(report.region))
    }

    /// The region with this code, or every region with this name.
    private func regions(named text: String, _ regions: Regions) throws -> [Region] {
        if let code = try? RegionCode(parsing: text), let region = regions[code] { return [region] }
        let named = regions.named(text)
        guard named.isEmpty else { return named }
        throw reportBadInput(Problems([Problem(.unknown(text, of: .unit), file: folder)]))
    }
}
