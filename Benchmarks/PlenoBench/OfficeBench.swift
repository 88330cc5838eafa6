import Elections
import Foundation
import Logging
import Office
import SQLiteStorage

/// Commands of many clients at once, each a form of one station, beside a bare loop that writes the same batches.
enum OfficeBench {
    ///
    /// In turns, each time into new files; the medians of what each wrote a second, and of their ratio.
    static func run(_ folder: String, clients: Int, commands: Int) async throws {
        let forms = try forms(commands)
        var found: [(office: Double, bare: Double, batches: Int)] = []
        for round in 0..<7 {
            let place = "\(folder)/\(round)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            found.append(try await once(place, clients, forms))
        }
        func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        print(
            "office",
            median(found.map(\.office)),
            "bare",
            median(found.map(\.bare)),
            "batches",
            found[0].batches,
            "ratio",
            median(found.map { $0.office / $0.bare })
        )
    }

    private static func once(
        _ folder: String,
        _ clients: Int,
        _ forms: [Act]
    ) async throws -> (office: Double, bare: Double, batches: Int) {
        let store = BatchRecorder(try await SQLiteStore.create(folder + "/office"))
        let office = try await ElectionOffice.open(store, surroundings)
        let clerk = Officer(account: "clerk", permissions: Set(Permission.allCases))
        for (place, acts) in try register(forms.count).enumerated() {
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
        return (Double(entries) / JournalBench.seconds(time), Double(entries) / bare, batches.count)
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
            try form("[\(station.number),\"reguler\",1,2,3,0,3]", station, .president)
        }
    }

    /// The act that takes in a form, given as it stands in the journal.
    static func form(_ form: String, _ station: StationCode, _ ballot: Ballot) throws -> Act {
        let village = "{\"code\":\"\(station.village)\",\"forms\":[\(form)]}"
        let act =
            "{\"act\":\"forms-taken\",\"ballot\":\"\(ballot.rawValue)\",\"reading\":\"office\",\"villages\":[\(village)]}"
        return try Act(canonicalText: Array(act.utf8))
    }

    /// An act for each form of an election, made when it is asked for.
    static func forms(of election: Election) -> [@Sendable () throws -> Act] {
        election.contests.flatMap { contest in
            contest.readings.flatMap { reading in
                (0..<reading.forms.count).map { row in
                    let station = election.regions.stations[reading.station(ofRow: row)]
                    let version = reading.version(ofRow: row).rawValue
                    return {
                        let figures = reading.forms.row(row).map { $0.map(String.init) ?? "null" }
                        let form = "[\(station.number),\"\(version)\",\(figures.joined(separator: ","))]"
                        return try Self.form(form, station, contest.ballot)
                    }
                }
            }
        }
    }

    static var surroundings: ElectionOffice.Surroundings {
        ElectionOffice.Surroundings(
            now: { Int(Date().timeIntervalSince1970 * 1_000) },
            randomBits: ElectionOffice.Surroundings.randomBits,
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
