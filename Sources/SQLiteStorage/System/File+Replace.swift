package import Glibc
package import Office

extension File {
    /// Puts a file with these bytes in its place: on the disk, its name too, when this returns.
    ///
    /// Whoever is interrupted leaves the old file or the new one, whole, and perhaps one that ends in `.new`.
    ///
    /// - Parameters:
    ///   - path: Its place.
    ///   - bytes: All of it.
    ///   - mode: Who may read and write it.
    /// - Throws: ``StoreFault`` of the system.
    package static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(StoreFault)
    {
        let draft = path + ".new"
        let file = try File(draft, O_WRONLY | O_CREAT | O_TRUNC, mode: mode)
        do throws(StoreFault) {
            try file.setRights(mode)
            try file.write(bytes)
            try file.sync()
        } catch {
            file.close()
            throw error
        }
        file.close()
        try move(draft, to: path)
        try syncFolder(parent(of: path))
    }

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - path: Its place.
    ///   - limit: The most bytes it can have.
    /// - Returns: Its bytes.
    /// - Throws: ``StoreFault/damaged(_:)`` when it has more; faults of the system.
    package static func bytes(of path: String, upTo limit: Int) throws(StoreFault) -> [UInt8] {
        let file = try File(path, O_RDONLY | O_NONBLOCK)
        defer { file.close() }
        let bytes = try file.bytes(from: 0, count: limit + 1)
        guard bytes.count <= limit else { throw .damaged(path) }
        return bytes
    }
}
