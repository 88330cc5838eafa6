import Office
import TestSupport
import Testing

@testable import PostgresStorage

/// A server that ends at any moment takes nothing with it that was acknowledged.
struct CrashTests {
    @Test(.timeLimit(.minutes(5)))
    func whatWasAcknowledgedSurvivesAndNothingComesTwice() async throws {
        try await PostgresServer.alone { server in
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            let clerk = Clerk(store)
            let work = Task { try await clerk.work() }
            for round in 0..<6 {
                try await Task.sleep(for: .milliseconds(150 + 90 * round))
                if round.isMultiple(of: 2) { try await server.crash() } else { try await server.halt() }
                try await Task.sleep(for: .milliseconds(100))
                try await server.start()
                let before = await clerk.acknowledged
                #expect(await eventually { await clerk.acknowledged > before + 20 }, "it goes on")
            }
            await clerk.stop()
            try await work.value
            let found = try await all(store)
            // Also those whose outcome was unknown and was then found.
            #expect(found.map(\.request) == (await clerk.requests))
            #expect(found.map(\.sequence) == Array(found.indices))
            #expect(try await store.end() == JournalEnd(count: found.count, frontier: await clerk.frontier))
            #expect(await clerk.unknown > 0, "a crash fell into a commit")
            await store.close()
        }
    }

    @Test func whatCannotBeReachedIsSaidAndComesBack() async throws {
        try await PostgresServer.alone { server in
            let limits = PostgresLimits(connecting: .seconds(30))
            let store = try await PostgresStore.open(server.dsn(), office: "o", holder: "h", limits: limits)
            try await store.append(entries(0), frontier: [1])
            try await server.halt()
            let reading = await #expect(throws: StoreFault.self) { try await store.end() }
            guard case .unreachable = reading else {
                Issue.record("\(String(describing: reading))")
                return
            }
            let adding = await #expect(throws: StoreFault.self) {
                try await store.append(entries(1), frontier: [2])
            }
            guard case .unreachable = adding else {
                Issue.record("\(String(describing: adding))")
                return
            }
            try await server.start()
            #expect(try await store.end() == JournalEnd(count: 1, frontier: [1]))
            try await store.append(entries(1), frontier: [2])
            await store.close()
        }
    }
}

/// Adds batch after batch, as an office does, and looks up what it does not know.
private actor Clerk {
    private let store: PostgresStore
    private var isWorking = true
    /// The commands that are in the journal, as far as the store said.
    private(set) var requests: [String] = []
    private(set) var frontier: [UInt8] = []
    private(set) var unknown = 0
    private var batches = 0

    init(_ store: PostgresStore) { self.store = store }

    var acknowledged: Int { requests.count }

    func stop() { isWorking = false }

    func work() async throws {
        while isWorking {
            batches += 1
            let batch = (0..<(1 + batches % 7)).map { place in
                StoredEntry(
                    sequence: requests.count + place,
                    account: "anna",
                    request: "b\(batches)-\(place)",
                    text: Array("batch \(batches)".utf8)
                )
            }
            let state = [UInt8(truncatingIfNeeded: batches)]
            if try await isAdded(batch, state) {
                requests += batch.map(\.request)
                frontier = state
            }
        }
    }

    private func isAdded(_ batch: [StoredEntry], _ state: [UInt8]) async throws -> Bool {
        do throws(StoreFault) {
            try await store.append(batch, frontier: state)
            return true
        } catch {
            guard error == .outcomeUnknown else { throw error }
            unknown += 1
            let place = try await store.place(ofRequest: batch[0].request, by: "anna")
            let end = try await store.end()
            #expect(end.count == requests.count + (place == nil ? 0 : batch.count), "whole or not at all")
            return place != nil
        }
    }
}
