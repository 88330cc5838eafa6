import Elections
import Office
import StorageContract
import Synchronization
import TestSupport
import Testing

@testable import PostgresStorage

/// A whole office on a PostgreSQL, when one of the two is killed under load.
struct OfficeKillTests {
    @Test func anOfficeThatIsKilledHasEveryAcknowledgedCommandOnce() async throws {
        let server = try await PostgresServer.shared.value
        let office = newOffice()
        let killed = KilledOffice(
            at: server.address(office: office),
            environment: PostgresServer.environment
        ) { try await whenFree(office) }
        try await killed.hold(rounds: 10)
    }

    @Test(.timeLimit(.minutes(10)))
    func anOfficeGoesOnWhenItsServerIsKilledAndStartedAgain() async throws {
        try await PostgresServer.alone { server in
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            let office = try await ElectionOffice.open(store, .still)
            _ = try await office.perform(
                .takeOver(Act.takingOver(try SmallElection().election()).flatMap(\.self)),
                as: Officer(account: "clerk", permissions: [.takeOver]),
                request: "all"
            )
            let clients = (0..<8).map { OfficeClient($0, office) }
            try await withThrowingTaskGroup { group in
                for client in clients { group.addTask { try await client.work() } }
                for round in Dice.rounds(4) {
                    let before = clients.map(\.count).reduce(0, +)
                    if round.isMultiple(of: 2) { try await server.crash() } else { try await server.halt() }
                    try await Task.sleep(for: .milliseconds(50))
                    try await server.start()
                    #expect(
                        await eventually { clients.map(\.count).reduce(0, +) > before + 100 },
                        "it goes on"
                    )
                }
                for client in clients { client.stop() }
                try await group.waitForAll()
            }
            let view = await office.view
            await office.close()
            let reader = try await PostgresStore.reading(server.dsn(), office: "o")
            var entries: [String] = []
            var replay = JournalReplay()
            try await replay.fold(reader) { entry, _, _ in entries.append("\(entry.account) \(entry.request)")
            }
            await reader.close()
            #expect(replay.frontier == view.frontier)
            for client in clients {
                for (request, place) in client.receipts {
                    #expect(entries[place] == "client \(client.number) \(request)")
                }
            }
            #expect(Set(entries).count == entries.count, "a command is there twice")
        }
    }
}

/// Commands one after the other; what was refused, or is unknown, is asked for again under the same name.
private final class OfficeClient: Sendable {
    let number: Int
    private let office: ElectionOffice
    private let state = Mutex<(isWorking: Bool, receipts: [Int: Int])>((true, [:]))

    init(_ number: Int, _ office: ElectionOffice) {
        self.number = number
        self.office = office
    }

    var count: Int { state.withLock { $0.receipts.count } }
    /// The places of the entries, by request.
    var receipts: [Int: Int] { state.withLock { $0.receipts } }

    func stop() { state.withLock { $0.isWorking = false } }

    func work() async throws {
        let officer = Officer(account: "client \(number)", permissions: [.takeOver])
        let source = LocalizedText(id: "uji", en: "test")
        var request = 0
        while state.withLock({ $0.isWorking }) {
            let file = SourceFile(path: "\(number) \(request)", nature: .simulated, source: source)
            do throws(Refusal) {
                let receipt = try await office.perform(
                    .takeOver([.filesNamed([file])]),
                    as: officer,
                    request: "\(request)"
                )
                state.withLock { $0.receipts[request] = receipt.sequence }
                request += 1
            } catch {
                switch error {
                case .unknown, .notStored: try? await Task.sleep(for: .milliseconds(5))
                default: throw error
                }
            }
        }
    }
}
