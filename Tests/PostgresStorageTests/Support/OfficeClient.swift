import Elections
import Office
import PostgresStorage
import Synchronization
import TestSupport
import Testing

/// Commands one after the other; what was refused, or is unknown, is asked for again under the same name.
final class OfficeClient: Sendable {
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

    /// Clients of an office on a small election.
    static func eight(of office: ElectionOffice) async throws -> [OfficeClient] {
        _ = try await office.perform(
            .takeOver(Act.takingOver(try SmallElection().election()).flatMap(\.self)),
            as: Officer(account: "clerk", permissions: [.takeOver]),
            request: "all"
        )
        return (0..<8).map { OfficeClient($0, office) }
    }
}

/// Holds a journal to what clients were told, and to what their office knew at the end.
func check(
    _ dsn: String,
    _ office: String,
    _ clients: [OfficeClient],
    _ view: ElectionOffice.View
) async throws {
    let reader = try await PostgresStore.reading(dsn, office: office)
    var entries: [String] = []
    var replay = JournalReplay()
    try await replay.fold(reader) { entry, _, _ in entries.append("\(entry.account) \(entry.request)") }
    await reader.close()
    #expect(replay.frontier == view.frontier)
    for client in clients {
        for (request, place) in client.receipts {
            #expect(entries[place] == "client \(client.number) \(request)")
        }
    }
    #expect(Set(entries).count == entries.count, "a command is there twice")
}
