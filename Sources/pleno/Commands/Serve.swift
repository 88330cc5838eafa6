import ArgumentParser
import Elections
import Exchange
import Office
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the public site of an election on this machine.",
        discussion: """
            EXAMPLES
              pleno serve Examples/soppeng-2019
              pleno serve Examples/soppeng-2019 --port 9000
              pleno serve soppeng --keys keys
              pleno serve soppeng --keys keys --proxy https
              pleno serve 'postgresql://db.example/pleno?office=soppeng'

            An office is open while it is served: no other process can work in it; on a PostgreSQL several can serve \
            it. With --keys its public record is signed and served under /record/, and people sign in and work under \
            /desk (not on a PostgreSQL yet); as long as nobody can, a link to set up the first administrator is \
            printed, good once and for an hour. The site is reachable from this machine only, by way of a \
            reverse proxy from elsewhere; Ctrl-C ends it.
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 8080

    @Option(help: ArgumentHelp("The directory of the office's keys.", valueName: "directory"))
    var keys: String?

    @Option(
        help: ArgumentHelp(
            "Where the files of the public record lie; \"record\" in the office's own directory.",
            valueName: "directory"
        )
    )
    var record: String?

    @Option(
        help: ArgumentHelp(
            "Who is asked to cosign the record: lines \"witness NAME KEY URL\" of a policy.",
            valueName: "file"
        )
    )
    var cosigners: String?

    @Option(
        help: ArgumentHelp(
            "What readers come through, a proxy that passes Host on and X-Forwarded-For: https or http.",
            valueName: "scheme"
        )
    )
    var proxy: ProxyScheme?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
    }

    func run() async throws {
        let place = try OfficePlace(path: folder)
        guard place.isOffice else {
            let snapshot = try await load(folder)
            let site = Site(snapshot)
            return try await OfficeSite.serve(snapshot.election.name, port: port, { _ in nil }) { site }
        }
        let site = OfficeSite(
            place: place,
            port: port,
            keys: keys,
            record: record,
            cosigners: cosigners,
            proxy: proxy
        )
        let (office, store) = try await place.openToServe()
        do {
            try await site.serve(office, store)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }
}
