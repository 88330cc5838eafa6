import ArgumentParser
import Elections
import Exchange
import Office
import SQLiteStorage
import Synchronization
import TransparencyLog
import Web

/// The site of a running office on this machine, and its public record where it has keys.
struct OfficeSite {
    /// The office.
    let place: OfficePlace
    /// The port on 127.0.0.1; 0 for a free one.
    let port: Int
    /// The directory of the office's keys; nothing is signed where `nil`.
    var keys: String?
    /// Where the record's files lie; in the office's own directory where `nil`.
    var record: String?
    /// The policy that names who is asked to cosign.
    var cosigners: String?
    /// What stands before the server.
    var proxy: ProxyScheme?

    /// Serves the office, and its desk where it has keys, until the process is asked to stop.
    ///
    /// - Parameters:
    ///   - office: The office.
    ///   - store: Where drafts and evidence lie; `nil` on a PostgreSQL.
    /// - Throws: An exit code, after the reason.
    func serve(_ office: any RunningOffice, _ store: SQLiteStore?) async throws {
        let view = await office.view
        let snapshot = try Snapshot.of(view.state, at: place.path)
        let record = try await served()
        let evidence = store.map { OfficePlace.evidenceRoom(of: office, $0) }
        let desk = try await ServedDesk.open(office, store, evidence, at: place, keys, record, proxy)
        let site = CurrentSite(snapshot, view.state, record?.standing)
        let follower = Task { await site.follow(office, record, from: view.count) }
        let asker = Task { await site.askCosigners(of: record) }
        let teller = Task { await desk.desk?.follow() }
        defer {
            follower.cancel()
            asker.cancel()
            teller.cancel()
        }
        try await Self.serve(
            snapshot.election.name,
            port: port,
            desk: desk,
            evidence: evidence,
            { await record?.file($0) },
            { site.now }
        )
    }

    /// The public record, signed as far as the journal goes; `nil` without keys.
    private func served() async throws -> ServedRecord? {
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

    /// Serves a site until the process is asked to stop, and says where.
    static func serve(
        _ name: LocalizedText,
        port: Int,
        desk: ServedDesk? = nil,
        evidence: EvidenceRoom? = nil,
        _ record: @escaping @Sendable (String) async -> SiteServer.RecordFile?,
        _ site: @escaping @Sendable () -> Site
    ) async throws {
        let server = SiteServer(
            port: port,
            logger: Terminal.logger,
            desk: desk?.desk,
            evidence: evidence,
            record: record,
            site
        )
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

    init(_ snapshot: Snapshot, _ state: ElectionState, _ record: RecordStanding?) {
        site = Mutex(Site(snapshot, evidence: state.evidence, papers: PaperShelf(state), record: record))
    }

    var now: Site { site.withLock { $0 } }

    /// Follows the office until it closes; what cannot be added up leaves the site as it was.
    func follow(_ office: any RunningOffice, _ record: ServedRecord?, from count: Int) async {
        for await view in await office.views() where view.count > count {
            let standing = await record?.advance()
            guard let election = view.state.election, let snapshot = try? Snapshot(election) else { continue }
            let made = Site(
                snapshot,
                evidence: view.state.evidence,
                papers: PaperShelf(view.state),
                record: standing
            )
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
