import ArgumentParser
import Elections
import Exchange

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that a folder of figures fits together, and every form by every rule.",
        discussion: """
            Reads every file and says everything that is wrong with row and column (exit status 2). When \
            nothing is, every form, every certified figure and every signed file is held against the rules \
            A01–A13, B01–B04, P01–P12 and R01–R06. A broken rule is a finding, not an error: the exit status \
            stays 0, and no figure is changed. "pleno explain A07" explains a rule.

            As CSV or JSON there is a row per finding. --queries prints, for every rule that forms break, \
            the one line of SQL that finds the same forms in the folder's files, for DuckDB.

            EXAMPLES
              pleno check Examples/soppeng-2019
              pleno check Examples/soppeng-2019 --format csv > findings.csv
              pleno check Examples/soppeng-2019 --queries
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Option(help: "How to write the findings.")
    var format: OutputFormat = .table

    @Flag(help: "Print the queries that find the same forms.")
    var queries = false

    func run() async throws {
        let snapshot = try await load(folder)
        let findings = Findings(snapshot)
        if queries {
            let rows = QueryRows(FindingQuery.all(of: snapshot, findings)).rows
            return try rows.write(as: format, to: ByteOutput.standard.writeOrEnd)
        }
        guard format == .table else {
            let rows = FindingRows(snapshot, findings, Terminal.language).rows
            return try rows.write(as: format, to: ByteOutput.standard.writeOrEnd)
        }
        let report = Report(snapshot, Terminal.language)
        let head = Terminal.say(
            "\(folder): \(snapshot.election.files.count) berkas terbaca, tidak ada kesalahan.",
            "\(folder): \(snapshot.election.files.count) files read, nothing wrong with them."
        )
        try Terminal.write([head, ""] + report.checks(findings) + [""] + report.findings)
    }
}
