import ArgumentParser
import Elections
import Exchange
import Foundation

/// `pleno import`: takes over station figures as they were published.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take published station figures over into an election folder.",
        discussion: """
            Every file is read before anything is written. What is wrong in any of them is said with its \
            place, all at once, and then nothing is taken over (exit status 2). Forms go into a reading of \
            their own, by default one called like the source.

            "pleno import sirekap --help" and "pleno import situng --help" show the files and options.
            """,
        subcommands: [ImportSirekap.self, ImportSitung.self]
    )
}

struct ImportSirekap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sirekap",
        abstract: "Take over presidential forms of 2024 as the KPU's Sirekap published them.",
        discussion: """
            Files are JSON, one per station and named by its code (7312041005007.json), or CSV, plain or \
            packed by gzip, with the columns kode_tps, v1, v2, v3, suara_sah, suara_tidak_sah, suara_total, \
            pemilih_dpt_j, pengguna_dpt_j, pengguna_dptb_j, pengguna_dpk_j, pengguna_total_j (each of these \
            also with _l and _p), psu, kab, kec, desa. A folder is searched for such files, and those in it.

            A figure that is null or empty is not entered, never zero; a form without any is skipped.

            EXAMPLES
              pleno import sirekap 2024/ --into Bantaeng-2024 --preview
              pleno import sirekap 2024/ --into Bantaeng-2024
              pleno import sirekap 7303.csv.gz --into Bantaeng-2024 --reading later
            """
    )

    @OptionGroup var options: ImportOptions

    func validate() throws { try options.validate() }

    func run() async throws { try await options.run(.sirekap, prefix: "") }
}

struct ImportSitung: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "situng",
        abstract: "Take over presidential forms from tables in the shape of the KPU's Situng.",
        discussion: """
            Files are CSV, plain or packed by gzip. The village stands by its code in village_code, \
            kode_desa or village, the station in station or tps (or both in kode_tps); votes in 01, v1 or \
            votes_1 …, totals in valid or suara_sah, invalid or suara_tidak_sah, total or suara_total; \
            pemilih_j, pengguna_j (also _l, _p), roll_male, roll_female, version, and the names provinsi, \
            kab, kec, desa may be there. Where a table holds several readings, --prefix says which columns \
            of votes and totals are meant.

            EXAMPLES
              pleno import situng c1.csv --into Soppeng-2019 --preview
              pleno import situng stations.csv --prefix office_ --into Soppeng-2019
            """
    )

    @Option(help: ArgumentHelp("What stands before the names of votes and totals.", valueName: "office_"))
    var prefix = ""

    @OptionGroup var options: ImportOptions

    func validate() throws { try options.validate() }

    func run() async throws { try await options.run(.situng, prefix: prefix) }
}

/// What all imports have in common.
struct ImportOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, and folders to be searched for files.", valueName: "dir|file"))
    var inputs: [String]

    @Option(
        help: ArgumentHelp(
            "The election folder; made if it does not exist or is empty.",
            valueName: "folder"
        )
    )
    var into: String

    @Option(help: ArgumentHelp("The reading the forms go into.", valueName: "id"))
    var reading: String?

    @Option(
        help: ArgumentHelp("The law of a folder that is made.", valueName: "law"),
        completion: .list(Law.all.map(\.id)),
        transform: parseLaw
    )
    var law: Law?

    @Flag(help: "Add stations of known villages to the register.")
    var register = false

    @Flag(help: "Replace forms that are there with other figures.")
    var replace = false

    @Flag(help: "Say what would be done, and write nothing.")
    var preview = false

    @Flag(help: "Do not ask before writing.")
    var yes = false

    @Option(help: "How to write what is done with every form.")
    var format: OutputFormat = .table

    func validate() throws {
        if let reading, !ImportRequest.isReadingName(reading) {
            throw ValidationError("--reading \(reading): expected letters, digits, - and _, at most 40.")
        }
        if into.isEmpty { throw ValidationError("--into: expected a folder.") }
    }
}

extension ImportOptions {
    func run(_ source: ImportSource, prefix: String) async throws {
        let plan = try await plan(source, prefix)
        let page = ImportPage(plan, Terminal.language)
        if format == .table {
            try Terminal.write(page.lines(isPreview: preview))
        } else {
            try page.rows.write(as: format, to: ByteOutput.standard.writeOrEnd)
        }
        guard !preview, !plan.changesNothing else { return }
        guard try isWanted() else {
            return Terminal.warn(Terminal.say("Tidak ada yang diambil.", "Nothing was taken over."))
        }
        do throws(ImportPlan.Failure) {
            try await plan.takeOver()
        } catch {
            throw report(error)
        }
        if format == .table { try Terminal.write([page.done]) }
    }

    private func plan(_ source: ImportSource, _ prefix: String) async throws -> ImportPlan {
        let request = ImportRequest(
            source,
            inputs,
            into: into,
            reading: reading,
            prefix: prefix,
            law: law,
            addsStations: register,
            replaces: replace
        )
        do throws(Problems) {
            return try await request.plan()
        } catch {
            throw reportBadInput(error)
        }
    }

    /// Whether to write: asked where there is somebody to ask.
    private func isWanted() throws -> Bool {
        guard !yes, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return true }
        let question = Terminal.say("Ambil ke \(into)? [y/T] ", "Take over into \(into)? [y/N] ")
        try ByteOutput(descriptor: STDERR_FILENO).writeOrEnd(Array(question.visible.utf8))
        return ["y", "ya", "yes"].contains((readLine() ?? "").lowercased())
    }

    private func report(_ failure: ImportPlan.Failure) -> ExitCode {
        switch failure {
        case .problems(let problems): return reportBadInput(problems)
        case .changedMeanwhile(let file):
            Terminal.warn(
                Terminal.say(
                    "\(file): berubah sejak dibaca; tidak ada yang diambil. Ulangi perintah ini",
                    "\(file): changed since it was read; nothing was taken over. Run the command again"
                ).visible
            )
        case .refused(let path, let detail):
            Terminal.warn(
                Terminal.say(
                    "\(path): tidak dapat ditulis (\(detail))",
                    "\(path): cannot be written (\(detail))"
                ).visible
            )
        }
        return ExitCode(1)
    }
}
