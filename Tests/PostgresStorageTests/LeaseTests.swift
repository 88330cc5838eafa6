import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// One writer to an office, whatever becomes of the others.
struct LeaseTests {
    private let brief = PostgresLimits(lease: .seconds(2))

    @Test func aSecondWriterIsToldWhoWrites() async throws {
        let office = newOffice()
        let first = try await writer(office, holder: "node 1, Watansoppeng")
        await #expect(throws: StoreFault.inUse(by: "node 1, Watansoppeng")) { try await writer(office) }
        await first.close()
        // Given back, not expired.
        await (try await writer(office)).close()
    }

    @Test func theLeaseIsRenewedWhileTheWriterLives() async throws {
        let office = newOffice()
        let first = try await writer(office, limits: brief)
        try await Task.sleep(for: .seconds(4))
        await #expect(throws: StoreFault.inUse(by: "node 1")) { try await writer(office) }
        await first.close()
    }

    @Test func aWriterThatFellSilentIsReplacedAndRefusedAfterwards() async throws {
        let office = newOffice()
        let first = try await writer(office)
        try await first.append(entries(0, 2), frontier: [1])
        try await expireLease(of: office)
        let second = try await writer(office, holder: "node 2")
        await #expect(throws: StoreFault.leaseLost) { try await first.append(entries(2), frontier: [2]) }
        await #expect(throws: StoreFault.leaseLost) { try await first.keep("x", as: "y") }
        // Even at the right place, after the new one has written.
        try await second.append(entries(2), frontier: [3])
        await #expect(throws: StoreFault.leaseLost) { try await first.append(entries(3), frontier: [2]) }
        #expect(try await first.end() == JournalEnd(count: 3, frontier: [3]))
        #expect(try await second.particulars("y") == nil)
        // The lease is the second's: the first does not give it back.
        await first.close()
        await #expect(throws: StoreFault.inUse(by: "node 2")) { try await writer(office) }
        await second.close()
    }

    @Test func aBatchUnderWayIsRefusedWhenTheLeaseIsLostMeanwhile() async throws {
        let office = newOffice()
        let first = try await writer(office)
        let other = try await connection()
        _ = try await other.run(.once("BEGIN"), lock(office), within: .seconds(10))
        let batch = Task { try await first.append(entries(0, 2), frontier: [1]) }
        #expect(try await isWaiting(office))
        // What another server does to become the writer.
        _ = try await other.run(
            .once(
                "UPDATE pleno.office SET session = 'other', fence = fence + 1 WHERE office = $1",
                .text(office)
            ),
            .once("COMMIT"),
            within: .seconds(10)
        )
        await #expect(throws: StoreFault.leaseLost) { try await batch.value }
        #expect(try await first.end().count == 0)
        await first.close()
        await other.close()
    }

    @Test func aLostConnectionOfTheWriterCannotWriteLater() async throws {
        let office = newOffice()
        let store = try await writer(office)
        let old = try await store.connected()
        // A connection the store gave up, while its last batch still lies before the server.
        await store.forget(old, after: .lost(""))
        let new = try await store.connected()
        #expect((new.fence ?? 0) == (old.fence ?? 0) + 1)
        let answer = try await old.connection.run(
            .once(
                "UPDATE pleno.office SET count = 9 WHERE office = $1 AND fence = $2 RETURNING count",
                .text(office),
                .integer(old.fence ?? 0)
            ),
            within: .seconds(10)
        )
        #expect(answer[0].count == 0)
        await store.close()
        await old.connection.close()
    }

    @Test func twoOfficesDoNotWaitForEachOther() async throws {
        let (slow, fast) = (newOffice(), newOffice())
        let (slowStore, fastStore) = (try await writer(slow), try await writer(fast))
        let other = try await connection()
        _ = try await other.run(.once("BEGIN"), lock(slow), within: .seconds(10))
        async let batch: Void = slowStore.append(entries(0), frontier: [])
        #expect(try await isWaiting(slow))
        for place in 0..<20 { try await fastStore.append(entries(place), frontier: []) }
        #expect(try await fastStore.end().count == 20)
        #expect(try await isWaiting(slow))
        _ = try await other.run(.once("COMMIT"), within: .seconds(10))
        try await batch
        #expect(try await slowStore.end().count == 1)
        for store in [slowStore, fastStore] { await store.close() }
        await other.close()
    }

    @Test func aBatchThatWaitsTooLongIsNotThere() async throws {
        let office = newOffice()
        let store = try await writer(office, limits: PostgresLimits(answering: .seconds(8)))
        let other = try await connection()
        _ = try await other.run(.once("BEGIN"), lock(office), within: .seconds(10))
        await #expect(throws: StoreFault.timeout) { try await store.append(entries(0), frontier: []) }
        _ = try await other.run(.once("COMMIT"), within: .seconds(10))
        #expect(try await store.end().count == 0)
        try await store.append(entries(0), frontier: [])
        await store.close()
        await other.close()
    }

    @Test func aReaderMayNotWrite() async throws {
        let office = newOffice()
        let store = try await writer(office)
        let reader = try await PostgresStore.reading(PostgresServer.shared.value.dsn(), office: office)
        await #expect(throws: StoreFault.readOnly) { try await reader.append(entries(0), frontier: []) }
        await #expect(throws: StoreFault.readOnly) { try await reader.keep("x", as: "y") }
        await reader.close()
        // It held no lease to give back.
        await #expect(throws: StoreFault.inUse(by: "node 1")) { try await writer(office) }
        await store.close()
    }
}

private func lock(_ office: String) -> PostgresQuery {
    .once("SELECT FROM pleno.office WHERE office = $1 FOR UPDATE", .text(office))
}

/// Lets an office's lease expire, as if its holder had been silent.
private func expireLease(of office: String) async throws {
    let connection = try await connection()
    let expire = "UPDATE pleno.office SET lease_until = clock_timestamp() WHERE office = $1"
    _ = try await connection.run(.once(expire, .text(office)), within: .seconds(10))
    await connection.close()
}

/// Whether a batch of the office comes to wait for its row.
private func isWaiting(_ office: String) async throws -> Bool {
    let connection = try await connection()
    let waits = try await eventually {
        try await connection.run(
            .once(
                """
                SELECT count(*) > 0 FROM pg_locks JOIN pg_stat_activity USING (pid)
                WHERE NOT granted AND query LIKE 'SELECT count, fence FROM pleno.office%'
                """
            ),
            within: .seconds(10)
        )[0].truth(0, 0) == true
    }
    await connection.close()
    return waits
}
