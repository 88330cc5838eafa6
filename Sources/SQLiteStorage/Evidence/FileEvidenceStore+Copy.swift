import Glibc
import Office

extension FileEvidenceStore {
    /// Copies every piece that is whole into a new folder, on the disk when this returns.
    ///
    /// - Returns: The digests of those that are damaged.
    /// - Complexity: O(bytes).
    func copy(to target: String) throws(StoreFault) -> [String] {
        let copy = FileEvidenceStore(reading: target)
        try File.makeFolder(target)
        var damaged: [String] = []
        for digest in try digests() {
            guard let path = copy.path(digest) else { continue }
            try File.makeFolder(File.parent(of: path))
            let isWhole = try withFile(digest) { file throws(StoreFault) in
                try Self.copy(file, to: path) == digest && (try? describe(digest, file)) != nil
            }
            if isWhole == false {
                damaged.append(digest)
                try File.remove(path)
            }
        }
        for prefix in try File.names(in: target) { try File.syncFolder(target + "/" + prefix) }
        try File.syncFolder(target)
        return damaged
    }

    /// Copies a file.
    ///
    /// - Returns: The digest of what was read.
    private static func copy(_ source: File, to path: String) throws(StoreFault) -> String {
        let file = try File(path, O_WRONLY | O_CREAT | O_EXCL)
        defer { file.close() }
        var digest = Digest()
        var offset = 0
        while true {
            let block = try source.bytes(from: offset, count: 1 << 20)
            guard !block.isEmpty else { break }
            digest.update(block)
            try file.write(block)
            offset += block.count
        }
        try file.setRights(0o400)
        try file.sync()
        return digest.finish()
    }
}
