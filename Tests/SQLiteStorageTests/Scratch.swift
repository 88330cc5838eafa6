import Foundation
import Office
import SQLiteStorage

/// A folder of one test, gone with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/pleno-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path in the folder.
    subscript(_ name: String) -> String { path + "/" + name }

    /// The store of a name: an empty one the first time, later what is there.
    func store(_ name: String = "store") async throws -> SQLiteStore {
        let isThere = FileManager.default.fileExists(atPath: self[name])
        return try await isThere ? SQLiteStore.open(self[name]) : SQLiteStore.create(self[name])
    }

    /// A store that holds `count` entries, closed.
    func closedStore(_ count: Int, _ name: String = "store") async throws -> String {
        let store = try await store(name)
        if count > 0 {
            try await store.append(batch(0..<count), frontier: [UInt8(truncatingIfNeeded: count)])
        }
        await store.close()
        return self[name]
    }
}

/// Entries for places.
func batch(_ places: Range<Int>) -> [StoredEntry] {
    places.map {
        StoredEntry(sequence: $0, account: "ani", request: "\($0)", text: Array("{\"seq\":\($0)}".utf8))
    }
}
