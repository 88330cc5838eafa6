import Office
import TestSupport

@testable import PostgresStorage

/// Entries that differ, `count` of them from `first` on.
func entries(_ first: Int, _ count: Int = 1, account: String = "anna", bytes: Int = 20) -> [StoredEntry] {
    (first..<(first + count)).map { place in
        let text = (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ place) }
        return StoredEntry(sequence: place, account: account, request: "r\(place)", text: text)
    }
}

/// The whole journal.
func all(_ store: some JournalStore) async throws -> [StoredEntry] {
    var found: [StoredEntry] = []
    while true {
        let page = try await store.entries(from: found.count, bytes: 1 << 20)
        guard !page.isEmpty else { return found }
        found += page
    }
}

/// An office nobody else has.
func newOffice() -> String { "office-\(UInt64.random(in: .min ... .max))" }

/// The writer of an office, of a new one when none is named.
func writer(
    _ office: String = newOffice(),
    holder: String = "node 1",
    limits: PostgresLimits = PostgresLimits(connecting: .seconds(30))
) async throws -> PostgresStore {
    let dsn = try await PostgresServer.shared.value.dsn()
    return try await PostgresStore.open(dsn, office: office, holder: holder, limits: limits)
}

/// The writer of an office, when the lease of the one before has expired.
func whenFree(_ office: String) async throws -> PostgresStore {
    let dsn = try await PostgresServer.shared.value.dsn()
    while true {
        do throws(StoreFault) {
            let limits = PostgresLimits(connecting: .seconds(30))
            return try await PostgresStore.open(dsn, office: office, holder: "node 2", limits: limits)
        } catch {
            guard case .inUse = error else { throw error }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}

/// A connection beside all stores.
func connection(database: String = "postgres") async throws -> PostgresConnection {
    let dsn = try await PostgresServer.shared.value.dsn(database: database)
    return try await PostgresConnection.connect(dsn, within: .seconds(10))
}

/// A database nobody else has.
func newDatabase() async throws -> String {
    let name = "base_\(UInt64.random(in: .min ... .max))"
    let connection = try await connection()
    _ = try await connection.run(.once("CREATE DATABASE \(name)"), within: .seconds(60))
    await connection.close()
    return name
}

/// Waits until `condition` holds; `false` when it does not within half a minute.
func eventually(_ condition: () async throws -> Bool) async rethrows -> Bool {
    for _ in 0..<600 {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(50))
    }
    return false
}
