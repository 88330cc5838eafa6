import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// What readers are told.
struct ChangesTests {
    @Test func aReaderHearsOfEachGrowth() async throws {
        // One name begins with the other, and a word behind it.
        let office = newOffice()
        let store = try await writer(office)
        let neighbour = try await writer(office + " 7")
        let reader = try await PostgresStore.reading(PostgresServer.shared.value.dsn(), office: office)
        var changes = reader.changes().makeAsyncIterator()
        #expect(await changes.next() == 0)
        try await neighbour.append(entries(0, 5), frontier: [])
        try await store.append(entries(0, 3), frontier: [])
        #expect(await changes.next() == 3)
        try await store.append(entries(3, 1), frontier: [])
        #expect(await changes.next() == 4)
        await reader.close()
        #expect(await changes.next() == nil)
        for store in [store, neighbour] { await store.close() }
    }

    @Test func aReaderReadsAgainAfterALostConnection() async throws {
        let office = newOffice()
        let store = try await writer(office)
        let reader = try await PostgresStore.reading(PostgresServer.shared.value.dsn(), office: office)
        var changes = reader.changes().makeAsyncIterator()
        #expect(await changes.next() == 0)
        let link = try await reader.connected()
        let pid = try await link.connection.run(.once("SELECT pg_backend_pid()"), within: .seconds(10))[0]
        let other = try await connection()
        _ = try await other.run(
            .once("SELECT pg_terminate_backend($1::bigint::int)", .integer(pid.integer(0, 0) ?? 0)),
            within: .seconds(10)
        )
        try await store.append(entries(0, 2), frontier: [])
        #expect(await changes.next() == 2)
        try await store.append(entries(2, 2), frontier: [])
        #expect(await changes.next() == 4)
        await reader.close()
        await store.close()
        await other.close()
    }
}
