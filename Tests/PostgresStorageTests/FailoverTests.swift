import Elections
import Office
import StorageContract
import TestSupport
import Testing

@testable import PostgresStorage

/// What becomes of an office when its PostgreSQL is lost for good, or its disk is full.
struct FailoverTests {
    @Test(.timeLimit(.minutes(5)))
    func whatWasAcknowledgedIsThereAfterTheStandbyTookOver() async throws {
        try await PostgresServer.alone { server in
            let standby = try await server.standby()
            let both = server.dsn() + " host=127.0.0.1,127.0.0.1 port=\(server.port),\(standby)"
            let dsn = both + " target_session_attrs=read-write"
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(dsn, office: "o", holder: "h", limits: limits)
            let office = try await ElectionOffice.open(store, .still)
            let clients = try await OfficeClient.eight(of: office)
            try await withThrowingTaskGroup { group in
                for client in clients { group.addTask { try await client.work() } }
                #expect(await eventually { clients.map(\.count).reduce(0, +) > 100 })
                try await server.crash()
                let before = clients.map(\.count).reduce(0, +)
                try await server.promote()
                #expect(
                    await eventually { clients.map(\.count).reduce(0, +) > before + 100 },
                    "it goes on at the other one"
                )
                for client in clients { client.stop() }
                try await group.waitForAll()
            }
            let view = await office.view
            await office.close()
            try await check(dsn, "o", clients, view)
        }
    }

    @Test func aFullDiskRefusesWholeCommandsAndItGoesOnWhenThereIsRoom() async throws {
        try await PostgresServer.alone { server in
            // Only who may mount a disk can have a small one.
            guard try await server.smallDisk() else { return }
            let other = try await PostgresConnection.connect(server.dsn(), within: .seconds(30))
            let place = PostgresQuery.once("ALTER DATABASE postgres SET default_tablespace = small")
            _ = try await other.run(place, within: .seconds(30))
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            let office = try await ElectionOffice.open(store, .still)
            let clients = try await OfficeClient.eight(of: office)
            let clerk = Officer(account: "clerk", permissions: [.takeOver])
            let source = LocalizedText(id: "uji", en: "test")
            var dice = Dice(salt: "full disk")
            var acknowledged = 0
            var refusal: Refusal?
            // Nothing that could be made smaller than it is.
            while refusal == nil, acknowledged < 100 {
                let files = (0..<200).map { _ in
                    let path = (0..<300).map { _ in
                        String(UInt64.random(in: .min ... .max, using: &dice), radix: 36)
                    }
                    return SourceFile(path: path.joined(), nature: .simulated, source: source)
                }
                do throws(Refusal) {
                    _ = try await office.perform(
                        .takeOver([.filesNamed(files)]),
                        as: clerk,
                        request: "large \(acknowledged)"
                    )
                    acknowledged += 1
                } catch { refusal = error }
            }
            #expect(refusal == .notStored(.full))
            #expect(await office.view.count == acknowledged + 1)
            // Room is made: the journal moves to where there is more.
            _ = try await other.run(
                .once("ALTER TABLE ALL IN TABLESPACE small SET TABLESPACE pg_default"),
                within: .seconds(60)
            )
            _ = try await other.run(
                .once("ALTER INDEX ALL IN TABLESPACE small SET TABLESPACE pg_default"),
                within: .seconds(60)
            )
            await other.close()
            try await withThrowingTaskGroup { group in
                for client in clients { group.addTask { try await client.work() } }
                #expect(await eventually { clients.map(\.count).reduce(0, +) > 100 })
                for client in clients { client.stop() }
                try await group.waitForAll()
            }
            let view = await office.view
            await office.close()
            try await check(server.dsn(), "o", clients, view)
        }
    }
}
