public import ArgumentParser
public import Exchange
import Foundation

/// `pleno recount`: adds stations up over all tiers and compares with certified figures.
struct RecountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recount",
        abstract: "Add up polling stations over all tiers and compare with certified figures.",
        discussion: """
            Reads CSV files, plain or packed by gzip. UNITS has the columns id, level, name and parent_id; \
            STATIONS names the unit of each row in village_id or unit_id; CERTIFIED has unit_id. \
            Other columns are left alone. An empty cell is missing, not zero: a sum runs over the filled \
            cells, and "reported" counts the stations in which every counted column is filled.

            EXAMPLES

              Every unit of the nation, with votes for both candidates:
                pleno recount --units units.csv.gz --stations stations.csv.gz \\
                  --counts office_01,office_02 --format csv > recount.csv

              The villages in which the certified figures differ from the stations:
                pleno recount --units units.csv.gz --stations stations.csv.gz \\
                  --counts office_01,office_02 --certified certified.csv.gz \\
                  --match office_01=certified_01,office_02=certified_02 \\
                  --level village --differences

            EXIT STATUS: 0 done, 2 bad input, 1 the result cannot be written.
            """
    )

    @Option(help: ArgumentHelp("The tree of units.", valueName: "units.csv"))
    var units: String

    @Option(help: ArgumentHelp("The stations, one row each.", valueName: "stations.csv"))
    var stations: String

    @Option(help: ArgumentHelp("Columns to add up, separated by commas.", valueName: "col,col…"))
    var counts: String

    @Option(help: ArgumentHelp("Certified figures per unit; needs --match.", valueName: "certified.csv"))
    var certified: String?

    @Option(
        help: ArgumentHelp(
            "Which counted column is held against which certified one.",
            valueName: "counted=certified,…"
        )
    )
    var match: String?

    @Option(help: "Show only units of this level.")
    var level: String?

    @Flag(help: "Show only fully reported units whose certified figures differ from their sums.")
    var differences = false

    @Option(help: "How to write the result.")
    var format: Recount.Format = .table

    func run() async throws {
        let recount: Recount
        let selection: [Int]
        do throws(Problems) {
            (recount, selection) = try await recounted()
        } catch {
            clearProgress()
            throw reportBadInput(error)
        }
        clearProgress()
        try await recount.write(selection, as: format, to: ByteOutput.standard.writeOrEnd)
    }

    private func recounted() async throws(Problems) -> (Recount, selection: [Int]) {
        let recount = try await Recount.read(try request(), plan: ReadingPlan(progress: progress))
        return (recount, try recount.selection(level: level, differing: differences))
    }

    private func request() throws(Problems) -> RecountRequest {
        var log = ProblemLog()
        if differences, certified == nil { log.add(.needs(option: "--certified"), file: "--differences") }
        let request: RecountRequest
        do throws(Problems) {
            request = try RecountRequest(
                units: units,
                stations: stations,
                counts: counts,
                certified: certified,
                match: match
            )
        } catch {
            log.add(error)
            throw Problems(log.list, further: log.further)
        }
        try log.check()
        return request
    }

    /// Tells how far the reading is; only to a person, and only when it takes long enough to wonder.
    private var progress: (@Sendable (ReadProgress) -> Void)? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return { progress in
            guard progress.size >= Self.sizeOfLongWork else { return }
            let percent = progress.bytes * 100 / progress.size
            note(Terminal.say("\rMembaca TPS: \(percent) %", "\rReading the stations: \(percent) %"))
        }
    }

    private func clearProgress() {
        if isatty(STDERR_FILENO) == 1 { note("\r\u{1B}[K") }
    }

    /// Some seconds of reading.
    private static let sizeOfLongWork = 64 << 20
}

extension Recount.Format: ExpressibleByArgument {}

/// Tells the person at the terminal; nothing can be done when even that fails.
private func note(_ text: String) {
    try? ByteOutput(descriptor: STDERR_FILENO).write(Array(text.utf8))
}
