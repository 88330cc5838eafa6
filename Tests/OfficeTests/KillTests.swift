import Elections
import Office
import SQLiteStorage
import TestSupport
import Testing
import TransparencyLog

@Suite("An office that is killed")
struct KillTests {
    @Test("under load has every acknowledged command once, whole, and its head")
    func kills() async throws {
        var dice = Dice(salt: "office kills")
        // 200 times, in the torture 2,000; in offices of their own, since each start reads the whole journal.
        for _ in 0..<max(4, Dice.rounds(1).count) { try await kill(times: 50, &dice) }
    }

    private func kill(times: Int, _ dice: inout Dice) async throws {
        let folder = try Folder()
        let path = folder.path + "/o"
        let office = try await ElectionOffice.open(try await SQLiteStore.create(path), .test())
        _ = try await office.perform(
            .takeOver(Act.takingOver(try SmallElection().election()).flatMap(\.self)),
            as: clerk,
            request: "all"
        )
        await office.close()
        var acknowledged: [String: Int] = [:]
        for _ in 0..<times {
            let child = try Child("office", path, "16")
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
        let entries = try await Self.entries(path)
        for (command, sequence) in acknowledged {
            #expect(entries[sequence] == command, "\(command) was acknowledged and is not there")
        }
        let commands = entries.values.filter { $0 != "all" }
        #expect(Set(commands).count == commands.count, "a command is there twice")
        #expect(acknowledged.count > times)
    }

    /// The commands by the places of their entries; every entry is whole, and the head is theirs.
    private static func entries(_ path: String) async throws -> [Int: String] {
        let store = try await SQLiteStore.open(path)
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
