/// A place for files by their paths, such as the public record; what is there is only what was written whole.
public protocol FileStore: Sendable {
    /// The content of a file; `nil` when there is none.
    ///
    /// - Throws: ``StoreFault/damaged(_:)`` when it is larger than `most` bytes; faults of the system.
    func bytes(of path: String, most: Int) async throws(StoreFault) -> [UInt8]?

    /// Writes files one after the other, each at once or not at all; when this returns, all of them survive the
    /// loss of power.
    func write(_ files: [StoredFile]) async throws(StoreFault)
}

/// A file with its path below the place of the store: steps of letters, digits, `.`, `-` and `_` between slashes.
public struct StoredFile: Hashable, Sendable {
    /// Its path.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]

    /// A file.
    public init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
