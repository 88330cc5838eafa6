import Office
import StorageContract
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
        var dice = Dice(salt: "office kills on PostgreSQL")
        try await killed.hold(times: Dice.rounds(10).count, &dice)
    }

    @Test(.timeLimit(.minutes(60)))
    func anOfficeGoesOnWhenItsServerIsKilledAndStartedAgain() async throws {
        try await PostgresServer.alone { server in
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            let office = try await ElectionOffice.open(store, .still)
            let clients = try await OfficeClient.eight(of: office)
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
            try await check(server.dsn(), "o", clients, view)
        }
    }
}
