import ArgumentParser
import Elections
import Exchange
import Logging
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the public site of an election on this machine.",
        discussion: """
            EXAMPLES
              pleno serve Examples/soppeng-2019
              pleno serve Examples/soppeng-2019 --port 9000

            The site is reachable from this machine only; Ctrl-C ends it.
            """
    )

    @Argument(help: ArgumentHelp("The election folder.", valueName: "folder"))
    var folder: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
    }

    func run() async throws {
        let snapshot = try await load(folder)
        var logger = Logger(label: "pleno", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .warning
        let server = SiteServer(Site(snapshot), port: port, logger: logger)
        let name = snapshot.election.name[Terminal.language]
        do throws(SiteServer.Failure) {
            try await server.run { port in
                let address = "http://127.0.0.1:\(port)"
                let line = Terminal.say(
                    "\(name): \(address) (Ctrl-C untuk berhenti)\n",
                    "\(name): \(address) (Ctrl-C to stop)\n"
                )
                // Written at once, not through print's buffer: whoever started us may wait for this line.
                try? ByteOutput.standard.write(Array(line.utf8))
            }
        } catch {
            Terminal.warn(words(of: error)[Terminal.language])
            throw ExitCode(1)
        }
    }

    private func words(of failure: SiteServer.Failure) -> LocalizedText {
        switch failure {
        case .portInUse:
            LocalizedText(
                id: "port \(port) sudah dipakai program lain; coba --port lain, atau --port 0",
                en: "port \(port) is in use by another program; try another --port, or --port 0"
            )
        case .portForbidden:
            LocalizedText(
                id: "port \(port) tidak diizinkan untuk pengguna ini; coba --port di atas 1023",
                en: "port \(port) is not allowed to this user; try a --port above 1023"
            )
        case .stopped(let detail):
            LocalizedText(
                id: "situs berhenti karena gangguan (\(detail))",
                en: "the site stopped because of a fault (\(detail))"
            )
        }
    }
}
