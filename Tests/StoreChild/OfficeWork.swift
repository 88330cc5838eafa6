import Elections
import Logging
import Office
import PostgresStorage
import SQLiteStorage

extension StoreChild {
    /// Clients of an office, each with commands of its own, one after the other: `client number entry`.
    ///
    /// Each begins with the last command it may have asked for in an earlier life.
    static func work(in path: String, clients: Int) async throws(StoreFault) {
        let store = try await open(path)
        guard let office = try? await ElectionOffice.open(store, .child) else { return say("no office") }
        var next = [Int](repeating: 0, count: clients)
        for file in await office.view.state.election?.files.map(\.path) ?? [] {
            let parts = file.split(separator: " ").compactMap { Int($0) }
            if parts.count == 2, parts[0] < clients { next[parts[0]] = max(next[parts[0]], parts[1]) }
        }
        await withTaskGroup { group in
            for client in 0..<clients {
                let first = next[client]
                group.addTask { await command(office, client, from: first) }
            }
        }
    }

    /// The store at a path or an address; one that was the writer's until now is waited for.
    private static func open(_ place: String) async throws(StoreFault) -> any JournalStore {
        guard PostgresAddress.isMeant(by: place) else { return try await SQLiteStore.open(place) }
        guard let address = try? PostgresAddress(parsing: place) else { throw .foreign(place) }
        let limits = PostgresLimits(lease: .milliseconds(400))
        while true {
            do throws(StoreFault) {
                let (dsn, office) = (address.dsn, address.office)
                let store = try await PostgresStore.open(dsn, office: office, holder: "child", limits: limits)
                return store
            } catch {
                guard case .inUse = error else { throw error }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private static func command(_ office: ElectionOffice, _ client: Int, from first: Int) async {
        let officer = Officer(account: "client \(client)", permissions: [.takeOver])
        let source = LocalizedText(id: "uji", en: "test")
        for number in first... {
            // Several acts: half a command would be seen.
            let files = (0..<3).map { _ in
                Act.filesNamed([SourceFile(path: "\(client) \(number)", nature: .simulated, source: source)])
            }
            do throws(Refusal) {
                let receipt = try await office.perform(.takeOver(files), as: officer, request: "\(number)")
                say("\(client) \(number) \(receipt.sequence)")
            } catch {
                return say("\(error)")
            }
        }
    }
}

extension ElectionOffice.Surroundings {
    fileprivate static var child: Self {
        let clock = ContinuousClock()
        let start = clock.now
        return Self(
            now: { Int((clock.now - start) / .milliseconds(1)) },
            randomBits: ElectionOffice.Surroundings.randomBits,
            logger: Logger(label: "child", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }
}
