import ArgumentParser
import Elections
import Exchange
import Office
import Synchronization
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the public site of an election on this machine.",
        discussion: """
            EXAMPLES
              pleno serve Examples/soppeng-2019
              pleno serve Examples/soppeng-2019 --port 9000
              pleno serve soppeng
              pleno serve 'postgresql://db.example/pleno?office=soppeng'

            An office is open while it is served: no other process can work in it; on a PostgreSQL several can serve \
            it. The site is reachable from this machine only; Ctrl-C ends it.
            """
    )

    @Argument(help: ArgumentHelp("The election folder, or the office.", valueName: "folder"))
    var folder: String

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 8080

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
            return try await serve(snapshot.election.name) { site }
        }
        let office = try await place.open()
        do {
            try await serve(office)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }

    private func serve(_ office: any RunningOffice) async throws {
        let view = await office.view
        let snapshot = try Snapshot.of(view.state, at: folder)
        let site = CurrentSite(snapshot)
        let follower = Task { await site.follow(office, from: view.count) }
        defer { follower.cancel() }
        try await serve(snapshot.election.name) { site.now }
    }

    private func serve(_ name: LocalizedText, _ site: @escaping @Sendable () -> Site) async throws {
        let server = SiteServer(port: port, logger: Terminal.logger, site)
        let name = name[Terminal.language]
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

/// The site of an office, made anew when its journal grows.
private final class CurrentSite: Sendable {
    private let site: Mutex<Site>

    init(_ snapshot: Snapshot) {
        site = Mutex(Site(snapshot))
    }

    var now: Site { site.withLock { $0 } }

    /// Follows the office until it closes; what cannot be added up leaves the site as it was.
    func follow(_ office: any RunningOffice, from count: Int) async {
        for await view in await office.views() where view.count > count {
            guard let election = view.state.election, let snapshot = try? Snapshot(election) else { continue }
            let made = Site(snapshot)
            site.withLock { $0 = made }
        }
    }
}
