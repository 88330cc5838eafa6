import ArgumentParser
import Elections
import Exchange

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that a folder of figures fits together.",
        discussion: """
            Reads every file, says everything that is wrong with row and column (exit status 2), and what is \
            worth a look when nothing is.

            EXAMPLES
              pleno check Examples/soppeng-2019
            """
    )

    @Argument(help: ArgumentHelp("The election folder.", valueName: "folder"))
    var folder: String

    func run() async throws {
        let snapshot = try await load(folder)
        let report = Report(snapshot, Terminal.language)
        let head = Terminal.say(
            "\(folder): \(snapshot.election.files.count) berkas terbaca, tidak ada kesalahan.",
            "\(folder): \(snapshot.election.files.count) files read, nothing wrong with them."
        )
        try Terminal.write([head] + report.findings)
    }
}
