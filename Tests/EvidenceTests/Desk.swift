import Elections
import Foundation
import Logging
import Office
import SQLiteStorage
import StorageContract
import Synchronization
import TestSupport

@testable import pleno

/// An office of the small election on a disk, with the room where its evidence is handed in.
final class Desk: Sendable {
    let folder: String
    let office: ElectionOffice
    let store: FileEvidenceStore
    let room: EvidenceRoom
    private let requests = Atomic(0)

    private static let start = 1_555_500_000_000

    /// Somebody at the console.
    static let clerk = Officer(account: "clerk", permissions: [.addEvidence, .withdrawEvidence])

    /// A new office, or one that is there.
    init(in folder: String? = nil, now: @escaping @Sendable () -> Int = OfficePlace.now) async throws {
        self.folder = folder ?? FileManager.default.temporaryDirectory.path + "/pleno-\(UUID().uuidString)"
        let journal =
            try await folder == nil ? SQLiteStore.create(self.folder) : SQLiteStore.open(self.folder)
        let surroundings = ElectionOffice.Surroundings(
            now: { Self.start },
            randomBits: ElectionOffice.Surroundings.randomBits,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        office = try await ElectionOffice.open(journal, surroundings)
        store = journal.evidence
        room = EvidenceRoom(office, store: store, reader: ImagesReader(), now: now)
        guard folder == nil else { return }
        let console = Officer(account: "console", permissions: [.takeOver, .manageAccounts])
        let acts = Act.takingOver(try SmallElection().election()).flatMap(\.self)
        _ = try await office.perform(.takeOver(acts), as: console, request: "all")
        let mandate = Mandate(
            number: 1,
            account: "ppk-1",
            role: .subdistrictCommittee,
            place: try RegionCode(parsing: "73.12.01"),
            basis: "SK 1"
        )
        for (request, act) in [
            ("account", .accountOpened(AccountOpened(account: "ppk-1"))), ("mandate", .mandateGiven(mandate)),
        ] as [(String, Act)] {
            _ = try await office.perform(.perform(act), as: console, request: request)
        }
    }

    /// The office again, after this one was closed.
    func reopened(now: @escaping @Sendable () -> Int = OfficePlace.now) async throws -> Desk {
        await office.close()
        return try await Desk(in: folder, now: now)
    }

    /// Closes the office and removes all of it.
    func end() async {
        await office.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A name that no request had before.
    private func request() -> String {
        "\(requests.add(1, ordering: .relaxed).newValue) \(UInt64.random(in: .min ... .max))"
    }

    /// Hands a file in.
    func add(
        _ bytes: [UInt8],
        _ label: EvidenceLabel,
        said: Evidence.Kind? = nil,
        as officer: Officer = clerk,
        request: String? = nil
    ) async throws(EvidenceRefusal) -> EvidenceReceipt {
        try await room.add(
            EvidenceSample.Chunks(bytes: bytes, length: 10_000),
            label,
            said: said,
            as: officer,
            request: request ?? self.request()
        )
    }

    /// Withdraws a piece.
    @discardableResult
    func withdraw(_ number: Int, as officer: Officer = clerk) async throws(Refusal) -> WithdrawalReceipt {
        try await room.withdraw(number, reason: "mixed up", as: officer, request: request())
    }

    var register: EvidenceRegister { get async { await office.view.state.evidence } }

    /// The digests of all files there are.
    func stored() async throws -> Set<String> { Set(try await store.all().map(\.digest)) }

    /// The bytes of a file.
    func bytes(_ file: EvidenceFile) async throws -> [UInt8] {
        try await store.bytes(of: file.digest.description, from: 0, count: file.size)
    }

    /// Whether bytes stand in any file of the evidence.
    func holds(_ bytes: some Sequence<UInt8>) throws -> Bool {
        let part = Array(bytes)
        return try FileManager.default.subpathsOfDirectory(atPath: folder + "/evidence").contains { name in
            let data = try? Data(contentsOf: URL(filePath: folder + "/evidence/" + name))
            return data.map { $0.range(of: Data(part)) != nil } ?? false
        }
    }

    /// The label of a station's result, by the station's place.
    static func result(_ place: Int = 0, page: Int = 1) throws -> EvidenceLabel {
        let station = try SmallElection.regions().stations[place]
        return EvidenceLabel(EvidencePlace(FormKey(.president, station)), .result, number: page)
    }

    /// The label of a page of a station.
    static func page(_ page: EvidencePage, _ place: Int = 0) throws -> EvidenceLabel {
        EvidenceLabel(EvidencePlace(try SmallElection.regions().stations[place]), page)
    }
}
