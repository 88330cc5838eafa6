import Elections
import Foundation
import Logging
import Office
import SQLiteStorage

/// Commands of many clients at once, each a form of one station, beside a bare loop that writes the same batches.
enum OfficeBench {
    static func run(_ folder: String, clients: Int, commands: Int) async throws {
        let forms = try forms(commands)
        let store = BatchRecorder(try await SQLiteStore.create(folder + "/office"))
        let office = try await ElectionOffice.open(store, surroundings)
        let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))
        for (place, acts) in try register(commands).enumerated() {
            _ = try await office.perform(.takeOver(acts), as: clerk, request: "register-\(place)")
        }
        await store.begin()
        let clock = ContinuousClock()
        let time = try await clock.measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<clients {
                    group.addTask {
                        for place in stride(from: client, to: forms.count, by: clients) {
                            _ = try await office.perform(
                                .takeOver([forms[place]]),
                                as: clerk,
                                request: "\(place)"
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let batches = await store.batches
        await office.close()
        let bare = try await JournalBench.bare(batches, in: folder + "/bare")
        let entries = batches.reduce(0) { $0 + $1.count }
        print(
            "office",
            Double(entries) / JournalBench.seconds(time),
            "bare",
            Double(entries) / bare,
            "batches",
            batches.count
        )
    }

    /// The acts that set up the election, without its forms.
    private static func register(_ forms: Int) throws -> [[Act]] {
        Act.takingOver(try Bench.election(forms: forms)).filter { acts in
            !acts.contains { $0.kind == .formsTaken }
        }
    }

    /// An act for each form.
    private static func forms(_ count: Int) throws -> [Act] {
        let election = try Bench.election(forms: count)
        return try election.regions.stations.prefix(count).map { station in
            let form = "[\(station.number),\"reguler\",1,2,3,0,3]"
            let village = "{\"code\":\"\(station.village)\",\"forms\":[\(form)]}"
            let act =
                "{\"act\":\"forms-taken\",\"ballot\":\"PPWP\",\"reading\":\"office\",\"villages\":[\(village)]}"
            return try Act(canonicalText: Array(act.utf8))
        }
    }

    private static var surroundings: ElectionOffice.Surroundings {
        ElectionOffice.Surroundings(
            now: { Int(Date().timeIntervalSince1970 * 1_000) },
            randomBits: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } },
            logger: Logger(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }
}

/// Remembers the batches that go into a store.
private actor BatchRecorder: JournalStore {
    private let store: SQLiteStore
    private(set) var batches: [[StoredEntry]] = []

    init(_ store: SQLiteStore) { self.store = store }

    func begin() { batches = [] }

    func append(_ entries: [StoredEntry], frontier: [UInt8]) async throws(StoreFault) {
        batches.append(entries)
        try await store.append(entries, frontier: frontier)
    }

    func end() async throws(StoreFault) -> JournalEnd { try await store.end() }

    func entries(from place: Int, bytes: Int) async throws(StoreFault) -> [StoredEntry] {
        try await store.entries(from: place, bytes: bytes)
    }

    func place(ofRequest request: String, by account: String) async throws(StoreFault) -> Int? {
        try await store.place(ofRequest: request, by: account)
    }

    func close() async { await store.close() }
}
