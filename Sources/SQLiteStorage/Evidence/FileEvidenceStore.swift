import Glibc
public import Office

/// Evidence as files of a folder, named by their digests: `ab/cdef…`.
///
/// A file is written elsewhere, is complete and on the disk before it gets its name, and is never changed.
public struct FileEvidenceStore: Sendable {
    /// The folder.
    public let folder: String
    let isReading: Bool

    /// Where a piece is until it is complete, and while it is erased.
    var incoming: String { folder + "/incoming" }

    /// Opens a folder for the one process that writes in it, or makes it; what an interrupted one left is removed.
    ///
    /// - Throws: Faults of the system.
    public init(_ folder: String) throws(StoreFault) {
        self.folder = folder
        isReading = false
        try File.makeFolder(folder)
        try File.makeFolder(incoming)
        for name in try File.names(in: incoming) { try File.remove(incoming + "/" + name) }
    }

    /// Opens a folder for reading; one that is not there holds nothing.
    public init(reading folder: String) {
        self.folder = folder
        isReading = true
    }

    /// Where a piece lies; `nil` for what is no digest, and would lead to other files.
    func path(_ digest: String) -> String? {
        let digits = digest.utf8
        guard digits.count == 64,
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        return "\(folder)/\(digest.prefix(2))/\(digest.dropFirst(2))"
    }

    /// Does something with the file of a piece; `nil` when there is none.
    func withFile<Value>(
        _ digest: String,
        _ body: (File) throws(StoreFault) -> Value
    ) throws(StoreFault) -> Value? {
        guard let path = path(digest), try File.kind(path) == .file else { return nil }
        let file: File
        do throws(StoreFault) { file = try File(path, O_RDONLY) } catch {
            // Erased in between.
            if case .missing = error { return nil }
            throw error
        }
        defer { file.close() }
        return try body(file)
    }

    /// What a file says of itself.
    func describe(_ digest: String, _ file: File) throws(StoreFault) -> Evidence {
        let size = try file.size()
        let head = try file.bytes(from: 0, count: Evidence.Kind.telling)
        guard let kind = Evidence.Kind(head: head), size <= Evidence.largest else {
            throw .damaged("evidence \(digest)")
        }
        return Evidence(digest: digest, size: size, type: kind)
    }

    /// The digests of the files there are, in order.
    ///
    /// - Complexity: O(*n* log *n*).
    func digests() throws(StoreFault) -> [String] {
        var digests: [String] = []
        for prefix in try File.names(in: folder) where prefix.utf8.count == 2 {
            for rest in try File.names(in: folder + "/" + prefix) where path(prefix + rest) != nil {
                digests.append(prefix + rest)
            }
        }
        return digests
    }
}
