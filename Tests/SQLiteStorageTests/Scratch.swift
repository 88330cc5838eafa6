import Foundation
import Office
import SQLiteStorage
import StorageContract
import TestSupport

/// A folder of one test, gone with it.
final class Scratch: Sendable {
    let path: String

    /// In memory where many small files would otherwise wait for the disk.
    init(inMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory.path
        path = parent + "/pleno-\(UUID().uuidString)"
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

    /// The bytes of all files below the folder.
    func bytes() throws -> Data {
        try FileManager.default.subpathsOfDirectory(atPath: path).reduce(into: Data()) { bytes, name in
            var isFolder: ObjCBool = false
            _ = unsafe FileManager.default.fileExists(atPath: self[name], isDirectory: &isFolder)
            if !isFolder.boolValue { bytes += try Data(contentsOf: URL(filePath: self[name])) }
        }
    }
}

/// Entries for places.
func batch(_ places: Range<Int>) -> [StoredEntry] {
    places.map {
        StoredEntry(sequence: $0, account: "ani", request: "\($0)", text: Array("{\"seq\":\($0)}".utf8))
    }
}

enum EvidenceBytes {
    /// A photo as far as its beginning tells, of a size.
    static func jpeg(size: Int) -> EvidenceSample.Chunks {
        let head = EvidenceSample.jpeg.bytes
        return EvidenceSample.Chunks(
            bytes: head + [UInt8](repeating: 7, count: size - head.count),
            length: 65_536
        )
    }
}

/// A small disk of its own, which only root may attach.
final class Mount: Sendable {
    private let scratch: Scratch
    var path: String { scratch.path }

    static let isPossible = (try? Mount(megabytes: 1)) != nil

    struct Refused: Error {}

    init(megabytes: Int) throws {
        scratch = try Scratch()
        try Self.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", scratch.path)
    }

    deinit { try? Self.run("umount", scratch.path) }

    /// Lets nobody write there any more.
    func makeReadOnly() throws { try Self.run("mount", "-o", "remount,ro", scratch.path) }

    private static func run(_ words: String...) throws {
        let process = try Spawned(URL(filePath: "/usr/bin/env"), words)
        guard process.wait().status == 0 else { throw Refused() }
    }
}
