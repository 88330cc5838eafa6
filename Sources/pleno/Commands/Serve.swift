import ArgumentParser
import Elections
import Exchange
import Office
import SQLiteStorage
import Synchronization
import TransparencyLog
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
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
            return try await serve(snapshot.election.name, { _ in nil }) { site }
        }
        let (office, particulars) = try await place.openToServe()
        do {
            try await serve(office, particulars, at: place)
        } catch {
            await office.close()
            throw error
        }
        await office.close()
    }

    private func serve(
        _ office: any RunningOffice,
        _ particulars: (any ParticularsStore)?,
        at place: OfficePlace
    ) async throws {
        let view = await office.view
        let snapshot = try Snapshot.of(view.state, at: folder)
        let record = try await served(place)
        let desk = try await ServedDesk.open(office, particulars, at: place, keys, proxy)
        let site = CurrentSite(snapshot, record?.standing)
        let follower = Task { await site.follow(office, record, from: view.count) }
        let asker = Task { await site.askCosigners(of: record) }
        let teller = Task { await desk.desk?.follow() }
        defer {
            follower.cancel()
            asker.cancel()
            teller.cancel()
        }
        try await serve(snapshot.election.name, desk: desk, { await record?.file($0) }, { site.now })
    }

    /// The public record, signed as far as the journal goes; `nil` without keys.
    private func served(_ place: OfficePlace) async throws -> ServedRecord? {
        guard let keys else { return nil }
        guard let folder = record ?? (place.address == nil ? place.path + "/record" : nil) else {
            Terminal.warn(
                Terminal.say(
                    "kantor di PostgreSQL tidak punya direktori: sebut tempat catatan publik dengan --record",
                    "an office on a PostgreSQL has no directory: say with --record where its public record lies"
                )
            )
            throw ExitCode(2)
        }
        return try await ServedRecord(
            place,
            in: folder,
            KeyFolder(path: keys),
            askedFrom: try cosigners.map(TrustPolicy.read)
        )
    }

    private func serve(
        _ name: LocalizedText,
        desk: ServedDesk? = nil,
        _ record: @escaping @Sendable (String) async -> SiteServer.RecordFile?,
        _ site: @escaping @Sendable () -> Site
    ) async throws {
        let server = SiteServer(port: port, logger: Terminal.logger, desk: desk?.desk, record: record, site)
        let name = name[Terminal.language]
        do throws(ServerFailure) {
            try await server.run { port in
                let address = "http://127.0.0.1:\(port)"
                let line = Terminal.say(
                    "\(name): \(address) (Ctrl-C untuk berhenti)\n",
                    "\(name): \(address) (Ctrl-C to stop)\n"
                )
                // Written at once, not through print's buffer: whoever started us may wait for this line.
                try? ByteOutput.standard.write(Array((line + (desk?.lines(port: port) ?? "")).utf8))
            }
        } catch {
            Terminal.warn(error.words(port: port)[Terminal.language])
            throw ExitCode(1)
        }
    }
}

/// The site of an office, made anew when its journal grows.
private final class CurrentSite: Sendable {
    private let site: Mutex<Site>

    init(_ snapshot: Snapshot, _ record: RecordStanding?) {
        site = Mutex(Site(snapshot, record: record))
    }

    var now: Site { site.withLock { $0 } }

    /// Follows the office until it closes; what cannot be added up leaves the site as it was.
    func follow(_ office: any RunningOffice, _ record: ServedRecord?, from count: Int) async {
        for await view in await office.views() where view.count > count {
            let standing = await record?.advance()
            guard let election = view.state.election, let snapshot = try? Snapshot(election) else { continue }
            let made = Site(snapshot, record: standing)
            site.withLock { $0 = made }
        }
    }

    /// Has the record cosigned now and then, and shows by whom.
    func askCosigners(of record: ServedRecord?) async {
        guard let record, record.hasCosigners else { return }
        while !Task.isCancelled {
            await record.askCosigners()
            site.withLock { $0.record = record.standing }
            try? await Task.sleep(for: .seconds(10))
        }
    }
}
