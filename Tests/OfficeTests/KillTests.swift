import SQLiteStorage
import StorageContract
import TestSupport
import Testing

@Suite("An office that is killed")
struct KillTests {
    @Test("under load has every acknowledged command once, whole, and its head")
    func kills() async throws {
        var dice = Dice(salt: "office kills")
        // 200 times, in the torture 2,000; in offices of their own, since each start reads the whole journal.
        for _ in 0..<max(4, Dice.rounds(1).count) {
            let folder = try Folder()
            let path = folder.path + "/o"
            await (try await SQLiteStore.create(path)).close()
            let office = KilledOffice(at: path) { try await SQLiteStore.open(path) }
            try await office.hold(times: 50, &dice)
        }
    }
}
