import SQLiteStorage
import StorageContract
import Testing

@Suite("An office that is killed")
struct KillTests {
    @Test("under load has every acknowledged command once, whole, and its head")
    func kills() async throws {
        let folder = try Folder()
        let path = folder.path + "/o"
        await (try await SQLiteStore.create(path)).close()
        try await KilledOffice(at: path) { try await SQLiteStore.open(path) }.hold(rounds: 50)
    }
}
