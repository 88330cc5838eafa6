import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// An office that comes into being in one transaction, and one that is read at one moment.
struct WholeOfficeTests {
    private func create(_ office: String) async throws -> PostgresStore {
        try await PostgresStore.create(PostgresServer.shared.value.dsn(), office: office, holder: "maker")
    }

    private func end(_ office: String) async throws -> JournalEnd {
        let store = try await PostgresStore.reading(PostgresServer.shared.value.dsn(), office: office)
        let end = try await store.end()
        await store.close()
        return end
    }

    @Test func nothingIsSeenBeforeTheCommit() async throws {
        let office = newOffice()
        let store = try await create(office)
        try await store.append(entries(0, 3), frontier: [1])
        try await store.append(entries(3, 2), frontier: [2])
        try await store.keep("private", as: "a")
        #expect(try await all(store) == entries(0, 5))
        await #expect(throws: StoreFault.missing("office \(office)")) { try await end(office) }
        try await store.commit()
        #expect(try await end(office) == JournalEnd(count: 5, frontier: [2]))
        await store.close()
        let next = try await writer(office)
        #expect(try await next.particulars("a") == "private")
        try await next.append(entries(5), frontier: [3])
        await next.close()
    }

    @Test func closedBeforeTheCommitItWasNeverThere() async throws {
        let office = newOffice()
        let store = try await create(office)
        try await store.append(entries(0, 3), frontier: [1])
        await store.close()
        await #expect(throws: StoreFault.missing("office \(office)")) { try await end(office) }
        await (try await create(office)).close()
    }

    @Test func lostBeforeTheCommitItWasNeverThereAndGoesOnNowhereElse() async throws {
        let office = newOffice()
        let store = try await create(office)
        try await store.append(entries(0, 3), frontier: [1])
        let link = try await store.connected()
        let pid = try await link.connection.run(.once("SELECT pg_backend_pid()"), within: .seconds(10))[0]
        let other = try await connection()
        _ = try await other.run(
            .once("SELECT pg_terminate_backend($1::bigint::int)", .integer(pid.integer(0, 0) ?? 0)),
            within: .seconds(10)
        )
        await other.close()
        let fault = await #expect(throws: StoreFault.self) {
            try await store.append(entries(3), frontier: [2])
        }
        #expect(fault == .outcomeUnknown || fault == .unreachable("the connection was lost"))
        await #expect(throws: StoreFault.unreachable("the connection was lost")) { try await store.commit() }
        await store.close()
        await #expect(throws: StoreFault.missing("office \(office)")) { try await end(office) }
    }

    @Test func aRefusedStatementLeavesNothingToCommit() async throws {
        let office = newOffice()
        let store = try await create(office)
        try await store.append(entries(0, 3), frontier: [1])
        await #expect(throws: StoreFault.self) {
            try await store.append(
                [StoredEntry(sequence: 3, account: "anna", request: "r0", text: [1])],
                frontier: [2]
            )
        }
        await #expect(throws: StoreFault.self) { try await store.commit() }
        await store.close()
        await #expect(throws: StoreFault.missing("office \(office)")) { try await end(office) }
    }

    @Test func whatIsThereIsNotWrittenOver() async throws {
        let office = newOffice()
        let store = try await writer(office)
        await #expect(throws: StoreFault.inUse(by: "node 1")) { try await create(office) }
        await store.close()
        // Empty, it may be filled.
        await (try await create(office)).close()
        let again = try await writer(office)
        try await again.keep("x", as: "a")
        await again.close()
        await #expect(throws: StoreFault.taken(entries: 0)) { try await create(office) }
        let full = try await writer(office)
        try await full.append(entries(0, 7), frontier: [1])
        await full.close()
        await #expect(throws: StoreFault.taken(entries: 7)) { try await create(office) }
        #expect(try await end(office).count == 7)
    }

    @Test func aSnapshotStaysAsItWas() async throws {
        let office = newOffice()
        let store = try await writer(office)
        try await store.append(entries(0, 3), frontier: [1])
        try await store.keep("first", as: "a")
        let snapshot = try await PostgresStore.snapshot(PostgresServer.shared.value.dsn(), office: office)
        // The first question sets the moment.
        #expect(try await snapshot.end().count == 3)
        try await store.append(entries(3, 3), frontier: [2])
        try await store.keep("second", as: "a")
        try await store.keep("new", as: "b")
        #expect(try await snapshot.end() == JournalEnd(count: 3, frontier: [1]))
        #expect(try await all(snapshot) == entries(0, 3))
        #expect(try await snapshot.particularsNames() == ["a"])
        #expect(try await snapshot.particulars("a") == "first")
        await #expect(throws: StoreFault.readOnly) { try await snapshot.append(entries(3), frontier: [3]) }
        await snapshot.close()
        await store.close()
    }
}
