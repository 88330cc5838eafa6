import Glibc
public import Office

/// Files in a folder of this machine.
public struct FolderStore: FileStore {
    /// The folder; made when something is written.
    public let folder: String
    private let mode: mode_t

    /// A folder.
    ///
    /// - Parameters:
    ///   - folder: Where it is, or will be.
    ///   - isPublic: Whether everybody on the machine may read what is written there.
    public init(_ folder: String, isPublic: Bool) {
        self.folder = folder
        mode = isPublic ? 0o644 : 0o600
    }

    /// Reads a file.
    public func bytes(of path: String, most: Int) async throws(StoreFault) -> [UInt8]? {
        guard let place = place(path) else { return nil }
        return try await Blocking.run { () throws(StoreFault) in
            guard try File.kind(place) == .file else { return nil }
            let file: File
            do throws(StoreFault) { file = try File(place, O_RDONLY) } catch {
                if case .missing = error { return nil }
                throw error
            }
            defer { file.close() }
            guard try file.size() <= most else { throw .damaged("\(path): more than \(most) bytes") }
            return try file.bytes(from: 0, count: try file.size())
        }
    }

    /// Writes files.
    public func write(_ files: [StoredFile]) async throws(StoreFault) {
        var places: [(path: String, bytes: [UInt8])] = []
        for file in files {
            guard let place = place(file.path) else { throw .foreign(file.path) }
            places.append((place, file.bytes))
        }
        let (mode, written) = (mode, places)
        try await Blocking.run { () throws(StoreFault) in
            var folders: Set<String> = []
            for (path, bytes) in written {
                let parent = File.parent(of: path)
                if folders.insert(parent).inserted { try Self.makeFolders(parent, mode) }
                let partial = path + ".partial"
                let file = try File(partial, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
                defer { file.close() }
                try file.write(bytes)
                try file.sync()
                try File.move(partial, to: path)
            }
            for folder in folders { try File.syncFolder(folder) }
        }
    }

    /// Where a file lies; `nil` for a path that would lead elsewhere.
    private func place(_ path: String) -> String? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = steps.allSatisfy { step in
            !step.isEmpty && step.first != "."
                && step.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                        UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
        }
        return isPlain && path.utf8.count <= 200 ? "\(folder)/\(path)" : nil
    }

    private static func makeFolders(_ path: String, _ mode: mode_t) throws(StoreFault) {
        guard try File.kind(path) == .nothing else { return }
        try makeFolders(File.parent(of: path), mode)
        // Who may read a file may look into its folder.
        try File.makeFolder(path, mode: mode | (mode & 0o444) >> 2)
    }
}
