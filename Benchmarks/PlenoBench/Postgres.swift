import Office
import PostgresStorage

extension Bench {
    /// Durable batches of 64 entries of 300 bytes into the journal of a new office.
    static func postgres(_ dsn: String, batches: Int) async throws {
        let office = "bench-\(UInt64.random(in: .min ... .max))"
        let store = try await PostgresStore.open(dsn, office: office, holder: "bench")
        let clock = ContinuousClock()
        let start = clock.now
        for batch in 0..<batches {
            let entries = (0..<64).map { row in
                let place = batch * 64 + row
                let text = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ place) }
                return StoredEntry(
                    sequence: place,
                    account: "account-1",
                    request: "request-\(place)",
                    text: text
                )
            }
            try await store.append(entries, frontier: [UInt8](repeating: 1, count: 640))
        }
        let time = start.duration(to: clock.now)
        await store.close()
        print("ours", time / .seconds(1))
    }
}
