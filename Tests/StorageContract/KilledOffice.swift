import Elections
import Logging
public import Office
import TestSupport
import Testing

/// An office, on any kind of store, whose process is killed under load again and again: it must have every
/// acknowledged command once, whole, and its head.
///
/// It is worked in by `Tests/StoreChild`.
public struct KilledOffice: Sendable {
    private let place: String
    private let environment: [String: String]
    private let open: @Sendable () async throws -> any JournalStore

    /// An office at a place.
    ///
    /// - Parameters:
    ///   - place: What the child is told.
    ///   - environment: What the child needs beside it.
    ///   - open: Opens it as its writer; the first time it holds nothing.
    public init(
        at place: String,
        environment: [String: String] = [:],
        open: @escaping @Sendable () async throws -> any JournalStore
    ) {
        self.place = place
        self.environment = environment
        self.open = open
    }

    /// Kills it.
    ///
    /// - Parameter rounds: How many times, times `PLENO_ROUNDS`.
    /// - Throws: What could not be opened or read.
    public func hold(rounds: Int) async throws {
        let office = try await ElectionOffice.open(try await open(), .still)
        _ = try await office.perform(
            .takeOver(Act.takingOver(try SmallElection().election()).flatMap(\.self)),
            as: Officer(account: "clerk", permissions: Set(Permission.allCases)),
            request: "all"
        )
        await office.close()
        var acknowledged: [String: Int] = [:]
        var dice = Dice(salt: "office kills")
        for _ in Dice.rounds(rounds) {
            let child = try Child("office", place, "16", environment: environment)
            var seen: [String] = []
            // It is killed in the middle of its work: some time after it has begun to answer.
            seen.append(try await child.line())
            try await Task.sleep(for: .microseconds(Int.random(in: 0...20_000, using: &dice)))
            child.kill()
            seen += try await child.rest()
            for line in seen {
                let words = line.split(separator: " ")
                // The last line may be cut.
                guard words.count == 3, let sequence = Int(words[2]) else { continue }
                let command = "\(words[0]) \(words[1])"
                let known = acknowledged[command]
                #expect(known == nil || known == sequence, "\(command) is in two places")
                acknowledged[command] = sequence
            }
        }
        let entries = try await entries()
        for (command, sequence) in acknowledged {
            #expect(entries[sequence] == command, "\(command) was acknowledged and is not there")
        }
        let commands = entries.values.filter { $0 != "all" }
        #expect(Set(commands).count == commands.count, "a command is there twice")
        #expect(acknowledged.count > rounds)
    }

    /// The commands by the places of their entries; every entry is whole, and the head is theirs.
    private func entries() async throws -> [Int: String] {
        let store = try await open()
        var entries: [Int: String] = [:]
        var replay = JournalReplay()
        try await replay.fold(store) { entry, _, _ in
            let client = entry.account.split(separator: " ").last ?? ""
            entries[entry.sequence] = entry.sequence == 0 ? "all" : "\(client) \(entry.request)"
            #expect(entry.acts.count == 3 || entry.sequence == 0)
        }
        await store.close()
        return entries
    }
}

extension ElectionOffice.Surroundings {
    /// A world in which no time passes, and nothing is said.
    public static var still: Self {
        Self(
            now: { 1 },
            randomBits: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }
}
